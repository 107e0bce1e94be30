/** What a kind of mail consists of, and the families of kinds (kinds.ts is the table). */
import type { AnyContext, ContextOf, EventMail, NotificationOf, Words } from '../../emails/content.ts'
import { findForm } from '../../forms/index.ts'
import type { NetworkContent } from '../../forms/kit/content.ts'
import type { EventNotification } from '../../forms/kit/events/event-notifications.ts'
import { erasedAt, isReminderPast, type LoketEvent } from '../../forms/kit/events/events.ts'
import { isOver, may } from '../../forms/kit/events/phases.ts'
import { tellingMails } from '../../forms/kit/events/rsvp-mails.ts'
import { oldForm } from '../../forms/kit/lifecycle/old-form.ts'
import type { Network } from '../../forms/kit/network.ts'
import type { MailedKind } from '../../forms/kit/post/notifications.ts'
import type { Absences } from '../shared/store/absences.ts'
import type { ActionPlans } from '../shared/store/action-plans.ts'
import type { Addresses } from '../shared/store/addresses.ts'
import type { Standings } from '../shared/store/event-standing.ts'
import type { Events } from '../shared/store/events.ts'
import type { Outbox } from '../shared/store/outbox.ts'
import type { OutboxItem } from '../shared/store/outbox-item.ts'
import type { Overlegs } from '../shared/store/overlegs.ts'
import type { Overviews } from '../shared/store/overviews.ts'
import type { OwnTasks } from '../shared/store/own-tasks.ts'
import type { Queue } from '../shared/store/queue.ts'
import type { Audience } from './audience.ts'
import type { CalendarEntry } from './calendar.ts'
import type { Caps } from './caps.ts'
import { eventLinksFor, type linkFor } from './link-for.ts'

type LinkSettings = Parameters<typeof linkFor>[1]

/** Where a kind may look when it leaves. */
export interface Sources extends LinkSettings {
  outbox: Pick<Outbox, 'add' | 'addAll' | 'agenda' | 'cameBack'>
  absences: Pick<Absences, 'of'>
  addresses: Pick<Addresses, 'awaited' | 'former'>
  events: Pick<Events, 'read'>
  /** Counts of the lists of an event, and never a line of one. */
  standings: Standings
  overlegs: Pick<Overlegs, 'readFor' | 'reach'>
  actionPlans: Pick<ActionPlans, 'readFor'>
  /** Counts of lists, and never a line of one. */
  queue: Pick<Queue, 'count' | 'countReturned'>
  /** Counts, likewise. */
  ownTasks: Pick<OwnTasks, 'count'>
  overviews: Pick<Overviews, 'isWanted'>
  heldSince: Caps['heldSince']
  network: Network
  content: NetworkContent
  now: Date
}

export type Due<Kind extends MailedKind> = OutboxItem & { notification: NotificationOf<Kind> }

/**
 * Whether it still goes out: `late`, it would do more harm than good; `needless`, there is nothing to say or nobody to hear it;
 * `waits`, it may leave once somebody says so, and is tried again until then.
 */
export type Use = 'yes' | 'late' | 'needless' | 'waits'

/** What was read for its words, beside what is there for every mail. */
type Look<Kind extends MailedKind> = Omit<ContextOf<Kind>, keyof AnyContext>

interface Parts<Kind extends MailedKind> {
  /** To whose address it goes, perhaps by what was seen. */
  audience: (notification: NotificationOf<Kind>, look: Look<Kind>) => Audience
  /** What is read when it leaves, so that it is right then. */
  look: (mail: Due<Kind>, sources: Sources) => Look<Kind> | Promise<Look<Kind>>
  stillUseful: (mail: Due<Kind>, look: Look<Kind>, sources: Sources) => Use | Promise<Use>
  words: (notification: NotificationOf<Kind>, context: ContextOf<Kind>) => Words
  /** What it puts in a calendar, or takes out of it. */
  entry?: (notification: NotificationOf<Kind>, look: Look<Kind>, sources: Sources) => CalendarEntry | undefined
}

/** A mail that was looked at: its parts, with what was seen in them. */
export interface Seen {
  audience: Audience
  use: Use
  words: (every: AnyContext) => Words
  /** The way out of all mail about an event. */
  unsubscribe?: string
  entry?: CalendarEntry | undefined
}
export type See<Kind extends MailedKind> = (mail: Due<Kind>, sources: Sources) => Promise<Seen>

/** Puts the parts of one kind together, each with what its own look gave. */
export const kind =
  <Kind extends MailedKind>({ audience, look, stillUseful, words, entry }: Parts<Kind>): See<Kind> =>
  async (mail, sources) => {
    const seen = await look(mail, sources)
    return {
      audience: audience(mail.notification, seen),
      use: await stillUseful(mail, seen, sources),
      // A context is what every mail has and what was seen: TypeScript does not add the two up for a kind it does not know.
      words: (every) => words(mail.notification, { ...every, ...seen } as ContextOf<Kind>),
      entry: entry?.(mail.notification, seen, sources),
      ...('event' in seen ? { unsubscribe: (seen.event as EventMail).unsubscribe } : {}),
    }
  }

export const always = (): Use => 'yes'

/** A form that is gone keeps its name. */
export const itsForm = ({ notification: { form } }: { notification: { form: string } }) => ({
  form: findForm(form) ?? oldForm(form),
})

/** Mail to this address came back before: what only reminds somebody is not sent there again. */
export const addressCameBack = async ({ subject }: OutboxItem, { overlegs, now }: Sources): Promise<boolean> =>
  (await overlegs.reach(subject, now))?.cameBackAt !== undefined

/** Nothing but the notification. */
export const nothing = () => ({})

type AboutEvent = OutboxItem & { notification: EventNotification }

export async function itsEvent({ notification }: AboutEvent, { events, ...links }: Sources) {
  const event = await events.read(notification.activiteit)
  if (!event) throw new Error('A mail names an unknown event')
  const { page, unsubscribe } = eventLinksFor(notification, links)
  return { event: { event, page, unsubscribe } }
}

type Seeing = { event: { event: LoketEvent } }

/** Until the event is no longer open: an invitation to answer. */
export const whileOpen = (_: AboutEvent, { event: { event } }: Seeing, { now }: Sources): Use =>
  may('invite', event, now) ? 'yes' : 'late'

/** Of what is cancelled another mail says so; after this one a calendar would hold it again. */
export const unlessCancelled = (_: AboutEvent, { event: { event } }: Seeing): Use =>
  event.geannuleerd ? 'needless' : 'yes'

/** The same, and once it began nobody gets a seat, or looks where to be. */
export const beforeStart = (mail: AboutEvent, seen: Seeing, { now }: Sources): Use =>
  seen.event.event.geannuleerd || !isOver(seen.event.event, now) ? unlessCancelled(mail, seen) : 'late'

/** An attest, as long as the name of who was there is kept. */
export const whileKept = (mail: AboutEvent, seen: Seeing, { now }: Sources): Use => {
  const end = erasedAt(seen.event.event, 'ja')
  return end === undefined || now < end ? unlessCancelled(mail, seen) : 'late'
}

/** Of a reminder: neither past, nor to an address that a mail about the same event came back from. */
export const reminderOf =
  (antwoord: 'ja' | undefined) =>
  async (mail: AboutEvent, { event: { event } }: Seeing, { outbox, now }: Sources): Promise<Use> => {
    const { mailId, subject, plannedAt, notification } = mail
    if (isReminderPast(event, mailId, new Date(plannedAt), now)) return 'late'
    const telling = tellingMails({ antwoord, revisie: notification.revisie, laat: undefined })
    const others = telling.filter((id) => id !== mailId)
    return (await outbox.cameBack(subject, others)) ? 'needless' : 'yes'
  }
