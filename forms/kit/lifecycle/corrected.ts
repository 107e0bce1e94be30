/** What the applicant answered, with the address that somebody corrected since in the place of what was typed (docs/domain.md §4). */
import type { Answers, AnswerValue } from '../questions/answers.ts'

/** What every form asks the applicant's address and number by (forms/kit/questions/common-pages.ts). */
const question = 'email'
const phoneQuestion = 'telefoon'

/** The address as it was typed, where another one counts since; undefined where the two are one. */
export function correctedFrom(answers: Answers, address: string | undefined): string | undefined {
  const typed = answers[question]
  return typeof typed === 'string' && address !== undefined && address !== typed ? typed : undefined
}

/** Wherever the applicant typed that address, also as one of those at the table. */
export function withAddress(answers: Answers, address: string | undefined): Answers {
  const typed = correctedFrom(answers, address)
  if (typed === undefined || address === undefined) return answers
  return Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, replaced(value, typed, address)]))
}

function replaced(value: AnswerValue, typed: string, address: string): AnswerValue {
  if (value === typed) return address
  if (!Array.isArray(value)) return value
  return value.map((one) =>
    typeof one === 'object'
      ? Object.fromEntries(Object.entries(one).map(([column, text]) => [column, text === typed ? address : text]))
      : one,
  ) as AnswerValue
}

/** The number as it was typed, where another one counts since; undefined where the two are one, or none was typed. */
export function formerPhone(answers: Answers, phone: string | undefined): string | undefined {
  const typed = answers[phoneQuestion]
  return typeof typed === 'string' && phone !== undefined && phone !== typed ? typed : undefined
}

/** With the number that whoever asked gave since, in E.164, in the place of what was typed. */
export const withPhone = (answers: Answers, phone: string | undefined): Answers =>
  phone === undefined ? answers : { ...answers, [phoneQuestion]: phone }

/** A number as it is sealed by itself, and as it comes out of that. */
export const phoneAnswer = (phone: string): Answers => ({ [phoneQuestion]: phone })
export function phoneIn(answers: Answers): string | undefined {
  const phone = answers[phoneQuestion]
  return typeof phone === 'string' ? phone : undefined
}
