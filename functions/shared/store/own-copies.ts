/**
 * Copies that only the browser which sent something can open: in the table of drafts, without stream or backup, an item each with an
 * end of its own. The tombstone beside it lives fourteen days; a copy one day (docs/decisions/033).
 */
import * as z from 'zod'
import { addSeconds, epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import type { Connection, Tables } from './dynamo.ts'
import { isKept } from './kept.ts'

/** The instant from which a copy is gone: a day after it was sent. */
export const copyEnds = (sentAt: Date): Date => addSeconds(sentAt, secondsPerDay)

/** No draft has such an id: an address names one by a UUID. */
export const copyKeyOf = (origin: string) => ({ id: `antwoorden#${origin}` })

const copySchema = z.object({
  /** Hash of the secret it is sealed to, so that another browser is told apart from a fault of ours. */
  browser: z.string(),
  /** A JWE. */
  sealed: z.string(),
  /** Epoch seconds. */
  ttl: z.number(),
})
export type OwnCopy = z.infer<typeof copySchema>

export interface NewCopy {
  sealed: string
  browser: string
}

/** For the transaction that takes a request in. */
export const copyPut = (TableName: string, origin: string, { sealed, browser }: NewCopy, now: Date) => ({
  Put: {
    TableName,
    Item: { ...copyKeyOf(origin), browser, sealed, ttl: epochSeconds(copyEnds(now)) },
  },
})

export function createOwnCopies({ dynamo, tables }: Connection<Tables>) {
  const about = (origin: string) => ({ TableName: tables.drafts, Key: copyKeyOf(origin) })
  return {
    /** Undefined when there never was one, it was wiped, or its day is over. */
    async read(origin: string, now: Date): Promise<OwnCopy | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ ...about(origin), ConsistentRead: true }))
      return Item && isKept(now)(Item) ? copySchema.parse(Item) : undefined
    },

    async wipe(origin: string): Promise<void> {
      const { client, DeleteCommand } = await dynamo()
      await client.send(new DeleteCommand(about(origin)))
    },
  }
}
