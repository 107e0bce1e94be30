/** An own task of a dossier with its text unsealed, and how it is sealed. */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { OwnTask } from '../../shared/store/own-task.ts'
import type { WorkspaceDeps } from '../deps.ts'

export interface OpenedTask extends Omit<OwnTask, 'sealed'> {
  text: string
}

export async function openTask(
  { unseal }: Pick<WorkspaceDeps, 'unseal'>,
  reference: string,
  { sealed, ...task }: OwnTask,
): Promise<OpenedTask> {
  const { taak } = await unseal(reference, sealed)
  return { ...task, text: String(taak ?? '') }
}

export const sealTask = (
  { seal }: Pick<WorkspaceDeps, 'seal'>,
  { network, reference }: Pick<Dossier, 'network' | 'reference'>,
  text: string,
): Promise<string> => seal(network, reference, { taak: text })
