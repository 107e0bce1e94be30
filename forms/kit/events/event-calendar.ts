/**
 * An event as a file for somebody's own calendar program: what its public page says, and never the online link. It asks and
 * answers nothing (METHOD:PUBLISH, RFC 5546 §3.2.1); the mail that confirms an answer has one of its own.
 */
import { calendarText } from '../calendar.ts'
import type { Network } from '../network.ts'
import { comingDays, type LoketEvent } from './events.ts'
import type { Invitee } from './rsvp.ts'

interface EventFile {
  event: LoketEvent
  network: Pick<Network, 'phone'>
  /** Who comes: in their calendar it is the entry of the mail, so that there is one, and a later mail changes it. */
  invitee?: Pick<Invitee, 'id' | 'revisie' | 'sessies'>
  /** Of the public page. */
  page: string
  now: Date
}

export function eventFile({ event, network, invitee, page, now }: EventFile): string {
  const { slug, revisie, titel, plaats } = event
  const uid = invitee ? `${slug}-${invitee.id}` : slug
  return calendarText({
    product: 'Activiteiten',
    host: new URL(page).hostname,
    now,
    entries: comingDays(event, invitee?.sessies).map((day, index) => ({
      // The first is the entry of the mail.
      uid: index === 0 ? uid : `${uid}-${day.id}`,
      sequence: revisie + (invitee?.revisie ?? 0),
      summary: titel,
      start: day.start,
      end: day.einde,
      published: { location: plaats, description: describedEvent(event, network), url: page },
    })),
  })
}

/** What everybody may read: calendars are shared. */
export const describedEvent = (event: LoketEvent, { phone }: Pick<Network, 'phone'>): string =>
  [
    event.ondertitel,
    ...event.omschrijving,
    event.online ? 'Wie deelneemt, vindt de online link vanaf de dag ervoor op de eigen pagina.' : undefined,
    `${event.organisator}. Vragen? Bel ${phone}.`,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')
