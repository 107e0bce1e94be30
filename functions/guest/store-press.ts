/** Stores what a guest says of something they do, on condition that it runs still and that they said nothing else meanwhile. */
import { planSaidOf } from '../../forms/kit/plan/plan-said.ts'
import { press } from '../../forms/kit/plan/press.ts'
import type { Press } from '../../forms/kit/plan/press-form.ts'
import type { GuestDeps } from './deps.ts'
import type { LinkedPlan } from './open-plan.ts'

/** `changed`: look again; `refused`: it is not theirs (any more), or it is over. */
type StoredPress = 'stored' | 'same' | 'changed' | 'refused'

export async function storePress(
  { actionPlans }: Pick<GuestDeps, 'actionPlans'>,
  { kept: { plan, said }, who }: LinkedPlan,
  { afspraak, as }: Press,
  now: Date,
): Promise<StoredPress> {
  const decision = press(plan, planSaidOf(said, who.id), afspraak, as, now)
  if (decision.kind !== 'said') return decision.kind
  return actionPlans.answer({ plan, said: decision.said, linkVersion: who.linkVersion, now })
}
