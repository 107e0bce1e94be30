/** What stays of an event in numbers, beside it: for its public page and the figures of the network. */
import { type EventFigures, figuresSchema } from '../../../forms/kit/events/figures.ts'
import type { Connection } from './dynamo.ts'
import { eventFiguresKey } from './keys.ts'
import { unlessRefused } from './transact.ts'

export type EventFiguresStore = ReturnType<typeof createEventFigures>

export function createEventFigures({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }
  return {
    /** Undefined when nobody noted who was there. */
    async read(slug: string): Promise<EventFigures | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ ...table, Key: eventFiguresKey(slug) }))
      if (!Item) return undefined
      const { pk: _pk, sk: _sk, ...figures } = Item
      return figuresSchema.parse(figures)
    },

    /** Takes the place of what was counted earlier; what was counted later stays. */
    async keep(slug: string, figures: EventFigures): Promise<void> {
      const { client, PutCommand } = await dynamo()
      const put = new PutCommand({
        ...table,
        Item: { ...eventFiguresKey(slug), ...figuresSchema.parse(figures) },
        ConditionExpression: 'attribute_not_exists(pk) OR #at <= :at',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':at': figures.at },
      })
      await unlessRefused(client.send(put))
    },
  }
}
