/** Somebody who works for a service that is involved should not lead the meeting without a second thought. */
import type { Person } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { canBeSameService } from '../../../forms/kit/same-service.ts'

/** The name of the involved service this person seems to work for, as it was typed. */
export function involvedServiceOf({ employer }: Person, { pages }: Service, answers: Answers): string | undefined {
  return pages
    .flatMap(({ questions }) => questions)
    .filter(({ namesServices }) => namesServices)
    .flatMap((question) => servicesIn(question, answers))
    .find((typed) => canBeSameService(typed, employer))
}

function servicesIn(question: Question, answers: Answers): string[] {
  const value = answers[question.name]
  if (typeof value === 'string') return [value]
  if (question.kind !== 'rows' || !Array.isArray(value)) return []
  const [first] = question.columns
  return value.flatMap((row) => (first && typeof row === 'object' ? [String(row[first.name] ?? '')] : []))
}
