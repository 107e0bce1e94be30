/**
 * Whose seats are counted (docs/decisions/010). An event that once had a number
 * of seats counts them for good: without a number there is a seat for everybody.
 */
import { counted } from '../counted.ts'
import type { FieldError } from '../questions/page.ts'
import type { LoketEvent } from './events.ts'
import { headsIn, type Invitee, isSeated } from './rsvp.ts'

type Counting = Pick<LoketEvent, 'capaciteit' | 'seatsSince'>

/** Answers change the count. */
export const countsSeats = ({ capaciteit, seatsSince }: Counting): boolean =>
  capaciteit !== undefined || seatsSince !== undefined

/** Since when the event counts after this change: 0 from the start; undefined as long as it never had a number of seats. */
export function seatsSinceOf(before: Counting, after: Pick<LoketEvent, 'capaciteit' | 'revisie'>): number | undefined {
  if (before.seatsSince !== undefined) return before.seatsSince
  if (before.capaciteit !== undefined) return 0
  return after.capaciteit === undefined ? undefined : after.revisie
}

/** Whether the count may lack people who said yes before there was one. */
const countsLater = ({ seatsSince = 0 }: Pick<LoketEvent, 'seatsSince'>): boolean => seatsSince > 0

/** Has seats that are not in the count yet. */
export const isUncounted = (event: Pick<LoketEvent, 'seatsSince'>, invitee: Invitee): boolean =>
  countsLater(event) && isSeated(invitee) && !invitee.counted

/** What is kept of somebody whose seats, if any, are in the count. */
export const asCounted = (event: Pick<LoketEvent, 'seatsSince'>): Pick<Invitee, 'counted'> =>
  countsLater(event) ? { counted: true } : {}

/** The same person, counted; a change like any other, so that nobody writes over it. */
export const withCount = (invitee: Invitee): Invitee => ({ ...invitee, counted: true, revisie: invitee.revisie + 1 })

/** How many people sit, and how many wait, where no count of seats says so. */
export const peopleAmong = (invitees: readonly Invitee[]): { bezet: number; wachtend: number } => ({
  bezet: headsIn(invitees.filter(isSeated)),
  wachtend: headsIn(invitees.filter(waits)),
})

/** Said yes, and is in line. */
export const waits = ({ antwoord, wacht, verdacht }: Invitee): boolean =>
  antwoord === 'ja' && wacht !== undefined && !verdacht

/** To who has a seat and asks more than there are: their answer is not changed. */
export function tooFew({ metHoeveel }: Pick<LoketEvent, 'metHoeveel'>, free: number): FieldError {
  const left =
    free === 0
      ? 'Er is geen plaats meer vrij.'
      : `Er ${free === 1 ? 'is' : 'zijn'} nog maar ${counted(free, 'plaats', 'plaatsen')} vrij.`
  return { name: metHoeveel ? 'aantal' : 'collega', message: `${left} Uw antwoord blijft zoals het was.` }
}
