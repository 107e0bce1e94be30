/** What an answer from a calendar comes to for an event (docs/decisions/034): never more than the personal page allows. */
import { type Arrived, isOld, isOnBehalfOf } from '../calendar-reply.ts'
import type { Mail } from '../post/mail.ts'
import { giveUpStep } from './answer-flow.ts'
import type { EventNotification } from './event-notifications.ts'
import { comingDays, type LoketEvent } from './events.ts'
import { isOver } from './phases.ts'
import { type Given, type Invitee, isSeated } from './rsvp.ts'
import { aboutInvitee } from './rsvp-mails.ts'

export interface Replied extends Arrived {
  event: LoketEvent
  known: Invitee
  /** Their address, as they or the organiser gave it. */
  email: string
  /** What told them of the last move, if anything did. */
  told: EventNotification | undefined
  now: Date
}

export type ReplyStep =
  /** Nothing is different and nobody has to hear of it. */
  | { kind: 'nothing'; why: 'ander' | 'voorbij' | 'oud' | 'al-zo' }
  /** They expect something that does not happen: a mail to their own address says so. */
  | { kind: 'tell'; why: 'afzender' | 'anders' | 'niet-zo'; mail: Mail }
  /** As "Ik kan toch niet komen" on their page. */
  | { kind: 'store'; given: Given }

export function replyStep({ event, known, email, told, now, ...arrived }: Replied): ReplyStep {
  const { says } = arrived.reply
  if (known.activiteit !== event.slug) return { kind: 'nothing', why: 'ander' }
  if (isOver(event, now)) return { kind: 'nothing', why: 'voorbij' }
  // Its SEQUENCE is at least this: the event may have changed once more before it left.
  const sequence = told ? told.revisie + event.gemeld : 0
  if (
    isOld(arrived.reply, {
      start: (comingDays(event, known.sessies)[0] ?? event).start,
      sequence,
      answeredAt: known.answeredAt,
    })
  )
    return { kind: 'nothing', why: 'oud' }
  if (says === 'nee' && known.antwoord !== 'ja') return { kind: 'nothing', why: 'al-zo' }
  if (says === 'ja' && isSeated(known)) return { kind: 'nothing', why: 'al-zo' }
  const tell = (why: 'afzender' | 'anders' | 'niet-zo'): ReplyStep => ({ kind: 'tell', why, mail: unchanged(known) })
  if (!isOnBehalfOf(arrived, email)) return tell('afzender')
  if (says !== 'nee') return tell(says === 'anders' ? 'anders' : 'niet-zo')
  // A calendar is of one person: the colleagues they answered for still come.
  const step = giveUpStep({ event, known, alone: true, now })
  return step.kind === 'store' ? { kind: 'store', given: step.given } : { kind: 'nothing', why: 'voorbij' }
}

/** Id of the mail that told of the last move; undefined while there was none. */
export const lastMove = ({ gemeld }: LoketEvent): string | undefined => (gemeld > 0 ? `gewijzigd-${gemeld}` : undefined)

/** Once for each answer that stands: a machine that sends on and on gets no mail on and on. */
const unchanged = (known: Invitee): Mail => ({
  mailId: `agenda-${known.revisie}`,
  notification: aboutInvitee(known, 'activiteit-agenda'),
})
