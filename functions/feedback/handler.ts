/**
 * What becomes of a mail after SES took it. Events come late, early, twice and in any order; the end state is right
 * whatever the order, and whoever must act hears of a mail that came back once.
 */
import { isEventNotification } from '../../forms/kit/events/event-notifications.ts'
import { returnedDigest, whoseMail } from '../../forms/kit/events/organiser-mails.ts'
import { returnedTo } from '../../forms/kit/post/returned.ts'
import type { Log } from '../shared/log.ts'
import { pausedForPeople, pausedLine } from '../shared/sending-paused.ts'
import type { MailFates } from '../shared/store/mail-fates.ts'
import type { Marks } from '../shared/store/marks.ts'
import type { Outbox } from '../shared/store/outbox.ts'
import { isReturned, type OutboxItem } from '../shared/store/outbox-item.ts'
import type { Overlegs } from '../shared/store/overlegs.ts'
import type { ReturnedInvitees } from '../shared/store/returned-invitees.ts'
import { fateOf, readEvent, sendingIn } from './ses-event.ts'

export interface FeedbackDeps {
  fates: MailFates
  outbox: Pick<Outbox, 'add'>
  /** Marks an address of the table of an overleg. */
  overlegs: Pick<Overlegs, 'cameBack'>
  /** Whom mail about an event does not reach, for who organises it. */
  returnedInvitees: Pick<ReturnedInvitees, 'note'>
  /** Marks the dossier, for its list and its page. */
  marks: Pick<Marks, 'notReached'>
  now: () => Date
  log: Log
}

export type Feedback = (event: unknown) => Promise<void>

export function createFeedback({ fates, outbox, overlegs, returnedInvitees, marks, now, log }: FeedbackDeps): Feedback {
  /** One mail for all events of one message; sent again and returned again is a new message. */
  async function tell(mail: OutboxItem, fate: 'niet_aangekomen' | 'klacht') {
    const notification = returnedTo(mail.notification, fate)
    if (!notification) return
    const { subject, mailId, plannedAt, requestId } = mail
    await outbox.add({
      subject,
      mailId: `terug-${mailId}-${Date.parse(plannedAt)}`,
      notification,
      now: now(),
      requestId,
    })
  }

  /** Who organises hears of all of a day in one mail. */
  async function tellOrganiser({ notification, requestId }: OutboxItem) {
    if (!isEventNotification(notification)) return
    const { slug, invitee, network } = whoseMail(notification)
    await returnedInvitees.note(slug, invitee, now())
    await outbox.add({ ...returnedDigest({ slug, network }, now()), now: now(), requestId })
  }

  return async (event) => {
    const sending = sendingIn(event)
    if (sending === 'paused') return log.error(pausedLine, { forPeople: pausedForPeople })
    if (sending === 'allowed') return log.info('Sending is allowed again', {})
    const told = readEvent(event)
    const { key, plannedAt } = told.mail.tags
    const change = fateOf(told)
    if (!change) return log.info('Mail bounced for now', { event: told.eventType })
    const mail = await fates.read(key)
    // Of a wiped draft no mail is left; a mail that was sent again is another message.
    if (!mail || mail.plannedAt !== plannedAt) return log.info('Event about no mail of now', { event: told.eventType })
    // Told first, the mail marked after: a crash between the two comes again and finds the mail about it there already.
    // One that another mail took the place of, to an address that was corrected since, is nobody's to see to.
    if (change.fate !== 'aangekomen' && !mail.replaced) {
      if (mail.notification.to === 'deelnemer') await overlegs.cameBack(mail.subject, change.at)
      // Told again of a mail that somebody may have mended since, it marks nobody anew.
      if (!isReturned(mail)) await marks.notReached(mail.notification)
      await tell(mail, change.fate)
      if (!isReturned(mail)) await tellOrganiser(mail)
    }
    if (await fates.mark(mail, change)) log.info('Mail marked', { ...about(mail), fate: change.fate })
  }
}

/** A draft's id is left out, it is part of an address that opens it. */
const about = ({ mailId, notification, requestId }: OutboxItem) => ({
  requestId,
  mailId,
  kind: notification.kind,
  network: notification.network,
  ...('reference' in notification ? { reference: notification.reference } : {}),
})
