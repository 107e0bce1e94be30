/**
 * When a network's team meets: one day of the week, with exceptions as data (docs/domain.md §5). Dates are Brussels calendar
 * dates and times Brussels clock times; a moment is compared as local text, so that no switch of the clock can move it.
 */
import { addDays, brusselsDate, brusselsInstant, brusselsLocal } from '../time.ts'

export interface Meetings {
  /** 1 is Monday … 7 is Sunday (ISO 8601). */
  weekday: number
  /** Clock times, `09:00`. */
  from: string
  until: string
  /** On the day before: what comes in from this clock time on waits for the next meeting. */
  cutOff: string
  /** On the day before: when the agenda is mailed; later than the cut-off. */
  agendaMail: string
  /** Dates the rule gives on which it does not meet, and the date on which it does instead. */
  exceptions: readonly { date: string; instead?: string }[]
}

/** Weeks to look ahead: longer than any holiday. */
const horizon = 26

/** The first meeting on or after a date. */
export function meetingFrom(meetings: Meetings, date: string): string {
  const { weekday, exceptions } = meetings
  const moved = exceptions.flatMap(({ instead }) => (instead && instead >= date ? [instead] : []))
  const first = addDays(date, (weekday - isoWeekday(date) + 7) % 7)
  const regular = Array.from({ length: horizon }, (_, week) => addDays(first, week * 7)).filter(
    (day) => !exceptions.some((exception) => exception.date === day),
  )
  const [next] = [...moved, ...regular].sort()
  if (!next) throw new Error('A team that never meets has no agenda')
  return next
}

/** The first meeting whose cut-off has not passed: what is sent now is discussed then. */
export function meetingFor(meetings: Meetings, now: Date): string {
  let date = meetingFrom(meetings, brusselsDate(now))
  while (brusselsLocal(now) >= `${addDays(date, -1)}T${meetings.cutOff}:00`) date = nextMeeting(meetings, date)
  return date
}

export const isMeeting = (meetings: Meetings, date: string): boolean => meetingFrom(meetings, date) === date

/** The first meeting after a date. */
export const nextMeeting = (meetings: Meetings, date: string): string => meetingFrom(meetings, addDays(date, 1))

/** The last meeting before a date. */
export function meetingBefore(meetings: Meetings, date: string): string {
  let day = addDays(date, -1)
  while (!isMeeting(meetings, day)) day = addDays(day, -1)
  return day
}

/** How many meetings were held from this one on, by now: one counts from its end. */
export function meetingsHeld(meetings: Meetings, first: string, now: Date): number {
  const local = brusselsLocal(now)
  let count = 0
  for (let date = first; `${date}T${meetings.until}:00` <= local; date = nextMeeting(meetings, date)) count += 1
  return count
}

/** When something on the agenda is discussed, seen from today: what a meeting left undecided is for the next one. */
export const discussedOn = (meetings: Meetings, planned: string, today: string): string =>
  planned >= today ? planned : meetingFrom(meetings, today)

/** When the agenda of a meeting goes out. */
export const agendaMailAt = (meetings: Meetings, date: string): Date =>
  brusselsInstant(`${addDays(date, -1)}T${meetings.agendaMail}`)

const isoWeekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7
