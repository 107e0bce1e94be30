/**
 * Whether a mail that waits because its move may be taken back says something that is over by now: a second move within those
 * minutes need not give two mails about two states. What asks somebody to do something leaves, unless it is no longer theirs.
 */
import * as z from 'zod'
import type { Notification } from './notifications.ts'

/** Where a dossier stands, beside its mails: the mailer may not read the dossier itself. */
export const standsSchema = z.object({
  /** ISO UTC: since when what was told to the applicant is so. */
  toldSince: z.iso.datetime(),
  /** Id of the person who holds it. */
  holder: z.string().optional(),
})
export type Stands = z.infer<typeof standsSchema>

/** `createdAt`: of the mail; ISO UTC. */
export function isOver(notification: Notification, createdAt: string, { toldSince, holder }: Stands): boolean {
  if (notification.kind === 'stand') return createdAt < toldSince
  if (notification.kind !== 'taak') return false
  if (notification.why === 'toegewezen') return notification.person !== holder
  return notification.why === 'terug' && holder !== undefined
}
