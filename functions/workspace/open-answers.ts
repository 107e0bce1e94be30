/** Opens what was answered in a request, by the names of today; whoever asks wrote the view down before. */
import type { Service } from '../../forms/kit/form.ts'
import { phoneIn } from '../../forms/kit/lifecycle/corrected.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
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

/** The number that whoever asked gave since, in E.164, in the place of the one among their answers; undefined where they gave none. */
export const openPhone = async (
  { unseal }: Pick<WorkspaceDeps, 'unseal'>,
  { reference, phone }: Pick<Dossier, 'reference' | 'phone'>,
): Promise<string | undefined> => (phone === undefined ? undefined : phoneIn(await unseal(reference, phone)))
