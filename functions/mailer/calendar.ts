/**
 * The calendar part of a mail (RFC 5545, RFC 5546), in UTC, for the one it goes to. What a kind of mail puts in a calendar is an
 * entry (calendar-entries.ts): its UID stays, its SEQUENCE rises with every change, so that a calendar knows which is newer.
 */
import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator'

export interface CalendarEntry {
  method: 'REQUEST' | 'CANCEL'
  /** The same for every mail to one person about one thing, without what stands behind the @. */
  uid: string
  sequence: number
  /** ISO UTC. */
  start: string
  end: string
  summary: string
  /** What of Loket it is of. */
  product: string
  /** Name of the file: what kind of thing it is, and nothing of it or of anybody. */
  filename: `${string}.ics`
  /** Who it goes to said that they come; otherwise their calendar waits for their answer on the page. */
  accepted?: true
  /** Shown to nobody with whom they share their calendar. */
  private?: true
  location?: string
  description?: string
  url?: string
}

interface CalendarPart {
  entry: CalendarEntry
  /** The only attendee. */
  to: string
  /** The address all mail comes from, which a calendar takes for the organiser. */
  from: string
  /** Where people reach Loket. */
  baseUrl: string
  now: Date
}

export function calendarPart({ entry, to, from, baseUrl, now }: CalendarPart) {
  const { method, uid, sequence, start, end, summary, product, filename, accepted, location, description, url } = entry
  const calendar = ical({
    prodId: { company: 'Loket', product, language: 'NL' },
    method: method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  calendar.createEvent({
    id: `${uid}@${new URL(baseUrl).hostname}`,
    sequence,
    stamp: now,
    start: new Date(start),
    end: new Date(end),
    summary,
    ...(location === undefined ? {} : { location }),
    ...(description === undefined ? {} : { description }),
    ...(url === undefined ? {} : { url }),
    ...(entry.private ? { class: ICalEventClass.PRIVATE } : {}),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: 'Loket', email: from },
    attendees: [
      { email: to, status: accepted ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION, rsvp: false },
    ],
  })
  return { method, filename, text: `${calendar.toString()}\r\n` }
}
