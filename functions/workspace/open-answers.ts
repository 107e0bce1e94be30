/** Opens what was answered in a request, by the names of today; whoever asks wrote the view down before. */
import type { Service } from '../../forms/kit/form.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { answersByTodaysNames } from '../../forms/todays-names.ts'
import type { WorkspaceDeps } from './deps.ts'

export interface SealedAnswers {
  reference: string
  /** A JWE. */
  sealed: string
}

export const openAnswers = async (
  { unseal }: Pick<WorkspaceDeps, 'unseal'>,
  service: Service,
  { reference, sealed }: SealedAnswers,
): Promise<Answers> => answersByTodaysNames(service, await unseal(reference, sealed))
