/** Whether a move can be made now, and by whom (docs/domain.md §1, §4). */
import type { Person } from '../network.ts'
import type { Dossier } from './dossier.ts'
import type { Move } from './lifecycle.ts'

/** Whether the dossier is such that this can happen to it. */
const isPossible = (
  { from, voorVerdacht, geraakt, geeftTerug, houder = geeftTerug && 'iemand' }: Move,
  { state, suspect, referral, holder }: Dossier,
): boolean =>
  from.includes(state) &&
  (!houder || (houder === 'iemand') === (holder !== undefined)) &&
  (!voorVerdacht || suspect) &&
  // Once the client is there, nobody asks again.
  !(geraakt && referral?.arrived)

/** A coordinator acts on everything of the network; others on what they hold, or what anybody may take. */
export const mayMove = ({ by, vrij }: Move, { holder }: Dossier, who: Person | 'aanvrager'): boolean =>
  who === 'aanvrager'
    ? by.includes('aanvrager')
    : by.includes(who.rol) &&
      (who.rol === 'coordinator' || holder === who.id || (vrij === true && holder === undefined))

/** `not-now`: not from this state; `not-you`: another role's, or another person's. */
export type Refusal = 'not-now' | 'not-you'

/** Why this person cannot make it now; undefined when they can. */
export function refusalOf(move: Move, dossier: Dossier, who: Person | 'aanvrager'): Refusal | undefined {
  if (!isPossible(move, dossier)) return 'not-now'
  return mayMove(move, dossier, who) ? undefined : 'not-you'
}
