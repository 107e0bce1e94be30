/** Deletion of what has expired by Loket's clock: the engine's own time to live knows only the real time. */
import { type AttributeValue, DeleteItemCommand, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { epochSeconds } from '../../forms/kit/time.ts'
import type { Tables } from '../shared/store/dynamo.ts'

/** Deletes every item of both tables whose `ttl` (epoch seconds) has been reached. Reads all: for local use. */
export async function removeExpired(client: DynamoDBClient, { loket, drafts }: Tables, now: Date): Promise<void> {
  await removeFrom(client, loket, ['pk', 'sk'], now)
  await removeFrom(client, drafts, ['id'], now)
}

async function removeFrom(client: DynamoDBClient, TableName: string, keyNames: string[], now: Date): Promise<void> {
  const expired = {
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ':now': { N: String(epochSeconds(now)) } },
  }
  const pages = paginateScan({ client }, { TableName, FilterExpression: '#ttl <= :now', ...expired })
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const Key = pick(item, keyNames)
      // Conditional: an item that got a longer life since the scan stays.
      const deletion = new DeleteItemCommand({ TableName, Key, ConditionExpression: '#ttl <= :now', ...expired })
      await client.send(deletion).catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error
      })
    }
  }
}

function pick(item: Record<string, AttributeValue>, names: string[]): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)))
}
