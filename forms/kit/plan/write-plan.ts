/** A plan while it is written: kept half-way, as often as people like; nothing leaves (docs/overleg.md §9). */
import type { Act } from '../overleg/decision.ts'
import { clients, type Overleg } from '../overleg/overleg.ts'
import { promise } from '../post/mail.ts'
import { type ActionPlan, type Afspraak, actionPlanStates, type Goal } from './action-plan.ts'
import { type PlanDecision, type PlanNow, refusedPlan } from './plan-decision.ts'
import type { GoalTexts, PlanTexts } from './plan-texts.ts'

/** As the page of the plan says it. */
export interface PlanInput {
  goals: readonly (Goal & { texts: GoalTexts })[]
  /** Without an id: new. */
  afspraken: readonly (Omit<Afspraak, 'id'> & { id?: string | undefined; wat: string })[]
  evaluationOn?: string | undefined
}

/** Stopped or closed: nothing is written any more. */
export const isEnded = ({ state }: Pick<ActionPlan, 'state'>): boolean =>
  actionPlanStates.indexOf(state) > actionPlanStates.indexOf('loopt')

/** Whether there can be a plan: the overleg was held with a client, or the client did not want to be there. */
export function canBegin({ state, present = {}, clientDeclines, ...overleg }: Overleg): boolean {
  const family = clients(overleg)
  return (
    state === 'gehouden' &&
    (family.length === 0 || clientDeclines || family.some(({ id }) => present[id] === 'aanwezig'))
  )
}

/** Why nothing can be written; undefined when something can. */
export function unwritable({
  plan,
  overleg,
}: Pick<PlanNow, 'plan' | 'overleg'>): 'not_now' | 'without_client' | undefined {
  if (isEnded(plan)) return 'not_now'
  if (plan.running || canBegin(overleg)) return undefined
  return overleg.state === 'gehouden' ? 'without_client' : 'not_now'
}

export function writePlan(now: PlanNow, input: PlanInput, { by, now: at }: Act): PlanDecision {
  const reason = unwritable(now)
  if (reason) return refusedPlan(reason)
  const { plan, texts } = now
  let { made } = plan
  const known = new Set([...plan.afspraken, ...(plan.running?.afspraken ?? [])].map(({ id }) => id))
  const rows = input.afspraken.map(({ id, wat, ...one }) => {
    if (id !== undefined && known.has(id)) return { ...one, id, wat }
    made += 1
    return { ...one, id: `a${made}`, wat }
  })
  const written: ActionPlan = {
    ...plan,
    revision: plan.revision + 1,
    goals: input.goals.map(({ texts: _, ...goal }) => goal),
    afspraken: rows.map(({ wat: _, ...one }) => one),
    made,
    changed: { at: at.toISOString(), by },
  }
  const { evaluationOn: _, ...rest } = written
  const words: PlanTexts = {
    ...texts,
    goals: Object.fromEntries(input.goals.map(({ domein, texts: said }) => [domein, said])),
    afspraken: Object.fromEntries(rows.map(({ id, wat }) => [id, wat])),
  }
  return {
    kind: 'decided',
    plan: { ...rest, ...(input.evaluationOn ? { evaluationOn: input.evaluationOn } : {}) },
    texts: words,
    mails: promise(),
    what: 'plan bewaard',
  }
}
