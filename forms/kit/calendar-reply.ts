/**
 * What somebody pressed in their calendar, as it comes back by mail (iTIP over mail, RFC 5546 §3.2.3, RFC 6047), and when such an
 * answer counts (docs/decisions/034). Pure: functions/inbound reads the mail it came in.
 */
import * as z from 'zod'

/** An ISO instant in UTC. */
const instant = z.iso.datetime()

export const calendarReplySchema = z.object({
  /** `anders`: *misschien*, another moment, somebody else in their place: what a page of ours does not ask. */
  says: z.enum(['ja', 'nee', 'anders']),
  /** Of the entry, with what stands behind the @. */
  uid: z.string().max(255),
  /** Whose calendar it says it is. */
  attendee: z.string().optional(),
  /** When it was pressed. */
  stamp: instant,
  /** SEQUENCE of the entry they saw; absent where their calendar does not say. */
  sequence: z.number().int().nonnegative().optional(),
  /** Start of the entry they saw; absent where it cannot be told. */
  start: instant.optional(),
})
export type CalendarReply = z.infer<typeof calendarReplySchema>

/** Who a mail is of, as far as the service that took it in could prove. */
interface Sender {
  address: string
  /** DMARC says so, or DKIM or SPF of the same domain where that domain asks no DMARC. */
  proven: boolean
}

export interface Arrived {
  reply: CalendarReply
  sender: Sender
}

/** Of an invitee of an event, or of somebody at the table of an overleg; nothing of an entry that is not ours. */
export type Named = { kind: 'genodigde'; slug: string; id: string } | { kind: 'deelnemer'; participant: string }

/** 128 random bits in base64url, as every id of an invitee (functions/shared/new-id.ts). */
const ofEvent = /^([a-z0-9-]+)-([\w-]{22})$/
const ofOverleg = /^[A-Z0-9-]+_\d{2,3}_[a-z0-9]+$/

/** Whom the UID of an entry of this Loket names. */
export function whoseEntry(uid: string, host: string): Named | undefined {
  const at = uid.lastIndexOf('@')
  if (at < 0 || uid.slice(at + 1).toLowerCase() !== host) return undefined
  const local = uid.slice(0, at)
  if (ofOverleg.test(local)) return { kind: 'deelnemer', participant: local }
  const [, slug, id] = ofEvent.exec(local) ?? []
  return slug && id ? { kind: 'genodigde', slug, id } : undefined
}

/** What a calendar shows now of the same thing, against which an answer may be old. */
interface Current {
  /** ISO UTC. */
  start: string
  /** The least SEQUENCE of an entry that says so. */
  sequence: number
  /** When they answered last, along whatever way; ISO UTC. */
  answeredAt?: string | undefined
}

/**
 * Pressed before what they said last, or about another moment than the one of now. A stamp is in whole seconds (RFC 5545 §3.3.5), so
 * the second of the last answer is no second before it.
 */
export function isOld({ stamp, sequence, start }: CalendarReply, now: Current): boolean {
  const before = now.answeredAt !== undefined && Date.parse(stamp) + 1000 <= Date.parse(now.answeredAt)
  const seenLess = sequence !== undefined && sequence < now.sequence
  const otherMoment = start !== undefined && Date.parse(start) !== Date.parse(now.start)
  return before || seenLess || otherMoment
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** The mailbox that the entry went to. */
export const isFrom = ({ sender }: Arrived, email: string): boolean =>
  sender.proven && sender.address.toLowerCase() === email.toLowerCase()

/**
 * The same, or another mailbox of the same organisation that answers for it by name: the first name of a mailbox with several, or who
 * keeps somebody's calendar (SENT-BY). Only for an entry whose UID nobody can guess.
 */
export const isOnBehalfOf = (arrived: Arrived, email: string): boolean =>
  isFrom(arrived, email) ||
  (arrived.sender.proven &&
    arrived.reply.attendee?.toLowerCase() === email.toLowerCase() &&
    domainOf(arrived.sender.address).toLowerCase() === domainOf(email).toLowerCase())
