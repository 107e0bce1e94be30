/**
 * Own tasks of a dossier, an item each: what is open of one, and its text, sealed. Which are open stands in the dossier (`tasks`): every
 * write of a task is one of that mark too, on condition that nobody changed it since it was read (docs/decisions/026).
 */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { openTasksOf } from '../../../forms/kit/tasks/own-tasks.ts'
import type { OpenTask } from '../../../forms/kit/tasks/tasks-mark.ts'
import { ownTaskKey, tasksOfPerson } from './keys.ts'
import type { TransactItems } from './transact.ts'

/** Where somebody finds it among all of theirs. */
export const listedAs = (network: string, { person, on }: Pick<OpenTask, 'person' | 'on'>) => ({
  due: tasksOfPerson(network, person),
  dueAt: on,
})

/** That nobody changed a task of it since it was read: for the condition of whoever writes the dossier, or erases it. */
export const tasksAsRead = ({ tasks }: Pick<Dossier, 'tasks'>) => ({
  condition: tasks ? '#tasks.revision = :tasksRevision' : 'attribute_not_exists(#tasks)',
  names: { '#tasks': 'tasks' },
  values: tasks ? { ':tasksRevision': tasks.revision } : {},
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
  const update = (id: string, UpdateExpression: string, names: object, values: object) => ({
    Update: {
      ...{ TableName, Key: ownTaskKey(reference, id), UpdateExpression },
      ConditionExpression: 'attribute_exists(pk)',
      ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: { ...names } } : {}),
      ExpressionAttributeValues: { ...values },
    },
  })
  const stop = ({ id }: OpenTask) =>
    update(
      id,
      `SET stoppedAt = :now${ttl === undefined ? '' : ', #ttl = :ttl'} REMOVE due, dueAt`,
      ttl === undefined ? {} : { '#ttl': 'ttl' },
      { ':now': now.toISOString(), ...(ttl === undefined ? {} : { ':ttl': ttl }) },
    )
  const have = (task: OpenTask) => {
    const { due, dueAt } = listedAs(network, task)
    const { id, person, standIn } = task
    return update(
      id,
      `SET person = :person, due = :due, dueAt = :dueAt${standIn ? ', standIn = :standIn' : ''} REMOVE stoppedAt, #ttl${standIn ? '' : ', standIn'}`,
      { '#ttl': 'ttl' },
      { ':person': person, ':due': due, ':dueAt': dueAt, ...(standIn ? { ':standIn': standIn } : {}) },
    )
  }
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

/** Keys of those that no move writes itself as it ends or goes on: what was done or stopped before. */
export const restingTasks = ({ reference, tasks }: Pick<Dossier, 'reference' | 'tasks'>) =>
  Array.from({ length: tasks?.all ?? 0 }, (_, index) => String(index + 1).padStart(2, '0'))
    .filter((id) => !openTasksOf({ tasks }).some((one) => one.id === id))
    .map((id) => ownTaskKey(reference, id))
