/** Calls that a machine seems to have asked for: nobody is called until a coordinator says that one is real. */
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { isAt } from '../queue/filters.ts'
import { type Rows, rowsOf } from '../queue/rows.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { waitsForCall } from './calls.ts'

/** Shown at once, oldest first; the list of requests has them all. */
const mostShown = 10

type Deps = Parameters<typeof rowsOf>[0] & Pick<WorkspaceDeps, 'queue' | 'now'>

/** Written down as seen before they are opened; nothing for who cannot say so. */
export async function suspectCalls(
  deps: Deps,
  looking: Pick<SignedIn['Variables'], 'person' | 'sessionId'> & { network: Network; content: NetworkContent },
): Promise<Rows> {
  const { network, person } = looking
  if (person.role !== 'coordinator') return { rows: [], unreadable: false }
  const now = deps.now()
  const { dossiers } = await deps.queue.list({
    ...{ network: network.slug, select: { of: 'suspects' } as const, limit: mostShown, now },
    only: isAt(network, waitsForCall),
  })
  return rowsOf(deps, dossiers, { ...looking, list: 'telefoon', now })
}
