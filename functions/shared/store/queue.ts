/**
 * The lists of the werkruimte. A list is one or a few partitions of a sparse index, each already in the order in which
 * things must happen; a page of it costs the same with ten dossiers as with ten thousand.
 */
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { epochSeconds } from '../../../forms/kit/time.ts'
import type { Connection } from './dynamo.ts'
import { holderIndex, linesIndex, queueIndex } from './indexes.ts'
import { isKept } from './kept.ts'
import {
  attributeOf,
  createQuery,
  endOf,
  justAfter,
  type ListLine,
  lineSchema,
  linesAtOnce,
  type Place,
  placesOf,
  type Selection,
  type Stretch,
  troubledIn,
} from './list-places.ts'
import { type FoldedReason, type OutboxItem, outboxItemSchema } from './outbox-item.ts'
import { queryCounts, queryEach, queryFirst } from './query-all.ts'
import { readDossier } from './stored-dossier.ts'

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

interface Wanted {
  network: string
  select: Selection
  /** Shows only these. The engine cannot choose by it, so more is read, up to a fixed number, and a page may be short. */
  only?: ((line: Pick<Dossier, 'form' | 'state' | 'holder' | 'nextOn'> & { rijSinds: string }) => boolean) | undefined
  /** `next` of the page before. */
  after?: string | undefined
  /** Only what happens up to and including this Brussels date. */
  until?: string | undefined
  /** The last first, in place of the soonest. */
  backwards?: boolean | undefined
  limit: number
  now: Date
}

interface AskedLoad {
  /** Brussels date. */
  today: string
  now: Date
  /** Each is a whole dossier that is read. */
  most?: number
}

type Asked = Pick<Wanted, 'after' | 'until' | 'backwards'>

/** What is counted of a list: what is past its time is not there. */
interface Counted {
  now: Date
  /** Up to and including this Brussels date. */
  until?: string
  /** From here on; `dayEnds` of a date. */
  after?: string
  /** Of one person only, whose index tells all of a line: in one of these states, or whom our mail does not reach somebody of. */
  only?: { states: readonly string[] } | 'not-reached' | undefined
}

/** Counting stops here: a person needs to know that it is many, and every item counted is an item read. */
export const mostCounted = 100
/** Enough to know that there are more. */
export const mostTallied = mostCounted + 1
/** How many pages' worth of lines is looked at to fill one page of what `only` chooses; those of one person are read whole. */
const readAhead = { rows: 4, suspects: 4, holder: 2 } as const satisfies Record<Selection['of'], number>

const placedSchema = z.object({ rijSinds: z.string() })

export type Queue = ReturnType<typeof createQueue>

export function createQueue({ dynamo, tables }: Connection) {
  const query = createQuery(tables.loket)

  async function* linesIn(place: Place, stretch: Stretch): AsyncGenerator<ListLine> {
    for await (const line of queryEach(dynamo, query(place, stretch), linesAtOnce)) yield lineSchema.parse(line)
  }

  /** The lines of these places together, soonest first (or last), read as far as they are asked for. */
  async function* linesOf(places: readonly Place[], { after = '', until, backwards }: Asked) {
    const stretch = backwards
      ? { from: justAfter(''), to: after || endOf(until), backwards }
      : { from: justAfter(after), to: endOf(until) }
    if (stretch.from > stretch.to) return
    const open = places.map((place) => linesIn(place, stretch))
    const heads = await Promise.all(open.map((lines) => lines.next()))
    for (;;) {
      const first = heads.reduce((best, head, index) => (comesFirst(head, heads[best], backwards) ? index : best), 0)
      const [head, lines] = [heads[first], open[first]]
      if (!head || !lines || head.done) return
      // The last line of the page before stands where this page begins.
      if (!backwards || head.value.rijSinds !== after) yield head.value
      heads[first] = await lines.next()
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

  async function countAll(places: readonly Place[], { until, after = '', only, now }: Counted): Promise<number> {
    const atOnce = Math.ceil(mostCounted / places.length)
    const counts = (place: Place) =>
      queryCounts(dynamo, chosen(query(place, { from: justAfter(after), to: endOf(until) }), { only, now }), atOnce)
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
    count: (network: string, select: Selection, counted: Counted): Promise<number> =>
      countAll(placesOf(network, select), counted),

    /**
     * How many dossiers somebody holds, and of how many something should have been done before a Brussels date: counted in one go,
     * as those stand first; `most` means that many or more.
     */
    async load(network: string, person: string, { today, now, most = mostTallied }: AskedLoad): Promise<Load> {
      const places = placesOf(network, { of: 'holder', people: [person] })
      const lists = await Promise.all(
        places.map((place) => {
          const all = chosen(query(place, { from: justAfter(''), to: endOf(undefined) }), { now })
          return queryFirst(dynamo, { ...all, ProjectionExpression: 'rijSinds' }, most)
        }),
      )
      const first = lists
        .flat()
        .map((item) => placedSchema.parse(item).rijSinds)
        .sort()
        .slice(0, most)
      return { open: first.length, late: first.filter((at) => at < today).length }
    },

    countTroubledMails: (network: string, now: Date): Promise<number> =>
      countAll(troubledIn(linesIndex, network), { now }),

    /** Of those, how many are no part of a flood: they came back, as a rule. */
    countReturned: (network: string, now: Date): Promise<number> =>
      countAll(troubledIn(linesIndex, network), { until: lastDate, now }),

    /** Of those, how many are held for one reason. */
    countHeld: (network: string, reason: FoldedReason, now: Date): Promise<number> =>
      countAll(troubledIn(linesIndex, network), { until: reason, after: `${reason}#`, now }),

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
        troubledIn(queueIndex, network).map((place) =>
          queryFirst(dynamo, query(place, { from, to: endOf(until) }), limit + 1),
        ),
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

function chosen(query: QueryCommandInput, { only, now }: Pick<Counted, 'only' | 'now'>): QueryCommandInput {
  const states = only === undefined || only === 'not-reached' ? [] : only.states
  const values = Object.fromEntries(states.map((state, at) => [`:state${at}`, state]))
  const filters = [
    '(attribute_not_exists(#ttl) OR #ttl > :now)',
    ...(only === 'not-reached' ? ['attribute_exists(notReached)'] : []),
    ...(states.length > 0 ? [`#state IN (${Object.keys(values).join(', ')})`] : []),
  ]
  return {
    ...query,
    FilterExpression: filters.join(' AND '),
    ExpressionAttributeNames: {
      ...query.ExpressionAttributeNames,
      ...{ '#ttl': 'ttl', ...(states.length > 0 ? { '#state': 'state' } : {}) },
    },
    ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ...values, ':now': epochSeconds(now) },
  }
}

/** After every date, before every reason. */
const lastDate = '9999'

type Item = Record<string, unknown>
type Head = IteratorResult<ListLine, void> | undefined

/** Whether the line of one list comes before that of another; backwards, after it. */
function comesFirst(one: Head, other: Head, backwards = false): boolean {
  if (one?.done !== false) return false
  if (other?.done !== false) return true
  return backwards ? one.value.rijSinds > other.value.rijSinds : one.value.rijSinds < other.value.rijSinds
}
