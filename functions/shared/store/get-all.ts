/** The one way to read many items at once (test/architecture/lists.test.ts): the engine may leave some for the next time. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Connection } from './dynamo.ts'

type Item = Record<string, unknown>

/** DynamoDB reads so many in one request. */
const perBatch = 100
/** Times in a row that it may give nothing at all. */
const attempts = 8

/** The items with these keys, in no order; what is not there is left out. `ConsistentRead`: also what was written just now. */
export async function* getAll(
  dynamo: Connection['dynamo'],
  TableName: string,
  all: readonly Item[],
  ConsistentRead = false,
) {
  const { client, BatchGetCommand } = await dynamo()
  for (let from = 0; from < all.length; from += perBatch) {
    let keys: Item[] = all.slice(from, from + perBatch)
    for (let attempt = 1; keys.length > 0; attempt += 1) {
      if (attempt > attempts) throw new Error('The engine reads nothing more')
      if (attempt > 1) await wait(2 ** attempt * 5)
      const request = { RequestItems: { [TableName]: { Keys: keys, ConsistentRead } } }
      const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand(request))
      const left = UnprocessedKeys?.[TableName]?.Keys ?? []
      if (left.length < keys.length) attempt = 1
      yield* Responses?.[TableName] ?? []
      keys = left
    }
  }
}
