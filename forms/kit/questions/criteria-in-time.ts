/** Criteria as people read them, with the dates on which they change; and what they say of answers that somebody tries. */
import type { Service } from '../form.ts'
import { type Criterion, questionsOf, requirementOf } from './criteria.ts'
import type { Page } from './page.ts'
import type { Question, TextQuestion } from './questions.ts'

export interface CriterionInTime {
  criterion: Criterion
  /** What must hold on that day. */
  now: string
  /** What must hold from this local Brussels moment on, where that is still to come; or held until then. */
  changes?: { from: string; text: string; isComing: boolean }
}

export const criteriaInTime = (criteria: readonly Criterion[], at: Date): CriterionInTime[] =>
  criteria.map((criterion) => {
    const now = requirementOf(criterion, at)
    const { rule, requirement, requirementBefore } = criterion
    if (!('from' in rule) || requirementBefore === undefined) return { criterion, now }
    const isComing = now !== requirement
    return { criterion, now, changes: { from: rule.from, text: isComing ? requirement : requirementBefore, isComing } }
  })

/**
 * The questions that decide, as one page to try answers on: those of the page that judges, and before them what makes that page
 * asked. Undefined for a form that judges nothing.
 */
export function tryingPage({ pages, settings }: Pick<Service, 'pages' | 'settings'>): Page | undefined {
  const judging = pages.find(({ judges }) => judges)
  if (!judging || settings.criteria.length === 0) return undefined
  const before = new Set(judging.when ? questionsOf(judging.when) : [])
  const leading = pages.flatMap(({ questions }) => questions).filter(({ name }) => before.has(name))
  const used = new Set(settings.criteria.flatMap(({ rule }) => questionsOf(rule)))
  return {
    slug: 'proef',
    title: 'Probeer het uit',
    judges: true,
    questions: [...leading, ...judging.questions.filter(isOn(used)), day],
  }
}

/** Some criteria change on a day: what the form would say then. */
export const dayField = 'op'
const day: TextQuestion = {
  ...{ kind: 'date', name: dayField, label: 'Op welke dag?', optional: true },
  hint: 'Laat leeg voor vandaag. Sommige criteria veranderen op een dag.',
  error: 'Vul een datum in, bijvoorbeeld 1/1/2021',
}

/** What a criterion looks at, or what decides whether that is asked. */
const isOn =
  (used: ReadonlySet<string>) =>
  ({ name }: Question): boolean =>
    used.has(name)
