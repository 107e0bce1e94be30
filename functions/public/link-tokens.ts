/** Addresses of personal pages, and the proof that a form was handed out. */
import { linkToken } from '../shared/links.ts'
import { newId } from '../shared/new-id.ts'
import { personalPath } from '../shared/public-paths.ts'
import type { ReadSecrets } from '../shared/secrets.ts'
import type { PublicDeps } from './deps.ts'

/** The receipt of a dossier; its link lives as long as the dossier, whatever happens to other links. */
export const receiptPath = async (secrets: ReadSecrets, reference: string): Promise<string> =>
  personalPath('ontvangen', linkToken((await secrets()).linkKeys, 'ontvangen', { id: reference, version: 1 }))

export const statusPath = async (secrets: ReadSecrets, reference: string, version: number): Promise<string> =>
  personalPath('status', linkToken((await secrets()).linkKeys, 'status', { id: reference, version }))

/** Says since when somebody has a form, in milliseconds, and makes sending it twice the same. */
export const formToken = async (
  deps: Pick<PublicDeps, 'secrets' | 'random' | 'now'>,
  since = deps.now(),
): Promise<string> =>
  linkToken((await deps.secrets()).linkKeys, 'formulier', { id: newId(deps), version: since.getTime() })
