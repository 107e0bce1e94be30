/** An invitee is forgotten on request. Apart from answering, which the public app does too: that one may erase nothing. */
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { isOver } from '../../forms/kit/events/phases.ts'
import type { Invitee } from '../../forms/kit/events/rsvp.ts'
import type { RsvpDeps } from './answer-flow.ts'
import { handOutNow } from './hand-out.ts'
import { seatingOf } from './seating.ts'
import type { Erasure, PersonalData } from './store/personal-data.ts'
import { givesBack } from './store/seats.ts'

/**
 * A seat or a place in the line goes as if they had withdrawn; from the start on, or when it is cancelled, nobody gets it
 * any more. `changed` when a neighbour was first: read again.
 */
export async function eraseInvitee(
  deps: RsvpDeps & { personalData: Pick<PersonalData, 'eraseInvitee'> },
  { event, invitee }: { event: LoketEvent; invitee: Invitee },
  about: Erasure,
): Promise<'erased' | 'changed'> {
  const seating = isOver(event, about.now) ? { held: {} } : await seatingOf(deps.seats, event, invitee, gone, about.now)
  // Who goes asks no seats, so there are never too few.
  if (seating === 'changed' || 'short' in seating) return 'changed'
  const { seat } = seating
  const erased = await deps.personalData.eraseInvitee({ invitee, seat }, about)
  if (erased === 'erased' && seat && givesBack(seat)) await handOutNow(deps, event, about.now)
  return erased
}

const gone = { antwoord: 'nee' } as const
