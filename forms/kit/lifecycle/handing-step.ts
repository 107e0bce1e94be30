/** What follows when somebody hands out one of several dossiers, as the page they ticked it on had it. Pure. */
import { shownRevision } from './dossier.ts'
import { handing, isHanding } from './handing.ts'
import { isLastDone } from './last-done.ts'
import type { Move } from './lifecycle.ts'
import type { SentMove } from './move-step.ts'

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
