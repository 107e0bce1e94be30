/** What everybody will read of an event that is being written, beside its form. */
import type { FC } from 'hono/jsx'
import { linkWarning } from '../../../forms/event-place.ts'
import { dayWhen, deadlineInWords, formOf, type LoketEvent, sessionsOf } from '../../../forms/kit/events/events.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { DayLeaf } from '../../shared/web/day-leaf.tsx'

export const EventPreview: FC<{ event: LoketEvent; link: string | undefined }> = ({ event, link }) => {
  const warning = linkWarning(event, link)
  return (
    <>
      <p class="lp-dagkop">
        <DayLeaf event={event} />
        <span>
          <b>
            <bdi>{event.titel}</bdi>
          </b>
          {sessionsOf(event).map((day) => (
            <span class="dag">{capitalised(dayWhen(day))}</span>
          ))}
        </span>
      </p>
      <dl>
        <dt>Waar</dt>
        <dd>
          <bdi>{event.plaats}</bdi>
          {formOf(event) === 'hybride' && ', of online'}
        </dd>
        <dt>Voor wie</dt>
        <dd>
          <bdi>{event.voorWie}</bdi>
        </dd>
        <dt>Plaatsen</dt>
        <dd>{event.capaciteit ?? 'iedereen is welkom'}</dd>
        <dt>Antwoord</dt>
        <dd>{`tot en met ${deadlineInWords(event)}`}</dd>
        <dt>We vragen</dt>
        <dd>
          <bdi>{askedInWords(event)}</bdi>
        </dd>
      </dl>
      {event.omschrijving.map((paragraph) => (
        <p>
          <bdi>{paragraph}</bdi>
        </p>
      ))}
      {warning && <p class="lw-safe">{warning}</p>}
    </>
  )
}

function askedInWords(event: LoketEvent): string {
  const asked = [
    'naam',
    event.vraagtOrganisatie && 'organisatie en functie',
    'e-mailadres',
    event.perSessie && 'welke dagen',
    event.metHoeveel && 'met hoeveel',
    event.casussen && 'een anonieme casus',
    ...event.vragen.map(({ vraag }) => vraag),
    'wat iemand nodig heeft',
  ]
  return asked.filter(Boolean).join(' · ')
}
