/** What must be filled in before a plan is agreed, and what is asked about once: an afspraak without who and why is none. */

import { counted } from '../counted.ts'
import { clients, type Overleg } from '../overleg/overleg.ts'
import type { FieldError } from '../questions/page.ts'
import { capitalised } from '../text.ts'
import { addMonths } from '../time.ts'
import type { WorkingDays } from '../working-days.ts'
import type { ActionPlan } from './action-plan.ts'
import { isToAsk } from './freeze.ts'
import type { PlanNow } from './plan-decision.ts'
import { afspraakField, goalField } from './plan-fields.ts'
import type { PlanOfForm } from './plan-of-form.ts'
import { noGoalTexts, type PlanTexts } from './plan-texts.ts'
import { isWithoutPerson } from './who-sees.ts'

type Written = Pick<ActionPlan, 'goals' | 'afspraken' | 'evaluationOn'>

interface Filling {
  plan: Written
  texts: Pick<PlanTexts, 'goals' | 'afspraken'>
  overleg: Pick<Overleg, 'participants'>
  has: PlanOfForm
  /** Brussels dates between which the evaluation is. */
  evaluation: { from: string; until: string }
  /** Numbers of the rows on a page that was sent; otherwise as they are kept. */
  rows?: { goals: readonly number[]; afspraken: readonly number[] }
}

/** More of these at once is much for one family. */
const mostFirst = 3

/** "Wonen & energie" */
export const domainName = (
  { domains: { options } }: { domains: Pick<PlanOfForm['domains'], 'options'> },
  domein: string,
): string => capitalised(options.find(({ value }) => value === domein)?.label ?? domein)

export function gapsIn({ plan, texts, overleg, has, evaluation, rows }: Filling): FieldError[] {
  const { goals, afspraken, evaluationOn } = plan
  const reasons = new Set(afspraken.map(({ waarom }) => waarom))
  const ofGoals = goals.flatMap(({ domein, wanneer }, place): FieldError[] => {
    const at = rows?.goals[place] ?? place
    const name = domainName(has, domein)
    const { doel } = texts.goals[domein] ?? noGoalTexts
    const needed = wanneer === 'eerst' || reasons.has(domein)
    return [
      ...(needed && !doel ? [{ name: goalField(at, 'doel'), message: `${name}: vul in wat de cliënt wil` }] : []),
      ...(wanneer ? [] : [{ name: goalField(at, 'wanneer'), message: `${name}: kies eerst, later of niet` }]),
    ]
  })
  const ofAfspraken = afspraken.flatMap(({ id, wie, waarom }, place): FieldError[] => {
    const at = rows?.afspraken[place] ?? place
    const wrong = (column: 'wat' | 'wie' | 'waarom', what: string) => ({
      name: afspraakField(at, column),
      message: `Afspraak ${at + 1}: ${what}`,
    })
    return [
      ...(texts.afspraken[id] ? [] : [wrong('wat', 'vul in wat')]),
      ...(isWithoutPerson(overleg, { wie }) ? [wrong('wie', 'kies wie het doet')] : []),
      ...(goals.some(({ domein }) => domein === waarom) ? [] : [wrong('waarom', 'kies waarom')]),
    ]
  })
  const none =
    afspraken.length === 0 ? [{ name: afspraakField(0, 'wat'), message: 'Vul minstens één afspraak in' }] : []
  const outside = !evaluationOn || evaluationOn < evaluation.from || evaluationOn > evaluation.until
  return [
    ...ofGoals,
    ...none,
    ...ofAfspraken,
    ...(outside
      ? [
          {
            name: 'evaluatie_op',
            message: `Kies een evaluatie binnen ${counted(has.evaluateWithinMonths, 'maand', 'maanden')}`,
          },
        ]
      : []),
  ]
}

export type Warning =
  /** A day that comes after the evaluation. */
  | { kind: 'after_evaluation'; at: number; day: string; evaluation: string }
  /** Who does it was not at the overleg, and nobody asked them since. */
  | { kind: 'to_ask'; at: number; wie: string }
  /** The evaluation is on no working day of the network. */
  | { kind: 'unusual_evaluation'; day: string }
  | { kind: 'many_first'; count: number }
  | { kind: 'client_does_nothing' }

export function warningsFor({ plan, overleg }: Pick<PlanNow, 'plan' | 'overleg'>, days: WorkingDays): Warning[] {
  const { goals, afspraken, evaluationOn } = plan
  const first = goals.filter(({ wanneer }) => wanneer === 'eerst').length
  const family = clients(overleg).map(({ id }) => id)
  return [
    ...afspraken.flatMap(({ tegen }, at): Warning[] =>
      tegen && evaluationOn && tegen > evaluationOn
        ? [{ kind: 'after_evaluation', at, day: tegen, evaluation: evaluationOn }]
        : [],
    ),
    ...afspraken.flatMap((one, at): Warning[] =>
      one.wie !== undefined && isToAsk({ plan, overleg }, one) ? [{ kind: 'to_ask', at, wie: one.wie }] : [],
    ),
    ...(evaluationOn && !days.has(evaluationOn) ? [{ kind: 'unusual_evaluation' as const, day: evaluationOn }] : []),
    ...(first > mostFirst ? [{ kind: 'many_first' as const, count: first }] : []),
    ...(family.length > 0 && afspraken.length > 0 && !afspraken.some(({ wie }) => wie && family.includes(wie))
      ? [{ kind: 'client_does_nothing' as const }]
      : []),
  ]
}

/** Between which Brussels dates an evaluation can be: after today, and not later than so many months after `since`. */
export const evaluationBetween = (since: string, months: number, tomorrow: string) => ({
  from: tomorrow,
  until: addMonths(since, months),
})
