/** The phone numbers that were answered: to tap, wherever somebody is called. */
import type { Answers } from './answers.ts'
import type { Page } from './page.ts'

/** By the name of their question. */
export const phonesOn = ({ questions }: Pick<Page, 'questions'>, answers: Answers): ReadonlyMap<string, string> =>
  new Map(
    questions.flatMap(({ kind, name }): [string, string][] => {
      const number = answers[name]
      return kind === 'phone' && typeof number === 'string' ? [[name, number]] : []
    }),
  )
