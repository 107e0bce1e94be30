/** The days on which a team meets, as a coordinator changes them (team-meeting/meetings.ts): one falls away, or is another day; one is added. */
import type { MeetingChange } from '../content-schema.ts'
import type { NetworkDays } from '../network-days.ts'
import type { Answers } from '../questions/answers.ts'
import type { Page, PageRule } from '../questions/page.ts'
import type { TextQuestion } from '../questions/questions.ts'
import { meetingsOf } from '../team-meeting/agenda.ts'
import { fallsAway, isMeeting, type MeetingDays, plannedFrom } from '../team-meeting/meetings.ts'
import { brusselsDate, brusselsLocal } from '../time.ts'
import { changedYearsAhead, overMessage } from './closing-page.ts'

const question = (name: string, label: string): TextQuestion => ({
  ...{ kind: 'date', name, label },
  hint: 'Dag, maand en jaar, bijvoorbeeld 21/5/2027.',
  error: 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027',
  between: { years: changedYearsAhead },
})

/** A day on which it can meet: it does not yet, and its agenda has still to leave, the day before. */
const canMeet = (name: string, days: NetworkDays): PageRule => ({
  about: name,
  check: ({ [name]: day }, { now }) => {
    const message = typeof day === 'string' ? problemOf(days, day, brusselsDate(now)) : undefined
    return message === undefined ? undefined : { name, message }
  },
})

function problemOf(days: NetworkDays, day: string, today: string): string | undefined {
  if (day < today) return overMessage
  if (day === today) return 'De agenda vertrekt de dag ervoor. Kies een latere dag'
  if (isMeeting(meetingsOf(days), day)) return 'Dan komt het team al samen. Kies een andere dag'
  const why = days.closedFor(day)
  return why === undefined ? undefined : `Die dag is uw netwerk gesloten (${why}). Kies een andere dag`
}

/** A meeting beside those of the rule. */
export const extraPage = (days: NetworkDays): Page => ({
  slug: 'extra',
  title: 'Extra overleg',
  questions: [question('datum', 'Op welke dag?')],
  rules: [canMeet('datum', days)],
})

/** One that falls away; perhaps another day takes its place. */
export const cancelPage = (days: NetworkDays): Page => ({
  slug: 'gaat-niet-door',
  title: 'Gaat niet door',
  questions: [{ ...question('in_de_plaats', 'Op welke dag in de plaats?'), optional: true }],
  rules: [canMeet('in_de_plaats', days)],
})

/** What takes its place. */
export const insteadOf = ({ in_de_plaats: day }: Answers): { instead?: string } =>
  typeof day === 'string' ? { instead: day } : {}

export interface MeetingLine {
  date: string
  /** `closed`: the network is closed that day; `none`: it falls away; `beside`: no day of the rule. */
  stands: 'meets' | 'beside' | 'none' | 'closed'
  /** The day on which it meets instead. */
  instead?: string
  /** Somebody changed it here, so it can be put back. */
  changed: boolean
}

/** So many planned days from a date on, also those that fall away. `today`: Brussels date. */
export function meetingLines(meetings: MeetingDays, changed: Changes, today: string, most: number): MeetingLine[] {
  const lines: MeetingLine[] = []
  for (let date = plannedFrom(meetings, today); lines.length < most; date = plannedFrom(meetings, date, 'after'))
    lines.push(lineOf(meetings, changed, date))
  return lines
}

/** By date: what somebody changed of it. */
type Changes = Readonly<Record<string, MeetingChange>>

function lineOf(meetings: MeetingDays, changed: Changes, date: string): MeetingLine {
  const instead = meetings.none.get(date)
  const about = { date, changed: Object.hasOwn(changed, date), ...(instead === undefined ? {} : { instead }) }
  if (fallsAway(meetings, date)) return { ...about, stands: 'closed' }
  if (!isMeeting(meetings, date)) return { ...about, stands: 'none' }
  return { ...about, stands: meetings.beside.includes(date) ? 'beside' : 'meets' }
}

/** What can be done with a day: undefined for one that is over, or on which nothing was planned. */
export function meetingOn(meetings: MeetingDays, changed: Changes, date: string, now: Date): MeetingLine | undefined {
  const ended = brusselsLocal(now) >= `${date}T${meetings.until}:00`
  const line = lineOf(meetings, changed, date)
  return ended || (line.stands === 'none' && !line.changed) ? undefined : line
}

/** Planned meetings from a date up to another one that do not take place, because the network is closed. */
export function fallenMeetings({ meetings }: NetworkDays, from: string, until: string): string[] {
  if (!meetings) return []
  const fallen: string[] = []
  for (let date = plannedFrom(meetings, from); date <= until; date = plannedFrom(meetings, date, 'after'))
    if (fallsAway(meetings, date)) fallen.push(date)
  return fallen
}
