/** The pace of mails to many: sending time is handed out here, so that all senders together stay below what SES allows. */
import * as z from 'zod'
import type { Connection } from './dynamo.ts'
import { paceKey } from './keys.ts'
import { unlessRefused } from './transact.ts'

/** `until`: epoch milliseconds up to which sending time is handed out. */
const paceSchema = z.object({ until: z.number() })

/** Milliseconds of sending time that may be ahead for a mail that does not wait: that of the answers of a few people. */
const fewTogether = 300

/** Times that somebody else may be first before it counts as more than a few. */
const looks = 4

export function createSendingTime({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }

  /** When time that is asked now begins, after all that was handed out before; `handOut` is false when somebody else was first. */
  async function look(now: () => Date) {
    const { client, GetCommand, UpdateCommand } = await dynamo()
    const { Item } = await client.send(new GetCommand({ ...table, Key: paceKey, ConsistentRead: true }))
    const taken = Item ? paceSchema.parse(Item).until : 0
    const ms = now().getTime()
    // Far ahead: the clock was set back, as only a local one is.
    const start = taken > ms && taken < ms + 60_000 ? taken : ms
    const handOut = async (length: number): Promise<boolean> => {
      const update = new UpdateCommand({
        ...table,
        Key: paceKey,
        UpdateExpression: 'SET #until = :until',
        ConditionExpression: Item ? '#until = :taken' : 'attribute_not_exists(pk)',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':until': start + length, ...(Item ? { ':taken': taken } : {}) },
      })
      return Boolean(await unlessRefused(client.send(update)))
    }
    return { start, ahead: start - ms, handOut }
  }

  return {
    /**
     * Time for one mail that does not wait: it leaves at once, or not now. False when more than a few would leave together, at
     * `perSecond` with all other time handed out.
     */
    async take(perSecond: number, now: Date): Promise<boolean> {
      for (let looked = 0; looked < looks; looked += 1) {
        const { ahead, handOut } = await look(() => now)
        if (ahead > fewTogether) return false
        if (await handOut(1000 / perSecond)) return true
      }
      return false
    },

    /**
     * Time for `count` mails at `perSecond`, after all time handed out before: the instant of the first of them. So any
     * number of senders together stay below the rate, also when one of them dies (its time is lost, at most a second).
     */
    async reserve(count: number, perSecond: number, now: () => Date): Promise<Date> {
      for (;;) {
        const { start, handOut } = await look(now)
        if (await handOut((count * 1000) / perSecond)) return new Date(start)
      }
    },
  }
}
