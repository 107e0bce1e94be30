/** Answers in the words of the form, for checking before sending and for reading afterwards. */
import { phoneInWords } from '../contact.ts'
import { capitalised } from '../text.ts'
import { dateInWords, isLocalMoment } from '../time.ts'
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
  /** Nobody answered it. */
  open?: true
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
              label: `${capitalised(group)}: ${label}`,
              text: asStored(answers[name] ?? ''),
            }))
        : [lineOf(question, answers)],
    )
}

function lineOf(question: Exclude<Question, PerChoiceQuestion>, answers: Answers): SummaryLine {
  const { name, label } = question
  const text = inWords(question, answers[name], answers)
  return { name, label, text, ...(text === unanswered ? { open: true } : {}) }
}

/** What was asked and may stay open, and did: questions by their label, choices that nothing was written about by theirs. */
export function leftOpen(page: Page, answers: Answers): string[] {
  const questions = summarize(page, answers).flatMap(({ label, open }) => (open ? [label] : []))
  const choices = page.questions.flatMap((question) => {
    if (question.kind !== 'perChoice') return []
    const fields = perChoiceQuestions(question, answers)
    const written = new Set(fields.filter(({ name }) => answers[name] !== undefined).map(({ group }) => group))
    return [...new Set(fields.map(({ group }) => group))].filter((group) => !written.has(group)).map(capitalised)
  })
  return [...questions, ...choices]
}

/** One answer, in the words of its question. */
function inWords(
  question: Exclude<Question, PerChoiceQuestion>,
  value: AnswerValue | undefined,
  answers: Answers,
): readonly string[] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return unanswered
  switch (question.kind) {
    case 'choice':
    case 'choices': {
      const chosen = asStored(value)
      return [
        ...question.options.filter((option) => chosen.includes(option.value)).map(({ label }) => label),
        ...chosen.filter((one) => question.options.every((option) => option.value !== one)),
      ]
    }
    case 'rows': {
      const names = question.columns.map(({ name }) => name)
      return isRows(value) ? value.map((row) => wordsOf(row, names)) : asStored(value)
    }
    case 'rowChoice': {
      if (value === question.none.value) return [question.none.label]
      const rows = answers[question.rows.name]
      const chosen = isRows(rows) ? rows[Number(value)] : undefined
      return chosen ? [Object.values(chosen)[0] ?? String(value)] : asStored(value)
    }
    case 'date':
      return asStored(value).map((one) => (isLocalMoment(`${one}T00:00:00`) ? dateInWords(one) : one))
    case 'phone':
      return asStored(value).map(phoneInWords)
    case 'text':
    case 'longText':
    case 'email':
    case 'postcode':
    case 'wholeNumber':
      return asStored(value)
  }
}

/** What was answered and stands on none of these pages: a question that is not asked any more, by its name. */
export function answersBeside(pages: readonly Page[], answers: Answers): SummaryLine[] {
  const shown = new Set(pages.flatMap((page) => summarize(page, answers)).map(({ name }) => name))
  return Object.entries(answers)
    .filter(([name]) => !shown.has(name))
    .map(([name, value]) => ({ name, label: name, text: asStored(value) }))
}

/** An answer as it is: what an older version asked in another way is shown, whatever it is. */
const asStored = (value: AnswerValue): string[] =>
  [value].flat().map((one) => (typeof one === 'object' ? Object.values(one).join(', ') : String(one)))

/** In the order of the columns of today; what stood in another one comes after. */
const wordsOf = (row: Row, names: readonly string[]): string =>
  [...new Set([...names, ...Object.keys(row)])].flatMap((name) => row[name] ?? []).join(', ')

const isRows = (value: AnswerValue | undefined): value is readonly Row[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object')

/** In a column of a list, or beside the reference: in the words of the form; undefined when nothing was answered, or none of several. */
export function inList(question: Question, answers: Answers): string | undefined {
  const value = answers[question.name]
  const answered = value !== undefined && [value].flat().length > 0
  return answered && question.kind !== 'perChoice' ? inWords(question, value, answers).join(', ') : undefined
}
