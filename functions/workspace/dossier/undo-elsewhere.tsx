/** On a list, after a move of a dossier that this person may not open (any more): it can be taken back there too. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { undoableBy } from '../../../forms/kit/lifecycle/undo.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { findInNetwork } from './access.ts'
import { UndoNote, type UndoPlace } from './undo-note.tsx'

/** Of a dossier that is named in the address: what was done with it a moment ago, and the way back. */
export async function undoOnList(
  deps: Pick<WorkspaceDeps, 'dossierFiles' | 'now'>,
  c: Context<SignedIn>,
  place: UndoPlace,
): Promise<Child> {
  const { klaar, dossier: reference = '' } = c.req.query()
  if (klaar === 'ongedaan') return <Status text="Ongedaan gemaakt. Er vertrok geen mail." />
  if (klaar === 'meteen') return <Status text="De mail vertrekt binnen een minuut." />
  const found = reference ? await findInNetwork(deps.dossierFiles, c.var.network, reference, deps.now()) : undefined
  const made = found && undoableBy(found.file.dossier, found.file.made, c.var.person, deps.now())
  return made ? (
    <UndoNote
      {...{ service: found.service, reference, made, place, waiting: { count: made.mails.length, leaveNow: false } }}
    />
  ) : null
}

const Status = ({ text }: { text: string }) => (
  <div class="done" role="status">
    <p>{text}</p>
  </div>
)
