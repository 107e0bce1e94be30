/**
 * Who is there. Each tick is added to or taken from a set of its invitee by itself, so that whoever ticks at the same moment loses
 * nothing; it raises no revision, as no mail depends on it (docs/decisions/010).
 */
import * as z from 'zod'
import type { TickChange } from '../../../forms/kit/events/presence.ts'
import { type Invitee, inviteeSchema } from '../../../forms/kit/events/rsvp.ts'
import { aboutInvitee } from '../../../forms/kit/events/rsvp-mails.ts'
import type { Connection } from './dynamo.ts'
import { getAll } from './get-all.ts'
import { movedAddress, newAddress, putInvitee } from './invitee-item.ts'
import { createInviteeLists } from './invitee-lists.ts'
import { createInvitees } from './invitees.ts'
import { isKept } from './kept.ts'
import { inviteeKey, mailKey } from './keys.ts'
import { despiteConflicts, transact, unlessRefused } from './transact.ts'

/** Id of the mail that an attest is ready: one for each invitee, whoever presses and how often. */
const attestMailId = 'attest'

/** Writes at a time. */
const atOnce = 10

const attestSchema = z.object({ subject: z.string() })

/** What was typed at the door of somebody who was invited by an address only. */
type Named = Partial<Pick<Invitee, 'naam' | 'organisatie'>>

export function createAttendance(connection: Connection) {
  const { dynamo, tables } = connection
  const TableName = tables.loket
  const lists = createInviteeLists(connection)
  const invitees = createInvitees(connection)

  /** Nothing when this is no invitee of the event, or no more. */
  async function update(slug: string, invitee: string, clause: 'ADD' | 'DELETE', ticks: string[], named: Named = {}) {
    if (ticks.length === 0) return
    const { client, UpdateCommand } = await dynamo()
    const fields = Object.entries(named).filter(([, text]) => text !== undefined)
    const set = fields.map(([name]) => `${name} = if_not_exists(${name}, :${name})`).join(', ')
    const write = () =>
      client.send(
        new UpdateCommand({
          TableName,
          Key: inviteeKey(invitee),
          UpdateExpression: `${clause} aanwezig :ticks${set ? ` SET ${set}` : ''}`,
          ConditionExpression: 'activiteit = :slug',
          ExpressionAttributeValues: {
            ':slug': slug,
            ':ticks': new Set(ticks),
            ...Object.fromEntries(fields.map(([name, text]) => [`:${name}`, text])),
          },
        }),
      )
    await unlessRefused(despiteConflicts(write))
  }

  return {
    /** Everybody on the list of an event, with the ticks of this very moment. */
    async everybody(slug: string, now: Date): Promise<Invitee[]> {
      const ids: string[] = []
      for await (const page of lists.everybody(slug, now)) ids.push(...page.map(({ id }) => id))
      const found: Invitee[] = []
      for await (const item of getAll(dynamo, TableName, ids.map(inviteeKey), true))
        if (isKept(now)(item)) found.push(inviteeSchema.parse(item))
      return found
    },

    /** Writes only what changed. */
    async tick(slug: string, changes: readonly TickChange[]): Promise<void> {
      for (let from = 0; from < changes.length; from += atOnce)
        await Promise.all(
          changes.slice(from, from + atOnce).map(async ({ invitee, add, remove }) => {
            await update(slug, invitee, 'ADD', add)
            await update(slug, invitee, 'DELETE', remove)
          }),
        )
    },

    /** Somebody of the list who came in at the door; what they are called only where nobody knew. */
    found: (slug: string, invitee: string, tick: string, named: Named): Promise<void> =>
      update(slug, invitee, 'ADD', [tick], named),

    /** Somebody new; `taken` when they were put on the list at this very moment. */
    async arrive(invitee: Invitee, email: string | undefined): Promise<'stored' | 'taken'> {
      const items = [putInvitee(TableName, undefined, invitee), ...newAddress(TableName, invitee, email)]
      return (await transact(dynamo, items)) ? 'taken' : 'stored'
    },

    /** Who came in without an address leaves one after all. */
    async reached(before: Invitee, after: Invitee, email: string): Promise<'stored' | 'changed'> {
      const cancelled = await transact(dynamo, [
        putInvitee(TableName, before, after),
        ...movedAddress(TableName, before, after, email),
      ])
      return cancelled ? 'changed' : 'stored'
    },

    /** Ids of those who were mailed that their attest is ready. */
    async mailed(ids: readonly string[]): Promise<Set<string>> {
      const found = new Set<string>()
      const keys = ids.map((id) => mailKey(id, attestMailId))
      for await (const item of getAll(dynamo, TableName, keys)) found.add(attestSchema.parse(item).subject)
      return found
    },

    /** One mail each, in the lane for many; who has it gets no other. Stops at `until`. How many it mailed. */
    async mailAttests(people: readonly Invitee[], now: () => Date, until: Date): Promise<number> {
      let mailed = 0
      for (let from = 0; from < people.length && now() <= until; from += atOnce) {
        const put = await Promise.all(
          people.slice(from, from + atOnce).map((invitee) => {
            const notification = aboutInvitee(invitee, 'activiteit-attest')
            return invitees.mail(invitee.id, { mailId: attestMailId, notification, bulk: true }, now())
          }),
        )
        mailed += put.filter(Boolean).length
      }
      return mailed
    },
  }
}
