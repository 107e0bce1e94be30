/**
 * A dossier that was given back, closed or called off while it had a plan goes on where its plan is, and not at its beginning: from
 * there a plan is agreed and evaluated (docs/overleg.md §10).
 */
import type { Form } from '../form.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import type { State } from '../lifecycle/lifecycle.ts'
import type { WorkingDays } from '../working-days.ts'

type Marks = Pick<Dossier, 'actionPlan' | 'overleg'>

/** Working days within which somebody looks at it again, where its plan names no day. */
const lookWithin = 2

/** `to`: where the move leads. A day of an overleg that is fixed comes first (forms/kit/overleg/along.ts). */
export function backAtPlan({ lifecycle, plan }: Form, { actionPlan, overleg }: Marks, to: string): string {
  const run = lifecycle.moves.find(({ action }) => action === plan?.moves.run)
  if (!run || to !== lifecycle.assigned || overleg?.state === 'vastgelegd') return to
  const [written = to] = run.from
  if (actionPlan?.version !== undefined) return typeof run.to === 'string' ? run.to : written
  return actionPlan || overleg?.state === 'gehouden' ? written : to
}

interface Today {
  /** Brussels date. */
  today: string
  days: WorkingDays
}

/** Brussels date of what is next where a plan that was agreed goes on; undefined for any other state. */
export function nextOfPlan({ lifecycle, plan }: Form, { actionPlan }: Marks, to: State, { today, days }: Today) {
  const run = lifecycle.moves.find(({ action }) => action === plan?.moves.run)
  if (!run || actionPlan?.version === undefined || (run.to !== to.name && !run.from.includes(to.name))) return undefined
  const { evaluationOn, waitsForOverleg } = actionPlan
  return evaluationOn === undefined || waitsForOverleg ? days.add(today, lookWithin) : evaluationOn
}
