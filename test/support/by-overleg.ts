/** Moves that an overleg makes and nobody by hand: made through the store, for a test that only needs where they lead. */
import { serviceOf } from '../../forms/index.ts'
import { makeMove } from '../../functions/shared/make-move.ts'
import { demoContent } from './content.ts'
import type { TestWorkspace } from './workspace.ts'

/** As whoever holds the dossier. `date`: of the overleg, or of what is next; Brussels. */
export async function moveByOverleg(
  work: TestWorkspace,
  reference: string,
  action: string,
  date?: string,
): Promise<void> {
  const dossier = await work.deps.dossiers.read(reference, work.clock.now)
  const service = dossier && serviceOf(dossier)
  if (!dossier || !service) throw new Error(`There is no ${reference}`)
  const content = demoContent(dossier.network)
  const by = content.people.find(({ id, role }) =>
    dossier.holder === undefined ? role === 'coordinator' : id === dossier.holder,
  )
  if (!by) throw new Error(`Nobody can make ${action} of ${reference}`)
  const command = { action, by, explained: true, ...(date === undefined ? {} : { date }) }
  const made = await makeMove(work.deps, { service, content, dossier, command })
  if (made.kind !== 'moved') throw new Error(`${action} came to ${JSON.stringify(made)}`)
}
