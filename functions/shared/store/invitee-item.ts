/** What is stored of an invitee and their answer: the pieces of every transaction about one. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { type Invitee, type InviteeList, listOf } from '../../../forms/kit/events/rsvp.ts'
import { hasMail } from '../../../forms/kit/events/rsvp-mails.ts'
import { epochSeconds } from '../../../forms/kit/time.ts'
import { inviteeShards, inviteesList } from './indexes.ts'
import { addressKey, addressTakenKey, inviteeKey } from './keys.ts'
import type { TransactItems } from './transact.ts'

/** Spreads an event's list over partitions, by an id that is random already. */
const shardOf = (id: string): number => (createHash('sha256').update(id).digest()[0] ?? 0) % inviteeShards

/** Ticks as they are stored: a set, which attendance adds to and takes from alone; the engine knows no empty one. */
const ticksOf = ({ aanwezig = [] }: Pick<Invitee, 'aanwezig'>) => (aanwezig.length > 0 ? new Set(aanwezig) : undefined)

/** With its place in the organiser's lists: by answer, then by when they came to it. */
const inviteeItem = ({ aanwezig, ...invitee }: Invitee) => ({
  ...inviteeKey(invitee.id),
  ...invitee,
  aanwezig: ticksOf({ aanwezig }),
  rij: inviteesList(invitee.activiteit, shardOf(invitee.id)),
  rijSinds: `${listOf(invitee)}#${invitee.answeredAt ?? invitee.createdAt}#${invitee.id}`,
})

const place = z.string().min(1).max(500)
const placeSchema = z.strictObject({ pk: place, sk: place, rij: place, rijSinds: place })

/** Whether a list can go on from here: the engine refuses a place outside of it, and the place comes from an address. */
export function isPlaceOn(slug: string, list: InviteeList | undefined, at: { shard: number; key?: unknown }): boolean {
  if (at.key === undefined) return true
  const { data } = placeSchema.safeParse(at.key)
  return data?.rij === inviteesList(slug, at.shard) && data.rijSinds.startsWith(list ? `${list}#` : '')
}

/** That nobody changed them since they were read; a tick at the door changes no revision, so it is looked at by itself. */
function asRead(before: Invitee) {
  const ticks = ticksOf(before)
  return {
    ConditionExpression: `revisie = :revisie AND ${ticks ? 'aanwezig = :ticks' : 'attribute_not_exists(aanwezig)'}`,
    ExpressionAttributeValues: { ':revisie': before.revisie, ...(ticks ? { ':ticks': ticks } : {}) },
  }
}

/** The invitee as they are now, on condition that nobody changed them since they were read. */
export const putInvitee = (TableName: string, before: Invitee | undefined, after: Invitee): TransactItems[number] => ({
  Put: {
    TableName,
    Item: inviteeItem(after),
    ...(before ? asRead(before) : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
})

/** A new address on this event, or a number: taken once; an address is kept once too, with the outbox. */
export const newAddress = (
  TableName: string,
  { id, activiteit, adres, createdAt, ttl }: Invitee,
  email: string | undefined,
): TransactItems => [
  {
    Put: {
      TableName,
      Item: { ...addressTakenKey(activiteit, adres), genodigde: id, ...ends(ttl) },
      // What is past its time is unreadable already, also where the engine did not delete it yet.
      ConditionExpression: 'attribute_not_exists(pk) OR #ttl <= :now',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':now': epochSeconds(new Date(createdAt)) },
    },
  },
  ...(email === undefined ? [] : [{ Put: { TableName, Item: { ...addressKey(id), email, ...ends(ttl) } } }]),
]

/** Another address: the new one is theirs and the old one is free at the same moment. That it is taken fails at the first. */
export const movedAddress = (TableName: string, before: Invitee, after: Invitee, email: string): TransactItems => [
  ...newAddress(TableName, after, email),
  { Delete: { TableName, Key: addressTakenKey(before.activiteit, before.adres) } },
]

/** The address lives as long as the answer. */
export function addressEnds(TableName: string, before: Invitee, after: Invitee): TransactItems {
  const { id, activiteit, adres, ttl } = after
  if (before.ttl === ttl) return []
  const kept = hasMail(after) ? [addressKey(id)] : []
  return [addressTakenKey(activiteit, adres), ...kept].map((Key) => ({
    Update: {
      TableName,
      Key,
      UpdateExpression: ttl === undefined ? 'REMOVE #ttl' : 'SET #ttl = :ttl',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ...(ttl === undefined ? {} : { ExpressionAttributeValues: { ':ttl': ttl } }),
    },
  }))
}

const ends = (ttl: number | undefined) => (ttl === undefined ? {} : { ttl })
