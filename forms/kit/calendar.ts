/**
 * A calendar as a text (RFC 5545): days and hours with a few words, and nothing else. Many calendars are shared with a whole team
 * (docs/overleg.md §4).
 */
import { addDays } from './time.ts'

interface Entry {
  /** The same each time it is given, of this thing and no other; without what stands behind the @. */
  uid: string
  /** Rises when its day or hour changes, where that is known. */
  sequence?: number
  summary: string
}

/** `start`, `end`: ISO UTC; `on`: Brussels date, for something of that whole day. */
export type CalendarEntry = Entry & ({ start: string; end: string } | { on: string })

interface Calendar {
  /** What of Loket it is of. */
  product: string
  /** Lines about the calendar itself. */
  about?: readonly string[]
  entries: readonly CalendarEntry[]
  /** Of Loket. */
  host: string
  now: Date
}

export const calendarText = ({ product, about = [], entries, host, now }: Calendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Loket//${product}//NL`,
    'METHOD:PUBLISH',
    ...about,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${entry.uid}@${host}`,
      ...(entry.sequence === undefined ? [] : [`SEQUENCE:${entry.sequence}`]),
      `DTSTAMP:${inUtc(now.toISOString())}`,
      ...whenOf(entry),
      `SUMMARY:${entry.summary}`,
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${line}\r\n`)
    .join('')

/** What takes a whole day takes no hour of it: somebody can still be invited then. */
const whenOf = (entry: CalendarEntry): string[] =>
  'on' in entry
    ? [`DTSTART;VALUE=DATE:${plain(entry.on)}`, `DTEND;VALUE=DATE:${plain(addDays(entry.on, 1))}`, 'TRANSP:TRANSPARENT']
    : [`DTSTART:${inUtc(entry.start)}`, `DTEND:${inUtc(entry.end)}`]

/** `20210427` */
const plain = (date: string): string => date.replaceAll('-', '')

/** `20210427T120000Z` */
const inUtc = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
