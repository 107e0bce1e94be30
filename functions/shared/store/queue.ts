/**
 * The lists of the werkruimte. A list is one or a few partitions of a sparse index, each already in the order in which
 * things must happen; a page of it costs the same with ten dossiers as with ten thousand.
 */
import * as z from 'zod'
import { findNetwork } from '../../../forms/index.ts'
import type { Dossier } from '../../../forms/kit/dossier.ts'
import type { Connection } from './dynamo.ts'
import { isKept } from './kept.ts'
import { heldBy, holderIndex, queueIndex, queueOf, suspectsOf, troubledMailOf } from './keys.ts'
import { type FoldedReason, type OutboxItem, outboxItemSchema } from './outbox-item.ts'
import { readDossier } from './stored-dossier.ts'

/** Dossiers of one form in one state, by the names they are stored under. */
export interface ListOfState {
  network: string
  form: string
  state: string
}

/** Which dossiers: those of some forms in some states, those a machine seemed to send, or those somebody holds. */
export type Selection =
  | { of: 'rows'; rows: readonly ListOfState[] }
  | { of: 'suspects' }
  | { of: 'holder'; person: string }

export interface PageOfDossiers {
  dossiers: Dossier[]
  /** Where the next page begins; absent on the last one. */
  next?: string | undefined
}

export interface PageOfMails {
  mails: OutboxItem[]
  next?: string | undefined
}

interface Wanted {
  network: string
  select: Selection
  /** Shows only these. The engine cannot choose by it, so more is read, up to a fixed number, and a page may be short. */
  only?: ((dossier: Dossier) => boolean) | undefined
  /** `next` of the page before. */
  after?: string | undefined
  /** Only what happens up to and including this Brussels date. */
  until?: string | undefined
  limit: number
  now: Date
}

/** Counting stops here: a person needs to know that it is many, and every item counted is an item read. */
export const mostCounted = 100
/** How many pages' worth is read to fill one page of what `only` chooses. */
const readAhead = 4

const placedSchema = z.object({ rijSinds: z.string() })

export function createQueue({ dynamo, tables }: Connection) {
  /** One partition in its order; every partition sorts alike, so the same place continues all of them. */
  async function query(index: string, partition: string, { after = '', until, limit }: Partial<Wanted>) {
    const [from, to] = [`${after}\u0001`, endOf(until)] // just after the last one of the page before
    if (from > to) return []
    const { client, QueryCommand } = await dynamo()
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tables.loket,
        IndexName: index,
        KeyConditionExpression: '#partition = :partition AND rijSinds BETWEEN :after AND :until',
        ExpressionAttributeNames: { '#partition': attributeOf(index) },
        ExpressionAttributeValues: { ':partition': partition, ':after': from, ':until': to },
        ...(limit ? { Limit: limit } : {}),
      }),
    )
    return Items
  }

  async function count({ index, partition }: Place, until?: string, after = ''): Promise<number> {
    const { client, QueryCommand } = await dynamo()
    const { Count = 0 } = await client.send(
      new QueryCommand({
        TableName: tables.loket,
        IndexName: index,
        KeyConditionExpression: '#partition = :partition AND rijSinds BETWEEN :after AND :until',
        ExpressionAttributeNames: { '#partition': attributeOf(index) },
        ExpressionAttributeValues: { ':partition': partition, ':after': `${after}\u0001`, ':until': endOf(until) },
        Select: 'COUNT',
        Limit: mostCounted,
      }),
    )
    return Count
  }

  async function countAll(places: readonly Place[], until?: string, after?: string): Promise<number> {
    const counts = await Promise.all(places.map((place) => count(place, until, after)))
    return Math.min(
      mostCounted,
      counts.reduce((sum, one) => sum + one, 0),
    )
  }

  return {
    /** A page of dossiers, soonest first. */
    async list({ network, select, only, limit, now, ...wanted }: Wanted): Promise<PageOfDossiers> {
      const considered = only ? limit * readAhead : limit
      const pages = await Promise.all(
        partitionsOf(network, select).map(({ index, partition }) =>
          query(index, partition, { ...wanted, limit: considered + 1 }),
        ),
      )
      const sorted = pages
        .flat()
        .map((item) => ({ at: placedSchema.parse(item).rijSinds, dossier: readDossier(item) }))
        .sort((one, other) => (one.at < other.at ? -1 : 1))
      const read = sorted.slice(0, considered)
      const found = read.filter(({ dossier }) => isKept(now)(dossier) && (only?.(dossier) ?? true))
      const shown = found.slice(0, limit)
      const last = found.length > limit ? shown.at(-1) : sorted.length > considered ? read.at(-1) : undefined
      return { dossiers: shown.map(({ dossier }) => dossier), ...(last ? { next: last.at } : {}) }
    },

    /** How many there are up to and including a Brussels date, or at all; `mostCounted` means that many or more. */
    count: (network: string, select: Selection, until?: string): Promise<number> =>
      countAll(partitionsOf(network, select), until),

    /** How many dossiers somebody holds. */
    load: (network: string, person: string): Promise<number> =>
      countAll(partitionsOf(network, { of: 'holder', person })),

    countTroubledMails: (network: string): Promise<number> => countAll(troubledOf(network)),

    /** Of those, how many are held for one reason. */
    countHeld: (network: string, reason: FoldedReason): Promise<number> =>
      countAll(troubledOf(network), reason, `${reason}#`),

    /** Mails a person must look at, oldest first: held, given up, or come back. All, one by one, or held for one reason. */
    async troubledMails(
      network: string,
      limit: number,
      now: Date,
      after?: string,
      which?: FoldedReason | 'apart',
    ): Promise<PageOfMails> {
      const of = which === 'apart' ? { until: lastDate } : which && { after: `${which}#`, until: which }
      const wanted = { limit: limit + 1, ...of, ...(after === undefined ? {} : { after }) }
      const lists = troubledOf(network).map(({ index, partition }) => query(index, partition, wanted))
      const items = (await Promise.all(lists))
        .flat()
        .sort((one, other) => (placedSchema.parse(one).rijSinds < placedSchema.parse(other).rijSinds ? -1 : 1))
      const shown = items.slice(0, limit)
      return {
        mails: z.array(outboxItemSchema).parse(shown.filter(isKept(now))),
        ...(items.length > limit ? { next: placedSchema.parse(shown.at(-1)).rijSinds } : {}),
      }
    },
  }
}

/** After every date, before every reason. */
const lastDate = '9999'

interface Place {
  index: string
  partition: string
}

const attributeOf = (index: string) => (index === holderIndex ? 'bij' : 'rij')

/** What a network is called, and was: what is stored keeps the name of its time. */
const namesOf = (network: string) => [network, ...(findNetwork(network)?.voorheen ?? [])]

const troubledOf = (network: string): Place[] =>
  namesOf(network).map((name) => ({ index: queueIndex, partition: troubledMailOf(name) }))

/** The end of a day, or of everything. */
const endOf = (until: string | undefined) => (until === undefined ? '~' : `${until}#~`)

function partitionsOf(network: string, select: Selection): Place[] {
  switch (select.of) {
    case 'rows':
      return select.rows.map((row) => ({ index: queueIndex, partition: queueOf(row.network, row.form, row.state) }))
    case 'suspects':
      return namesOf(network).map((name) => ({ index: queueIndex, partition: suspectsOf(name) }))
    case 'holder':
      return namesOf(network).map((name) => ({ index: holderIndex, partition: heldBy(name, select.person) }))
  }
}
