/** Answers in the words of the form, for checking before sending and for reading afterwards. */
import { phoneInWords } from '../contact.ts'
import { dateInWords } from '../time.ts'
import type { Answers, AnswerValue, Row } from './answers.ts'
import { holds } from './criteria.ts'
import type { Page } from './page.ts'
import { type PerChoiceQuestion, perChoiceQuestions, type Question } from './questions.ts'

export interface SummaryLine {
  /** Field the line is about, for a link that goes there. */
  name: string
  label: string
  /** One entry per line of text. */
  text: readonly string[]
}

const unanswered = ['Niet ingevuld']

export function summarize(page: Page, answers: Answers): SummaryLine[] {
  return page.questions
    .filter(({ when }) => !when || holds(when, answers))
    .flatMap((question) =>
      question.kind === 'perChoice'
        ? perChoiceQuestions(question, answers)
            .filter(({ name }) => answers[name] !== undefined)
            .map(({ name, label, group }) => ({
              name,
              label: `${capital(group)}: ${label}`,
              text: [String(answers[name])],
            }))
        : [{ name: question.name, label: question.label, text: inWords(question, answers[question.name], answers) }],
    )
}

/** One answer, in the words of its question. */
export function inWords(
  question: Exclude<Question, PerChoiceQuestion>,
  value: AnswerValue | undefined,
  answers: Answers,
): readonly string[] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return unanswered
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return [
        ...question.options.filter((option) => [value].flat().includes(option.value)).map(({ label }) => label),
        ...[value]
          .flat()
          .map(String)
          .filter((one) => question.options.every((option) => option.value !== one)),
      ]
    case 'rows':
      return rowsOf(value).map((row) => question.columns.flatMap(({ name }) => row[name] ?? []).join(', '))
    case 'rowChoice':
      return [Object.values(rowsOf(answers[question.rows.name])[Number(value)] ?? {})[0] ?? question.none.label]
    case 'date':
      return [dateInWords(String(value))]
    case 'phone':
      return [phoneInWords(String(value))]
    case 'text':
    case 'longText':
    case 'email':
    case 'postcode':
    case 'wholeNumber':
      return [String(value)]
  }
}

/** What was answered and stands on none of these pages: a question that is not asked any more, by its name. */
export function answersBeside(pages: readonly Page[], answers: Answers): SummaryLine[] {
  const shown = new Set(pages.flatMap((page) => summarize(page, answers)).map(({ name }) => name))
  return Object.entries(answers)
    .filter(([name]) => !shown.has(name))
    .map(([name, value]) => ({ name, label: name, text: asStored(value) }))
}

const asStored = (value: AnswerValue): string[] =>
  [value].flat().map((one) => (typeof one === 'object' ? Object.values(one).join(', ') : String(one)))

const rowsOf = (value: AnswerValue | undefined): readonly Row[] =>
  Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object') : []

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('nl') + text.slice(1)
