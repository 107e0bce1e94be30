/** An invitee is forgotten on request. Apart from answering, which the public app does too: that one may erase nothing. */
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { isOver } from '../../forms/kit/events/phases.ts'
import type { Invitee } from '../../forms/kit/events/rsvp.ts'
import { type RsvpDeps, seatingOf } from './answer-flow.ts'
import type { Erasure, PersonalData } from './store/personal-data.ts'

/**
 * A seat or a place in the line goes as if they had withdrawn; from the start on, or when it is cancelled, nobody gets it
 * any more. `changed` when a neighbour was first: read again.
 */
export async function eraseInvitee(
  deps: RsvpDeps & { personalData: Pick<PersonalData, 'eraseInvitee'> },
  { event, invitee }: { event: LoketEvent; invitee: Invitee },
  about: Erasure,
): Promise<'erased' | 'changed'> {
  const seating = isOver(event, about.now) ? {} : await seatingOf(deps, event, invitee, { antwoord: 'nee' }, about.now)
  if (seating === 'changed') return 'changed'
  const { seat, promoted } = seating
  return deps.personalData.eraseInvitee({ invitee, seat, promoted }, about)
}
