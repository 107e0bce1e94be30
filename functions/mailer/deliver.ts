/**
 * Takes mails from the outbox and sends them: claim → its kind (kinds.ts) → caps → MIME → SES → sent. Whatever goes wrong, the mail
 * stays in the outbox: due again, held or failed where a person sees it, never dropped.
 */
import { inPlaceOfColleague } from '../../emails/in-place.ts'
import { mailOf } from '../../emails/render.ts'
import { findNetwork } from '../../forms/index.ts'
import { normalizeEmail } from '../../forms/kit/contact.ts'
import { isEventNotification } from '../../forms/kit/events/event-notifications.ts'
import type { Network } from '../../forms/kit/network.ts'
import { daysOf } from '../../forms/kit/network-days.ts'
import type { MailedNotification } from '../../forms/kit/post/notifications.ts'
import { epochSeconds, secondsPerDay } from '../../forms/kit/time.ts'
import { belgianDays } from '../../forms/kit/working-days.ts'
import { causeOf, type Log } from '../shared/log.ts'
import { mailTags } from '../shared/mail-tags.ts'
import { currentRequestId } from '../shared/request.ts'
import type { ReadSecrets } from '../shared/secrets.ts'
import { pausedForPeople, pausedLine } from '../shared/sending-paused.ts'
import type { Absences } from '../shared/store/absences.ts'
import type { ActionPlans } from '../shared/store/action-plans.ts'
import type { Addresses } from '../shared/store/addresses.ts'
import type { Contents } from '../shared/store/contents.ts'
import type { Standings } from '../shared/store/event-standing.ts'
import type { Events } from '../shared/store/events.ts'
import { bulkPartition, duePartition } from '../shared/store/indexes.ts'
import { isPlanKey } from '../shared/store/keys.ts'
import type { MailKey, Outbox } from '../shared/store/outbox.ts'
import { type HoldReason, lastMailId, type OutboxItem } from '../shared/store/outbox-item.ts'
import type { Overlegs } from '../shared/store/overlegs.ts'
import { addressesOf } from './audience.ts'
import { calendarPart } from './calendar.ts'
import { createCaps, tellsStanding } from './caps.ts'
import type { Seen, Sources } from './kind.ts'
import { see } from './kinds.ts'
import { linkFor } from './link-for.ts'
import { composeMime } from './mime.ts'
import { nextTry, nextTryInPause } from './retry.ts'
import { type DueRound, takeApart } from './round.ts'
import { isSendingPaused, type SendMail } from './ses.ts'

export interface DeliverDeps {
  outbox: Outbox
  /** Where mail to somebody who typed an address goes. */
  addresses: Pick<Addresses, 'readKept' | 'awaited' | 'former' | 'forgetFormer'>
  /** What mail about an event says of it, as it is when the mail leaves. */
  events: Pick<Events, 'read'>
  /** How an event stands, in counts. */
  standings: Standings
  /** Who works for a network, its mailboxes and what its aanbod says, as they are when a mail leaves. */
  contents: Pick<Contents, 'of' | 'forget'>
  /** Who is away, and who stands in. */
  absences: Pick<Absences, 'of'>
  /** What mail about an overleg says of it; what is sealed stays so. */
  overlegs: Pick<Overlegs, 'readFor' | 'reach'>
  actionPlans: Pick<ActionPlans, 'readFor'>
  /** What the overview of a day counts, and to whom it goes. */
  queue: Sources['queue']
  ownTasks: Sources['ownTasks']
  overviews: Sources['overviews']
  send: SendMail
  /**
   * Whether a mail about an event may leave now; otherwise it joins the mails to many, and mail about requests passes it. Absent: all
   * leave at once.
   */
  eventTurn?: () => Promise<boolean>
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
      if (mail.notification.kind === 'verouderd') return await hold(mail, 'verouderd')
      const back = await outbox.takenBack(mail, now())
      if (back === 'yes') return await cancel(mail)
      if (back !== 'no') return await wait(mail, back.until)
      if (mail.notification.kind === 'overleg-ronde') return await apart({ ...mail, notification: mail.notification })
      if (!turn && mail.notification.to === 'genodigde' && deps.eventTurn && !(await deps.eventTurn()))
        return await joinMany(mail)
      const network = findNetwork(mail.notification.network)
      // A network that is gone has no people to hold its mail for: it is tried again, and the alarm tells.
      if (!network) throw new Error('A mail names an unknown network')
      const known = { ...mail, notification: mail.notification }
      const sources = await sourcesFor(network, known.notification)
      const seen = await see(known, sources)
      if (seen.use === 'late') return await skip(mail)
      if (seen.use === 'needless') return await cancel(mail)
      if (seen.use === 'waits') return await postpone(mail, { waits: true })
      const found = await addressesFor(mail, seen, sources)
      if ('missing' in found) return await postpone(mail, found)
      const { to } = found
      if (!to) return await hold(mail, 'geen-adres')
      if (tellsStanding(mail.notification) && (await together(mail))) return
      const restraint = await caps.restraint(mail, to, now())
      if (restraint && 'later' in restraint) return await later(mail, restraint.later)
      if (restraint) return await hold(mail, restraint.hold)
      const mime = await compose(known, seen, { ...found, to }, sources)
      await turn?.()
      messageId = await send({ to, mime, tags: mailTags(mail) })
    } catch (error) {
      return isSendingPaused(error) ? await sitOut(mail, error) : await postpone(mail, causeOf(error))
    }
    const ours = await outbox.sent(mail, { now: now(), messageId })
    if (mail.notification.to === 'genodigde') await countSent(mail)
    await forgetFormer(mail)
    if (ours) log.info('Mail sent', about(mail))
    else log.warn('Mail sent after its lease: it may arrive twice', about(mail))
  }

  async function sourcesFor(network: Network, notification: Known['notification']): Promise<Sources> {
    const { linkKeys } = await deps.secrets()
    const { baseUrl, events, standings, overlegs, actionPlans, queue, ownTasks, overviews, absences, addresses } = deps
    // Somebody changed the content a moment ago, and this mail is about that: what was read before will not do.
    if (changesContent(notification)) deps.contents.forget(network)
    const content = await deps.contents.of(network)
    return {
      ...{ outbox, events, standings, overlegs, actionPlans, queue, ownTasks, overviews, absences, addresses },
      heldSince: caps.heldSince,
      ...{ network, content, now: now(), baseUrl, linkKeys },
    }
  }

  async function apart(round: DueRound): Promise<void> {
    if (await takeApart(outbox, round, now())) log.info('Round became mails', about(round))
  }

  async function joinMany(mail: OutboxItem): Promise<void> {
    if (await outbox.joinMany(mail, now())) log.info('Mail joined those to many', about(mail))
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

  /** An address that does not count any more was kept for this one mail. */
  async function forgetFormer({ subject, notification }: OutboxItem): Promise<void> {
    if (notification.kind !== 'gegevens' || notification.what !== 'adres') return
    await deps.addresses.forgetFormer(subject, notification.linkVersion)
  }

  /** Exactly one address; checked again here, where it would otherwise become an envelope. */
  async function addressesFor({ subject }: OutboxItem, { audience }: Seen, { network, content }: Sources) {
    const { addresses } = deps
    let linkVersion: number | undefined
    const found = await addressesOf(audience, {
      ...{ content, now: now() },
      typedAddress: async () => {
        const kept = await addresses.readKept(subject, now())
        linkVersion = kept?.linkVersion
        return kept?.email
      },
      awaitedAddress: (asked) => addresses.awaited(subject, asked, now()),
      formerAddress: (version) => addresses.former(subject, version),
      absenceOf: (person) => deps.absences.of({ network: network.slug, person }),
    })
    if ('missing' in found) return found
    return { ...found, linkVersion, to: found.to === undefined ? undefined : normalizeEmail(found.to) }
  }

  async function cancel(mail: OutboxItem): Promise<void> {
    if (await outbox.cancel(mail)) log.info('Mail not needed', about(mail))
  }

  async function compose(known: Known, seen: Seen, { inPlace, linkVersion, ...to }: Letter, sources: Sources) {
    const notification = withLink(known.notification, linkVersion)
    const { network, content, now: leavesAt, ...links } = sources
    const { words, unsubscribe, entry } = seen
    const { from, baseUrl } = deps
    const letter = { ...to, date: leavesAt, ...(unsubscribe ? { unsubscribe } : {}) }
    const link = linkFor(notification, links)
    const said = words({ network, content, link, now: leavesAt, decidedAt: new Date(known.createdAt) })
    const mail = await mailOf(inPlace ? inPlaceOfColleague(said) : said, network)
    const calendar = entry && calendarPart({ entry, to: to.to, from, baseUrl, now: leavesAt })
    const sender = { address: from, network: network.name }
    return composeMime({ ...mail, ...letter, ...(calendar ? { calendar } : {}) }, sender)
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

  /** What took it back can be taken back itself: it is looked at again then. */
  async function wait(mail: OutboxItem, until: Date): Promise<void> {
    await outbox.retryAt(mail, until)
    log.info('Mail waits for its move', { ...about(mail), again: until.toISOString() })
  }

  async function later(mail: OutboxItem, at: Date): Promise<void> {
    if (mail.mailId === lastMailId) await outbox.retryAt(mail, at)
    else await outbox.sendLast(mail, at)
    log.info('Mail waits, only the last of these leaves', { ...about(mail), again: at.toISOString() })
  }

  /** Every failed try ends here: a mailbox nobody filled in, an unreachable SES, a refused message, a template that throws. */
  async function postpone(mail: OutboxItem, why: object): Promise<void> {
    const cause = { ...about(mail), ...why }
    const again = nextTry(new Date(mail.triedSince ?? mail.plannedAt), now())
    if (again) {
      await outbox.retryAt(mail, again)
      log.warn('Mail postponed', { ...cause, again: again.toISOString() })
    } else if (await outbox.fail(mail, 'opgegeven')) {
      log.error('Mail given up after 72 hours', cause)
    }
  }

  /** No mail leaves for anybody. The days of trying begin again after it, or every mail would be given up at its first hitch. */
  async function sitOut(mail: OutboxItem, error: unknown): Promise<void> {
    const cause = { ...about(mail), ...causeOf(error) }
    const again = nextTryInPause(new Date(mail.plannedAt), now())
    await outbox.retryAt(mail, again, now())
    log.error(pausedLine, { ...cause, again: again.toISOString(), forPeople: pausedForPeople })
  }

  /** Of a network that is gone nothing is closed; its mail finds out that it is gone. */
  async function daysFor(slug: string) {
    const network = findNetwork(slug)
    return network ? daysOf(network, await deps.contents.of(network)) : belgianDays
  }

  return async (keys, turn) => {
    const failed: MailKey[] = []
    const waiting = [...keys]
    for (const key of waiting) {
      try {
        // What a plan comes to leaves at once, as what is put for now does.
        if (isPlanKey(key)) waiting.push(...(await outbox.makeDue(key, now(), daysFor)))
        else await deliverOne(key, turn)
      } catch (error) {
        failed.push(key)
        log.error('Mail could not be handled', causeOf(error))
      }
    }
    return failed
  }
}

type Known = OutboxItem & { notification: MailedNotification }

/** To somebody who was let in, or a mailbox that was asked for: by a change of the network's content. */
const changesContent = ({ kind, to }: Known['notification']): boolean => kind === 'toegang' || to === 'postbus'

/** Whom it is to, and where an answer is read. */
type Letter = Pick<Parameters<typeof composeMime>[0], 'to' | 'replyTo'> & {
  /** Of somebody who is away. */
  inPlace?: true
  /** The links that count for this address, where it is newer than the mail. */
  linkVersion?: number | undefined
}

/** Whoever asked may have another address, with other links, since the mail was promised; who changed it could not read what waits. */
const withLink = (notification: Known['notification'], linkVersion = 0): Known['notification'] =>
  notification.to === 'aanvrager' && notification.linkVersion < linkVersion
    ? { ...notification, linkVersion }
    : notification

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
