/** What an answer does with the seats of its event: decided on what is read, stored on condition that it still is so. */
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { isOver } from '../../forms/kit/events/phases.ts'
import { type Given, type Invitee, isSeated, partyOf } from '../../forms/kit/events/rsvp.ts'
import { asCounted, countsSeats, isUncounted, waits } from '../../forms/kit/events/seats.ts'
import type { SeatStore } from './store/seat-hands.ts'
import { joinsLine, type SeatChange } from './store/seats.ts'

/** Who has a seat asks more of them than there are: nothing changes. */
export interface Short {
  /** Seats that are free for them, beside those they have. */
  short: number
}

export interface Seating {
  seat?: SeatChange
  /** Of who waits after this: their place in the line. Of an event that counts later: that they are counted. */
  held: Pick<Invitee, 'wacht' | 'counted'>
  /** They wait though there are seats for them: who waits before them may ask more than there are. */
  mayFit?: true
}

export type SeatDeps = Pick<SeatStore, 'read' | 'count'>

/** What happens to the seats when somebody answers this; `changed`: read again, and decide again. */
export async function seatingOf(
  seats: SeatDeps,
  event: LoketEvent,
  invitee: Invitee,
  given: Pick<Given, 'antwoord' | 'aantal' | 'collegas'>,
  now: Date,
): Promise<Seating | Short | 'changed'> {
  // From the start on nothing changes hands: who is kept informed then, leaves no seat to anybody.
  if (invitee.verdacht || isOver(event, now)) return { held: {} }
  // What was read of the event is older than what was read of them.
  if (!countsSeats(event)) return invitee.counted || invitee.wacht ? 'changed' : { held: {} }
  if (isUncounted(event, invitee)) {
    await seats.count(event.slug, [invitee])
    return 'changed'
  }
  const held = asCounted(event)
  if (waits(invitee)) return inLine(invitee, given, held)
  if (isSeated(invitee)) return seated(seats, event, invitee, given, held)
  return given.antwoord === 'ja' ? arriving(seats, event, invitee, partyOf(given), held, now) : { held }
}

type Held = Pick<Invitee, 'counted'>

/** Who waits keeps their place, with however many they are. */
function inLine(invitee: Invitee, given: Pick<Given, 'antwoord' | 'aantal' | 'collegas'>, held: Held): Seating {
  const { wacht: place = '' } = invitee
  const party = partyOf(invitee)
  if (given.antwoord !== 'ja') return { seat: { kind: 'leave', place, party }, held }
  const by = partyOf(given) - party
  return { ...(by === 0 ? {} : { seat: { kind: 'resize', place, by } }), held: { ...held, wacht: place } }
}

async function seated(
  seats: SeatDeps,
  { slug }: LoketEvent,
  invitee: Invitee,
  given: Pick<Given, 'antwoord' | 'aantal' | 'collegas'>,
  held: Held,
): Promise<Seating | Short> {
  const party = partyOf(invitee)
  if (given.antwoord !== 'ja') return { seat: { kind: 'free', party }, held }
  const more = partyOf(given) - party
  if (more === 0) return { held }
  if (more < 0) return { seat: { kind: 'free', party: -more }, held }
  const current = await seats.read(slug)
  if (!current || !joinsLine(current, more))
    return { seat: { kind: 'take', party: more, capaciteit: current?.capaciteit ?? 0 }, held }
  // What is free beside who waits, is for who waits.
  const { capaciteit, bezet } = current
  return { short: joinsLine(current, 0) ? 0 : Math.max(0, capaciteit - bezet) }
}

async function arriving(
  seats: SeatDeps,
  { slug }: LoketEvent,
  { id }: Invitee,
  party: number,
  held: Held,
  now: Date,
): Promise<Seating> {
  const current = await seats.read(slug)
  const capaciteit = current?.capaciteit ?? 0
  if (current && !joinsLine(current, party)) return { seat: { kind: 'take', party, capaciteit }, held }
  const place = `${now.toISOString()}#${id}`
  const fits = current !== undefined && current.bezet + party <= capaciteit
  return {
    seat: { kind: 'join', place, invitee: id, party, capaciteit },
    held: { ...held, wacht: place },
    ...(fits ? { mayFit: true } : {}),
  }
}
