/**
 * Whom to call, and what to mind before: wherever somebody is called, in full (docs/decisions/031). What was chosen comes first, in the
 * words of the form; then what was typed. A choice that stayed open says the most careful answer, also when none was stored.
 */
import type { Answers } from './questions/answers.ts'
import { holds } from './questions/criteria.ts'
import type { Page } from './questions/page.ts'
import type { Question } from './questions/questions.ts'
import { inList } from './questions/summary.ts'

/** The numbers that were answered, to tap, by the name of their question. */
export const phonesOn = ({ questions }: Pick<Page, 'questions'>, answers: Answers): ReadonlyMap<string, string> =>
  new Map(
    questions.flatMap(({ kind, name }): [string, string][] => {
      const number = answers[name]
      return kind === 'phone' && typeof number === 'string' ? [[name, number]] : []
    }),
  )

/** A sentence or more for each question about it; `questions`: in the words of who reads (form.ts, `pagesRead`). */
export function safetyOf(questions: readonly Question[], answers: Answers): readonly string[] {
  const said = questions
    .filter(({ safety, when }) => safety && (!when || holds(when, answers)))
    .flatMap((question) => {
      const text = safetyText(question, answers)
      return text === undefined ? [] : [{ chosen: question.kind === 'choice', text }]
    })
  return [...said.filter(({ chosen }) => chosen), ...said.filter(({ chosen }) => !chosen)].map(({ text }) => text)
}

/** A choice is a sentence of the form; what has a label for its reader needs it. */
function safetyText(question: Question, answers: Answers): string | undefined {
  if (question.kind === 'choice') {
    const { name, otherwise } = question
    return inList(question, otherwise === undefined ? answers : { [name]: otherwise, ...answers })
  }
  const text = inList(question, answers)
  return text && question.readAs ? `${question.label}: ${ended(text)}` : text
}

const ended = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`)
