/**
 * The lists of the werkruimte. A list is one or a few partitions of a sparse index, each already in the order in which
 * things must happen; a page of it costs the same with ten dossiers as with ten thousand.
 */
import * as z from 'zod'
import { type Dossier, dossierSchema } from '../../../forms/kit/dossier.ts'
import { epochSeconds } from '../../../forms/kit/time.ts'
import type { Connection } from './dynamo.ts'
import { heldBy, holderIndex, queueIndex, queueOf, suspectsOf, troubledMailOf } from './keys.ts'
import { type OutboxItem, outboxItemSchema } from './outbox-item.ts'

/** Which dossiers: those of some forms in some states, those a machine seemed to send, or those somebody holds. */
export type Selection =
  | { of: 'rows'; rows: readonly { form: string; state: string }[] }
  | { of: 'suspects' }
  | { of: 'holder'; person: string }

export interface PageOfDossiers {
  dossiers: Dossier[]
  /** Where the next page begins; absent on the last one. */
  next?: string | undefined
}

interface Wanted {
  network: string
  select: Selection
  /** `next` of the page before. */
  after?: string | undefined
  /** Only what happens up to and including this Brussels date. */
  until?: string | undefined
  limit: number
  now: Date
}

const placedSchema = z.object({ rijSinds: z.string() })

export type Queue = ReturnType<typeof createQueue>

export function createQueue({ dynamo, tables }: Connection) {
  /** One partition in its order; every partition sorts alike, so the same place continues all of them. */
  async function query(index: string, partition: string, { after = '', until, limit }: Partial<Wanted>) {
    const { client, QueryCommand } = await dynamo()
    const attribute = index === holderIndex ? 'bij' : 'rij'
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tables.loket,
        IndexName: index,
        KeyConditionExpression: '#partition = :partition AND rijSinds BETWEEN :after AND :until',
        ExpressionAttributeNames: { '#partition': attribute },
        ExpressionAttributeValues: {
          ':partition': partition,
          // Just after the last one of the page before.
          ':after': `${after}\u0001`,
          ':until': `${until ?? '9999'}#~`,
        },
        ...(limit ? { Limit: limit } : {}),
      }),
    )
    return Items
  }

  async function count(index: string, attribute: 'bij' | 'rij', partition: string): Promise<number> {
    const { client, QueryCommand } = await dynamo()
    let total = 0
    let start: Record<string, unknown> | undefined
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: tables.loket,
          IndexName: index,
          KeyConditionExpression: '#partition = :partition',
          ExpressionAttributeNames: { '#partition': attribute },
          ExpressionAttributeValues: { ':partition': partition },
          Select: 'COUNT',
          ExclusiveStartKey: start,
        }),
      )
      total += page.Count ?? 0
      start = page.LastEvaluatedKey
    } while (start)
    return total
  }

  return {
    /** A page of dossiers, soonest first. */
    async list({ network, select, ...wanted }: Wanted): Promise<PageOfDossiers> {
      const limit = wanted.limit + 1
      const pages = await Promise.all(
        partitionsOf(network, select).map(({ index, partition }) => query(index, partition, { ...wanted, limit })),
      )
      const sorted = pages
        .flat()
        .map((item) => ({ at: placedSchema.parse(item).rijSinds, dossier: dossierSchema.parse(item) }))
        .sort((one, other) => (one.at < other.at ? -1 : 1))
      const shown = sorted.slice(0, wanted.limit)
      return {
        dossiers: shown
          .map(({ dossier }) => dossier)
          .filter(({ ttl }) => ttl === undefined || ttl > epochSeconds(wanted.now)),
        ...(sorted.length > wanted.limit ? { next: shown.at(-1)?.at } : {}),
      }
    },

    /** How many open dossiers somebody holds. */
    load: (network: string, person: string): Promise<number> => count(holderIndex, 'bij', heldBy(network, person)),

    countSuspects: (network: string): Promise<number> => count(queueIndex, 'rij', suspectsOf(network)),

    countTroubledMails: (network: string): Promise<number> => count(queueIndex, 'rij', troubledMailOf(network)),

    /** Mails a person must look at, oldest first: held, given up, or come back. */
    async troubledMails(network: string, limit: number): Promise<OutboxItem[]> {
      return z.array(outboxItemSchema).parse(await query(queueIndex, troubledMailOf(network), { limit }))
    },
  }
}

function partitionsOf(network: string, select: Selection): { index: string; partition: string }[] {
  switch (select.of) {
    case 'rows':
      return select.rows.map(({ form, state }) => ({ index: queueIndex, partition: queueOf(network, form, state) }))
    case 'suspects':
      return [{ index: queueIndex, partition: suspectsOf(network) }]
    case 'holder':
      return [{ index: holderIndex, partition: heldBy(network, select.person) }]
  }
}
