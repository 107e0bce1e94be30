/** What a dossier asks with its overleg, its plan, its calls: the same lines as in "Mijn week", of one dossier. */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { linesOf, ownStep, readTasks } from '../overleg/tasks.ts'
import { ownPlanStep, planLinesOf, readPlanTasks } from '../plan/tasks.ts'
import type { DerivedTask } from './next-step.ts'

type Deps = Pick<WorkspaceDeps, 'overlegs' | 'actionPlans' | 'unseal' | 'logFailure' | 'random'>

/** The view is written down before. `next`: its own next step, where the overleg or the plan does not say it better. */
export async function derivedTasks(
  deps: Deps,
  dossier: Dossier,
  next: DerivedTask | undefined,
  now: Date,
): Promise<DerivedTask[]> {
  const [ofOverleg, ofPlan] = await Promise.all([readTasks(deps, [dossier], now), readPlanTasks(deps, [dossier], now)])
  const lines = await Promise.all([
    ...ofOverleg.map((one) => linesOf(deps, one)),
    ...ofPlan.map((one) => planLinesOf(deps, one)),
  ])
  const step = ofOverleg.map((one) => ownStep(one, now))[0] ?? ofPlan.map(ownPlanStep)[0]
  const own = step ? { text: step.text, on: step.on ?? next?.on, path: step.path } : next
  return [...(own?.text === undefined ? [] : [{ ...own, text: own.text }]), ...lines.flat()]
}
