/** All that goes along with a move of a dossier: the overleg first, as a plan looks at who sits at its table. */
import type { Along } from './along.ts'
import { type AlongDeps, type Moving, overlegAlong } from './overleg-along.ts'
import { type PlanAlongDeps, planAlong } from './plan-along.ts'

export type GoesAlongDeps = AlongDeps & PlanAlongDeps

export async function goesAlong(deps: GoesAlongDeps, moving: Moving): Promise<Along> {
  const overleg = await overlegAlong(deps, moving)
  const { service, ...about } = moving
  const plan = await planAlong(deps, { ...about, form: service.form, decision: overleg.decision })
  return { decision: plan.decision, writes: [...overleg.writes, ...plan.writes] }
}
