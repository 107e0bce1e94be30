/**
 * Own tasks of a dossier, an item each: what is open of one, and its text, sealed. Which are open stands in the dossier (`tasks`): every
 * write of a task is one of that mark too, on condition that nobody changed it since it was read (docs/decisions/026).
 */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { isOpenTask, openTasksOf } from '../../../forms/kit/tasks/own-tasks.ts'
import type { OpenTask } from '../../../forms/kit/tasks/tasks-mark.ts'
import type { Connection } from './dynamo.ts'
import { endItem } from './end-item.ts'
import { tasksOfPerson } from './indexes.ts'
import { ownTaskKey } from './keys.ts'
import { setFields } from './set-fields.ts'
import type { TransactItems } from './transact.ts'

/** Where somebody finds it among all of theirs. */
export const listedAs = (network: string, { person, on }: Pick<OpenTask, 'person' | 'on'>) => ({
  due: tasksOfPerson(network, person),
  dueAt: on,
})

interface Moved {
  TableName: string
  before: Dossier
  after: Dossier
  now: Date
  /** Epoch seconds at which what was typed ends; undefined while the dossier is open. */
  ttl: number | undefined
}

/** What a move does to open tasks: they stop, are somebody else's, or are open again. At most as many as can be open. */
export function movedTasks({ TableName, before, after, now, ttl }: Moved): TransactItems {
  if (before.tasks?.revision === after.tasks?.revision) return []
  const { reference, network } = after
  const [was, is] = [openTasksOf(before), openTasksOf(after)]
  const update = (id: string, fields: Readonly<Record<string, unknown>>, gone: readonly string[]) => {
    const { set, names, values } = setFields(fields)
    return {
      Update: {
        ...{ TableName, Key: ownTaskKey(reference, id), ConditionExpression: 'attribute_exists(pk)' },
        UpdateExpression: `${set} REMOVE ${gone.map((name) => `#${name}`).join(', ')}`,
        ExpressionAttributeNames: { ...names, ...Object.fromEntries(gone.map((name) => [`#${name}`, name])) },
        ExpressionAttributeValues: values,
      },
    }
  }
  const ends = ttl === undefined ? {} : { ttl }
  const stop = ({ id }: OpenTask) => update(id, { stoppedAt: now.toISOString(), ...ends }, ['due', 'dueAt'])
  const have = ({ id, by: _, ...task }: OpenTask) =>
    update(id, { ...task, ...listedAs(network, task) }, ['stoppedAt', 'ttl', ...('standIn' in task ? [] : ['standIn'])])
  return [
    ...was.filter(({ id }) => !is.some((one) => one.id === id)).map(stop),
    ...is
      .filter((task) => {
        const one = was.find(({ id }) => id === task.id)
        return one?.person !== task.person || one?.standIn !== task.standIn
      })
      .map(have),
  ]
}

/** What was done or stopped before a move ends with the notes (epoch seconds), or not any more, before the dossier does. */
export async function endResting(
  of: Connection,
  { reference, tasks }: Dossier,
  ttl: number | undefined,
): Promise<void> {
  const all = Array.from({ length: tasks?.all ?? 0 }, (_, index) => String(index + 1).padStart(2, '0'))
  const resting = all.filter((id) => !isOpenTask({ tasks }, id))
  await Promise.all(resting.map((id) => endItem(of, ownTaskKey(reference, id), ttl)))
}
