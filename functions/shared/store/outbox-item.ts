/** One mail to be sent: what is stored, and the items a submit writes beside its dossier. */
import * as z from 'zod'
import { isEventNotification } from '../../../forms/kit/events/event-notifications.ts'
import { keptNotificationSchema, type Notification } from '../../../forms/kit/post/notifications.ts'
import { epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import { currentRequestId } from '../request.ts'
import { bulkPartition, duePartition, troubledMailOf } from './indexes.ts'
import { addressKey, mailKey } from './keys.ts'

/**
 * `wacht` waits for `dueAt` (now, again or later); `verstuurd` was taken by SES; `aangehouden` is held for a person
 * to look at; `mislukt` gave up after 72 hours; `overgeslagen` came too late to be of use. Held and failed mails stay visible until a person acts.
 */
const mailStatus = z.enum(['wacht', 'verstuurd', 'aangehouden', 'mislukt', 'overgeslagen'])

/** Why a mail is held or failed. */
const holdReason = z.enum([
  'verdacht',
  'dagplafond',
  'onbekend',
  'overzicht',
  'opgegeven',
  'geen-adres',
  'te-laat',
  'hersteld',
  'verouderd',
])
export type HoldReason = z.infer<typeof holdReason>

export const outboxItemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  subject: z.string(),
  mailId: z.string(),
  notification: keptNotificationSchema,
  /** Of the request that caused it, to follow it in the logs; absent when no request did, or when it is older than these ids. */
  requestId: z.string().optional(),
  status: mailStatus,
  reason: holdReason.optional(),
  attempts: z.number(),
  createdAt: z.iso.datetime(),
  /** When it first had to go out: how late it is counts from here, whatever happened to `dueAt` since. */
  plannedAt: z.iso.datetime(),
  /**
   * ISO UTC; only while `wacht`: absent means nothing will happen by itself. A worker that takes the mail moves it
   * forward (its lease), so a worker that dies makes the mail due again.
   */
  dueAt: z.iso.datetime().optional(),
  /** When sending was last paused for everybody: for how long it is tried counts from here, not from `plannedAt`. */
  triedSince: z.iso.datetime().optional(),
  sentAt: z.iso.datetime().optional(),
  messageId: z.string().optional(),
  /** What SES told afterwards: it arrived, it came back, the reader called it unwanted. */
  fate: z.enum(['aangekomen', 'niet_aangekomen', 'klacht']).optional(),
  /** ISO UTC. */
  fateAt: z.iso.datetime().optional(),
  /** Somebody dealt with it in another way, by phone say: id of the person, and when (ISO UTC). */
  settledBy: z.string().optional(),
  settledAt: z.iso.datetime().optional(),
  /** The address was corrected, and another mail went there in the place of this one: whatever becomes of it, nobody need see to it. */
  replaced: z.literal(true).optional(),
  /** A person sent it after looking at it: no cap holds it again. */
  released: z.literal(true).optional(),
  /** It waits until the move it tells of cannot be taken back any more; it leaves unless what it says is over by then (forms/kit/post/over.ts). */
  undoable: z.literal(true).optional(),
  /** It waited in a plan (mail-plan.ts): it leaves only as long as that plan names it. */
  planned: z.literal(true).optional(),
  /** Planned, and not needed any more. */
  cancelled: z.literal(true).optional(),
  /** Epoch seconds; the mail log is kept 365 days. */
  ttl: z.number(),
})
export type OutboxItem = z.infer<typeof outboxItemSchema>

/** It did not arrive, or whoever got it does not want it. */
export const isReturned = ({ fate }: Pick<OutboxItem, 'fate'>): boolean =>
  fate === 'niet_aangekomen' || fate === 'klacht'

type Became = Pick<OutboxItem, 'fate' | 'status' | 'replaced'>

/** Nobody has it, and it does not come by itself: it came back, was held, or was given up. */
export const isMissed = (mail: Became): boolean =>
  !mail.replaced && (isReturned(mail) || mail.status === 'aangehouden' || mail.status === 'mislukt')

/** The same, or SES did not tell yet what became of it. */
export const mayBeMissed = (mail: Became): boolean =>
  isMissed(mail) || (!mail.replaced && mail.status === 'verstuurd' && mail.fate === undefined)

/** Kept until a person says that what caused it is real. */
export const isHeldAsSuspect = ({ status, reason }: Pick<OutboxItem, 'status' | 'reason'>): boolean =>
  status === 'aangehouden' && reason === 'verdacht'

/** Epoch seconds at which a mail that was due then leaves the log. */
export const logEnds = (dueAt: Date): number => epochSeconds(dueAt) + 365 * secondsPerDay

export interface NewMail {
  subject: string
  mailId: string
  notification: Notification
  now: Date
  /** Later than now for a mail that must wait, e.g. a warning. */
  dueAt?: Date
  /** Born held: visible, never sent by itself. */
  held?: HoldReason
  /** One of many: never sent at once, only by the paced sweep. */
  bulk?: true
  /** Its move can be taken back until it leaves. */
  undoable?: true
  /** For a mail that another mail causes: the request behind that one. */
  requestId?: string | undefined
}

/**
 * Puts a mail in the list of mails that a person must look at. What a flood can fill stands behind the name of its reason,
 * so that a list shows the flood as one row and never reads it; everything else stands by its date, before it.
 */
export const troubled = ({ notification, createdAt, subject, mailId, reason }: Trouble) => ({
  rij: troubledMailOf(notification.network),
  rijSinds: `${isFolded(reason) ? `${reason}#` : ''}${createdAt.slice(0, 10)}#${subject}#${mailId}`,
})
type Trouble = Pick<OutboxItem, 'notification' | 'createdAt' | 'subject' | 'mailId' | 'reason'>

/** Reasons for which many mails may be held at once: together one row. */
export const foldedReasons = ['onbekend', 'verdacht', 'dagplafond', 'overzicht', 'opgegeven', 'hersteld'] as const
export type FoldedReason = (typeof foldedReasons)[number]
export const isFolded = (reason: string | undefined): reason is FoldedReason =>
  foldedReasons.some((one) => one === reason)

/** The one mail per subject in which everything that had to wait comes together. */
export const lastMailId = 'laatste'

/**
 * What is still true of two mails about one invitee. An entry in the calendar that the other one made, or was about to
 * take out, is taken out when the last one says nothing of it.
 */
export function lastOf(one: Notification, other: Notification): Notification {
  if (!isEventNotification(one) || !isEventNotification(other)) return other
  const [before, last] = one.revisie > other.revisie ? [other, one] : [one, other]
  return before.agenda && !last.agenda ? { ...last, agenda: 'CANCEL' } : last
}

/** The item to put for a mail that must be sent. */
export function outboxItem({
  subject,
  mailId,
  notification,
  now,
  dueAt = now,
  held,
  bulk,
  undoable,
  requestId = currentRequestId(),
}: NewMail) {
  return {
    ...mailKey(subject, mailId),
    subject,
    mailId,
    notification,
    ...(requestId === undefined ? {} : { requestId }),
    ...(undoable ? { undoable } : {}),
    attempts: 0,
    createdAt: now.toISOString(),
    plannedAt: dueAt.toISOString(),
    ttl: logEnds(dueAt),
    ...(held
      ? {
          status: 'aangehouden' as const,
          reason: held,
          ...troubled({ notification, createdAt: now.toISOString(), subject, mailId, reason: held }),
        }
      : { status: 'wacht' as const, due: bulk ? bulkPartition : duePartition, dueAt: dueAt.toISOString() }),
  } satisfies OutboxItem & { due?: string }
}

/** Of a draft's address: whose it is, so that it is found when they ask; a dossier knows this itself. */
export interface DraftAddress {
  network: string
  /** HMAC of the address. */
  applicant: string
  /** Epoch seconds. */
  ttl: number
}

/** The item that holds the typed address of a dossier or draft, read by the mailer when it sends. */
export const addressItem = (subject: string, email: string, about: Partial<DraftAddress> = {}) => ({
  ...addressKey(subject),
  email,
  ...about,
})
