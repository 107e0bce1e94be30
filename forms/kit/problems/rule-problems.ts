/** Rules that can never be what was meant: a question that is not asked, an answer that nobody can give. */
import type { Rule } from '../questions/criteria.ts'
import { postcodeShape, type Question, wholeNumberShape } from '../questions/questions.ts'
import { isLocalMoment } from '../time.ts'
import { unknownWord } from './nearest.ts'

export interface Scope {
  /** Answered by the time the rule is looked at. */
  asked: readonly Question[]
  /** Every question of the form. */
  all: readonly Question[]
}

export function ruleProblems(rule: Rule, scope: Scope): string[] {
  if ('anyOf' in rule) return listProblems('anyOf', rule.anyOf, scope)
  if ('allOf' in rule) return listProblems('allOf', rule.allOf, scope)
  if ('from' in rule) {
    const moment = isLocalMoment(rule.from) ? [] : [`begins on \`${rule.from}\`, no moment like 2021-01-01T00:00:00.`]
    return [...moment, ...ruleProblems(rule.before, scope)]
  }
  const named = (questions: readonly Question[]) => questions.filter(({ name }) => name === rule.question)
  if (named(scope.all).length === 0) return unknownWord('looks at question', rule.question, namesOf(scope.all))
  const asked = named(scope.asked)
  if (asked.length === 0) return [`looks at question \`${rule.question}\`, which is asked later.`]
  // Of a name that several roads use, one may understand it.
  const found = asked.map((question) => answerProblems(rule, question))
  return found.some((problems) => problems.length === 0) ? [] : (found[0] ?? [])
}

const listProblems = (name: string, rules: readonly Rule[], scope: Scope): string[] =>
  rules.length === 0 ? [`has an empty \`${name}\`.`] : rules.flatMap((rule) => ruleProblems(rule, scope))

type Leaf = Extract<Rule, { question: string }>

function answerProblems(rule: Leaf, question: Question): string[] {
  const { words, shape, most } = answersTo(question)
  const about = `question \`${question.name}\``
  if ('atLeast' in rule) {
    if (most === undefined) return [`counts ${about}, which is no number and no list.`]
    return rule.atLeast > 0 && rule.atLeast <= most
      ? []
      : [`counts ${about} to ${rule.atLeast}: it goes from 1 to ${most}.`]
  }
  const expected = [rule.is, rule.unsure ?? []].flat(2)
  if (words) {
    const never = [rule.is].flat().includes('weet_niet')
      ? [`expects \`weet_niet\` of ${about}: that is never a yes.`]
      : []
    return [...never, ...expected.flatMap((word) => unknownWord(`expects of ${about} the answer`, word, words))]
  }
  if (shape)
    return expected
      .filter((text) => !shape.test(text))
      .map((text) => `expects \`${text}\` of ${about}, which it never is.`)
  return [`compares ${about} with \`is\`: only a choice, a postcode or a number can be compared.`]
}

interface Expectable {
  /** Every answer there is. */
  words?: readonly string[]
  /** How every answer looks. */
  shape?: RegExp
  /** The most that can be counted. */
  most?: number
}

/** What a rule can expect of an answer; nothing of free text, which nobody can judge by rule. */
function answersTo(question: Question): Expectable {
  switch (question.kind) {
    case 'choice':
      return { words: question.options.map(({ value }) => value) }
    case 'choices':
      return { most: question.options.length }
    case 'rows':
      return { most: question.max }
    case 'wholeNumber':
      return { shape: wholeNumberShape, most: 99 }
    case 'postcode':
      return { shape: postcodeShape }
    case 'rowChoice':
      return { words: [question.none.value] }
    case 'perChoice':
    case 'text':
    case 'longText':
    case 'email':
    case 'phone':
    case 'date':
      return {}
  }
}

const namesOf = (questions: readonly Question[]): string[] => [...new Set(questions.map(({ name }) => name))]
