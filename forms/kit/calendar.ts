/**
 * A calendar as a text (RFC 5545): days and hours with a few words, and nothing else. Many calendars are shared with a whole team
 * (docs/overleg.md §4); only what everybody may read says more.
 */
import { bytesIn } from './shorten.ts'
import { addDays } from './time.ts'

interface Entry {
  /** The same each time it is given, of this thing and no other; without what stands behind the @. */
  uid: string
  /** Rises when its day or hour changes, where that is known. */
  sequence?: number
  summary: string
  /** What everybody may read of it; without it nobody sees the entry with whom a calendar is shared. */
  published?: { location: string; description: string; url: string }
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
      `SUMMARY:${escaped(entry.summary)}`,
      ...publishedOf(entry),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')

const publishedOf = ({ published }: Entry): string[] =>
  published
    ? [
        `LOCATION:${escaped(published.location)}`,
        `DESCRIPTION:${escaped(published.description)}`,
        `URL:${published.url}`,
      ]
    : ['CLASS:PRIVATE']

/** As a value of a calendar (RFC 5545 §3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

/** Octets of a line, without its end (RFC 5545 §3.1). */
const widest = 75

/** A long line goes on, after a space, on the next one; never through a character. */
function folded(line: string): string {
  if (bytesIn(line) <= widest) return line
  const lines: string[] = []
  let current = ''
  let bytes = 0
  for (const character of line) {
    const more = bytesIn(character)
    if (bytes + more > widest) {
      lines.push(current)
      current = ' '
      bytes = 1
    }
    current += character
    bytes += more
  }
  return [...lines, current].join('\r\n')
}

/** What takes a whole day takes no hour of it: somebody can still be invited then. */
const whenOf = (entry: CalendarEntry): string[] =>
  'on' in entry
    ? [`DTSTART;VALUE=DATE:${plain(entry.on)}`, `DTEND;VALUE=DATE:${plain(addDays(entry.on, 1))}`, 'TRANSP:TRANSPARENT']
    : [`DTSTART:${inUtc(entry.start)}`, `DTEND:${inUtc(entry.end)}`]

/** `20210427` */
const plain = (date: string): string => date.replaceAll('-', '')

/** `20210427T120000Z` */
const inUtc = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
