/**
 * The lists of the werkruimte. A list is one or a few partitions of a sparse index, each already in the order in which
 * things must happen; a page of it costs the same with ten dossiers as with ten thousand.
 */
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { findNetwork } from '../../../forms/index.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Connection } from './dynamo.ts'
import { isKept } from './kept.ts'
import { heldBy, holderIndex, linesIndex, queueIndex, queueOf, suspectsOf, troubledMailOf, undated } from './keys.ts'
import { type FoldedReason, type OutboxItem, outboxItemSchema } from './outbox-item.ts'
import { queryCounts, queryEach, queryFirst } from './query-all.ts'
import { readDossier } from './stored-dossier.ts'

/** Dossiers of one form in one state, by the names they are stored under. */
export interface ListOfState {
  network: string
  form: string
  state: string
}

/** Which dossiers: those of some forms in some states, those a machine seemed to send, or those that some people hold. */
export type Selection =
  | { of: 'rows'; rows: readonly ListOfState[] }
  | { of: 'suspects' }
  | { of: 'holder'; people: readonly string[] }

/** How much somebody holds. */
export interface Load {
  open: number
  /** Of those, late. */
  late: number
}

export interface PageOfDossiers {
  dossiers: Dossier[]
  /** Where the next page begins; absent on the last one. */
  next?: string | undefined
}

export interface PageOfMails {
  mails: OutboxItem[]
  next?: string | undefined
}

/** What every index tells of a dossier; `bij` tells all of it. */
const lineSchema = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  rijSinds: z.string(),
  form: z.string(),
  state: z.string(),
  holder: z.string().optional(),
  nextOn: z.string().optional(),
})
type ListLine = z.infer<typeof lineSchema>

interface Wanted {
  network: string
  select: Selection
  /** Shows only these. The engine cannot choose by it, so more is read, up to a fixed number, and a page may be short. */
  only?: ((line: Pick<Dossier, 'form' | 'state' | 'holder' | 'nextOn'> & { rijSinds: string }) => boolean) | undefined
  /** `next` of the page before. */
  after?: string | undefined
  /** Only what happens up to and including this Brussels date. */
  until?: string | undefined
  limit: number
  now: Date
}

/** What is counted of a list. */
interface Counted {
  /** Up to and including this Brussels date. */
  until?: string
  /** From here on; `dayEnds` of a date. */
  after?: string
  /** Of one person only, whose index tells all of a line: in one of these states, or whom our mail does not reach somebody of. */
  only?: { states: readonly string[] } | 'not-reached'
}

/** Counting stops here: a person needs to know that it is many, and every item counted is an item read. */
export const mostCounted = 100
/** How many pages' worth of lines is looked at to fill one page of what `only` chooses; those of one person are read whole. */
const readAhead = { rows: 4, suspects: 4, holder: 2 } as const satisfies Record<Selection['of'], number>
/** Lines read of one partition at a time: a read unit holds about as many. */
const linesAtOnce = 16

const placedSchema = z.object({ rijSinds: z.string() })

export type Queue = ReturnType<typeof createQueue>

export function createQueue({ dynamo, tables }: Connection) {
  const query = createQuery(tables.loket)

  async function* linesIn(place: Place, after: string, until: string | undefined): AsyncGenerator<ListLine> {
    for await (const line of queryEach(dynamo, query(place, after, until), linesAtOnce)) yield lineSchema.parse(line)
  }

  /** The lines of these places together, soonest first, read as far as they are asked for. */
  async function* linesOf(places: readonly Place[], { after = '', until }: Pick<Wanted, 'after' | 'until'>) {
    const from = justAfter(after)
    if (from > endOf(until)) return
    const open = places.map((place) => linesIn(place, from, until))
    const heads = await Promise.all(open.map((lines) => lines.next()))
    for (;;) {
      const soonest = heads.reduce((best, head, index) => (isSooner(head, heads[best]) ? index : best), 0)
      const [head, lines] = [heads[soonest], open[soonest]]
      if (!head || !lines || head.done) return
      yield head.value
      heads[soonest] = await lines.next()
    }
  }

  /** The dossiers behind these lines, as they are now: an index lags a moment, and who left these places since is left out. */
  async function dossiersOf(lines: readonly ListLine[], places: readonly Place[], now: Date): Promise<Dossier[]> {
    const { client, GetCommand } = await dynamo()
    const whole = places.every(({ index }) => index === holderIndex)
    const items = whole
      ? lines
      : await Promise.all(
          lines.map(async ({ pk, sk }) => {
            const { Item } = await client.send(new GetCommand({ TableName: tables.loket, Key: { pk, sk } }))
            return Item
          }),
        )
    const isThere = (item: Item) => places.some(({ index, partition }) => item[attributeOf(index)] === partition)
    return items.flatMap((item) => (item && isThere(item) && isKept(now)(item) ? [readDossier(item)] : []))
  }

  async function countAll(places: readonly Place[], { until, after = '', only }: Counted = {}): Promise<number> {
    const atOnce = Math.ceil(mostCounted / places.length)
    const counts = (place: Place) => queryCounts(dynamo, chosen(query(place, justAfter(after), until), only), atOnce)
    let counting = places.map(counts)
    let sum = 0
    while (counting.length > 0 && sum < mostCounted) {
      const counted = await Promise.all(counting.map((counts) => counts.next()))
      sum += counted.reduce((all, { done, value }) => all + (done ? 0 : value), 0)
      counting = counting.filter((_, index) => !counted[index]?.done)
    }
    return Math.min(mostCounted, sum)
  }

  return {
    /** A page of dossiers, soonest first. It ends where it is full, or where enough was looked at: `next` goes on from there. */
    async list({ network, select, only = () => true, limit, now, ...wanted }: Wanted): Promise<PageOfDossiers> {
      const places = placesOf(network, select)
      const shown: ListLine[] = []
      const page = async (last?: ListLine) => ({
        dossiers: await dossiersOf(shown, places, now),
        ...(last ? { next: last.rijSinds } : {}),
      })
      let looked = 0
      let before: ListLine | undefined
      for await (const line of linesOf(places, wanted)) {
        if (looked === limit * readAhead[select.of]) return page(before)
        const chosen = isKept(now)(line) && only(line)
        if (chosen && shown.length === limit) return page(shown.at(-1))
        if (chosen) shown.push(line)
        looked += 1
        before = line
      }
      return page()
    },

    /** How many there are of these, or at all; `mostCounted` means that many or more. */
    count: (network: string, select: Selection, counted: Counted = {}): Promise<number> =>
      countAll(placesOf(network, select), counted),

    /**
     * How many dossiers somebody holds, and of how many something should have been done before a Brussels date: counted in one go,
     * as those stand first; `mostCounted` means that many or more.
     */
    async load(network: string, person: string, today: string): Promise<Load> {
      const places = placesOf(network, { of: 'holder', people: [person] })
      const lists = await Promise.all(
        places.map((place) =>
          queryFirst(
            dynamo,
            { ...query(place, justAfter(''), undefined), ProjectionExpression: 'rijSinds' },
            mostCounted,
          ),
        ),
      )
      const first = lists
        .flat()
        .map((item) => placedSchema.parse(item).rijSinds)
        .sort()
        .slice(0, mostCounted)
      return { open: first.length, late: first.filter((at) => at < today).length }
    },

    countTroubledMails: (network: string): Promise<number> => countAll(troubledIn(linesIndex, network)),

    /** Of those, how many are no part of a flood: they came back, as a rule. */
    countReturned: (network: string): Promise<number> => countAll(troubledIn(linesIndex, network), { until: lastDate }),

    /** Of those, how many are held for one reason. */
    countHeld: (network: string, reason: FoldedReason): Promise<number> =>
      countAll(troubledIn(linesIndex, network), { until: reason, after: `${reason}#` }),

    /** Mails a person must look at, oldest first: held, given up, or come back. All, one by one, or held for one reason. */
    async troubledMails(
      network: string,
      limit: number,
      now: Date,
      after?: string,
      which?: FoldedReason | 'apart',
    ): Promise<PageOfMails> {
      const first = which === undefined || which === 'apart' ? '' : `${which}#`
      const until = which === 'apart' ? lastDate : which
      const from = justAfter(after ?? first)
      // No mail stands there: what an address names was never the last line of a page.
      if (from > endOf(until)) return { mails: [] }
      const lists = await Promise.all(
        troubledIn(queueIndex, network).map((place) => queryFirst(dynamo, query(place, from, until), limit + 1)),
      )
      const items = lists
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

/** One partition in its order; every partition sorts alike, so the same place continues all of them. */
const createQuery =
  (TableName: string) =>
  ({ index, partition }: Place, after: string, until: string | undefined): QueryCommandInput => ({
    TableName,
    IndexName: index,
    KeyConditionExpression: '#partition = :partition AND rijSinds BETWEEN :after AND :until',
    ExpressionAttributeNames: { '#partition': attributeOf(index) },
    ExpressionAttributeValues: { ':partition': partition, ':after': after, ':until': endOf(until) },
  })

function chosen(query: QueryCommandInput, only: Counted['only']): QueryCommandInput {
  if (only === undefined) return query
  if (only === 'not-reached') return { ...query, FilterExpression: 'attribute_exists(notReached)' }
  const values = Object.fromEntries(only.states.map((state, at) => [`:state${at}`, state]))
  return {
    ...query,
    FilterExpression: `#state IN (${Object.keys(values).join(', ')})`,
    ExpressionAttributeNames: { ...query.ExpressionAttributeNames, '#state': 'state' },
    ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ...values },
  }
}

/** After every date, before every reason. */
const lastDate = '9999'

interface Place {
  index: string
  partition: string
}

type Item = Record<string, unknown>
type Head = IteratorResult<ListLine, void> | undefined

const isSooner = (one: Head, other: Head): boolean =>
  one?.done === false && (other?.done !== false || one.value.rijSinds < other.value.rijSinds)

const attributeOf = (index: string) => (index === holderIndex ? 'bij' : 'rij')

/** Where a page begins: just after the last line of the page before. */
const justAfter = (last: string) => `${last}\u0001`

/** The end of a day, or of everything. */
const endOf = (until: string | undefined) => (until === undefined ? '~' : `${until}#~`)

/** Where a list goes on after everything of a Brussels date. */
export const dayEnds = (date: string): string => endOf(date)

/** Where what was closed on a date (UTC) stands in the lists of closed states; after it, that date and later. */
export const closedOn = (date: string): string => undated(date)

/** What a network is called, and was: what is stored keeps the name of its time. */
const namesOf = (network: string) => [network, ...(findNetwork(network)?.formerly ?? [])]

const troubledIn = (index: string, network: string): Place[] =>
  namesOf(network).map((name) => ({ index, partition: troubledMailOf(name) }))

/** Lists of the network are read from the small index; of one person there is only the large one. */
function placesOf(network: string, select: Selection): Place[] {
  switch (select.of) {
    case 'rows':
      return select.rows.map((row) => ({ index: linesIndex, partition: queueOf(row.network, row.form, row.state) }))
    case 'suspects':
      return namesOf(network).map((name) => ({ index: linesIndex, partition: suspectsOf(name) }))
    case 'holder':
      return namesOf(network).flatMap((name) =>
        select.people.map((person) => ({ index: holderIndex, partition: heldBy(name, person) })),
      )
  }
}
