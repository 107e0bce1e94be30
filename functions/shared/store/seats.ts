/**
 * Seats of an event with a capacity. One item counts the people who sit and who wait; the line itself is a partition in the order
 * people joined. Every change is part of the transaction that stores the answer, and its condition is what keeps an event from
 * being over-booked. What comes free is handed out after that (seat-hands.ts): until it is, the item is marked for the clockwork.
 */
import * as z from 'zod'
import type { Connection } from './dynamo.ts'
import { freedPartition } from './indexes.ts'
import { seatsKey, seatsPartition, waitingKey, waitingPrefix } from './keys.ts'
import { queryCounts, queryEach } from './query-all.ts'
import type { TransactItems } from './transact.ts'

const seatsSchema = z.object({
  /** Infinite when everybody is welcome: stored as no number. */
  capaciteit: z.number().default(Number.POSITIVE_INFINITY),
  bezet: z.number(),
  wachtend: z.number(),
  /** Who said yes before there was a number of seats is being counted: `bezet` is not all yet, so nobody takes one. */
  counting: z.literal(true).optional(),
  /** From then on nobody writes any more who did not know that there is a count: time to look once more. */
  recount: z.iso.datetime().optional(),
  /** Times that something came free; the condition of saying that nothing is left to hand out. */
  freed: z.number().optional(),
  /** Marked: something may be left to hand out. */
  due: z.string().optional(),
  /** Until then somebody is handing out, and looks again before they end. */
  handing: z.iso.datetime().optional(),
})
export type Seats = z.infer<typeof seatsSchema>

const waitingSchema = z.object({ place: z.string(), invitee: z.string() })
export type Waiting = z.infer<typeof waitingSchema>

/**
 * What an answer does with the seats, `party` people at once: takes them, joins the line, gives them back, leaves the line, or is
 * with more or fewer in line (`by`). `capaciteit` as it was read: a condition cannot calculate, so another number means look again.
 */
export type SeatChange =
  | { kind: 'take'; party: number; capaciteit: number }
  | { kind: 'join'; party: number; capaciteit: number; place: string; invitee: string }
  | { kind: 'free'; party: number }
  | { kind: 'leave'; party: number; place: string }
  | { kind: 'resize'; by: number; place: string }

export const isFull = ({ bezet, capaciteit }: Seats): boolean => bezet >= capaciteit

/** Whoever says yes now joins the line: there are too few seats, a free one is of somebody who waits, or nobody knows yet. */
export const joinsLine = ({ capaciteit, bezet, wachtend, counting }: Seats, party = 1): boolean =>
  capaciteit !== Number.POSITIVE_INFINITY && (bezet + party > capaciteit || wachtend > 0 || counting === true)

/** Something may be handed out after it. */
export const givesBack = (change: SeatChange): boolean =>
  change.kind === 'free' || change.kind === 'leave' || (change.kind === 'resize' && change.by < 0)

interface Part {
  /** To `bezet` and `wachtend`. */
  add: { bezet?: number; wachtend?: number }
  condition: string
  values?: Record<string, number>
}

/** Without these an event is over-booked: a test leaves them out to show that it would notice. */
function partOf(change: SeatChange): Part {
  switch (change.kind) {
    case 'take':
      return { add: { bezet: change.party }, ...roomFor(change.party, change.capaciteit) }
    case 'join':
      return {
        add: { wachtend: change.party },
        condition:
          'capaciteit = :capaciteit AND (bezet > :most OR wachtend > :none OR attribute_exists(counting)) AND sluit > :now',
        values: { ...limits(change), ':none': 0 },
      }
    case 'free':
      return { add: { bezet: -change.party }, condition: 'tot > :now' }
    case 'leave':
      return { add: { wachtend: -change.party }, condition: 'tot > :now' }
    case 'resize':
      return { add: { wachtend: change.by }, condition: 'tot > :now' }
  }
}

/** Where everybody is welcome, nobody is held up by who waits, or by a count. */
const roomFor = (party: number, capaciteit: number): Omit<Part, 'add'> =>
  capaciteit === Number.POSITIVE_INFINITY
    ? { condition: 'attribute_not_exists(capaciteit) AND sluit > :now' }
    : {
        condition:
          'capaciteit = :capaciteit AND bezet <= :most AND wachtend = :none AND attribute_not_exists(counting) AND sluit > :now',
        values: { ...limits({ party, capaciteit }), ':none': 0 },
      }

/** What there may be taken already, for `party` more to fit. */
const limits = ({ party, capaciteit }: { party: number; capaciteit: number }) => ({
  ':capaciteit': capaciteit,
  ':most': capaciteit - party,
})

/** That something may be left to hand out, from then on. */
export const marked = (at: Date) => ({
  set: 'SET #due = :due, #dueAt = :dueAt',
  names: { '#due': 'due', '#dueAt': 'dueAt' },
  values: { ':due': freedPartition, ':dueAt': at.toISOString() },
})

export interface SeatOptions {
  /** The organiser acts: the deadline does not hold, the start does. */
  late?: boolean
}

/** The part of a transaction that changes the seats of an event. */
export function seatItems(
  TableName: string,
  slug: string,
  change: SeatChange,
  now: Date,
  { late = false }: SeatOptions = {},
): TransactItems {
  const { add, condition, values } = partOf(change)
  const mark = givesBack(change) ? marked(now) : undefined
  const { bezet = 0, wachtend = 0 } = add
  const Update = {
    TableName,
    Key: seatsKey(slug),
    UpdateExpression: `ADD bezet :bezet, wachtend :wachtend, freed :freed ${mark?.set ?? ''}`.trim(),
    ConditionExpression: late ? condition.replace('sluit', 'tot') : condition,
    ...(mark ? { ExpressionAttributeNames: mark.names } : {}),
    ExpressionAttributeValues: {
      ...{ ':bezet': bezet, ':wachtend': wachtend, ':freed': mark ? 1 : 0, ':now': now.toISOString() },
      ...values,
      ...mark?.values,
    },
  }
  return [{ Update }, ...lineItems(TableName, slug, change)]
}

function lineItems(TableName: string, slug: string, change: SeatChange): TransactItems {
  if (change.kind !== 'join' && change.kind !== 'leave') return []
  const Key = waitingKey(slug, change.place)
  if (change.kind === 'leave') return [{ Delete: { TableName, Key, ConditionExpression: 'attribute_exists(pk)' } }]
  return [{ Put: { TableName, Item: { ...Key, place: change.place, invitee: change.invitee } } }]
}

export function createSeatReader({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }
  return {
    async read(slug: string): Promise<Seats | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ ...table, Key: seatsKey(slug), ConsistentRead: true }))
      return Item ? seatsSchema.parse(Item) : undefined
    },

    /** Who waits, longest first; read as far as the caller goes. */
    async *line(slug: string): AsyncGenerator<Waiting> {
      const line = {
        ...table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :waits)',
        ExpressionAttributeValues: { ':pk': seatsPartition(slug), ':waits': waitingPrefix },
        ConsistentRead: true,
      }
      for await (const item of queryEach(dynamo, line, linePage)) yield waitingSchema.parse(item)
    },

    /** Number in the line, from 1. */
    async position(slug: string, place: string): Promise<number> {
      const upToHere = {
        ...table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :own',
        ExpressionAttributeValues: {
          ':pk': seatsPartition(slug),
          ':first': waitingPrefix,
          ':own': waitingKey(slug, place).sk,
        },
        ConsistentRead: true,
      }
      let number = 0
      for await (const count of queryCounts(dynamo, upToHere)) number += count
      return number
    },
  }
}

/** Read at a time: more than one hand-out gives. */
const linePage = 10
