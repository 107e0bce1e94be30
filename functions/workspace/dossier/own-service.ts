/** Somebody who works for a service that is involved should not lead the meeting without a second thought. */
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { canBeSameService } from '../../../forms/kit/same-service.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { openAnswers, type SealedAnswers } from '../open-answers.ts'

/** As they were typed: the applicant's own, and those at the table. */
const servicesNamed = ({ pages }: Service, answers: Answers): string[] =>
  pages
    .flatMap(({ questions }) => questions)
    .filter(({ namesServices }) => namesServices)
    .flatMap((question) => servicesIn(question, answers))

/** The same of answers that are sealed: the view is written down before. */
export const openServices = async (
  deps: Pick<WorkspaceDeps, 'unseal'>,
  service: Service,
  of: SealedAnswers,
): Promise<string[]> => servicesNamed(service, await openAnswers(deps, service, of))

/** The name of the service, among these, this person seems to work for. */
export const ownServiceAmong = (
  { employer }: Person,
  services: readonly string[],
  { abbreviations }: Pick<NetworkContent, 'abbreviations'>,
): string | undefined => services.find((typed) => canBeSameService(typed, employer, abbreviations))

function servicesIn(question: Question, answers: Answers): string[] {
  const value = answers[question.name]
  if (typeof value === 'string') return [value]
  if (question.kind !== 'rows' || !Array.isArray(value)) return []
  const [first] = question.columns
  return value.flatMap((row) => (first && typeof row === 'object' ? [String(row[first.name] ?? '')] : []))
}
