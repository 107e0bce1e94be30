/**
 * What whoever organises an event is mailed of it, one mail each (docs/decisions/010): counts and a link, never who answered
 * or what they wrote. Each is looked at when it leaves: what is not so any more is not said. Pure.
 */
import type { Mail } from '../post/mail.ts'
import { addDays, brusselsDate, nineOn } from '../time.ts'
import type { EventNotification, OrganiserNotification, OrganiserReason } from './event-notifications.ts'
import { closesAt, comingReminders, type LoketEvent } from './events.ts'
import { phaseOf } from './phases.ts'
import type { InviteeList } from './rsvp.ts'

type Of = Pick<LoketEvent, 'slug' | 'network' | 'organiser'>

/** Subject of all mail about one event to who organises it. */
export const organiserSubject = (slug: string): string => `ORGANISATOR-${slug}`

const about = ({ slug, network, organiser }: Of, why: OrganiserReason): OrganiserNotification => ({
  kind: 'organisator',
  to: 'medewerker',
  network,
  event: slug,
  why,
  ...(organiser === undefined ? {} : { person: organiser }),
})

/** At nine on the day after the deadline; an event that has begun by then is told at the closing itself, or not at all. */
function closedAt(event: LoketEvent): Date | undefined {
  const closes = closesAt(event)
  const morning = nineOn(brusselsDate(closes))
  return [morning, closes].find((at) => at >= closes && at.toISOString() < event.start)
}

/** Everything that waits for its moment; empty when nothing does any more, as of an event that is called off. */
export function organiserPlan(event: LoketEvent, now: Date): Mail[] {
  if (event.geannuleerd) return []
  const closed = closedAt(event)
  const tomorrow = comingReminders(event, now)[0]?.at
  return [
    ...(closed && closed > now ? [{ mailId: 'gesloten', notification: about(event, 'gesloten'), dueAt: closed }] : []),
    ...(tomorrow ? [{ mailId: 'morgen', notification: about(event, 'morgen'), dueAt: tomorrow }] : []),
  ]
}

/** The event and the invitee that a mail was about. */
export const whoseMail = ({ activiteit, genodigde, network }: EventNotification) => ({
  slug: activiteit,
  invitee: genodigde,
  network,
})

type Digest = Mail & { subject: string; dueAt: Date }

/**
 * One a day for all that comes back, at the next nine o'clock: a second mail that comes back finds this one there. Whoever feeds
 * it knows no more than the mail that came back.
 */
export function returnedDigest(of: Of, now: Date): Digest {
  const dueAt = nextNine(now)
  const mailId = `niet-aangekomen-${brusselsDate(dueAt)}`
  return { subject: organiserSubject(of.slug), mailId, notification: about(of, 'niet-aangekomen'), dueAt }
}

/** Likewise for what is said too late; at once when the event begins before that. */
export function lateDigest(event: LoketEvent, now: Date): Digest {
  const nine = nextNine(now)
  const dueAt = nine.toISOString() < event.start ? nine : now
  const mailId = `te-laat-${brusselsDate(dueAt)}`
  return { subject: organiserSubject(event.slug), mailId, notification: about(event, 'te-laat'), dueAt }
}

/** At once, and again only for another number of seats. */
export const fullMail = (event: LoketEvent, now: Date): Digest => ({
  subject: organiserSubject(event.slug),
  mailId: `volzet-${event.capaciteit ?? 0}`,
  notification: about(event, 'volzet'),
  dueAt: now,
})

function nextNine(now: Date): Date {
  const today = brusselsDate(now)
  return nineOn(today) > now ? nineOn(today) : nineOn(addDays(today, 1))
}

/** How an event stands when a mail about it leaves: counts only. */
export interface Standing {
  counts: Record<InviteeList, number>
  /** Only of an event with a capacity; people, with whom they bring. */
  seats?: { bezet: number; capaciteit: number; wachtend: number } | undefined
  /** People whose mail came back. */
  returned: number
}

/** Whether it is still so: `late`, its moment is over; `needless`, there is nothing to say. */
export function organiserUse(
  why: OrganiserReason,
  event: LoketEvent,
  { counts, seats, returned }: Standing,
  now: Date,
): 'yes' | 'late' | 'needless' {
  const phase = phaseOf(event, now)
  if (why === 'niet-aangekomen') return returned > 0 && phase !== 'voorbij' ? 'yes' : 'needless'
  if (phase === 'afgelast') return 'needless'
  if (phase === 'bezig' || phase === 'voorbij') return 'late'
  switch (why) {
    case 'gesloten':
      return phase === 'gesloten' ? 'yes' : 'needless'
    case 'te-laat':
      return counts.laat > 0 ? 'yes' : 'needless'
    case 'volzet':
      return seats && seats.bezet >= seats.capaciteit ? 'yes' : 'needless'
    case 'morgen':
      return addDays(brusselsDate(now), 1) === brusselsDate(new Date(event.start)) ? 'yes' : 'late'
  }
}
