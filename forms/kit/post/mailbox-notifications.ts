/** Mail about a mailbox of a network that somebody changes: to the new one, whether it is read there; to the one that counts until then. */
import * as z from 'zod'
import { mailboxNames } from '../content-schema.ts'

const aboutMailbox = {
  to: z.literal('postbus'),
  network: z.string(),
  mailbox: z.enum(mailboxNames),
  /** Id of who asked for it. */
  by: z.string(),
  /** Of which change, in epoch milliseconds: the link is of that one. */
  asked: z.number(),
}

export const mailboxNotifications = [
  z.object({ kind: z.literal('postbus-bevestigen'), ...aboutMailbox }),
  z.object({ kind: z.literal('postbus-verandert'), ...aboutMailbox }),
] as const

export type MailboxNotification = z.infer<(typeof mailboxNotifications)[number]>
