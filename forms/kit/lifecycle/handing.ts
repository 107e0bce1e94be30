/** Giving a dossier to somebody and saying nothing else, so that several can go in one press. Pure. */
import type { AtWork } from '../absence.ts'
import type { Service } from '../form.ts'
import { refusalOf } from './allowed.ts'
import { type Dossier, shownRevision } from './dossier.ts'
import { type Move, movesIn } from './lifecycle.ts'
import { isLastDone, type SentMove } from './move-step.ts'
import { actsAtOnce } from './undo.ts'

const isHanding = ({ asks = [], callsService }: Move): boolean =>
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

interface Handing extends Pick<SentMove, 'service' | 'dossier' | 'history' | 'person'> {
  /** As the page had it: the revision, and the id of who held it. */
  sent: { revision: string | undefined; holder: string | undefined }
  /** Id of who gets it. */
  to: string
}

export type HandingStep =
  | { kind: 'make'; move: Move }
  /** A second press of the button: it is done, and not done twice. */
  | { kind: 'done' }
  /** Somebody was first: `takenBy`, the id of who has it now. */
  | { kind: 'changed'; takenBy: string | undefined }
  /** They have it already. */
  | { kind: 'theirs' }
  | { kind: 'impossible' }

/** What follows for one of them. */
export function handingStep({ service, dossier, history, person, sent, to }: Handing): HandingStep {
  const revision = shownRevision(dossier, sent.revision)
  const before = service.form.lifecycle.moves.filter(isHanding)
  const isDone = before.some(({ action }) => isLastDone(history, { who: person.id, what: action, person: to }))
  if (isDone && revision === dossier.revision - 1) return { kind: 'done' }
  const { holder } = dossier
  if (revision !== dossier.revision)
    return { kind: 'changed', takenBy: holder !== undefined && holder !== sent.holder ? holder : undefined }
  if (holder === to) return { kind: 'theirs' }
  const move = handing(service, dossier, person)
  return move ? { kind: 'make', move } : { kind: 'impossible' }
}
