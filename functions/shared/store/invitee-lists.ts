/** What an organiser does with many invitees at once: list, count, import, invite, tell. Every job can be broken off and begun again. */
import * as z from 'zod'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { type Invitee, type InviteeList, inviteeSchema, lists } from '../../../forms/kit/events/rsvp.ts'
import { invitedAfterAll } from '../../../forms/kit/events/rsvp-decide.ts'
import { aboutInvitee, followEvent, reminderMails, wantsMail } from '../../../forms/kit/events/rsvp-mails.ts'
import { type Mail, promise } from '../../../forms/kit/post/mail.ts'
import type { Connection } from './dynamo.ts'
import { getAll } from './get-all.ts'
import { inviteeShards, inviteesList, linesIndex, queueIndex } from './indexes.ts'
import { addressEnds, isPlaceOn, newAddress, putInvitee } from './invitee-item.ts'
import { isKept } from './kept.ts'
import { addressKey, addressTakenKey } from './keys.ts'
import { mailItem, planItems } from './mail-plan.ts'
import { queryEach, queryPage, queryPages } from './query-all.ts'
import { inTransactions, type TransactItems, transact } from './transact.ts'

/** Where a list goes on: shard, and the last key of the page before. */
export interface Cursor {
  shard: number
  key?: Record<string, unknown> | undefined
}

export interface NewOnList {
  invitee: Invitee
  email: string
}

/** Transactions under way: more wait for the engine, fewer for the network. */
const atOnce = 8

export function createInviteeLists({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  /** A list of one shard, or all of it. */
  const queryOf = (slug: string, shard: number, list?: InviteeList) => ({
    TableName,
    IndexName: queueIndex,
    KeyConditionExpression: list ? 'rij = :rij AND begins_with(rijSinds, :list)' : 'rij = :rij',
    ExpressionAttributeValues: { ':rij': inviteesList(slug, shard), ...(list ? { ':list': `${list}#` } : {}) },
  })

  const inviteesIn = (items: readonly unknown[], now: Date): Invitee[] =>
    z.array(inviteeSchema).parse(items.filter(isKept(now)))

  /** Everybody on an event's list, shard after shard, in the pages of the engine. */
  async function* everybody(slug: string, now: Date, list?: InviteeList): AsyncGenerator<Invitee[]> {
    for (let shard = 0; shard < inviteeShards; shard += 1)
      for await (const items of queryPages(dynamo, queryOf(slug, shard, list))) yield inviteesIn(items, now)
  }

  /** By their address: who stands on an event's list only because a machine, by all appearances, answered for them. */
  async function machinesOn(slug: string, now: Date): Promise<Map<string, Invitee>> {
    const found = new Map<string, Invitee>()
    for await (const page of everybody(slug, now, 'verdacht'))
      for (const invitee of page) if (!invitee.uitgenodigdOp) found.set(invitee.adres, invitee)
    return found
  }

  /** Whose address is not taken yet: a group with one that is, would be written one by one. */
  async function notOnList(people: readonly NewOnList[]): Promise<NewOnList[]> {
    const keyOf = ({ invitee: { activiteit, adres } }: NewOnList) => addressTakenKey(activiteit, adres)
    const taken = new Set<unknown>()
    for await (const { pk } of getAll(dynamo, TableName, people.map(keyOf))) taken.add(pk)
    return people.filter((person) => !taken.has(keyOf(person).pk))
  }

  /**
   * Writes groups of items all or nothing per group, some groups at once; gives back the subjects that were refused. Begins no
   * group after `isTime` says no: how many it did not come to is `left`.
   */
  async function writeAll<Subject>(
    subjects: readonly Subject[],
    itemsOf: (subject: Subject) => TransactItems,
    isTime = () => true,
  ): Promise<{ refused: Subject[]; left: number }> {
    const refused: Subject[] = []
    const waiting = inTransactions(subjects, itemsOf)
    const work = async () => {
      for (let group = isTime() && waiting.shift(); group; group = isTime() && waiting.shift()) {
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
    return { refused, left: waiting.flat().length }
  }

  /** The people without those who are on the list already, but for whom only a machine put there. */
  async function newAmong(people: readonly NewOnList[], machines: ReadonlyMap<string, Invitee>): Promise<NewOnList[]> {
    const free = new Set(await notOnList(people))
    return people.filter((person) => free.has(person) || machines.has(person.invitee.adres))
  }

  return {
    /** One page of a list; `next` when there is more. */
    async page(slug: string, list: InviteeList | undefined, from: Cursor, size: number, now: Date) {
      const found: Invitee[] = []
      let cursor: Cursor | undefined = isPlaceOn(slug, list, from) ? from : { shard: 0 }
      while (cursor && found.length < size) {
        const { shard, key }: Cursor = cursor
        const { items, next } = await queryPage(dynamo, queryOf(slug, shard, list), size - found.length, key)
        found.push(...inviteesIn(items, now))
        cursor = next ? { shard, key: next } : shard + 1 < inviteeShards ? { shard: shard + 1 } : undefined
      }
      return { found, next: cursor }
    },

    /** How many are on each list, and how many do not follow the event's last change yet. */
    async count(event: Pick<LoketEvent, 'slug' | 'revisie'>, now: Date) {
      const counts: Record<InviteeList, number> = {
        nieuw: 0,
        open: 0,
        ja: 0,
        wacht: 0,
        nee: 0,
        op_de_hoogte: 0,
        laat: 0,
        verdacht: 0,
      }
      let behind = 0
      const countShard = async (shard: number) => {
        for await (const line of queryEach(dynamo, { ...queryOf(event.slug, shard), IndexName: linesIndex })) {
          if (!isKept(now)(line)) continue
          const list = lists.find((name) => String(line.rijSinds).startsWith(`${name}#`))
          if (list) counts[list] += 1
          if (Number(line.eventRevisie) < event.revisie) behind += 1
        }
      }
      await Promise.all(Array.from({ length: inviteeShards }, (_, shard) => countShard(shard)))
      return { counts, behind }
    },

    everybody,

    /** The typed addresses behind invitees, by id. */
    async addresses(ids: readonly string[], now: Date): Promise<Map<string, string>> {
      const found = new Map<string, string>()
      for await (const item of getAll(dynamo, TableName, ids.map(addressKey))) {
        if (!isKept(now)(item)) continue
        const { pk, email } = addressSchema.parse(item)
        found.set(pk.slice(pk.indexOf('#') + 1), email)
      }
      return found
    },

    /** How many of these people are on the list already, and would stay as they are. */
    async known(people: readonly NewOnList[], now: Date): Promise<number> {
      const [first] = people
      if (!first) return 0
      return people.length - (await newAmong(people, await machinesOn(first.invitee.activiteit, now))).length
    },

    /**
     * Puts people on the list; who is on it already stays as they are, and costs a read, unless only a machine put them there.
     * Begins nothing after `until`, or stops anywhere when it dies: done again with the same people it goes on. Gives how many were
     * new, and how many it did not come to.
     */
    async add(people: readonly NewOnList[], now: () => Date, until: Date): Promise<{ added: number; left: number }> {
      let added = 0
      const isTime = () => now() <= until
      const [first] = people
      const machines = first ? await machinesOn(first.invitee.activiteit, now()) : new Map<string, Invitee>()
      for (let from = 0; from < people.length; from += 500) {
        if (!isTime()) return { added, left: people.length - from }
        const some = people.slice(from, from + 500)
        const answered = some.flatMap(({ invitee }) => {
          const before = machines.get(invitee.adres)
          return before ? [{ before, after: invitedAfterAll(before, invitee) }] : []
        })
        const { refused: changed } = await writeAll(answered, ({ before, after }) => [
          putInvitee(TableName, before, after),
          ...addressEnds(TableName, before, after),
          ...planItems(
            TableName,
            { put: [], takeBack: { planned: true, mails: [`antwoord-${before.revisie}`, 'morgen'] } },
            { subject: after.id, now: now() },
          ),
        ])
        added += answered.length - changed.length
        const group = await notOnList(some)
        const { refused, left } = await writeAll(
          group,
          ({ invitee, email }) => [putInvitee(TableName, undefined, invitee), ...newAddress(TableName, invitee, email)],
          isTime,
        )
        added += group.length - refused.length - left
        if (left > 0) return { added, left: left + Math.max(0, people.length - from - 500) }
      }
      return { added, left: 0 }
    },

    /** Invites who was not invited yet, and plans the reminders; stops at `until`. Gives how many invitations leave. */
    async invite(event: LoketEvent, now: () => Date, until: Date): Promise<number> {
      let invited = 0
      for await (const people of everybody(event.slug, now(), 'nieuw')) {
        for (let from = 0; from < people.length; from += 500) {
          if (now() > until) return invited
          const at = now()
          const group = people.slice(from, from + 500)
          const { refused } = await writeAll(group, (before) => {
            const after: Invitee = { ...before, uitgenodigdOp: at.toISOString(), revisie: before.revisie + 1 }
            const invitation: Mail = {
              mailId: 'uitnodiging',
              notification: aboutInvitee(after, 'activiteit-uitnodiging'),
              bulk: true,
            }
            const mails = !wantsMail(before) ? [] : [invitation, ...reminderMails(event, after, at)]
            return [
              putInvitee(TableName, before, after),
              ...planItems(TableName, promise(...mails), { subject: after.id, now: at }),
            ]
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
          const { refused: left } = await writeAll(behind.slice(from, from + 500), (before) => {
            const { after, mails } = followEvent(event, before, at)
            return [
              putInvitee(TableName, before, after),
              ...addressEnds(TableName, before, after),
              ...planItems(TableName, mails, { subject: after.id, now: at }),
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
      mailOf: (invitee: Invitee) => Mail,
      now: () => Date,
      until: Date,
    ): Promise<boolean> {
      for await (const people of everybody(event.slug, now(), list)) {
        for (let from = 0; from < people.length; from += 500) {
          if (now() > until) return false
          const at = now()
          const wanted = people.slice(from, from + 500).filter(wantsMail)
          await writeAll(wanted, (invitee) => [
            {
              Put: {
                TableName,
                Item: mailItem(invitee.id, { ...mailOf(invitee), bulk: true }, at),
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

const addressSchema = z.object({ pk: z.string(), email: z.string() })
