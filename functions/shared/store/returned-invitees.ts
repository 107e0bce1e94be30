/**
 * Whose mail about an event came back or was called unwanted: a line per person beside the mails to who organises it. Written by
 * who hears of it (feedback), counted by the mailer, and taken away when somebody sees to it.
 */
import { organiserSubject } from '../../../forms/kit/events/organiser-mails.ts'
import type { Connection } from './dynamo.ts'
import { linesIndex, returnedList } from './indexes.ts'
import { returnedKey, returnedPrefix } from './keys.ts'
import { logEnds } from './outbox-item.ts'
import { queryAll, queryCounts } from './query-all.ts'

export type ReturnedInvitees = ReturnType<typeof createReturnedInvitees>

export function createReturnedInvitees({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  const of = (slug: string) => ({
    TableName,
    IndexName: linesIndex,
    KeyConditionExpression: 'rij = :rij',
    ExpressionAttributeValues: { ':rij': returnedList(slug) },
  })

  return {
    /** The same person twice is one line. */
    async note(slug: string, invitee: string, now: Date): Promise<void> {
      const { client, PutCommand } = await dynamo()
      const Item = {
        ...returnedKey(organiserSubject(slug), invitee),
        ...{ rij: returnedList(slug), rijSinds: invitee, ttl: logEnds(now) },
      }
      await client.send(new PutCommand({ TableName, Item }))
    },

    async count(slug: string): Promise<number> {
      let people = 0
      for await (const count of queryCounts(dynamo, of(slug))) people += count
      return people
    },

    /** Ids of invitees. */
    async ids(slug: string): Promise<string[]> {
      const items = await queryAll(dynamo, of(slug))
      return items.map(({ sk }) => String(sk).slice(returnedPrefix.length))
    },
  }
}
