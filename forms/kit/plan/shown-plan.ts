/** A plan as it is read on paper: what was agreed, or what is written and not agreed yet (docs/overleg.md §9). */
import { type ActionPlan, type Afspraak, type Goal, isOver, type Version } from './action-plan.ts'
import { isToAsk } from './freeze.ts'
import type { PlanNow } from './plan-decision.ts'
import { noGoalTexts, noPlanTexts, type PlanTexts } from './plan-texts.ts'
import { isEnded } from './write-plan.ts'

export interface ShownPlan {
  /** Absent: written, and not agreed yet. */
  version?: Version
  goals: readonly Goal[]
  /** Of what is written also those that do not say who or why yet. */
  afspraken: readonly (Afspraak & { toAsk?: true | undefined })[]
  /** Brussels date. */
  evaluationOn?: string | undefined
  texts: Omit<PlanTexts, 'gelukt'>
}

/** What was agreed last; undefined while nothing is. */
export const agreedPlan = ({ plan: { running }, agreedTexts = noPlanTexts }: PlanNow): ShownPlan | undefined =>
  running && {
    version: running,
    goals: running.goals,
    afspraken: running.afspraken,
    evaluationOn: running.evaluationOn,
    texts: agreedTexts,
  }

/** What is being written. */
export function writtenPlan(now: PlanNow): ShownPlan {
  const { goals, afspraken, evaluationOn } = now.plan
  return {
    goals,
    afspraken: afspraken.map((one) => (isToAsk(now, one) ? { ...one, toAsk: true as const } : one)),
    evaluationOn,
    texts: { ...now.texts, disagreed: {} },
  }
}

/** What is read with the client now: what is written, unless that is what was agreed already, or nothing is written any more. */
export function planToRead(now: PlanNow): ShownPlan {
  const [agreed, written] = [agreedPlan(now), writtenPlan(now)]
  const isSame = agreed && (isEnded(now.plan) || contentOf(agreed, now.plan) === contentOf(written, now.plan))
  return isSame ? agreed : written
}

/** The same for two that say the same; what is over is not written any more (evaluate.ts). */
function contentOf({ goals, afspraken, evaluationOn, texts }: ShownPlan, { outcomes }: ActionPlan): string {
  const open = afspraken.filter(({ id }) => !isOver({ outcomes }, id))
  return JSON.stringify([
    goals.map(({ domein, wanneer }) => {
      const { goed, minder_goed, doel } = texts.goals[domein] ?? noGoalTexts
      return [domein, wanneer, goed, minder_goed, doel]
    }),
    open.map(({ id, wie, met, waarom, tegen, agreedOn, aanbod, toAsk }) => [
      ...[id, wie, met, waarom, tegen, agreedOn, aanbod, toAsk],
      texts.afspraken[id],
    ]),
    evaluationOn,
  ])
}
