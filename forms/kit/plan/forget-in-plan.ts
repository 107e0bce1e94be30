/** Somebody of the table asks to be forgotten: what the plan holds of them is that an afspraak was theirs, by an id without a name (docs/overleg.md §8). */
import { promise } from '../post/mail.ts'
import type { ActionPlan } from './action-plan.ts'
import type { FollowedPlan } from './follow-plan.ts'

/** What they were mailed, and what the client let them read. What was agreed stays as it was: ids are all it holds of them. */
export function withoutSeat(plan: ActionPlan, id: string): ActionPlan {
  const { [id]: _, ...told } = plan.told
  const others = (ids: readonly string[]) => ids.filter((one) => one !== id)
  const { running } = plan
  return {
    ...plan,
    told,
    ...(running ? { running: { ...running, whole: others(running.whole), reasons: others(running.reasons) } } : {}),
  }
}

/** The same of who is at no table that the plan goes by; undefined when nothing of it changes, so that nobody's page grows stale. */
export function forgetInPlan(plan: ActionPlan, id: string): FollowedPlan | undefined {
  const without = withoutSeat(plan, id)
  if (JSON.stringify(without) === JSON.stringify(plan)) return undefined
  return { plan: { ...without, revision: plan.revision + 1 }, mails: promise() }
}
