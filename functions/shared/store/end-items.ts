/** Lets items end at a moment (epoch seconds), or not any more, one by one; what is gone meanwhile stays gone. */
import type { Connection } from './dynamo.ts'
import { inBatches } from './in-batches.ts'
import { setEnd } from './set-fields.ts'
import { despiteConflicts, unlessRefused } from './transact.ts'

export async function endItems(
  { dynamo, tables }: Connection,
  keys: readonly { pk: string; sk: string }[],
  ttl: number | undefined,
): Promise<void> {
  const { client, UpdateCommand } = await dynamo()
  await inBatches(keys, ({ pk, sk }) => {
    const about = { TableName: tables.loket, Key: { pk, sk }, ConditionExpression: 'attribute_exists(pk)' }
    return unlessRefused(despiteConflicts(() => client.send(new UpdateCommand({ ...about, ...setEnd(ttl) }))))
  })
}
