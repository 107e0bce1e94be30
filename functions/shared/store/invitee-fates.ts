/** Some invitees by their id, and what became of the mail that tells whether their address works. */
import type * as z from 'zod'
import { type Invitee, inviteeSchema } from '../../../forms/kit/events/rsvp.ts'
import { tellingMails } from '../../../forms/kit/events/rsvp-mails.ts'
import type { Connection } from './dynamo.ts'
import { getAll } from './get-all.ts'
import { isKept } from './kept.ts'
import { inviteeKey, mailKey } from './keys.ts'
import { isReturned, outboxItemSchema } from './outbox-item.ts'

const toldSchema = outboxItemSchema.pick({
  subject: true,
  fate: true,
  status: true,
  plannedAt: true,
  notification: true,
})
export type ToldMail = z.infer<typeof toldSchema>

export function createInviteeFates({ dynamo, tables }: Connection) {
  const TableName = tables.loket
  return {
    /** These people, as far as they are on this event's list, in the order asked. */
    async byId(slug: string, ids: readonly string[], now: Date): Promise<Invitee[]> {
      const found = new Map<string, Invitee>()
      for await (const item of getAll(dynamo, TableName, ids.map(inviteeKey))) {
        if (!isKept(now)(item)) continue
        const invitee = inviteeSchema.parse(item)
        if (invitee.activiteit === slug) found.set(invitee.id, invitee)
      }
      return ids.flatMap((id) => found.get(id) ?? [])
    },

    /** By id; absent of whom no such mail was made. Of several the one that came back counts, or else the last. */
    async fates(people: readonly Invitee[]): Promise<Map<string, ToldMail>> {
      const found = new Map<string, ToldMail>()
      const keys = people.flatMap((invitee) => tellingMails(invitee).map((mailId) => mailKey(invitee.id, mailId)))
      for await (const item of getAll(dynamo, TableName, keys)) {
        const mail = toldSchema.parse(item)
        const other = found.get(mail.subject)
        if (!other || isReturned(mail) || (!isReturned(other) && mail.plannedAt > other.plannedAt))
          found.set(mail.subject, mail)
      }
      return found
    },
  }
}
