/** Every item that a query finds: the engine gives 1 MB at a time. */
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Connection } from './dynamo.ts'

export async function queryAll(
  dynamo: Connection['dynamo'],
  query: QueryCommandInput,
): Promise<Record<string, unknown>[]> {
  const { client, paginateQuery } = await dynamo()
  const items: Record<string, unknown>[] = []
  for await (const { Items = [] } of paginateQuery({ client }, query)) items.push(...Items)
  return items
}
