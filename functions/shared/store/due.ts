/**
 * What waits in one partition of the sparse index `due`, oldest first: mails, plans of mails, dossiers that changed (docs/decisions/004, 023).
 * Only what waits is in it.
 */
import * as z from 'zod'
import type { Connection } from './dynamo.ts'
import { dueIndex } from './indexes.ts'
import { type ItemKey, itemKeySchema } from './item-key.ts'
import { queryFirst } from './query-all.ts'

const dueSchema = z.object({ dueAt: z.iso.datetime() })

export function createDue({ dynamo, tables }: Connection) {
  const query = (partition: string, until: Date, most: number) =>
    queryFirst(
      dynamo,
      {
        TableName: tables.loket,
        IndexName: dueIndex,
        KeyConditionExpression: '#due = :due AND #dueAt <= :until',
        ExpressionAttributeNames: { '#due': 'due', '#dueAt': 'dueAt' },
        ExpressionAttributeValues: { ':due': partition, ':until': until.toISOString() },
      },
      most,
    )

  return {
    /** Keys of what is due by then, at most so many. */
    keys: async (partition: string, until: Date, most: number): Promise<ItemKey[]> =>
      z.array(itemKeySchema).parse(await query(partition, until, most)),

    /** Since when the first one waits, up to `until`; for a clock that steps through time. */
    async first(partition: string, until: Date): Promise<Date | undefined> {
      const [first] = z.array(dueSchema).parse(await query(partition, until, 1))
      return first && new Date(first.dueAt)
    },
  }
}
