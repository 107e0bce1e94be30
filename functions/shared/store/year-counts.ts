/** What was counted in a year (count-items.ts), for who freezes it. */
import * as z from 'zod'
import type { Counts } from '../../../forms/kit/figures/tally.ts'
import type { Connection } from './dynamo.ts'
import type { ItemKey } from './item-key.ts'
import { yearCountsKey } from './keys.ts'
import { queryAll } from './query-all.ts'
import { despiteConflicts, unlessRefused } from './transact.ts'

const itemSchema = z.object({ pk: z.string(), sk: z.string() }).catchall(z.unknown())

export type YearCountsStore = ReturnType<typeof createYearCounts>

export function createYearCounts({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  const itemsOf = async (network: string, form: string, year: string) =>
    z.array(itemSchema).parse(
      await queryAll(dynamo, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :year)',
        ExpressionAttributeValues: { ':pk': yearCountsKey(network, form, year, 0).pk, ':year': `${year}#` },
        ConsistentRead: true,
      }),
    )

  return {
    async read(network: string, form: string, year: string): Promise<Counts> {
      const sum: Record<string, number> = {}
      for (const { pk: _pk, sk: _sk, ...counters } of await itemsOf(network, form, year))
        for (const [counter, amount] of Object.entries(counters))
          if (typeof amount === 'number') sum[counter] = (sum[counter] ?? 0) + amount
      return sum
    },

    /** Their year is frozen: they wait for nothing any more. */
    async closed(counters: readonly ItemKey[]): Promise<void> {
      const { client, UpdateCommand } = await dynamo()
      for (const { pk, sk } of counters) {
        const update = new UpdateCommand({
          ...{ TableName, Key: { pk, sk } },
          UpdateExpression: 'REMOVE #due, #dueAt',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#due': 'due', '#dueAt': 'dueAt' },
        })
        await unlessRefused(despiteConflicts(() => client.send(update)))
      }
    },
  }
}
