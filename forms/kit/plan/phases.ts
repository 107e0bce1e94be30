/** How far a dossier came, as the trajectengids draws it: derived, nobody types it (docs/overleg.md §9). */
import type { ActionPlan } from './action-plan.ts'
import { type PlanSaidBy, planSaidOf } from './plan-said.ts'
import { openAfspraken } from './who-sees.ts'

export const phases = ['onderzoek', 'diagnose', 'plan', 'uitvoer', 'opvolging'] as const
export type Phase = (typeof phases)[number]

/** `today`: in Brussels. */
export function phaseOf(plan: ActionPlan | undefined, said: PlanSaidBy, today: string): Phase {
  if (!plan) return 'onderzoek'
  const { running, goals } = plan
  if (!running) return goals.some(({ wanneer }) => wanneer !== undefined) ? 'diagnose' : 'onderzoek'
  if (plan.state !== 'loopt' || running.evaluationOn <= today || plan.waitsForOverleg) return 'opvolging'
  return openIn(plan, said).length > 0 ? 'uitvoer' : 'plan'
}

/** The afspraken of what runs that nobody did or dropped yet. */
export function openIn(plan: ActionPlan, said: PlanSaidBy) {
  return openAfspraken(plan).filter(({ id, wie }) => planSaidOf(said, wie).stands[id]?.stand !== 'gedaan')
}
