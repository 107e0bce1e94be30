/** What an answer from a calendar comes to for an overleg (docs/decisions/034): the same as on the page of a guest. */
import { type Arrived, isFrom, isOld } from '../calendar-reply.ts'
import { type AnswerDecision, answer } from './answer.ts'
import { guestOf } from './guest.ts'
import { type Overleg, type Seated, seatOf } from './overleg.ts'
import type { Said } from './said.ts'

interface Replied extends Arrived {
  overleg: Overleg
  who: Seated
  /** Where their mail goes. */
  email: string
  before: Said
  now: Date
}

export type CalendarStep =
  | { kind: 'nothing'; why: 'voorbij' | 'oud' | 'al-zo' | 'afzender' | 'anders' }
  | Extract<AnswerDecision, { kind: 'answered' }>

/** Who the entry is of, while a link of theirs would open; undefined for who left, or is not asked. */
export function seatOfEntry(overleg: Overleg, id: string): Seated | undefined {
  const seat = seatOf(overleg, id)
  return seat && guestOf(overleg, id, seat.linkVersion)
}

/** Their UID names a dossier and a seat, which others at the table know: only their own mailbox speaks for them. */
export function calendarStep({ overleg, who, email, before, now, ...arrived }: Replied): CalendarStep {
  const { fixed } = overleg
  const { says } = arrived.reply
  if (!fixed) return { kind: 'nothing', why: 'voorbij' }
  const { start, number: sequence } = fixed
  if (isOld(arrived.reply, { start, sequence, answeredAt: before.comes[String(sequence)]?.at }))
    return { kind: 'nothing', why: 'oud' }
  if (!isFrom(arrived, email)) return { kind: 'nothing', why: 'afzender' }
  if (says === 'anders') return { kind: 'nothing', why: 'anders' }
  const decision = answer({ overleg, who, before, given: { comes: says }, now })
  if (decision.kind === 'answered') return decision
  return { kind: 'nothing', why: decision.kind === 'same' ? 'al-zo' : 'voorbij' }
}
