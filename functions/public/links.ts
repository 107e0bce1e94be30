/** Addresses of personal pages. */
import { linkToken } from '../shared/links.ts'
import type { ReadSecrets } from '../shared/secrets.ts'

/** The receipt of a dossier; its link lives as long as the dossier, whatever happens to other links. */
export const receiptPath = async (secrets: ReadSecrets, reference: string): Promise<string> =>
  `/ontvangen/${linkToken((await secrets()).linkKeys, 'ontvangen', { id: reference, version: 1 })}`

export const statusPath = async (secrets: ReadSecrets, reference: string, version: number): Promise<string> =>
  `/status/${linkToken((await secrets()).linkKeys, 'status', { id: reference, version })}`
