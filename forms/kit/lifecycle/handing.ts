/** The move that gives a dossier to somebody and asks nothing else, so that several can go in one press. Pure. */
import type { AtWork } from '../absence.ts'
import { refusalOf } from './allowed.ts'
import type { Dossier } from './dossier.ts'
import { type Lifecycle, type Move, movesIn } from './lifecycle.ts'

/** Undefined when this person cannot give it, or not without saying more; and of a suspect a person first says that it is real. */
export function handing(lifecycle: Lifecycle, dossier: Dossier, by: AtWork): Move | undefined {
  if (dossier.suspect) return undefined
  return movesIn(lifecycle, dossier.state).find(
    ({ asks = [], callsService, ...move }) =>
      asks.length === 1 &&
      asks[0] === 'persoon' &&
      !callsService &&
      refusalOf({ asks, ...move }, dossier, by) === undefined,
  )
}
