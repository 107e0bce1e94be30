/** A plan that its form cannot have: without an overleg, made by moves that are not there, filled in from questions nobody asks. */
import type { Form } from '../form.ts'
import { type Ask, type Lifecycle, type Move, stateOf } from '../lifecycle/lifecycle.ts'
import type { OverlegOfForm } from '../overleg/of-form.ts'
import { mostGoals } from '../plan/plan-fields.ts'
import type { PlanOfForm } from '../plan/plan-of-form.ts'
import type { Question } from '../questions/questions.ts'
import { unknownWord } from './nearest.ts'
import { twice } from './twice.ts'

const namesOf = (things: readonly { name: string }[]): string[] => things.map(({ name }) => name)
const at = (where: string, problems: readonly string[]): string[] => problems.map((problem) => `${where}: ${problem}`)

/** Months; no plan goes unseen for longer (docs/overleg.md §9). */
const longest = 6

export function planProblems({ plan, overleg, lifecycle, pages }: Form): string[] {
  if (!plan) return []
  // What a table is for comes first: the rest of it is looked at once there is one.
  if (!overleg) return at('plan', ['needs an `overleg`, and this form has none.'])
  const all = pages.flatMap(({ questions }) => questions)
  const months = plan.evaluateWithinMonths
  const inTime = Number.isInteger(months) && months >= 1 && months <= longest
  return at('plan', [
    ...at('domains', domainProblems(plan.domains, all)),
    ...at(
      'beside',
      plan.beside.flatMap((name) => unknownWord('is question', name, namesOf(all))),
    ),
    ...at('moves', moveProblems(plan, overleg, lifecycle)),
    ...(inTime ? [] : [`evaluates within ${months} months: 1 to ${longest}.`]),
  ])
}

function domainProblems(
  { options, chosen, good, lessGood, goal, wish }: PlanOfForm['domains'],
  all: readonly Question[],
) {
  const values = options.map(({ value }) => value)
  const asked = (what: string, name: string | undefined) =>
    name === undefined ? [] : unknownWord(`\`${what}\` is question`, name, namesOf(all))
  const choosing = all.find(({ name }) => name === chosen)
  // Each chosen one has fields of its own: `loopt_goed.wonen_energie`. A question that is not there is told once.
  const fields = all.flatMap((question) =>
    question.kind === 'perChoice' && question.of.name === chosen ? namesOf(question.fields) : [],
  )
  const perDomain = (what: string, name: string | undefined) =>
    name === undefined || (chosen !== undefined && !choosing) ? [] : unknownWord(`\`${what}\` is field`, name, fields)
  return [
    ...twice('option', values),
    ...(values.length === 0 || values.length > mostGoals ? [`there are ${values.length}: 1 to ${mostGoals}.`] : []),
    ...asked('chosen', chosen),
    ...chosenProblems(choosing, values),
    ...perDomain('good', good),
    ...perDomain('lessGood', lessGood),
    ...asked('goal', goal),
    ...asked('wish', wish),
  ]
}

function chosenProblems(question: Question | undefined, values: readonly string[]): string[] {
  if (!question) return []
  if (question.kind !== 'choices') return [`\`chosen\` is question \`${question.name}\`, which chooses nothing.`]
  return question.options.flatMap(({ value }) => unknownWord(`question \`${question.name}\` has answer`, value, values))
}

/** What a plan can answer: the day of its evaluation, and after one what closing asks. */
const answers: Readonly<Record<keyof PlanOfForm['moves'], readonly Ask[]>> = {
  run: ['datum'],
  close: ['drempels', 'toelichting'],
}

function moveProblems({ moves: named }: PlanOfForm, overleg: OverlegOfForm, lifecycle: Lifecycle): string[] {
  const { moves } = lifecycle
  const entries = Object.entries(named) as [keyof typeof named, string][]
  return entries.flatMap(([name, action]) => {
    const found = moves.filter((move) => move.action === action)
    const known = moves.map((move) => move.action)
    if (found.length === 0) return unknownWord(`\`${name}\` names move`, action, known)
    const held = moves.find((move) => move.action === overleg.moves.hold)?.to
    return found.flatMap((move) =>
      at(`\`${name}\``, [
        ...(move.asks ?? [])
          .filter((ask) => !answers[name].includes(ask))
          .map((ask) => `move \`${action}\` asks \`${ask}\`, which a plan does not know.`),
        ...(name === 'run' ? runProblems(move, held) : closeProblems(move, lifecycle)),
      ]),
    )
  })
}

function runProblems({ action, asks = [], from }: Move, held: Move['to'] | undefined): string[] {
  return [
    ...(asks.includes('datum') ? [] : [`move \`${action}\` asks no \`datum\`, and must.`]),
    ...(typeof held === 'string' && !from.includes(held) ? [`move \`${action}\` must go from \`${held}\`.`] : []),
  ]
}

const closeProblems = ({ action, to }: Move, lifecycle: Lifecycle): string[] =>
  typeof to === 'string' && stateOf(lifecycle, to).closed ? [] : [`move \`${action}\` must lead to a closed state.`]
