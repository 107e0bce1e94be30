/** The counters behind the caps on mail, and of how far a mailing has come. */
import * as z from 'zod'
import type { Connection } from './dynamo.ts'
import { capKey } from './keys.ts'

const countSchema = z.object({ amount: z.number() })

export function createCounters({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }
  return {
    /** Counts one more within a period and returns the new number; kept until `ttl` (epoch seconds). */
    async count(scope: string, period: string, ttl: number): Promise<number> {
      const { client, UpdateCommand } = await dynamo()
      const { Attributes } = await client.send(
        new UpdateCommand({
          ...table,
          Key: capKey(scope, period),
          UpdateExpression: 'ADD #amount :one SET #ttl = :ttl',
          ExpressionAttributeNames: { '#amount': 'amount', '#ttl': 'ttl' },
          ExpressionAttributeValues: { ':one': 1, ':ttl': ttl },
          ReturnValues: 'ALL_NEW',
        }),
      )
      return countSchema.parse(Attributes).amount
    },

    /** How many were counted in a period. */
    async counted(scope: string, period: string): Promise<number> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ ...table, Key: capKey(scope, period), ConsistentRead: true }))
      return Item ? countSchema.parse(Item).amount : 0
    },
  }
}
