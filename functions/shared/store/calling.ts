/** Who calls somebody at this moment: theirs for half an hour, so that no two people call the same one (docs/domain.md §5). */
import * as z from 'zod'
import { addSeconds, epochSeconds } from '../../../forms/kit/time.ts'
import type { Connection } from './dynamo.ts'
import { isKept } from './kept.ts'
import { callingKey } from './keys.ts'
import { despiteConflicts, unlessRefused } from './transact.ts'

/** Longer than a call takes, shorter than anybody should wait for a colleague who forgot. */
const callSeconds = 30 * 60

const callingSchema = z.object({
  /** Id of the person of the network. */
  who: z.string(),
  /** ISO UTC. */
  since: z.iso.datetime(),
})
export type Calling = z.infer<typeof callingSchema>

/** The call among the items of a dossier; undefined when nobody calls, or not any more. */
export const callingIn = (item: unknown, now: Date): Calling | undefined =>
  item !== undefined && isKept(now)(item) ? callingSchema.parse(item) : undefined

export function createCalling({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }

  return {
    /** Takes the call, unless somebody else has it: of two at once one wins. Gives who has it now. */
    async take(reference: string, who: string, now: Date): Promise<Calling> {
      const { client, GetCommand, PutCommand } = await dynamo()
      const mine = { who, since: now.toISOString() }
      const put = new PutCommand({
        ...table,
        Item: { ...callingKey(reference), ...mine, ttl: epochSeconds(addSeconds(now, callSeconds)) },
        ConditionExpression: 'attribute_not_exists(pk) OR who = :who OR #ttl <= :now',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':who': who, ':now': epochSeconds(now) },
      })
      if (await unlessRefused(despiteConflicts(() => client.send(put).then(() => true)))) return mine
      const get = new GetCommand({ ...table, Key: callingKey(reference), ConsistentRead: true })
      // Whoever was first may be done by now: then nobody calls, and it can be taken again.
      return callingIn((await client.send(get)).Item, now) ?? this.take(reference, who, now)
    },

    /** The call is over; that of somebody else goes on. */
    async end(reference: string, who: string): Promise<void> {
      const { client, DeleteCommand } = await dynamo()
      const gone = new DeleteCommand({
        ...table,
        Key: callingKey(reference),
        ConditionExpression: 'who = :who',
        ExpressionAttributeValues: { ':who': who },
      })
      await unlessRefused(despiteConflicts(() => client.send(gone)))
    },
  }
}
