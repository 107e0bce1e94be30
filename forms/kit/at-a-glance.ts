/** What the page of a dossier says of its answers at a glance: what it is called, whom to call and how, what is read first. */

import { phonesOn, safetyOf } from './calling.ts'
import { pagesRead, type Service } from './form.ts'
import type { Answers } from './questions/answers.ts'
import { holds } from './questions/criteria.ts'
import type { Page } from './questions/page.ts'
import type { Question } from './questions/questions.ts'
import { inList, type SummaryLine, summarize } from './questions/summary.ts'
import { shorten } from './shorten.ts'

export interface Head {
  /** What it is called, cut off where it is long: what is asked in a sentence, or else whom it is about; undefined when neither is known. */
  called: string | undefined
  /** Of whoever asks. */
  name: string | undefined
  function: string | undefined
  organisation: string | undefined
  place: string | undefined
  /** The number to tap, in E.164. */
  phone: string | undefined
  /** What to mind when the client is contacted. */
  safety: readonly string[]
}

/** Bytes of a title (forms/kit/shorten.ts). */
const mostInTitle = 110

export function headOf(service: Service, answers: Answers): Head {
  const questions = asked(pagesRead(service, answers), answers)
  const first = (is: (question: Question) => boolean | undefined): string | undefined => {
    const found = questions.find((one) => is(one) && answers[one.name] !== undefined)
    return found && inList(found, answers)
  }
  const { essence = [] } = service.form
  const called = first(({ name }) => essence.includes(name)) ?? first(({ listed }) => listed === 'over')
  return {
    called: called && shorten(called, mostInTitle),
    name: first(({ applicant }) => applicant === 'name'),
    function: first(({ applicant }) => applicant === 'function'),
    organisation: first(({ listed }) => listed === 'organisatie'),
    place: first(({ listed }) => listed === 'gemeente'),
    phone: [...phonesOn({ questions }, answers).values()][0],
    safety: safetyOf(questions, answers),
  }
}

/** The questions that are read first and were answered, in the order of the form's own list. */
export function foremostOf(service: Service, answers: Answers): readonly Question[] {
  const { essence = [], foremost = essence } = service.form
  const questions = asked(pagesRead(service, answers), answers)
  return foremost.flatMap((name) => questions.find((one) => one.name === name && answers[name] !== undefined) ?? [])
}

const asked = (pages: readonly Page[], answers: Answers): readonly Question[] =>
  pages.flatMap(({ questions }) => questions).filter(({ when }) => !when || holds(when, answers))

/** A page of the form as one folded line: what is on it beside what is read first, and a few words of it. */
export interface Fold {
  page: Page
  lines: readonly SummaryLine[]
  digest: string
}

/** Pages with nothing else on them are left out. */
export function foldsOf(service: Service, answers: Answers): readonly Fold[] {
  const first = new Set(foremostOf(service, answers).map(({ name }) => name))
  return pagesRead(service, answers).flatMap((whole) => {
    const page = { ...whole, questions: whole.questions.filter(({ name }) => !first.has(name)) }
    const lines = summarize(page, answers)
    return lines.length === 0 ? [] : [{ page, lines, digest: digestOf(page, answers) }]
  })
}

/** Answers in a digest, and bytes of each. */
const mostInDigest = 3
const mostOfOne = 36

/** The first few answers that say something without their question: "ja" does not. */
function digestOf({ questions }: Page, answers: Answers): string {
  const texts = asked([{ slug: '', title: '', questions }], answers).flatMap((question) => {
    if (question.kind === 'perChoice')
      return question.of.options.filter(isAmong(answers[question.of.name])).map(labelOf)
    const text = saysItself(question) ? inList(question, answers) : undefined
    return text ? [shorten(text, mostOfOne)] : []
  })
  return [...new Set(texts)].slice(0, mostInDigest).join(' · ')
}

const isAmong =
  (chosen: Answers[string] | undefined) =>
  ({ value }: { value: string }): boolean =>
    Array.isArray(chosen) && chosen.some((one) => one === value)
const labelOf = ({ label }: { label: string }): string => label

/** A number, or one of yes and no, is nothing without what was asked. */
const saysItself = (question: Question): boolean =>
  question.kind === 'choice'
    ? !question.options.some(({ value }) => value === 'ja' || value === 'nee')
    : question.kind !== 'wholeNumber' && question.kind !== 'rowChoice'
