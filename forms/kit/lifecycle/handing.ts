/** Giving a dossier to somebody and saying nothing else, so that several can go in one press. Pure. */
import type { AtWork } from '../absence.ts'
import type { Service } from '../form.ts'
import { refusalOf } from './allowed.ts'
import type { Dossier } from './dossier.ts'
import { type Move, movesIn } from './lifecycle.ts'
import { actsAtOnce } from './undo.ts'

/** Whether a move is of that kind. */
export const isHanding = ({ asks = [], callsService }: Move): boolean =>
  asks.length === 1 && asks[0] === 'persoon' && !callsService

/**
 * The move that does it; undefined when this person cannot, not without saying more, or not so that it can be taken back. Of a suspect
 * a person first says that it is real.
 */
export function handing({ form }: Pick<Service, 'form'>, dossier: Dossier, by: AtWork): Move | undefined {
  if (dossier.suspect) return undefined
  const move = movesIn(form.lifecycle, dossier.state).find((one) => isHanding(one) && !refusalOf(one, dossier, by))
  return move && !actsAtOnce({ form }, dossier, move) ? move : undefined
}
