/** Opens what somebody asked, for a list of the team: only once the view was written down. */
import { type Asked, askedOf } from '../../forms/kit/asked.ts'
import type { Service } from '../../forms/kit/form.ts'
import { withPhone } from '../../forms/kit/lifecycle/corrected.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { newIncident } from '../shared/new-id.ts'
import type { WorkspaceDeps } from './deps.ts'
import { openAnswers, openPhone } from './open-answers.ts'

type Deps = Pick<WorkspaceDeps, 'unseal' | 'logFailure' | 'random'>

/** Undefined without answers, and when the key cannot be reached: the list is there without them. */
export async function openAsked(
  deps: Deps,
  service: Service,
  dossier: Pick<Dossier, 'reference' | 'phone'>,
  sealed: string | undefined,
): Promise<Asked | undefined> {
  if (sealed === undefined) return undefined
  try {
    const { reference } = dossier
    const [answers, phone] = await Promise.all([
      openAnswers(deps, service, { reference, sealed }),
      openPhone(deps, dossier),
    ])
    return askedOf(service, withPhone(answers, phone))
  } catch (error) {
    deps.logFailure(newIncident(deps), error)
    return undefined
  }
}
