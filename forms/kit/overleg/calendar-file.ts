/**
 * The moment of an overleg as a file for somebody's own calendar (RFC 5545): its day and hour, and nothing else. Many calendars are
 * shared with a whole team, so no place, no link, no word of what it is about (docs/overleg.md §4).
 */
import { calendarTitle } from './noun.ts'
import type { Fixed, Overleg } from './overleg.ts'
import { participantId } from './rounds.ts'

/** The entry of one participant, the same in a mail and in a file; `host`: of Loket. */
const calendarUid = (overleg: Pick<Overleg, 'reference' | 'number'>, participant: string, host: string): string =>
  `${participantId(overleg, participant)}@${host}`

interface CalendarFile {
  overleg: Pick<Overleg, 'reference' | 'number' | 'noun'>
  participant: string
  fixed: Fixed
  host: string
  now: Date
}

export const calendarFile = ({ overleg, participant, fixed, host, now }: CalendarFile): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Loket//Overleg//NL',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${calendarUid(overleg, participant, host)}`,
    `SEQUENCE:${fixed.number}`,
    `DTSTAMP:${inUtc(now.toISOString())}`,
    `DTSTART:${inUtc(fixed.start)}`,
    `DTEND:${inUtc(fixed.end)}`,
    `SUMMARY:${calendarTitle(overleg)}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${line}\r\n`)
    .join('')

/** `20210427T120000Z` */
const inUtc = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
