/** What a guest says of something they do or help with, along their link: it stays until they say something else (docs/overleg.md §9). */
import { type ActionPlan, isOver } from './action-plan.ts'
import type { PlanSaid, Stand } from './plan-said.ts'
import { ownAfspraken, runningOf } from './who-sees.ts'

export type PressDecision =
  | { kind: 'said'; said: PlanSaid }
  /** They said so already. */
  | { kind: 'same' }
  /** Not theirs, dropped since, or nothing runs. */
  | { kind: 'refused' }

export function press(plan: ActionPlan, before: PlanSaid, afspraak: string, stand: Stand, now: Date): PressDecision {
  const running = runningOf(plan)
  const own = running && ownAfspraken(running, before.participant).some(({ id }) => id === afspraak)
  if (!own || isOver(plan, afspraak)) return { kind: 'refused' }
  if (before.stands[afspraak]?.stand === stand) return { kind: 'same' }
  const stands = { ...before.stands, [afspraak]: { stand, at: now.toISOString() } }
  return { kind: 'said', said: { ...before, revision: before.revision + 1, stands } }
}
