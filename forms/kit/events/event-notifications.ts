/**
 * Mail about events (docs/domain.md §6). As every notification it holds ids, dates and the kind of mail; what the mail says of
 * the event is read when it is sent, so that it is right then.
 */
import * as z from 'zod'

const aboutInvitee = {
  to: z.literal('genodigde'),
  network: z.string(),
  form: z.literal('activiteit'),
  /** Slug of the event. */
  activiteit: z.string(),
  /** Id of the invitee. */
  genodigde: z.string(),
  /** Raised to revoke every link of this invitee. */
  linkVersion: z.number(),
  /** How often this invitee's answer has changed: part of SEQUENCE. */
  revisie: z.number(),
  /** How many come with this answer; absent for one. */
  party: z.number().optional(),
  /** Only who answered cannot come; the colleagues they named do. */
  othersCome: z.literal(true).optional(),
  /** Ids of the days they come, where that is a choice. */
  days: z.array(z.string()).optional(),
  /** Method of the calendar part; without it the mail has none (RFC 5546 §3.2). */
  agenda: z.enum(['REQUEST', 'CANCEL']).optional(),
}
const kind = <Kind extends string>(name: Kind) => z.object({ kind: z.literal(name), ...aboutInvitee })

export const eventNotifications = [
  /** You are invited; sent in bulk. */
  kind('activiteit-uitnodiging'),
  /** We have your answer: one kind per answer. */
  kind('activiteit-ja'),
  kind('activiteit-nee'),
  kind('activiteit-op-de-hoogte'),
  kind('activiteit-wachtlijst'),
  /** After the deadline: the organiser decides. */
  kind('activiteit-te-laat'),
  /** Somebody answered again on the public page with this address: only the link. */
  kind('activiteit-link'),
  /** A calendar answered what we cannot write down: nothing changed. */
  kind('activiteit-agenda'),
  /** No answer yet. */
  kind('activiteit-herinnering'),
  /** Tomorrow, to who comes. */
  kind('activiteit-morgen'),
  /** A seat came free. */
  kind('activiteit-plaats'),
  kind('activiteit-verplaatst'),
  kind('activiteit-geannuleerd'),
  /** From the organiser, in fixed words. */
  kind('activiteit-praktisch'),
  kind('activiteit-vervolg'),
  /** To who was there: where their attest is. */
  kind('activiteit-attest'),
] as const

export type EventNotification = z.infer<(typeof eventNotifications)[number]>
export type EventNotificationKind = EventNotification['kind']

export const isEventNotification = <Other extends { kind: string }>(
  notification: Other | EventNotification,
): notification is EventNotification => notification.kind.startsWith('activiteit-')

/** Why who organises an event is mailed (organiser-mails.ts). */
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
