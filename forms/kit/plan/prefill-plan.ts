/** What the page of a plan shows before anybody wrote it: what the request said, per levensdomein (docs/overleg.md §9). */
import type { Answers } from '../questions/answers.ts'
import type { Goal } from './action-plan.ts'
import type { PlanOfForm } from './plan-of-form.ts'
import type { GoalTexts } from './plan-texts.ts'

export function suggestedPlan(
  { domains }: PlanOfForm,
  answers: Answers = {},
): { goals: Goal[]; texts: Record<string, GoalTexts> } {
  const { options, chosen, good, lessGood, goal } = domains
  const text = (name: string | undefined) => {
    const value = name === undefined ? undefined : answers[name]
    return typeof value === 'string' ? value : ''
  }
  const picked = chosen === undefined ? options.map(({ value }) => value) : answers[chosen]
  const goals = options
    .filter(({ value }) => Array.isArray(picked) && picked.includes(value))
    .map(({ value }): Goal => ({ domein: value, ...(options.length === 1 ? { wanneer: 'eerst' as const } : {}) }))
  return {
    goals,
    texts: Object.fromEntries(
      goals.map(({ domein }) => [
        domein,
        {
          goed: text(good && `${good}.${domein}`),
          minder_goed: text(lessGood && `${lessGood}.${domein}`),
          doel: text(goal),
        },
      ]),
    ),
  }
}
