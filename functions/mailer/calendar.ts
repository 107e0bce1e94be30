/**
 * The calendar part of a mail (RFC 5545, RFC 5546): only public facts of the event, in UTC. One UID per event and invitee;
 * SEQUENCE rises with every change of either, so that a calendar knows which of two is newer.
 */
import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { EventNotification } from '../../forms/kit/events/event-notifications.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'

interface CalendarPart {
  notification: EventNotification
  event: LoketEvent
  /** The only attendee. */
  to: string
  /** The address all mail comes from, which a calendar takes for the organiser. */
  from: string
  /** The event's public page; the online link is never in a calendar. */
  page: string
  now: Date
}

export function calendarPart({ notification, event, to, from, page, now }: CalendarPart) {
  const { agenda: method, genodigde, revisie } = notification
  if (!method) return undefined
  const calendar = ical({
    prodId: { company: 'Loket', product: 'Activiteiten', language: 'NL' },
    method: method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  calendar.createEvent({
    id: `${event.slug}-${genodigde}@${new URL(page).hostname}`,
    sequence: revisie + event.revisie,
    stamp: now,
    start: new Date(event.start),
    end: new Date(event.einde),
    summary: event.titel,
    location: event.plaats,
    url: page,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: 'Loket', email: from },
    attendees: [{ email: to, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }],
  })
  return { method, text: `${calendar.toString()}\r\n` }
}
