/** Lets one item end at a moment (epoch seconds), or not any more; what is gone meanwhile stays gone. */
import type { Connection } from './dynamo.ts'
import { setEnd } from './set-fields.ts'
import { despiteConflicts, unlessRefused } from './transact.ts'

export async function endItem(
  { dynamo, tables }: Connection,
  { pk, sk }: { pk: string; sk: string },
  ttl: number | undefined,
): Promise<void> {
  const { client, UpdateCommand } = await dynamo()
  const about = { TableName: tables.loket, Key: { pk, sk }, ConditionExpression: 'attribute_exists(pk)' }
  const update = new UpdateCommand({ ...about, ...setEnd(ttl) })
  await unlessRefused(despiteConflicts(() => client.send(update)))
}
