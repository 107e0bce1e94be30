/** Writes an own task of a dossier, and finds those of a person across all dossiers: one question, whatever there is. */

import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { TasksMark } from '../../../forms/kit/tasks/tasks-mark.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { type Audited, type DoneBy, dossierAudit } from './audit.ts'
import { tasksAsRead } from './dossier-item.ts'
import type { Connection } from './dynamo.ts'
import { getAll } from './get-all.ts'
import { dueIndex, tasksOfPerson } from './indexes.ts'
import { itemKeySchema } from './item-key.ts'
import { isKept } from './kept.ts'
import { dossierKey, ownTaskKey, referenceIn } from './keys.ts'
import { namesOf } from './list-places.ts'
import { type OwnTask, ownTaskSchema } from './own-task.ts'
import { listedAs } from './own-task-items.ts'
import { queryCounts, queryFirst } from './query-all.ts'
import { signOfLife } from './sign-of-life.ts'
import { transact } from './transact.ts'

/** One task as it is from now on, with the mark of its dossier that says so. */
interface TaskToStore {
  /** As it was read. */
  dossier: Dossier
  tasks: TasksMark
  task: OwnTask
  now: Date
  /** What tells it, where the task itself does not. */
  audit?: Audited & DoneBy
}

/** Of Brussels dates, both included. */
interface Days {
  from?: string | undefined
  until: string
}

interface FoundTask {
  reference: string
  task: OwnTask
}

const listedSchema = itemKeySchema.extend({ due: z.string() })
/** Read of one person at most: nobody does more in a week. */
const mostFound = 100
/** Counting stops here. */
const mostCounted = 100

export type OwnTasks = ReturnType<typeof createOwnTasks>

export function createOwnTasks({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  const ofPerson = (network: string, person: string, { from = '0', until }: Days) => ({
    ...{ TableName, IndexName: dueIndex },
    KeyConditionExpression: '#due = :due AND dueAt BETWEEN :from AND :until',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':due': tasksOfPerson(network, person), ':from': from, ':until': until },
  })

  return {
    /** One transaction; false when the dossier or one of its tasks is another than it was read, and nothing is written. */
    async write({ dossier, tasks, task, now, audit }: TaskToStore): Promise<boolean> {
      const { reference, network, revision } = dossier
      const { condition, names, values } = tasksAsRead(dossier)
      const isOpen = tasks.open.some(({ id }) => id === task.id)
      const cancelled = await transact(dynamo, [
        {
          Update: {
            TableName,
            Key: dossierKey(reference),
            UpdateExpression: 'SET #tasks = :tasks, livedOn = :today',
            ConditionExpression: `revision = :revision AND ${condition}`,
            ExpressionAttributeNames: names,
            ExpressionAttributeValues: {
              ...values,
              ...{ ':tasks': tasks, ':today': brusselsDate(now), ':revision': revision },
            },
          },
        },
        {
          Put: {
            TableName,
            Item: { ...ownTaskKey(reference, task.id), ...task, ...(isOpen ? listedAs(network, task) : {}) },
          },
        },
        signOfLife(TableName, reference, now),
        ...(audit ? [auditOf(TableName, reference, audit)] : []),
      ])
      return cancelled === undefined
    },

    /** Open tasks of these people of a network, as they are now, soonest first. */
    async openOf(network: string, people: readonly string[], days: Days, now: Date): Promise<FoundTask[]> {
      const queries = namesOf(network).flatMap((name) => people.map((person) => ofPerson(name, person, days)))
      const keys = await Promise.all(queries.map((query) => queryFirst(dynamo, query, mostFound)))
      const found: FoundTask[] = []
      // An index lags a moment: what was done just now is not shown again.
      for await (const item of getAll(dynamo, TableName, z.array(itemKeySchema).parse(keys.flat()), true)) {
        const listed = listedSchema.safeParse(item)
        const reference = listed.success ? referenceIn(listed.data.pk) : undefined
        if (reference !== undefined && isKept(now)(item)) found.push({ reference, task: ownTaskSchema.parse(item) })
      }
      return found.sort((one, other) => one.task.on.localeCompare(other.task.on))
    },

    /** How many open tasks somebody has; `mostCounted` means that many or more. */
    async count(network: string, person: string, days: Days): Promise<number> {
      let sum = 0
      for (const name of namesOf(network))
        for await (const counted of queryCounts(dynamo, ofPerson(name, person, days), mostCounted)) {
          sum += counted
          if (sum >= mostCounted) return mostCounted
        }
      return sum
    },
  }
}

const auditOf = (TableName: string, reference: string, { who, what, ...about }: Audited & DoneBy) =>
  dossierAudit(TableName, reference, about, { who, what })
