/** The evaluation as its page is filled in: what went well, what became of each afspraak, and how it goes on (docs/overleg.md §10). */

import { cleanedIn } from '../clean.ts'
import { counted } from '../counted.ts'
import type { Answers, RawInput } from '../questions/answers.ts'
import type { FieldError, Page } from '../questions/page.ts'
import { fieldsOf, parsePage } from '../questions/parse.ts'
import { dayProblem, readDay } from '../read-day.ts'
import { isBlank, textProblem } from '../text.ts'
import { addDays, addMonths, brusselsDate, dateInWords, dayTyped } from '../time.ts'
import { type AgreedAfspraak, type NextAfter, nextAfter, type Outcome, outcomes } from './action-plan.ts'
import type { Evaluation } from './evaluate.ts'
import type { PlanNow } from './plan-decision.ts'
import type { PlanOfForm } from './plan-of-form.ts'
import { planSaidOf } from './plan-said.ts'
import { openAfspraken, runningOf } from './who-sees.ts'

/** Characters of what went well. */
export const mostOfGood = 5000

export const outcomeField = (afspraak: string): string => `uitkomst.${afspraak}`
export const keptField = 'eigen_dossier_op'

/** What is looked back on, and what closing its dossier asks. */
interface LookingBack {
  now: Pick<PlanNow, 'plan'>
  has: PlanOfForm
  /** The page of the dossier's move that closes it. */
  closing: Page
  at: Date
}

/** What the form's own move asks, on this page: only who closes must answer. */
export const askedBeside = (closing: Page, next: NextAfter | undefined): Page => ({
  ...closing,
  questions:
    next === 'afsluiten' ? closing.questions : closing.questions.map((question) => ({ ...question, optional: true })),
})

/** How it goes on, as it was sent. */
export const nextIn = (raw: RawInput): NextAfter | undefined =>
  nextAfter.find((value) => value === raw.get('vervolg')?.[0])

/** By afspraak, what was chosen so far. */
export const outcomesIn = (raw: RawInput, plan: PlanNow['plan']): Record<string, Outcome> =>
  Object.fromEntries(
    openAfspraken(plan).flatMap(({ id }) => {
      const chosen = outcomes.find((one) => one === raw.get(outcomeField(id))?.[0])
      return chosen ? [[id, chosen]] : []
    }),
  )

export const evaluationFields = (plan: PlanNow['plan'], closing: Page, raw: RawInput): ReadonlyMap<string, boolean> =>
  new Map([
    ...fieldsOf(closing, raw),
    ...[
      ...openAfspraken(plan).map(({ id }) => outcomeField(id)),
      ...['gelukt', 'besproken_op', 'vervolg', 'evaluatie_op', keptField, 'revision'],
    ].map((name): [string, boolean] => [name, false]),
  ])

/** By its place among all that were agreed: what is over keeps its number. */
export const numbered = (plan: PlanNow['plan']): readonly { number: number; afspraak: AgreedAfspraak }[] => {
  const open = openAfspraken(plan)
  const all = runningOf(plan)?.afspraken ?? []
  return all.flatMap((afspraak, at) => (open.includes(afspraak) ? [{ number: at + 1, afspraak }] : []))
}

/** Filled in beforehand: what who does it said is done, and that it is discussed today, a Brussels date. */
export function evaluationBefore({ plan, said }: Pick<PlanNow, 'plan' | 'said'>, today: string): RawInput {
  const done = openAfspraken(plan).filter(({ id, wie }) => planSaidOf(said, wie).stands[id]?.stand === 'gedaan')
  return new Map<string, string[]>([
    ...done.map(({ id }): [string, string[]] => [outcomeField(id), ['gelukt']]),
    ['besproken_op', [dayTyped(today)]],
  ])
}

export type ReadEvaluation = { evaluation: Evaluation; answers: Answers } | { errors: readonly FieldError[] }

export function readEvaluation(raw: RawInput, looking: LookingBack): ReadEvaluation {
  const { now, at, closing } = looking
  const { plan } = now
  const value = (name: string) => cleanedIn(raw, name)
  const next = nextIn(raw)
  const good = value('gelukt')
  const goodProblem = isBlank(good) ? 'Vul in wat gelukt is. ‘Nog niets’ mag ook' : textProblem(good, mostOfGood)
  const beside = parsePage(askedBeside(closing, next), raw, {}, { criteria: [], now: at })
  const chosen = outcomesIn(raw, plan)
  const discussed = dayIn(value('besproken_op'), looking)
  const again = next === 'verder' ? evaluationDay(value('evaluatie_op'), looking) : {}
  const kept = next !== 'afsluiten' || isBlank(value(keptField)) ? {} : dayIn(value(keptField), looking)
  const errors: FieldError[] = [
    ...wrong('gelukt', goodProblem),
    ...beside.errors.filter(({ name }) => name === 'drempels'),
    ...numbered(plan).flatMap(({ number, afspraak: { id } }) =>
      wrong(outcomeField(id), chosen[id] ? undefined : `Afspraak ${number}: kies wat ervan kwam`),
    ),
    ...wrong('besproken_op', discussed.problem),
    ...wrong('vervolg', next ? undefined : 'Kies hoe u verdergaat'),
    ...wrong('evaluatie_op', again.problem),
    ...beside.errors.filter(({ name }) => name !== 'drempels'),
    ...wrong(keptField, kept.problem),
  ]
  if (errors.length > 0 || !next || !discussed.day) return { errors }
  const { drempels } = beside.answers
  return {
    evaluation: {
      gelukt: good,
      drempels: Array.isArray(drempels) ? drempels.filter((one) => typeof one === 'string') : [],
      outcomes: chosen,
      discussedOn: discussed.day,
      next,
      ...(again.day ? { evaluationOn: again.day } : {}),
      ...(kept.day ? { keptElsewhereOn: kept.day } : {}),
    },
    answers: next === 'afsluiten' ? beside.answers : {},
  }
}

/** The day on which somebody kept it in their own file, of a plan that is over. */
export function readKept(
  raw: RawInput,
  looking: Pick<LookingBack, 'now' | 'at'>,
): { on: string } | { error: FieldError } {
  const typed = cleanedIn(raw, keptField)
  const { day, problem } = dayIn(typed, looking)
  return day ? { on: day } : { error: { name: keptField, message: problem ?? anyDay } }
}

const wrong = (name: string, message: string | undefined): FieldError[] => (message ? [{ name, message }] : [])

const anyDay = 'Vul een datum in, bijvoorbeeld 27/4/2021'

interface TypedDay {
  /** Brussels date. */
  day?: string
  problem?: string
}

/** From the day of the version to today. */
function dayIn(typed: string, { now: { plan }, at }: Pick<LookingBack, 'now' | 'at'>): TypedDay {
  const near = { until: brusselsDate(at) }
  const day = readDay(typed, near)
  if (!day) return { problem: dayProblem(typed, near) ?? anyDay }
  const from = brusselsDate(plan.running ? new Date(plan.running.at) : at)
  return day < from || day > brusselsDate(at)
    ? { problem: `Kies een dag vanaf het plan (${dateInWords(from)}) tot vandaag` }
    : { day }
}

/** After today, and not later than a form or a network has it. */
function evaluationDay(typed: string, { has: { evaluateWithinMonths: months }, at }: LookingBack): TypedDay {
  if (isBlank(typed)) return { problem: 'Vul een nieuwe dag in' }
  const today = brusselsDate(at)
  const near = { from: today }
  const day = readDay(typed, near)
  if (!day) return { problem: dayProblem(typed, near) ?? anyDay }
  return day < addDays(today, 1) || day > addMonths(today, months)
    ? { problem: `Kies een evaluatie binnen ${counted(months, 'maand', 'maanden')}` }
    : { day }
}
