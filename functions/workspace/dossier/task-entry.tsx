/** An own task in the timeline, once it is done or stopped: what it was, and the way back while the dossier is open. */
import type { FC } from 'hono/jsx'
import { dateInWords, timeInWords } from '../../../forms/kit/time.ts'
import { taskPath } from '../../shared/work-paths.ts'
import type { OpenedTask } from './open-task.ts'
import { endInWords } from './task-words.ts'
import type { DossierView } from './view.ts'
import { nameOf } from './words.ts'

interface TaskEntryProps {
  view: DossierView
  task: OpenedTask
  /** Whoever looks may say that it is to be done after all. */
  mayOpen: boolean
}

export const TaskEntry: FC<TaskEntryProps> = ({ view, task, mayOpen }) => {
  const { id, text, doneAt, stoppedAt, on, by } = task
  const at = doneAt ?? stoppedAt
  return (
    <li class="note-entry" data-taak={id} data-stand={doneAt === undefined ? 'gestopt' : 'klaar'}>
      <p>
        <b>Taak</b>: <bdi class="written">{text}</bdi>
      </p>
      <p class="by">{[endInWords(view, task), at && timeInWords(new Date(at))].filter(Boolean).join(', ')}</p>
      <p class="by">{`Gegeven door ${nameOf(view.content, by)}, tegen ${dateInWords(on)}`}</p>
      {mayOpen && <NotDone reference={view.dossier.reference} task={task} />}
    </li>
  )
}

export const NotDone: FC<{ reference: string; task: OpenedTask }> = ({ reference, task: { id, text, doneAt } }) => (
  <form method="post" action={taskPath(reference, id, 'toch-niet')}>
    <button class="link">
      {doneAt === undefined ? 'Toch nog doen' : 'Toch niet klaar'}
      <span class="hidden-visually">{`: ${text}`}</span>
    </button>
  </form>
)
