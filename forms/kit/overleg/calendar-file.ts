/**
 * The moment of an overleg as a file for somebody's own calendar (RFC 5545): its day and hour, and nothing else. Many calendars are
 * shared with a whole team, so no place, no link, no word of what it is about (docs/overleg.md §4).
 */
import { calendarText } from '../calendar.ts'
import { calendarTitle } from './noun.ts'
import type { Fixed, Overleg } from './overleg.ts'
import { participantId } from './rounds.ts'

interface CalendarFile {
  overleg: Pick<Overleg, 'reference' | 'number' | 'noun'>
  participant: string
  fixed: Fixed
  host: string
  now: Date
}

/** The entry of one participant, the same in a mail and in a file; `host`: of Loket. */
export const calendarFile = ({ overleg, participant, fixed, host, now }: CalendarFile): string =>
  calendarText({
    product: 'Overleg',
    entries: [
      {
        uid: participantId(overleg, participant),
        sequence: fixed.number,
        start: fixed.start,
        end: fixed.end,
        summary: calendarTitle(overleg),
      },
    ],
    host,
    now,
  })
