/** The one way to read a whole table (test/architecture/lists.test.ts): for commands and for one's own machine. No function may. */
import { paginateScan, type ScanCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Connection } from './dynamo.ts'

export async function* scanEach(
  dynamo: Connection['dynamo'],
  scan: ScanCommandInput,
): AsyncGenerator<Record<string, unknown>> {
  const { client } = await dynamo()
  for await (const { Items = [] } of paginateScan({ client }, scan)) yield* Items
}
