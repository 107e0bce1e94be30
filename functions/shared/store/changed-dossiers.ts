/** Which dossiers changed since the search last looked: keys only, as whoever asks may read no dossier. */
import * as z from 'zod'
import type { Connection } from './dynamo.ts'
import { changedPartition, dueIndex } from './keys.ts'
import { queryFirst } from './query-all.ts'

const keySchema = z.object({ pk: z.string(), sk: z.string() })
/** Of a dossier, or of the words of one that was erased. */
export type ChangedKey = z.infer<typeof keySchema>
const dueSchema = z.object({ dueAt: z.iso.datetime() })

export function createChangedDossiers({ dynamo, tables }: Connection) {
  const query = (until: Date, most: number) =>
    queryFirst(
      dynamo,
      {
        TableName: tables.loket,
        IndexName: dueIndex,
        KeyConditionExpression: '#due = :due AND #dueAt <= :until',
        ExpressionAttributeNames: { '#due': 'due', '#dueAt': 'dueAt' },
        ExpressionAttributeValues: { ':due': changedPartition, ':until': until.toISOString() },
      },
      most,
    )

  return {
    /** At most so many, those that wait longest first. */
    changed: async (now: Date, most: number): Promise<ChangedKey[]> => z.array(keySchema).parse(await query(now, most)),

    /** Since when the first one waits, up to `until`; for a clock that steps through time. */
    async nextChanged(until: Date): Promise<Date | undefined> {
      const [first] = z.array(dueSchema).parse(await query(until, 1))
      return first && new Date(first.dueAt)
    },
  }
}
