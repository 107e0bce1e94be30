/** The rows of a table on a page, before anything is typed in them. */
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import { cellName, nextRow, type Question, rowNumbers } from '../../../forms/kit/questions/questions.ts'

/** The typed fields, with the first rows of a table shown from the start and its first row filled in. */
export function withRows(questions: readonly Question[], typed: RawInput, answers: Answers = {}): RawInput {
  const shown = new Map(typed)
  for (const question of questions) {
    if (question.kind !== 'rows') continue
    const untouched = rowNumbers(question, typed).length === 0
    const first = untouched ? (question.firstRow?.(answers) ?? {}) : {}
    for (let index = 0; index < question.shown; index += 1) {
      for (const { name } of question.columns) {
        const field = cellName(question.name, index, name)
        if (!shown.has(field)) shown.set(field, [index === 0 ? (first[name] ?? '') : ''])
      }
    }
  }
  return shown
}

/** With one more empty row of each table on it. */
export const withNextRow = (questions: readonly Question[], typed: RawInput): RawInput =>
  new Map([
    ...typed,
    ...questions.flatMap((question) =>
      question.kind === 'rows' ? nextRow(question, typed).map((cell) => [cell, ['']] as const) : [],
    ),
  ])

/** "Nog een": the button beside a table, which sends nothing. */
export const wantsRow = (sent: RawInput | undefined): boolean => sent?.get('actie')?.[0] === 'rij'
