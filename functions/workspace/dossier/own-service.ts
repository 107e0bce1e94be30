/** Somebody who works for a service that is involved should not lead the meeting without a second thought. */
import type { Answers } from '../../../forms/kit/answers.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Person } from '../../../forms/kit/network.ts'
import type { Question } from '../../../forms/kit/questions.ts'
import { withoutAccents } from '../../../forms/kit/text.ts'

/** The name of the involved service this person seems to work for, as it was typed. */
export function involvedServiceOf({ dienst }: Person, { pages }: Service, answers: Answers): string | undefined {
  const own = comparable(dienst)
  return pages
    .flatMap(({ questions }) => questions)
    .filter(({ namesServices }) => namesServices)
    .flatMap((question) => servicesIn(question, answers))
    .find((typed) => {
      const named = comparable(typed)
      // "OCMW" and "Sociale dienst van OCMW Aalst" are both the service of somebody of "OCMW Aalst".
      return named.trim() !== '' && (named.includes(own) || own.includes(named))
    })
}

function servicesIn(question: Question, answers: Answers): string[] {
  const value = answers[question.name]
  if (typeof value === 'string') return [value]
  if (question.kind !== 'rows' || !Array.isArray(value)) return []
  const [first] = question.columns
  return value.flatMap((row) => (first && typeof row === 'object' ? [String(row[first.name] ?? '')] : []))
}

/** Whole words without case, accents or signs, between spaces. */
const comparable = (text: string): string =>
  ` ${withoutAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
