/** A dossier is not closed as long as an afspraak of its plan goes on without anybody who does it (docs/overleg.md §10). */
import type { FC } from 'hono/jsx'
import { type Move, stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { withoutPerson } from '../../../forms/kit/plan/evaluate.ts'
import { isRunning } from '../../../forms/kit/plan/plan-mark.ts'
import { planPath } from '../../shared/work-paths.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { OpenFile } from '../dossier/access.ts'
import { notWithoutPerson } from './evaluation-words.ts'

type Deps = Pick<WorkspaceDeps, 'actionPlans' | 'overlegs' | 'now'>

/** Why this move cannot be made now; undefined where the plan lets it be. Two reads, of a dossier whose plan runs. */
export async function keptOpenBy(deps: Deps, { service, file: { dossier } }: OpenFile, { to }: Move) {
  const state = typeof to === 'string' ? stateOf(service.form.lifecycle, to) : undefined
  const ends = state?.closed && !state.withdrawn && !state.movedAway
  if (!ends || !dossier.actionPlan || !isRunning(dossier.actionPlan)) return undefined
  const { reference } = dossier
  const kept = await deps.actionPlans.read(reference, deps.now())
  const overleg = kept && (await deps.overlegs.readOpen(reference, kept.plan.overleg, deps.now()))
  const number = kept && overleg && withoutPerson({ plan: kept.plan, overleg })
  return number === undefined ? undefined : notWithoutPerson(number)
}

/** On the page of such a move: where it is mended. */
export const KeptOpenNote: FC<{ reference: string; reason: string | undefined }> = ({ reference, reason }) =>
  reason === undefined ? null : (
    <div class="note">
      <p>
        {`${reason}. `}
        <a href={planPath(reference, 'evaluatie')}>Naar de evaluatie</a>
      </p>
    </div>
  )
