/**
 * Who qualifies, as data. Every rule answers yes, no or unknown (Kleene's three values): "weet ik niet" makes a
 * request doubtful, never refused, and an alternative that holds settles it (docs/domain.md §3.2, §4).
 */
import { isBeforeLocal } from '../time.ts'
import type { Answers, AnswerValue } from './answers.ts'

export type Rule =
  /** The answer is this one, or one of these; with `unsure`, an answer that nobody can judge by rule. */
  | { question: string; is: string | readonly string[]; unsure?: string | readonly string[] }
  /** A number of at least this, or at least this many choices. */
  | { question: string; atLeast: number }
  | { anyOf: readonly Rule[] }
  | { allOf: readonly Rule[] }
  /** Until this local Brussels moment (`2021-01-01T00:00:00`) another rule holds; from then on, everybody. */
  | { from: string; before: Rule }

export interface Criterion {
  /** The name in `data-criterium`, in counts and in tests. */
  name: string
  rule: Rule
  /** On the start page: what must hold. */
  requirement: string
  /** The same while a rule with a later `from` has not begun. */
  requirementBefore?: string
  /** On the refusal page: why it does not fit. */
  reason: string
  /** Key of the network's offer that does fit; of several the first that is there for where the person lives (referring.ts). */
  offer: string | readonly string[]
}

export type Outcome = 'voldoet' | 'twijfel' | 'doorverwezen'

export interface Judgement {
  outcome: Outcome
  unmet: readonly Criterion[]
  /** Criteria nobody could answer: for the coordinator to look at. */
  doubtful: readonly Criterion[]
}

/** All reasons at once: a person is never sent back for one thing and then for the next. */
export function judge(criteria: readonly Criterion[], answers: Answers, now: Date): Judgement {
  const verdicts = criteria.map((criterion) => ({ criterion, verdict: verdictOf(criterion.rule, answers, now) }))
  const unmet = verdicts.filter(({ verdict }) => verdict === 'no').map(({ criterion }) => criterion)
  const doubtful = verdicts.filter(({ verdict }) => verdict === 'unknown').map(({ criterion }) => criterion)
  return { outcome: unmet.length > 0 ? 'doorverwezen' : doubtful.length > 0 ? 'twijfel' : 'voldoet', unmet, doubtful }
}

/** A person of the network took it in: nothing refuses it any more, and what is not met is theirs to look at. */
export function takenIn({ outcome, unmet, doubtful }: Judgement): Judgement {
  return outcome === 'doorverwezen'
    ? { outcome: 'twijfel', unmet: [], doubtful: [...unmet, ...doubtful] }
    : { outcome, unmet, doubtful }
}

/** What must hold today, in words. */
export const requirementOf = ({ rule, requirement, requirementBefore }: Criterion, now: Date): string =>
  requirementBefore && 'from' in rule && isBeforeLocal(now, rule.from) ? requirementBefore : requirement

export const namesOf = (criteria: readonly Criterion[]): string[] => criteria.map(({ name }) => name)

type Verdict = 'yes' | 'no' | 'unknown'

function verdictOf(rule: Rule, answers: Answers, now: Date): Verdict {
  if ('anyOf' in rule) return settle(rule.anyOf, 'yes', 'no', answers, now)
  if ('allOf' in rule) return settle(rule.allOf, 'no', 'yes', answers, now)
  if ('from' in rule) return isBeforeLocal(now, rule.from) ? verdictOf(rule.before, answers, now) : 'yes'
  return verdictOfAnswer(rule, answers[rule.question])
}

/** A rule over one answer. */
type Leaf = Extract<Rule, { question: string }>

function verdictOfAnswer(rule: Leaf, answer: AnswerValue | undefined): Verdict {
  if (answer === undefined || answer === 'weet_niet') return 'unknown'
  if ('atLeast' in rule) {
    const amount = typeof answer === 'number' ? answer : Array.isArray(answer) ? answer.length : 0
    return amount >= rule.atLeast ? 'yes' : 'no'
  }
  if ([rule.is].flat().includes(String(answer))) return 'yes'
  return [rule.unsure ?? []].flat().includes(String(answer)) ? 'unknown' : 'no'
}

/** `decisive` settles a list at once; otherwise one unknown leaves it unknown. */
function settle(rules: readonly Rule[], decisive: Verdict, otherwise: Verdict, answers: Answers, now: Date): Verdict {
  const verdicts = rules.map((rule) => verdictOf(rule, answers, now))
  if (verdicts.includes(decisive)) return decisive
  return verdicts.includes('unknown') ? 'unknown' : otherwise
}

/** Names of the questions a rule looks at: a network asks only what its criteria use. */
export const questionsOf = (rule: Rule): string[] => leavesOf(rule).map(({ question }) => question)

function leavesOf(rule: Rule): Leaf[] {
  if ('anyOf' in rule) return rule.anyOf.flatMap(leavesOf)
  if ('allOf' in rule) return rule.allOf.flatMap(leavesOf)
  if ('from' in rule) return leavesOf(rule.before)
  return [rule]
}

/**
 * The questions whose answers leave a doubtful criterion open: "weet ik niet", or one that nobody can judge by rule. Of a criterion
 * that somebody took in although it is not met (takenIn), those that do not meet it.
 */
export function questionsInDoubt({ rule }: Criterion, answers: Answers): string[] {
  const judged = leavesOf(rule).map((leaf) => ({ leaf, verdict: verdictOfAnswer(leaf, answers[leaf.question]) }))
  const having = (sought: Verdict) =>
    judged.filter(({ verdict }) => verdict === sought).map(({ leaf: { question } }) => question)
  const open = having('unknown')
  return open.length > 0 ? open : having('no')
}

/** Whether a rule surely holds; used to ask a page or question only when another was answered a certain way. */
export const holds = (rule: Rule, answers: Answers): boolean => verdictOf(rule, answers, new Date(0)) === 'yes'

/** Whether it may still turn out to hold: the question it looks at is not answered yet. */
export const isOpen = (rule: Rule, answers: Answers): boolean => verdictOf(rule, answers, new Date(0)) === 'unknown'
