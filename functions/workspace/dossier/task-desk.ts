/** What every route of an own task begins with: whom it can be given, and the page that asks it. */
import { type Absence, currentAbsence } from '../../../forms/kit/absence.ts'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { isClosed } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { type Taker, takerOf, takersOf } from '../../../forms/kit/tasks/takers.ts'
import { taskPage } from '../../../forms/kit/tasks/task-page.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import type { OwnTask } from '../../shared/store/own-task.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { awayInWords } from '../holders.ts'
import type { OpenFile } from './access.ts'
import type { AtDesk } from './desk.tsx'
import { isWithdrawn, withdrawnReason } from './withdrawn.ts'

/** What a form of a task is made from. */
export interface AskedOfTask {
  page: Page
  takers: readonly Taker[]
  marksOf: (taker: Taker) => readonly string[]
  before?: OwnTask | undefined
}

type Deps = Pick<WorkspaceDeps, 'absences' | 'now'>

export const newTaskPage = { slug: 'taak', title: 'Nieuwe taak' }

/** One absence query, so that nobody is chosen who may not open the dossier. `before`: the task that is changed. */
export async function taskAsked(
  { absences, now }: Deps,
  content: NetworkContent,
  dossier: Dossier,
  before?: OwnTask,
): Promise<AskedOfTask> {
  const today = brusselsDate(now())
  const away = await absences.list(dossier.network)
  const takers = takersOf(content, away, dossier, today)
  const marksOf = ({ person }: Taker) => markOf(currentAbsence(away, person.id, today), today)
  const about = before ? { slug: `taak/${before.id}`, title: 'Wijzig de taak' } : newTaskPage
  return { page: taskPage(about, { takers, marksOf, before }), takers, marksOf, before }
}

const markOf = (absence: Absence | undefined, today: string) => (absence ? [awayInWords(absence, today)] : [])

/** Who sends no name does it themselves. */
export const withReader = (typed: RawInput, reader: string): RawInput =>
  typed.has('wie') ? typed : new Map([...typed, ['wie', [reader]]])

/** What the form of a task shows before somebody types. */
export const typedOf = (task: OwnTask, text: string, takers: readonly Taker[]): RawInput =>
  new Map([
    ['taak', [text]],
    ['tegen', [task.on]],
    ['wie', [takerOf(takers, task)?.person.id ?? '']],
  ])

/** The one of the address. */
export const taskIn = (c: AtDesk, { file }: OpenFile): OwnTask | undefined =>
  file.tasks.find(({ id }) => id === c.req.param('task'))

/** Why nothing can be done with its tasks; undefined when it can. */
export function tasksRefusal(found: OpenFile): string | undefined {
  if (isWithdrawn(found)) return withdrawnReason
  return isClosed(found.service.form.lifecycle, found.file.dossier.state)
    ? 'Dit dossier is afgesloten. Een taak kan er niet meer bij. Heropen het eerst.'
    : undefined
}
