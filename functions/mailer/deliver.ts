/**
 * Takes mails from the outbox and sends them: claim → caps → words → MIME → SES → sent. Whatever goes wrong, the mail
 * stays in the outbox: due again, held or failed where a person sees it, never dropped.
 */
import { render } from '../../emails/render.ts'
import { findForm, findNetwork } from '../../forms/index.ts'
import { normalizeEmail } from '../../forms/kit/contact.ts'
import { isEventNotification } from '../../forms/kit/events/event-notifications.ts'
import { isReminderPast, type LoketEvent, phaseOf } from '../../forms/kit/events/events.ts'
import { tellingMails } from '../../forms/kit/events/rsvp.ts'
import type { Form } from '../../forms/kit/form.ts'
import { oldForm } from '../../forms/kit/lifecycle/old-form.ts'
import type { Network } from '../../forms/kit/network.ts'
import type { KnownNotification, Notification } from '../../forms/kit/post/notifications.ts'
import { nextAgendaMail } from '../../forms/kit/team-meeting/agenda.ts'
import { epochSeconds, secondsPerDay } from '../../forms/kit/time.ts'
import { causeOf, type Log } from '../shared/log.ts'
import { mailTags } from '../shared/mail-tags.ts'
import { currentRequestId } from '../shared/request.ts'
import type { ReadSecrets } from '../shared/secrets.ts'
import { pausedForPeople, pausedLine } from '../shared/sending-paused.ts'
import type { Addresses } from '../shared/store/addresses.ts'
import type { Events } from '../shared/store/events.ts'
import { bulkPartition, duePartition, isPlanKey } from '../shared/store/keys.ts'
import type { MailKey, Outbox } from '../shared/store/outbox.ts'
import { type HoldReason, lastMailId, type OutboxItem } from '../shared/store/outbox-item.ts'
import { calendarPart } from './calendar.ts'
import { createCaps, tellsStanding } from './caps.ts'
import { eventLinksFor, linkFor } from './link-for.ts'
import { composeMime } from './mime.ts'
import { nextTry, nextTryInPause } from './retry.ts'
import { isSendingPaused, type SendMail } from './ses.ts'

export interface DeliverDeps {
  outbox: Outbox
  /** Where mail to somebody who typed an address goes. */
  addresses: Pick<Addresses, 'read'>
  /** What mail about an event says of it, as it is when the mail leaves. */
  events: Pick<Events, 'read'>
  send: SendMail
  secrets: ReadSecrets
  /** Where people reach Loket, without a slash at the end. */
  baseUrl: string
  /** The address all mail comes from. */
  from: string
  now: () => Date
  log: Log
}

/**
 * Sends what may be sent of these mails, and returns the keys it could not handle at all (the store was down). `turn` is
 * waited for before each mail goes to SES: mails to many leave at a pace.
 */
export type Deliver = (keys: readonly MailKey[], turn?: () => Promise<void>) => Promise<MailKey[]>

export function createDeliver(deps: DeliverDeps): Deliver {
  const { outbox, send, now, log } = deps
  const caps = createCaps(deps)

  async function deliverOne(key: MailKey, turn?: () => Promise<void>): Promise<void> {
    const mail = await outbox.claim(key, now(), turn ? bulkPartition : duePartition)
    if (!mail) return
    let messageId: string
    try {
      const { notification } = mail
      if (notification.kind === 'verouderd') return await hold(mail, 'verouderd')
      if (await outbox.isTakenBack(mail)) return await cancel(mail)
      const service = serviceOf(mail)
      const event = await eventOf(mail)
      if (event && isTooLate(mail, event)) return await skip(mail)
      if (await isUnreachable(mail)) return await cancel(mail)
      const to = await recipientOf(mail, service.network)
      if (!to) return await hold(mail, 'geen-adres')
      if (tellsStanding(mail.notification) && (await together(mail))) return
      const restraint = await caps.restraint(mail, to, now())
      if (restraint && 'later' in restraint) return await later(mail, restraint.later)
      if (restraint) return await hold(mail, restraint.hold)
      const references = await agendaOf(mail, service.network)
      if (references && references.length === 0) return await cancel(mail)
      const mime = await compose(notification, service, to, { event, references })
      await turn?.()
      messageId = await send({ to, mime, tags: mailTags(mail) })
    } catch (error) {
      return await postpone(mail, error)
    }
    const ours = await outbox.sent(mail, { now: now(), messageId })
    if (mail.notification.to === 'genodigde') await countSent(mail)
    if (ours) log.info('Mail sent', about(mail))
    else log.warn('Mail sent after its lease: it may arrive twice', about(mail))
  }

  /** A form that is gone keeps its name. A network that is has no people to hold its mail for: it is tried again, and the alarm tells. */
  function serviceOf({ notification }: OutboxItem): About {
    const network = findNetwork(notification.network)
    const form = 'form' in notification ? (findForm(notification.form) ?? oldForm(notification.form)) : undefined
    if (!network) throw new Error('A mail names an unknown network')
    return { network, form }
  }

  async function eventOf({ notification }: OutboxItem): Promise<LoketEvent | undefined> {
    if (!isEventNotification(notification)) return undefined
    const event = await deps.events.read(notification.activiteit)
    if (!event) throw new Error('A mail names an unknown event')
    return event
  }

  /** Invitations and reminders only: every other mail says something that stays true. */
  function isTooLate({ mailId, notification: { kind }, plannedAt }: OutboxItem, event: LoketEvent): boolean {
    if (kind === 'activiteit-uitnodiging') return phaseOf(event, now()) !== 'open'
    const reminds = kind === 'activiteit-herinnering' || kind === 'activiteit-morgen'
    return reminds && isReminderPast(event, mailId, new Date(plannedAt), now())
  }

  /** A reminder to an address that a mail about the same event came back from. */
  async function isUnreachable({ subject, notification, mailId }: OutboxItem): Promise<boolean> {
    if (!isEventNotification(notification)) return false
    const { kind, revisie } = notification
    const antwoord = kind === 'activiteit-morgen' ? 'ja' : undefined
    if (!antwoord && kind !== 'activiteit-herinnering') return false
    const telling = tellingMails({ antwoord, revisie, laat: undefined })
    return outbox.cameBack(
      subject,
      telling.filter((id) => id !== mailId),
    )
  }

  async function skip(mail: OutboxItem): Promise<void> {
    if (await outbox.skip(mail)) log.warn('Mail skipped: too late to be of use', about(mail))
  }

  /** How far an invitation or a notice to many has come, for the organiser. */
  async function countSent({ notification }: OutboxItem): Promise<void> {
    if (!isEventNotification(notification)) return
    const kept = epochSeconds(now()) + 365 * secondsPerDay
    await outbox.count(`activiteit-${notification.activiteit}`, notification.kind, kept)
  }

  /** Exactly one address; checked again here, where it would otherwise become an envelope. */
  async function recipientOf({ notification, subject }: OutboxItem, network: Network): Promise<string | undefined> {
    const typed = notification.to === 'aanvrager' || notification.to === 'genodigde'
    const address = typed ? await deps.addresses.read(subject, now()) : staffAddress(notification, network)
    return address === undefined ? undefined : normalizeEmail(address)
  }

  function staffAddress(notification: Notification, network: Network): string | undefined {
    if (notification.to === 'triage') return network.triageEmail
    if (notification.to === 'plaatsvervanger') return network.plaatsvervangerEmail
    // Whoever left the network since leaves their mail to the coordinators.
    const person = network.mensen.find(({ id }) => 'person' in notification && id === notification.person)
    return person?.email ?? network.triageEmail
  }

  /**
   * What an agenda mail names; undefined for every other mail. The mail of the next meeting is put first: it names
   * what this meeting leaves undecided, and is cancelled when that is nothing.
   */
  async function agendaOf({ notification, requestId }: OutboxItem, network: Network): Promise<string[] | undefined> {
    if (notification.kind !== 'agenda') return undefined
    const references = await outbox.agenda(network.slug, notification.on)
    if (references.length > 0) await outbox.add({ ...nextAgendaMail(network, notification), now: now(), requestId })
    return references
  }

  async function cancel(mail: OutboxItem): Promise<void> {
    if (await outbox.cancel(mail)) log.info('Mail not needed', about(mail))
  }

  async function compose(notification: KnownNotification, service: About, to: string, { event, references }: Looked) {
    const { linkKeys } = await deps.secrets()
    const letter = { to, replyTo: service.network.antwoordEmail, date: now() }
    if (event && isEventNotification(notification)) {
      const { personal, page, unsubscribe } = eventLinksFor(notification, { baseUrl: deps.baseUrl, linkKeys })
      const shown = { ...service, link: personal, held: 0, event: { event, page, unsubscribe } }
      const calendar = calendarPart({ notification, event, to, from: deps.from, page, now: now() })
      const words = await render(notification, shown)
      return composeMime({ ...words, ...letter, unsubscribe, ...(calendar ? { calendar } : {}) }, deps.from)
    }
    const link = linkFor(notification, { baseUrl: deps.baseUrl, linkKeys })
    const digest = notification.kind === 'triage-overzicht'
    const held = digest ? await caps.heldSince(notification.network, new Date(notification.since)) : 0
    const words = await render(notification, { ...service, link, held, references })
    return composeMime({ ...words, ...letter }, deps.from)
  }

  async function hold(mail: OutboxItem, reason: HoldReason): Promise<void> {
    const ours = await outbox.hold(mail, reason)
    if (ours) log.warn('Mail held', { ...about(mail), reason })
  }

  /** One about the same answer waits already: the last of both leaves in its place. */
  async function together(mail: OutboxItem): Promise<boolean> {
    if (mail.mailId === lastMailId || !(await outbox.sendLast(mail))) return false
    log.info('Mail joined one that waits', about(mail))
    return true
  }

  async function later(mail: OutboxItem, at: Date): Promise<void> {
    if (mail.mailId === lastMailId) await outbox.retryAt(mail, at)
    else await outbox.sendLast(mail, at)
    log.info('Mail waits, only the last of these leaves', { ...about(mail), again: at.toISOString() })
  }

  /** Every failed try ends here: a throttled or unreachable SES, a refused message, a template that throws. */
  async function postpone(mail: OutboxItem, error: unknown): Promise<void> {
    const cause = { ...about(mail), ...causeOf(error) }
    if (isSendingPaused(error)) return await sitOut(mail, cause)
    const again = nextTry(new Date(mail.triedSince ?? mail.plannedAt), now())
    if (again) {
      await outbox.retryAt(mail, again)
      log.warn('Mail postponed', { ...cause, again: again.toISOString() })
    } else if (await outbox.fail(mail, 'opgegeven')) {
      log.error('Mail given up after 72 hours', cause)
    }
  }

  /** No mail leaves for anybody. The days of trying begin again after it, or every mail would be given up at its first hitch. */
  async function sitOut(mail: OutboxItem, cause: Record<string, unknown>): Promise<void> {
    const again = nextTryInPause(new Date(mail.plannedAt), now())
    await outbox.retryAt(mail, again, now())
    log.error(pausedLine, { ...cause, again: again.toISOString(), forPeople: pausedForPeople })
  }

  return async (keys, turn) => {
    const failed: MailKey[] = []
    const waiting = [...keys]
    for (const key of waiting) {
      try {
        // What a plan comes to leaves at once, as what is put for now does.
        if (isPlanKey(key)) waiting.push(...(await outbox.makeDue(key, now())))
        else await deliverOne(key, turn)
      } catch (error) {
        failed.push(key)
        log.error('Mail could not be handled', causeOf(error))
      }
    }
    return failed
  }
}

/** What is read when a mail leaves: the event it is about, or what is on the agenda. */
interface Looked {
  event: LoketEvent | undefined
  references: readonly string[] | undefined
}

/** Whose mail it is, and of which form; a mail about no request has none. */
interface About {
  network: Network
  form: Form | undefined
}

/** What may be logged of a mail: a draft's id is left out, it is part of an address that opens it. */
const about = ({ mailId, attempts, notification, requestId }: OutboxItem) => ({
  /** Of the request that caused it. */
  requestId,
  /** Of the run of the clockwork that handed it over; absent when the stream did. */
  sweep: currentRequestId(),
  mailId,
  attempts,
  kind: notification.kind,
  network: notification.network,
  ...('reference' in notification ? { reference: notification.reference } : {}),
})
