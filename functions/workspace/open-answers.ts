/** Opens what was answered in a request, by the names of today; whoever asks wrote the view down before. */
import type { Service } from '../../forms/kit/form.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { answersByTodaysNames } from '../../forms/todays-names.ts'
import type { WorkspaceDeps } from './deps.ts'
import { servicesNamed } from './dossier/own-service.ts'

type Deps = Pick<WorkspaceDeps, 'unseal'>

interface Sealed {
  reference: string
  /** A JWE. */
  sealed: string
}

export const openAnswers = async (
  { unseal }: Deps,
  service: Service,
  { reference, sealed }: Sealed,
): Promise<Answers> => answersByTodaysNames(service, await unseal(reference, sealed))

/** The services that are involved, as they were typed. */
export const openServices = async (deps: Deps, service: Service, of: Sealed): Promise<string[]> =>
  servicesNamed(service, await openAnswers(deps, service, of))
