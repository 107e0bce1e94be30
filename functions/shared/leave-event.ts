/** An invitee goes off the list of an event. Apart from answering, which the public app does too: that one may take nobody away. */
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import type { Invitee } from '../../forms/kit/events/rsvp.ts'
import type { RsvpDeps } from './answer-flow.ts'
import { handOutNow } from './hand-out.ts'
import { seatingOf } from './seating.ts'
import type { Leaving } from './store/invitee-erased.ts'
import { givesBack } from './store/seats.ts'

/**
 * A seat or a place in the line goes as if they had withdrawn; from the start on, or when it is cancelled, nobody gets it any
 * more. `takeAway` stores it in one transaction. `changed` when a neighbour was first: read again.
 */
export async function leaveEvent<Outcome extends string>(
  deps: RsvpDeps,
  { event, invitee }: { event: LoketEvent; invitee: Invitee },
  now: Date,
  takeAway: (leaving: Leaving) => Promise<Outcome | 'changed'>,
): Promise<Outcome | 'changed'> {
  const seating = await seatingOf(deps.seats, event, invitee, { antwoord: 'nee' }, now)
  // Who goes asks no seats, so there are never too few.
  if (seating === 'changed' || 'short' in seating) return 'changed'
  const { seat } = seating
  const outcome = await takeAway({ invitee, seat })
  if (outcome !== 'changed' && seat && givesBack(seat)) await handOutNow(deps, event, now)
  return outcome
}
