/** Where a table came from (DynamoDB, point-in-time recovery). */
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import type { Connection } from './dynamo.ts'

/** The moment that a restore went back to; undefined of a table that was never restored. */
export async function restoredTo({ dynamo, tables }: Connection): Promise<Date | undefined> {
  const { client } = await dynamo()
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tables.loket }))
  return Table?.RestoreSummary?.RestoreDateTime
}
