/** A plan as the fields of its page say it: what is written, filled in again. */
import type { RawInput } from '../questions/answers.ts'
import { dayTyped } from '../time.ts'
import type { ActionPlan } from './action-plan.ts'
import { afspraakField, goalField } from './plan-fields.ts'
import { noGoalTexts, type PlanTexts } from './plan-texts.ts'

export function typedPlan({ goals, afspraken, evaluationOn }: ActionPlan, texts: PlanTexts): RawInput {
  const cells = [
    ...goals.flatMap(({ domein, wanneer = '' }, at) =>
      Object.entries({ domein, wanneer, ...(texts.goals[domein] ?? noGoalTexts) }).map(
        ([column, value]) => [goalField(at, column), value] as const,
      ),
    ),
    ...afspraken.flatMap(({ id, wie = '', met = '', waarom = '', tegen, agreedOn, aanbod = '' }, at) =>
      Object.entries({
        ...{ id, wat: texts.afspraken[id] ?? '', wie, met, waarom, aanbod },
        tegen: tegen ? dayTyped(tegen) : '',
        afgesproken_op: agreedOn ? dayTyped(agreedOn) : '',
      }).map(([column, value]) => [afspraakField(at, column), value] as const),
    ),
    ['evaluatie_op', evaluationOn ? dayTyped(evaluationOn) : ''] as const,
  ]
  return new Map(cells.filter(([, value]) => value !== '').map(([name, value]) => [name, [value]]))
}
