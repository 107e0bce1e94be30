/** What the page of a request needs to let whoever asked add something. */
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { createAdditions } from '../shared/store/additions.ts'
import type { PublicDeps } from './deps.ts'
import { formToken } from './link-tokens.ts'

export interface Adding {
  /** When something was added, oldest first; ISO UTC. */
  added: readonly string[]
  /** Makes sending it twice the same. */
  token: string
}

export const addingTo = async (deps: PublicDeps, { reference }: Dossier): Promise<Adding> => ({
  added: await deps.open(createAdditions).moments(reference, deps.now()),
  token: await formToken(deps),
})
