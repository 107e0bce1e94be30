/**
 * Mail for when nothing happens: it waits for working days of silence, counted from a promised day or from the last sign of life.
 * Life that comes meanwhile makes it wait anew (docs/decisions/021).
 */
import * as z from 'zod'
import type { NetworkDays } from '../network-days.ts'
import { heldOn } from '../team-meeting/meetings.ts'
import { addDays, brusselsDate, nineOn } from '../time.ts'

export const silenceSchema = z.object({
  /** Brussels date of the last life that the decision knew. */
  since: z.iso.date(),
  /** Days without life after which it is silent, whatever was promised. */
  days: z.number(),
  /** Brussels date by which something was to be done: from then on it is silent, unless there was life since. */
  promised: z.iso.date().optional(),
  /** That day is a meeting: what takes its place is the day then. */
  meeting: z.literal(true).optional(),
  /** Working days of silence after which the mail leaves, at nine in Brussels. */
  workingDays: z.number(),
  /** Working days after which the same is said again, for as long as nothing happens. */
  again: z.number().optional(),
})
export type Silence = z.infer<typeof silenceSchema>

const later = (one: string, other: string): string => (one > other ? one : other)
const sooner = (one: string, other: string): string => (one < other ? one : other)

/** The day on which the mail leaves, with the days of the network as they are now. `life`: Brussels date of the last life that is known by now. */
export function leavesOn(silence: Silence, days: NetworkDays, life = silence.since): string {
  const { since, promised: day, workingDays } = silence
  const from = later(since, life)
  const quiet = addDays(from, silence.days)
  const promised = day && silence.meeting && days.meetings ? heldOn(days.meetings, day) : day
  return days.add(promised === undefined ? quiet : sooner(quiet, later(promised, from)), workingDays)
}

interface Waiting {
  mailId: string
  dueAt: Date
  silence?: Silence | undefined
}

/** Named by its day: planned anew for the same day it is the same mail. The words before it say what the mail is. */
export const onItsDay = (name: string, on: string) => ({ mailId: `${name}-${on}`, dueAt: nineOn(on) })
const nameOf = ({ mailId }: Pick<Waiting, 'mailId'>): string => mailId.slice(0, -'-2021-03-15'.length)

/** On its new day, or as it was: life, and a day on which the network closes, only ever make it later. */
export function afterLife<M extends Waiting>(mail: M, days: NetworkDays, life: string | undefined): M {
  if (!mail.silence) return mail
  const moved = onItsDay(nameOf(mail), leavesOn(mail.silence, days, life))
  return moved.dueAt > mail.dueAt ? { ...mail, ...moved } : mail
}

/** The same mail for the next time; undefined for one that is said once. */
export function sameAgain<M extends Waiting>(mail: M, days: NetworkDays): M | undefined {
  const again = mail.silence?.again
  if (again === undefined) return undefined
  const silence: Silence = { since: brusselsDate(mail.dueAt), days: 0, workingDays: again, again }
  return { ...mail, silence, ...onItsDay(nameOf(mail), leavesOn(silence, days)) }
}
