/**
 * Whether a mail that waits because its move may be taken back says something that is over by now: a second move within those
 * minutes need not give two mails about two states. What asks somebody to do something leaves, unless it is no longer theirs; what
 * says that it is not theirs any more, unless it is theirs again.
 */
import * as z from 'zod'
import type { Dossier } from '../lifecycle/dossier.ts'
import { dueCall } from '../lifecycle/service-call.ts'
import type { Notification } from './notifications.ts'

/** Where a dossier stands, beside its mails: the mailer may not read the dossier itself. */
export const standsSchema = z.object({
  /** ISO UTC: since when what was told to the applicant is so. */
  toldSince: z.iso.datetime(),
  /** Id of the person who holds it. */
  holder: z.string().optional(),
  /** Id of the person who is to call the service it was referred to. */
  caller: z.string().optional(),
  closed: z.literal(true).optional(),
  /** ISO UTC: until then its last move can be taken back, and what that move made over is not over yet. */
  until: z.iso.datetime().optional(),
})
export type Stands = z.infer<typeof standsSchema>

/** `until`: of its last move, while that can be taken back. */
export function standsOf(
  { stateSince, toldSince = stateSince, holder, referral, ttl }: Dossier,
  until?: string,
): Stands {
  const caller = dueCall(referral)?.who
  return {
    toldSince,
    ...(holder === undefined ? {} : { holder }),
    ...(caller === undefined ? {} : { caller }),
    ...(ttl === undefined ? {} : { closed: true }),
    ...(until === undefined ? {} : { until }),
  }
}

/** `createdAt`: of the mail; ISO UTC. */
export function isOver(notification: Notification, createdAt: string, stands: Stands): boolean {
  if (notification.kind === 'stand') return createdAt < stands.toldSince
  return notification.kind === 'taak' && isTaskOver(notification, stands)
}

function isTaskOver({ why, person }: Notification & { kind: 'taak' }, { holder, caller, closed }: Stands): boolean {
  switch (why) {
    case 'toegewezen':
      return person !== holder || closed === true
    case 'terug':
      return holder !== undefined || closed === true
    case 'kwijt':
      return person === holder
    case 'afgelopen':
      return !closed
    case 'heropend':
      return closed === true
    case 'bel-dienst':
      return person !== caller
    case 'bel-niet':
      return person === caller
    // Whoever got it since opens it, and sees it there.
    case 'toegevoegd':
      return person !== holder
    default:
      return false
  }
}
