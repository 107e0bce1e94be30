/**
 * The address at which a calendar program reads the days of one person, without a session (docs/decisions/025): at most one each. Only the
 * hash of its secret is kept, so that nothing stolen from here opens it.
 */
import * as z from 'zod'
import { hashOf } from '../hash.ts'
import { lookAgain } from '../look-again.ts'
import { type Audited, personAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { calendarKey, type PersonRef, personCalendarKey } from './keys.ts'
import { type TransactItems, transact } from './transact.ts'

const ownSchema = z.object({ hash: z.string(), since: z.iso.datetime() })
const foundSchema = z.object({ network: z.string(), person: z.string() })

interface NewAddress {
  /** 256 random bits, base64url: the person's to keep. */
  secret: string
  /** Since when the address was there that the page showed; ISO UTC, undefined when it showed none. */
  before: string | undefined
}

export function createCalendars({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  async function get(Key: { pk: string; sk: string }) {
    const { client, GetCommand } = await dynamo()
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
    return Item
  }
  async function ownOf({ network, person }: PersonRef) {
    const item = await get(personCalendarKey(network, person))
    return item && ownSchema.parse(item)
  }

  /** As it was read: of two at once one comes second. */
  const unchanged = (own: z.infer<typeof ownSchema> | undefined) =>
    own
      ? {
          ConditionExpression: '#hash = :was',
          ExpressionAttributeNames: { '#hash': 'hash' },
          ExpressionAttributeValues: { ':was': own.hash },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
  const opensNoMore = (own: z.infer<typeof ownSchema> | undefined): TransactItems =>
    own ? [{ Delete: { TableName, Key: calendarKey(own.hash) } }] : []

  return {
    /** Since when they have one; ISO UTC. */
    async since(who: PersonRef): Promise<string | undefined> {
      return (await ownOf(who))?.since
    },

    /** Takes the place of the one before, which opens nothing from then on. `changed`: it is another than the page showed. */
    async make(who: PersonRef, { secret, before }: NewAddress, about: Audited): Promise<'made' | 'changed'> {
      const { network, person } = who
      const own = await ownOf(who)
      if (own?.since !== before) return 'changed'
      const hash = hashOf(secret)
      const since = about.now.toISOString()
      const cancelled = await transact(dynamo, [
        { Put: { TableName, Item: { ...personCalendarKey(network, person), hash, since }, ...unchanged(own) } },
        { Put: { TableName, Item: { ...calendarKey(hash), network, person } } },
        ...opensNoMore(own),
        personAudit(TableName, who, about, {
          who: person,
          what: own ? 'agenda-adres vernieuwd' : 'agenda-adres gemaakt',
        }),
      ])
      return cancelled ? 'changed' : 'made'
    },

    /** Opens nothing from now on; done once, however often it is asked. */
    async end(who: PersonRef, about: Audited): Promise<void> {
      const { network, person } = who
      await lookAgain(async () => {
        const own = await ownOf(who)
        if (!own) return 'none'
        const cancelled = await transact(dynamo, [
          { Delete: { TableName, Key: personCalendarKey(network, person), ...unchanged(own) } },
          ...opensNoMore(own),
          personAudit(TableName, who, about, { who: person, what: 'agenda-adres gestopt' }),
        ])
        return cancelled ? undefined : 'ended'
      })
    },

    /** Whose calendar this opens; undefined for a secret that is none, or none any more. */
    async find(secret: string): Promise<PersonRef | undefined> {
      const hash = hashOf(secret)
      const item = await get(calendarKey(hash))
      if (!item) return undefined
      const who = foundSchema.parse(item)
      return (await ownOf(who))?.hash === hash ? who : undefined
    },
  }
}
