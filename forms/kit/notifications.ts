/**
 * What Loket promises to mail. A notification holds ids, dates and the kind of mail; never an answer, a token,
 * an address or HTML (domain.md §3.5). `emails/` turns it into words, `functions/mailer` sends it.
 */
import * as z from 'zod'
import { eventNotifications } from './event-notifications.ts'

/** ISO 8601 instant in UTC. */
const instant = z.iso.datetime()
/** Calendar date in Brussels, YYYY-MM-DD. */
const date = z.iso.date()

const aboutDossier = {
  network: z.string(),
  form: z.string(),
  reference: z.string(),
  /** Raised to revoke every link to this dossier. */
  linkVersion: z.number(),
}
const received = { ...aboutDossier, receivedAt: instant, answerBefore: date }
const aboutDraft = {
  network: z.string(),
  form: z.string(),
  draft: z.string(),
  linkVersion: z.number(),
  expiresAt: instant,
}

export const notificationSchema = z.discriminatedUnion('kind', [
  /** To the applicant: we have your request (or your question). */
  z.object({ kind: z.literal('ontvangen'), to: z.literal('aanvrager'), ...received }),
  /** To the network's triage address: a request (or a question) is waiting. */
  z.object({ kind: z.literal('triage'), to: z.literal('triage'), ...received }),
  /** To the triage address, once an hour at most, in place of the mails above the hourly limit. */
  z.object({
    kind: z.literal('triage-overzicht'),
    to: z.literal('triage'),
    network: z.string(),
    form: z.string(),
    /** Start of the hour the held mails belong to. */
    since: instant,
  }),
  /** To the applicant: the request is withdrawn. */
  z.object({ kind: z.literal('ingetrokken'), to: z.literal('aanvrager'), ...aboutDossier }),
  /** To the triage address: the applicant withdrew the request. */
  z.object({ kind: z.literal('triage-ingetrokken'), to: z.literal('triage'), ...aboutDossier }),
  /** To the person filling in a form: the link to go on later. */
  z.object({ kind: z.literal('verder'), to: z.literal('aanvrager'), ...aboutDraft }),
  /** To the same person, two days before the draft is erased. */
  z.object({ kind: z.literal('verloopt'), to: z.literal('aanvrager'), ...aboutDraft }),
  /** To an invitee of an event. */
  ...eventNotifications,
])

export type Notification = z.infer<typeof notificationSchema>
export type NotificationKind = Notification['kind']
