/** What the block of tasks on the page of a dossier is made from. */
import type { NetworkContent } from '../../../forms/kit/content.ts'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { listedOn } from '../../../forms/kit/lifecycle/listed-day.ts'
import { nextInWords } from '../../../forms/kit/lifecycle/next-in-words.ts'
import { newId } from '../../shared/new-id.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import type { OpenFile } from './access.ts'
import { taskAsked, tasksRefusal, withReader } from './task-desk.ts'
import type { DerivedTask, ShownTasks } from './tasks-part.tsx'

type Looking = Pick<SignedIn['Variables'], 'content' | 'person'>

/** The view is written down before. Of a dossier that is closed only what it asks by itself. */
export async function shownTasks(
  deps: WorkspaceDeps,
  { content, person }: Looking,
  found: OpenFile,
): Promise<ShownTasks> {
  const { dossier } = found.file
  const derived = derivedOf(content, found)
  if (tasksRefusal(found) !== undefined) return { derived, takers: [] }
  const { page, takers } = await taskAsked(deps, content, dossier)
  const form = { page, typed: withReader(new Map(), person.id), once: newId(deps) }
  return { derived, takers, form }
}

/** Its one next step; what an overleg or a plan asks stands in their own blocks. Only a coordinator puts it in a state that is known. */
function derivedOf(content: NetworkContent, { service, file: { dossier } }: OpenFile): DerivedTask | undefined {
  const { form } = service
  if (stateOf(form.lifecycle, dossier.state).verouderd) return undefined
  const text = nextInWords(form, dossier, content)
  return text === undefined ? undefined : { text, on: listedOn(dossier) }
}
