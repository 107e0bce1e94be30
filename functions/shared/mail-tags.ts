/**
 * What SES is told about a message, and tells back with everything that happens to it: which mail of the outbox it is.
 * So an event finds its mail also when it comes before that mail is marked as sent.
 */
import * as z from 'zod'
import { mailKey } from './store/keys.ts'
import type { OutboxItem } from './store/outbox-item.ts'

const names = { subject: 'loket-onderwerp', mailId: 'loket-mail', plannedAt: 'loket-sinds' } as const

/** SES takes letters, digits, _ and - only. */
export const mailTags = ({ subject, mailId, plannedAt }: Pick<OutboxItem, 'subject' | 'mailId' | 'plannedAt'>) => ({
  [names.subject]: subject,
  [names.mailId]: mailId,
  // A mail that is sent again is planned anew: this tells the events of the old message from those of the new one.
  [names.plannedAt]: String(Date.parse(plannedAt)),
})
export type MailTags = Readonly<Record<string, string>>

const one = z.tuple([z.string().min(1)])

/** The tags as SES gives them back: each with a list of values. */
export const mailTagsSchema = z
  .object({
    [names.subject]: one,
    [names.mailId]: one,
    [names.plannedAt]: z.tuple([z.stringFormat('epoch', /^\d{1,14}$/)]),
  })
  .transform((tags) => ({
    key: mailKey(tags[names.subject][0], tags[names.mailId][0]),
    plannedAt: new Date(Number(tags[names.plannedAt][0])).toISOString(),
  }))
