/** What mails put in a calendar, or take out of it. */
import type { EventMail } from '../../emails/content.ts'
import { describedEvent } from '../../forms/kit/events/event-calendar.ts'
import type { EventNotification } from '../../forms/kit/events/event-notifications.ts'
import { comingDays, eventDay } from '../../forms/kit/events/events.ts'
import type { Network } from '../../forms/kit/network.ts'
import { calendarTitle } from '../../forms/kit/overleg/noun.ts'
import { participantId } from '../../forms/kit/overleg/rounds.ts'
import type { MailedNotification } from '../../forms/kit/post/notifications.ts'
import { inLine } from '../../forms/kit/text.ts'
import type { CalendarEntry } from './calendar.ts'

/** What a calendar answers comes in by mail (functions/inbound); their own link is in the mail, and never in a calendar. */
const cannotCome = 'Kunt u niet komen? Zeg het met de link in uw mail, of druk op Nee in uw agenda.'

/** Only public facts of the event; the online link is never in a calendar. */
export function eventEntry(
  notification: EventNotification,
  { event, page }: EventMail,
  network: Pick<Network, 'phone'>,
): CalendarEntry | undefined {
  const { agenda: method, genodigde, revisie, days } = notification
  if (!method) return undefined
  // Calendars take one entry of a mail; the other days stand in it, and in the file on their own page.
  const [first = event, ...more] = comingDays(event, days)
  return {
    method,
    uid: `${event.slug}-${genodigde}`,
    sequence: revisie + event.revisie,
    start: first.start,
    end: first.einde,
    summary: event.titel,
    product: 'Activiteiten',
    filename: 'activiteit.ics',
    accepted: true,
    location: event.plaats,
    description: [
      ...(more.length > 0 ? [`Ook op ${inLine(more.map(eventDay))}.`] : []),
      describedEvent(event, network),
      ...(method === 'REQUEST' ? [cannotCome] : []),
    ].join('\n\n'),
    url: page,
  }
}

type ToParticipant = MailedNotification & { to: 'deelnemer' }

const methods: Partial<Record<ToParticipant['kind'], CalendarEntry['method']>> = {
  'overleg-uitnodiging': 'REQUEST',
  'overleg-verplaatst': 'REQUEST',
  'overleg-afgelast': 'CANCEL',
  'overleg-niet-komen': 'CANCEL',
}

/** An hour and a reference, and nothing else that a shared calendar could tell (docs/overleg.md §4). */
export function overlegEntry(notification: ToParticipant): CalendarEntry | undefined {
  const { kind, reference, overleg: number, participant, moment, inCalendar } = notification
  const method = methods[kind]
  // Of what is not in their calendar there is nothing to take out.
  if (!method || !moment || (method === 'CANCEL' && inCalendar === undefined)) return undefined
  return {
    method,
    // Without the version of their link: at another address it is the same entry.
    uid: participantId({ reference, number }, participant),
    // Taking it out comes after every moment there was.
    sequence: moment.number + (method === 'CANCEL' ? 1 : 0),
    start: moment.start,
    end: moment.end,
    summary: calendarTitle({ reference }),
    product: 'Overleg',
    filename: 'overleg.ics',
    private: true,
  }
}
