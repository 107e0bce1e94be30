/**
 * Deletion of what has expired, by Loket's clock, where the engine's own time to live does not do it: on one's own machine it
 * knows only the real time, and a table that was restored has none yet.
 */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { epochSeconds } from '../../../forms/kit/time.ts'
import type { Connection, Tables } from './dynamo.ts'
import { scanEach } from './scan-all.ts'
import { unlessRefused } from './transact.ts'

const keys = { loket: ['pk', 'sk'], drafts: ['id'] } as const satisfies Record<keyof Tables, readonly string[]>

/** Deletes every item of a table whose `ttl` (epoch seconds) has been reached, and counts them. Reads the whole table: no function may. */
export async function removeExpired(
  { dynamo, tables }: Connection<Tables>,
  table: keyof Tables,
  now: Date,
): Promise<number> {
  const { client } = await dynamo()
  const TableName = tables[table]
  const expired = {
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ':now': epochSeconds(now) },
  }
  const ended = { FilterExpression: '#ttl <= :now', ProjectionExpression: keys[table].join(', '), ...expired }
  let removed = 0
  for await (const Key of scanEach(dynamo, { TableName, ...ended })) {
    // Conditional: an item that got a longer life since the scan stays.
    const deletion = new DeleteCommand({ TableName, Key, ConditionExpression: '#ttl <= :now', ...expired })
    if (await unlessRefused(client.send(deletion))) removed += 1
  }
  return removed
}
