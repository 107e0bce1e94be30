/** The number that whoever asked gave since, in the place of the one among their answers; whoever asks wrote the view down before. */
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import type { WorkspaceDeps } from './deps.ts'

/** In E.164; undefined where they gave none. */
export async function openPhone(
  { unseal }: Pick<WorkspaceDeps, 'unseal'>,
  { reference, phone }: Pick<Dossier, 'reference' | 'phone'>,
): Promise<string | undefined> {
  if (phone === undefined) return undefined
  const { telefoon } = await unseal(reference, phone)
  return typeof telefoon === 'string' ? telefoon : undefined
}
