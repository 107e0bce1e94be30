/**
 * The one way to query (test/architecture/lists.test.ts). The engine stops at 1 MB and says so only in its answer: who asks here
 * gets all there is, or as many as they asked for, or is told where the rest begins.
 */
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Connection } from './dynamo.ts'

type Dynamo = Connection['dynamo']
type Item = Record<string, unknown>

async function* answersTo(dynamo: Dynamo, query: QueryCommandInput, pageSize?: number, startingToken?: Item) {
  const { client, paginateQuery } = await dynamo()
  const how = { ...(pageSize === undefined ? {} : { pageSize }), ...(startingToken ? { startingToken } : {}) }
  yield* paginateQuery({ client, ...how }, { ...query })
}

/** Everything, as the engine gives it: at most `pageSize` at a time, and no further than the caller goes. */
export async function* queryPages(dynamo: Dynamo, query: QueryCommandInput, pageSize?: number): AsyncGenerator<Item[]> {
  for await (const { Items = [] } of answersTo(dynamo, query, pageSize)) yield Items
}

/** Everything, one by one, likewise. */
export async function* queryEach(dynamo: Dynamo, query: QueryCommandInput, pageSize?: number): AsyncGenerator<Item> {
  for await (const items of queryPages(dynamo, query, pageSize)) yield* items
}

export async function queryAll(dynamo: Dynamo, query: QueryCommandInput): Promise<Item[]> {
  const found: Item[] = []
  for await (const items of queryPages(dynamo, query)) found.push(...items)
  return found
}

/** Items at a time: a count to a hundred, and whether there are more, is one. */
const mostAtOnce = 128

/** The first ones, at most so many. */
export async function queryFirst(dynamo: Dynamo, query: QueryCommandInput, most: number): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of queryEach(dynamo, query, Math.min(most, mostAtOnce))) {
    found.push(item)
    if (found.length === most) break
  }
  return found
}

/** At most so many from there, and where the rest begins: absent when there is none. */
export async function queryPage(dynamo: Dynamo, query: QueryCommandInput, size: number, from?: Item) {
  for await (const { Items = [], LastEvaluatedKey } of answersTo(dynamo, query, size, from))
    return { items: Items, next: LastEvaluatedKey }
  return { items: [] }
}

/** How many there are, counted at most `pageSize` at a time, and no further than the caller goes: the sum is the number. */
export async function* queryCounts(
  dynamo: Dynamo,
  query: QueryCommandInput,
  pageSize?: number,
): AsyncGenerator<number> {
  for await (const { Count = 0 } of answersTo(dynamo, { ...query, Select: 'COUNT' }, pageSize)) yield Count
}
