/** A note of a dossier as it is kept: sealed at once, for whoever may open the dossier. */
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { newId } from '../shared/new-id.ts'
import type { LogbookLine } from '../shared/store/logbook.ts'
import type { WorkspaceDeps } from './deps.ts'

interface Note {
  dossier: Pick<Dossier, 'network' | 'reference'>
  /** Id of who wrote it. */
  who: string
  /** Id of the colleague they stood in for. */
  for?: string
  text: string
  at: Date
  /** The move it explains. */
  action?: string
  /** From the page, so that a second press of the button is the same note. */
  id?: string
  /** Of who wrote it, when the dossier is to be another network's. */
  network?: string
}

export async function sealedNote(
  deps: Pick<WorkspaceDeps, 'seal' | 'random'>,
  { dossier, who, for: colleague, text, at, action, id = newId(deps), network }: Note,
): Promise<LogbookLine> {
  const content = { notitie: text, ...(action === undefined ? {} : { actie: action }) }
  return {
    id,
    at: at.toISOString(),
    who,
    ...(colleague === undefined ? {} : { for: colleague }),
    ...(network === undefined ? {} : { network }),
    kind: 'notitie',
    sealed: await deps.seal(dossier.network, dossier.reference, content),
  }
}
