/** A mail to who organises an event, as it is kept: which event, and why (organiser-mails.ts). */
import * as z from 'zod'

export const organiserReasons = [
  /** The deadline passed: how the answers stand. */
  'gesloten',
  /** Answers came too late: somebody decides. */
  'te-laat',
  /** Mail to people on the list came back. */
  'niet-aangekomen',
  /** The last seat is taken. */
  'volzet',
  /** Tomorrow: how many come. */
  'morgen',
] as const
export type OrganiserReason = (typeof organiserReasons)[number]

export const organiserNotification = z.object({
  kind: z.literal('organisator'),
  to: z.literal('medewerker'),
  network: z.string(),
  /** Slug of the event. */
  event: z.string(),
  why: z.enum(organiserReasons),
  /** Whom it was for when it was put; it goes to whoever the event names when it leaves. */
  person: z.string().optional(),
})
export type OrganiserNotification = z.infer<typeof organiserNotification>
