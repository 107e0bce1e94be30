/**
 * When a network's team meets: one day of the week, with exceptions as data (docs/domain.md §5). Dates are Brussels calendar
 * dates and times Brussels clock times; a moment is compared as local text, so that no switch of the clock can move it.
 */
import type { StoredContent } from '../content-schema.ts'
import { addDays, brusselsDate, brusselsInstant, brusselsLocal } from '../time.ts'
import type { WorkingDays } from '../working-days.ts'

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

/** When it really meets: the rule and the exceptions of the file, with what somebody changed since, and without the days it is closed. */
export interface MeetingDays extends Omit<Meetings, 'exceptions'> {
  /** Dates of the rule on which it does not meet, and the date on which it does instead, if any. */
  none: ReadonlyMap<string, string | undefined>
  /** Dates on which it meets beside the rule, in the place of another one or not; in order. */
  beside: readonly string[]
  isClosed: (date: string) => boolean
}

/** What somebody changed goes before what the file says of the same date; that a meeting falls away, before that another one comes there. */
export function meetingDaysOf(
  { exceptions, ...rule }: Meetings,
  { meetings }: Pick<StoredContent, 'meetings'>,
  days: Pick<WorkingDays, 'closedFor'>,
): MeetingDays {
  const changed = Object.entries(meetings)
  const fallen = new Map(changed.flatMap(([date, one]) => (one.kind === 'none' ? [[date, one.instead] as const] : [])))
  const extra = changed.flatMap(([date, { kind }]) => (kind === 'extra' ? [date] : []))
  const here = (dates: Iterable<string | undefined>) =>
    [...dates].flatMap((date) => (date === undefined || fallen.has(date) ? [] : [date]))
  const added = here([...extra, ...fallen.values()])
  const ofFile = exceptions
    .filter(({ date }) => !added.includes(date))
    .map(({ date, instead }) => [date, instead] as const)
  return {
    ...rule,
    none: new Map([...ofFile, ...fallen]),
    beside: [...new Set([...added, ...here(exceptions.map(({ instead }) => instead))])].sort(),
    isClosed: (date) => days.closedFor(date) !== undefined,
  }
}

const isOfRule = ({ weekday }: MeetingDays, date: string): boolean => isoWeekday(date) === weekday

/** Whether it would meet then, were the network not closed. */
const isPlanned = (meetings: MeetingDays, date: string): boolean =>
  meetings.beside.includes(date) || (isOfRule(meetings, date) && !meetings.none.has(date))

/** The team is planned to meet on that date, and the network is closed: then it does not. */
export const fallsAway = (meetings: MeetingDays, date: string): boolean =>
  isPlanned(meetings, date) && meetings.isClosed(date)

export const isMeeting = (meetings: MeetingDays, date: string): boolean =>
  isPlanned(meetings, date) && !meetings.isClosed(date)

/** The first meeting on or after a date. Nothing is changed or closed for ever (docs/decisions/013), so that there always is one. */
export function meetingFrom(meetings: MeetingDays, date: string): string {
  const [beside] = meetings.beside.filter((day) => day >= date && !meetings.isClosed(day))
  let regular = addDays(date, (meetings.weekday - isoWeekday(date) + 7) % 7)
  while (!isMeeting(meetings, regular) && (beside === undefined || regular < beside)) regular = addDays(regular, 7)
  return beside !== undefined && beside < regular ? beside : regular
}

/** The first day of the rule, or beside it, on or after a date; also one on which it does not meet. */
export function plannedFrom(meetings: MeetingDays, date: string, side: 'from' | 'after' = 'from'): string {
  const first = side === 'from' ? date : addDays(date, 1)
  const regular = addDays(first, (meetings.weekday - isoWeekday(first) + 7) % 7)
  const [beside = regular] = [...meetings.beside, ...meetings.none.keys()].filter((day) => day >= first).sort()
  return beside < regular ? beside : regular
}

/** The first meeting whose cut-off has not passed: what is sent now is discussed then. */
export function meetingFor(meetings: MeetingDays, now: Date): string {
  let date = meetingFrom(meetings, brusselsDate(now))
  while (brusselsLocal(now) >= `${addDays(date, -1)}T${meetings.cutOff}:00`) date = nextMeeting(meetings, date)
  return date
}

/** The first meeting after a date. */
export const nextMeeting = (meetings: MeetingDays, date: string): string => meetingFrom(meetings, addDays(date, 1))

/** The last meeting before a date. */
export function meetingBefore(meetings: MeetingDays, date: string): string {
  let day = addDays(date, -1)
  while (!isMeeting(meetings, day)) day = addDays(day, -1)
  return day
}

/** How many meetings were held from this one on, by now: one counts from its end. */
export function meetingsHeld(meetings: MeetingDays, first: string, now: Date): number {
  const local = brusselsLocal(now)
  let count = 0
  for (let date = first; `${date}T${meetings.until}:00` <= local; date = nextMeeting(meetings, date)) count += 1
  return count
}

/**
 * The meeting at which is discussed what was planned for that date: that one, what takes its place (and of that one, if it falls away
 * too), or else the next.
 */
export function heldOn(meetings: MeetingDays, planned: string): string {
  const seen = new Set<string>()
  for (let day: string | undefined = planned; day !== undefined && !seen.has(day); day = meetings.none.get(day)) {
    if (isMeeting(meetings, day)) return day
    seen.add(day)
  }
  return meetingFrom(meetings, planned)
}

/** When something on the agenda is discussed, seen from today: what a meeting left undecided is for the next one. */
export function discussedOn(meetings: MeetingDays, planned: string, today: string): string {
  const on = heldOn(meetings, planned)
  return on >= today ? on : meetingFrom(meetings, today)
}

/** Whether what was planned for a date is discussed at this meeting, as its own or as what earlier ones left undecided. */
export const isDiscussedOn =
  (meetings: MeetingDays, on: string) =>
  (planned: string): boolean =>
    discussedOn(meetings, planned, on) === on

/** The last date of which what was planned for it is discussed at this meeting: it can be earlier than the one whose place it takes. */
export const plannedUntil = (meetings: MeetingDays, date: string): string =>
  [...meetings.none.keys()].reduce(
    (last, planned) => (planned > last && heldOn(meetings, planned) === date ? planned : last),
    date,
  )

/** When the agenda of a meeting goes out. */
export const agendaMailAt = (meetings: MeetingDays, date: string): Date =>
  brusselsInstant(`${addDays(date, -1)}T${meetings.agendaMail}`)

const isoWeekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7
