/** On a list, after a move of a dossier that this person may not open (any more): it can be taken back there too. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { WorkspaceDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { findInNetwork } from './access.ts'
import { UndoNote, type UndoPlace } from './undo-note.tsx'
import { undoNow } from './undo-now.ts'

/** Of a dossier that is named in the address: what was done with it a moment ago, and the way back. */
export async function undoOnList(
  deps: Pick<WorkspaceDeps, 'dossierFiles' | 'dossierMails' | 'now'>,
  c: Context<SignedIn>,
  place: UndoPlace,
): Promise<Child> {
  const { klaar, dossier: reference = '' } = c.req.query()
  if (klaar === 'ongedaan') return <Status text="Ongedaan gemaakt. Er vertrok geen mail." />
  if (klaar === 'meteen') return <Status text="De mail vertrekt binnen een minuut." />
  const now = deps.now()
  const found = reference ? await findInNetwork(deps.dossierFiles, c.var.network, reference, now) : undefined
  if (found?.file.made?.who !== c.var.person.id) return null
  const undo = undoNow(found.file, await deps.dossierMails.list(reference, now), c.var.person, now)
  return undo ? <UndoNote {...{ service: found.service, reference, place }} {...undo} /> : null
}

const Status = ({ text }: { text: string }) => (
  <div class="done" role="status">
    <p>{text}</p>
  </div>
)
