/** What an organiser does with many invitees at once: list, count, import, invite, tell. Every job can be broken off and begun again. */
import * as z from 'zod'
import type { LoketEvent } from '../../../forms/kit/events.ts'
import {
  aboutInvitee,
  followEvent,
  type Invitee,
  type InviteeList,
  inviteeSchema,
  lists,
  type PlannedMail,
  reminderMails,
  tellingMails,
} from '../../../forms/kit/rsvp.ts'
import { addSeconds } from '../../../forms/kit/time.ts'
import type { Connection } from './dynamo.ts'
import { addressEnds, isPlaceOn, mailItem, mailItems, newAddress, putInvitee } from './invitee-item.ts'
import { isKept } from './kept.ts'
import { addressKey, inviteeShards, inviteesList, mailKey, queueIndex } from './keys.ts'
import { isReturned, type OutboxItem, outboxItemSchema } from './outbox-item.ts'
import { type TransactItems, transact } from './transact.ts'

/** Where a list goes on: shard, and the last key of the page before. */
export interface Cursor {
  shard: number
  key?: Record<string, unknown> | undefined
}

export interface NewOnList {
  invitee: Invitee
  email: string
}

/** DynamoDB takes 100 items in one transaction. */
const perTransaction = 100
/** And reads as many at once. */
const perBatch = 100
const atOnce = 3
/** What counting reads of an invitee. */
const counted = ['rijSinds', 'eventRevisie', 'ttl']
/** A bulk mail waits a little, so that nothing but the paced sweep finds it due. */
const bulkDelay = 5

export type InviteeLists = ReturnType<typeof createInviteeLists>

export function createInviteeLists({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  async function queryShard(
    slug: string,
    { shard, key }: Cursor,
    list: InviteeList | undefined,
    limit?: number,
    projection?: readonly string[],
  ) {
    const { client, QueryCommand } = await dynamo()
    return client.send(
      new QueryCommand({
        TableName,
        IndexName: queueIndex,
        KeyConditionExpression: list ? 'rij = :rij AND begins_with(rijSinds, :list)' : 'rij = :rij',
        ExpressionAttributeValues: { ':rij': inviteesList(slug, shard), ...(list ? { ':list': `${list}#` } : {}) },
        ExclusiveStartKey: key,
        ...(limit === undefined ? {} : { Limit: limit }),
        ...(projection
          ? {
              ProjectionExpression: projection.map((name) => `#${name}`).join(', '),
              ExpressionAttributeNames: Object.fromEntries(projection.map((name) => [`#${name}`, name])),
            }
          : {}),
      }),
    )
  }

  const inviteesIn = (items: readonly unknown[] | undefined, now: Date): Invitee[] =>
    z.array(inviteeSchema).parse((items ?? []).filter(isKept(now)))

  /** Everybody on an event's list, shard after shard, in the pages of the engine. */
  async function* everybody(slug: string, now: Date, list?: InviteeList): AsyncGenerator<Invitee[]> {
    for (let shard = 0; shard < inviteeShards; shard += 1) {
      let key: Record<string, unknown> | undefined
      do {
        const page = await queryShard(slug, { shard, key }, list)
        yield inviteesIn(page.Items, now)
        key = page.LastEvaluatedKey
      } while (key)
    }
  }

  /** The items with these keys, in the batches of the engine. */
  async function* readAll(all: readonly Record<string, unknown>[]): AsyncGenerator<Record<string, unknown>[]> {
    const { client, BatchGetCommand } = await dynamo()
    for (let from = 0; from < all.length; from += perBatch) {
      let keys: Record<string, unknown>[] = all.slice(from, from + perBatch)
      while (keys.length > 0) {
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetCommand({ RequestItems: { [TableName]: { Keys: keys } } }),
        )
        yield Responses?.[TableName] ?? []
        keys = UnprocessedKeys?.[TableName]?.Keys ?? []
      }
    }
  }

  /** Writes groups of items all or nothing per group, some groups at once; gives back the groups that were refused. */
  async function writeAll<Subject>(
    subjects: readonly Subject[],
    itemsOf: (subject: Subject) => TransactItems,
  ): Promise<Subject[]> {
    const refused: Subject[] = []
    const waiting = inTransactions(subjects, itemsOf)
    const work = async () => {
      for (let group = waiting.shift(); group; group = waiting.shift()) {
        const cancelled = await transact(
          dynamo,
          group.flatMap(({ items }) => items),
        )
        if (!cancelled) continue
        // One of the group was refused: the others are written one by one.
        for (const { subject, items } of group) if (await transact(dynamo, items)) refused.push(subject)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    return refused
  }

  return {
    /** One page of a list; `next` when there is more. */
    async page(slug: string, list: InviteeList | undefined, from: Cursor, size: number, now: Date) {
      const found: Invitee[] = []
      let cursor: Cursor | undefined = isPlaceOn(slug, list, from) ? from : { shard: 0 }
      while (cursor && found.length < size) {
        const page = await queryShard(slug, cursor, list, size - found.length)
        found.push(...inviteesIn(page.Items, now))
        const { shard }: Cursor = cursor
        cursor = page.LastEvaluatedKey
          ? { shard, key: page.LastEvaluatedKey }
          : shard + 1 < inviteeShards
            ? { shard: shard + 1 }
            : undefined
      }
      return { found, next: cursor }
    },

    /** How many are on each list, and how many do not follow the event's last change yet. */
    async count(event: LoketEvent, now: Date) {
      const counts: Record<InviteeList, number> = {
        nieuw: 0,
        open: 0,
        ja: 0,
        wacht: 0,
        nee: 0,
        op_de_hoogte: 0,
        laat: 0,
      }
      let behind = 0
      const countShard = async (shard: number) => {
        let key: Record<string, unknown> | undefined
        do {
          const page = await queryShard(event.slug, { shard, key }, undefined, undefined, counted)
          for (const { rijSinds, eventRevisie } of (page.Items ?? []).filter(isKept(now))) {
            const list = lists.find((name) => String(rijSinds).startsWith(`${name}#`))
            if (list) counts[list] += 1
            if (Number(eventRevisie) < event.revisie) behind += 1
          }
          key = page.LastEvaluatedKey
        } while (key)
      }
      await Promise.all(Array.from({ length: inviteeShards }, (_, shard) => countShard(shard)))
      return { counts, behind }
    },

    everybody,

    /** The typed addresses behind invitees, by id. */
    async addresses(ids: readonly string[], now: Date): Promise<Map<string, string>> {
      const found = new Map<string, string>()
      for await (const items of readAll(ids.map(addressKey))) {
        const kept = addressesSchema.parse(items.filter(isKept(now)))
        for (const { pk, email } of kept) found.set(pk.slice(pk.indexOf('#') + 1), email)
      }
      return found
    },

    /** Whose mail came back or was called unwanted, by id. */
    async returned(people: readonly Invitee[]): Promise<Map<string, OutboxItem['fate']>> {
      const found = new Map<string, OutboxItem['fate']>()
      const keys = people.flatMap((invitee) => tellingMails(invitee).map((mailId) => mailKey(invitee.id, mailId)))
      for await (const items of readAll(keys)) {
        for (const mail of returnedSchema.parse(items))
          if (isReturned(mail) && mail.subject) found.set(mail.subject, mail.fate)
      }
      return found
    },

    /** Puts people on the list; who is on it already stays as they are. Gives how many were new. */
    async add(people: readonly NewOnList[]): Promise<number> {
      const known = await writeAll(people, ({ invitee, email }) => [
        putInvitee(TableName, undefined, invitee),
        ...newAddress(TableName, invitee, email),
      ])
      return people.length - known.length
    },

    /** Invites who was not invited yet, and plans the reminders; stops at `until`. Gives how many invitations leave. */
    async invite(event: LoketEvent, now: () => Date, until: Date): Promise<number> {
      let invited = 0
      for await (const people of everybody(event.slug, now(), 'nieuw')) {
        for (let from = 0; from < people.length; from += 500) {
          if (now() > until) return invited
          const at = now()
          const group = people.slice(from, from + 500)
          const refused = await writeAll(group, (before) => {
            const after: Invitee = { ...before, uitgenodigdOp: at.toISOString(), revisie: before.revisie + 1 }
            const invitation: PlannedMail = {
              mailId: 'uitnodiging',
              notification: aboutInvitee(after, 'activiteit-uitnodiging'),
              dueAt: addSeconds(at, bulkDelay),
              bulk: true,
            }
            const put = before.afgemeld ? [] : [invitation, ...reminderMails(event, after, at)]
            return [putInvitee(TableName, before, after), ...mailItems(TableName, after.id, { put, remove: [] }, at)]
          })
          invited += group.filter((person) => !person.afgemeld && !refused.includes(person)).length
        }
      }
      return invited
    },

    /** Lets everybody follow the event's last change; stops at `until`. True when nobody is left. */
    async follow(event: LoketEvent, now: () => Date, until: Date): Promise<boolean> {
      let refused = 0
      for await (const people of everybody(event.slug, now())) {
        const behind = people.filter(({ eventRevisie }) => eventRevisie < event.revisie)
        for (let from = 0; from < behind.length; from += 500) {
          if (now() > until) return false
          const at = now()
          const left = await writeAll(behind.slice(from, from + 500), (before) => {
            const { after, mails } = followEvent(event, before, at)
            const later = mails.put.map((mail) => (mail.dueAt ? mail : { ...mail, dueAt: addSeconds(at, bulkDelay) }))
            return [
              putInvitee(TableName, before, after),
              ...addressEnds(TableName, before, after),
              ...mailItems(TableName, after.id, { ...mails, put: later }, at),
            ]
          })
          refused += left.length
        }
      }
      return refused === 0
    },

    /** Plans one mail for everybody on a list; who has it already does not get it twice. True when nobody is left. */
    async tell(
      event: LoketEvent,
      list: InviteeList,
      mailOf: (invitee: Invitee) => PlannedMail,
      now: () => Date,
      until: Date,
    ): Promise<boolean> {
      for await (const people of everybody(event.slug, now(), list)) {
        for (let from = 0; from < people.length; from += 500) {
          if (now() > until) return false
          const at = now()
          const wanted = people.slice(from, from + 500).filter(({ afgemeld }) => !afgemeld)
          await writeAll(wanted, (invitee) => [
            {
              Put: {
                TableName,
                Item: mailItem(invitee.id, { ...mailOf(invitee), dueAt: addSeconds(at, bulkDelay), bulk: true }, at),
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            },
          ])
        }
      }
      return true
    },
  }
}

const returnedSchema = z.array(outboxItemSchema.pick({ subject: true, fate: true }).partial())
const addressesSchema = z.array(z.object({ pk: z.string(), email: z.string() }))

/** As many subjects together as one transaction takes. */
function inTransactions<Subject>(subjects: readonly Subject[], itemsOf: (subject: Subject) => TransactItems) {
  const groups: { subject: Subject; items: TransactItems }[][] = []
  let size = perTransaction
  for (const subject of subjects) {
    const items = itemsOf(subject)
    if (size + items.length > perTransaction) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push({ subject, items })
    size += items.length
  }
  return groups
}
