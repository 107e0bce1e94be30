/**
 * Seats of an event with a capacity. One item counts who sits and who waits; the line itself is a partition in the order
 * people joined. Every change of hands is part of the transaction that stores the answer, and its condition is what keeps
 * an event from being over-booked.
 */
import * as z from 'zod'
import type { Connection } from './dynamo.ts'
import { seatsKey, seatsPartition, waitingKey, waitingPrefix } from './keys.ts'
import { queryCounts, queryFirst } from './query-all.ts'
import type { TransactItems } from './transact.ts'

const seatsSchema = z.object({ capaciteit: z.number(), bezet: z.number(), wachtend: z.number() })
export type Seats = z.infer<typeof seatsSchema>

const waitingSchema = z.object({ place: z.string(), invitee: z.string() })
export type Waiting = z.infer<typeof waitingSchema>

/**
 * What an answer does with the seats: takes a free one, joins the line, gives one back, leaves the line, or gives one to
 * the first in line (`pass`: from who leaves; `promote`: one that is free because there are more seats now).
 */
export type SeatChange =
  | { kind: 'take' | 'free' }
  | { kind: 'join'; place: string; invitee: string }
  | { kind: 'leave' | 'pass' | 'promote'; place: string }

export const isFull = ({ bezet, capaciteit }: Seats): boolean => bezet >= capaciteit

/** Whoever says yes now joins the line: it is full, or a free seat is of somebody who waits. */
export const joinsLine = (seats: Seats): boolean => isFull(seats) || seats.wachtend > 0

/** Without these an event is over-booked: a test leaves them out to show that it would notice. */
const guarded = {
  take: 'bezet < capaciteit AND wachtend = :none AND sluit > :now',
  free: 'wachtend = :none AND tot > :now',
  join: '(bezet >= capaciteit OR wachtend > :none) AND sluit > :now',
  leave: 'wachtend > :none AND tot > :now',
  pass: 'wachtend > :none AND tot > :now',
  promote: 'wachtend > :none AND bezet < capaciteit AND tot > :now',
} as const

const counted: Record<SeatChange['kind'], string> = {
  take: 'bezet :one',
  free: 'bezet :less',
  join: 'wachtend :one',
  leave: 'wachtend :less',
  pass: 'wachtend :less',
  promote: 'bezet :one, wachtend :less',
}

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
  const less = counted[change.kind].includes(':less')
  const one = counted[change.kind].includes(':one')
  const condition = late ? guarded[change.kind].replace('sluit', 'tot') : guarded[change.kind]
  const Update = {
    TableName,
    Key: seatsKey(slug),
    UpdateExpression: `ADD ${counted[change.kind]}`,
    ConditionExpression: condition,
    ExpressionAttributeValues: {
      ':now': now.toISOString(),
      ':none': 0,
      ...(one ? { ':one': 1 } : {}),
      ...(less ? { ':less': -1 } : {}),
    },
  }
  if (!('place' in change)) return [{ Update }]
  const Key = waitingKey(slug, change.place)
  const place =
    change.kind === 'join'
      ? { Put: { TableName, Item: { ...Key, place: change.place, invitee: change.invitee } } }
      : { Delete: { TableName, Key, ConditionExpression: 'attribute_exists(pk)' } }
  return [{ Update }, place]
}

export type SeatReader = ReturnType<typeof createSeatReader>

export function createSeatReader({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }
  return {
    async read(slug: string): Promise<Seats | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ ...table, Key: seatsKey(slug), ConsistentRead: true }))
      return Item ? seatsSchema.parse(Item) : undefined
    },

    /** Who waits longest. */
    async first(slug: string): Promise<Waiting | undefined> {
      const line = {
        ...table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :waits)',
        ExpressionAttributeValues: { ':pk': seatsPartition(slug), ':waits': waitingPrefix },
        ConsistentRead: true,
      }
      return z.array(waitingSchema).parse(await queryFirst(dynamo, line, 1))[0]
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
