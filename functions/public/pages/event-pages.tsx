/** The public pages of events: the list, one event with its form, the late form, and the receipt. */

import type { FC } from 'hono/jsx'
import { rsvpQuestions } from '../../../forms/event-rsvp.ts'
import {
  type Answer,
  deadlineInWords,
  eventDay,
  eventHours,
  type LoketEvent,
  type Phase,
} from '../../../forms/kit/events/events.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { eventPath, latePath } from '../../shared/public-paths.ts'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { Closed, EventFacts, EventHead, EventText, RsvpForm, soortInWords } from './event-facts.tsx'

export interface ListedEvent {
  event: LoketEvent
  phase: Phase
}

export const EventsPage: FC<Frame & { coming: readonly ListedEvent[]; past: readonly ListedEvent[] }> = ({
  assets,
  coming,
  past,
}) => (
  <Layout assets={assets} title="Activiteiten" here="activiteiten">
    <h1>Activiteiten</h1>
    <p class="lead">Vormingen, infosessies en overleg voor wie anderen helpt. Laat weten of u komt.</p>
    {coming.length === 0 ? (
      <p>Er is nu niets gepland. Kijk later nog eens, of bel ons.</p>
    ) : (
      <EventList events={coming} />
    )}
    {past.length > 0 && (
      <>
        <p class="lead">Afgesloten</p>
        <EventList events={past} />
      </>
    )}
  </Layout>
)

const EventList: FC<{ events: readonly ListedEvent[] }> = ({ events }) => (
  <ul class="doors">
    {events.map(({ event, phase }) => (
      <li class={`door net-${event.network}`}>
        <h2>
          <bdi>{event.titel}</bdi>
        </h2>
        <p>
          {`${eventDay(event)}, ${eventHours(event)}, `}
          {event.online ? 'online' : <bdi>{event.plaats}</bdi>}
        </p>
        <p class="hint">{`${soortInWords[event.soort]} · ${phaseInWords(event, phase)}`}</p>
        <a class="go" href={eventPath(event)}>
          {phase === 'open' ? 'Laat weten of u komt' : 'Bekijk'}
          <span class="hidden-visually">{`: ${event.titel}`}</span>
        </a>
      </li>
    ))}
  </ul>
)

function phaseInWords(event: LoketEvent, phase: Phase): string {
  if (phase === 'open') return `antwoord tot en met ${deadlineInWords(event)}`
  return { gesloten: 'inschrijving afgesloten', begonnen: 'voorbij', geannuleerd: 'gaat niet door' }[phase]
}

interface EventProps extends Frame {
  event: LoketEvent
  network: Network
  phase: Phase
  full: boolean
  token: string
  typed: RawInput
  errors: readonly FieldError[]
  /** An answer was posted that does not count any more. */
  refused?: boolean
}

export const EventPage: FC<EventProps> = ({ assets, event, network, phase, full, token, typed, errors, refused }) => (
  <Layout assets={assets} network={network} title={event.titel} problem={errors.length > 0} here="activiteiten">
    <ProblemSummary errors={errors} />
    {refused && (
      <Closed event={event} phase={phase} network={network} refused latePath={lateOf(event, phase)} typed={typed} />
    )}
    <EventHead event={event} />
    {!refused && phase !== 'open' && (
      <Closed event={event} phase={phase} network={network} latePath={lateOf(event, phase)} />
    )}
    <EventFacts event={event} phase={phase} full={full} />
    <EventText event={event} />
    {!refused && phase === 'open' && <Answering {...{ event, network, full, token, typed, errors }} />}
  </Layout>
)

/** Who was invited says it along the personal link. */
const lateOf = (event: LoketEvent, phase: Phase): string =>
  phase === 'gesloten' && event.toegang === 'openbaar' ? latePath(event) : ''

const Answering: FC<Omit<EventProps, 'assets' | 'phase' | 'refused'>> = (props) => {
  const { event, network, full, token, typed, errors } = props
  if (event.toegang === 'op_uitnodiging')
    return (
      <div class="state">
        <p>
          Deze activiteit is op uitnodiging. Kreeg u een uitnodiging? Gebruik dan de link in uw mail. Niet gekregen? Bel{' '}
          <Phone number={network.phone} />.
        </p>
      </div>
    )
  return (
    <>
      <h2>Laat weten of u komt</h2>
      <RsvpForm
        action={eventPath(event)}
        questions={rsvpQuestions(event, { full })}
        typed={typed}
        errors={errors}
        token={token}
        button="Verzenden"
      />
    </>
  )
}

interface LateProps extends Frame {
  event: LoketEvent
  network: Network
  action: string
  questions: readonly Question[]
  /** When the form was opened; absent behind a personal link. */
  token?: string
  typed: RawInput
  errors: readonly FieldError[]
}

export const LatePage: FC<LateProps> = ({ assets, event, network, errors, ...form }) => (
  <Layout assets={assets} network={network} title="Meld het toch" problem={errors.length > 0} here="activiteiten">
    <ProblemSummary errors={errors} />
    <p class="eyebrow">
      <bdi>{event.titel}</bdi>
    </p>
    <h1>Meld het toch</h1>
    <p class="lead">
      {`De inschrijving is afgesloten. U kon antwoorden tot en met ${deadlineInWords(event)}. We noteren uw antwoord als te laat. De organisator beslist.`}
    </p>
    <RsvpForm {...form} errors={errors} button="Meld het toch" />
  </Layout>
)

/** What a receipt repeats: the answer as it was sent, never what is stored. */
export type Noted = Answer | 'te_laat'

interface NotedProps extends Frame {
  event: LoketEvent
  network: Network
  reference: string
  noted: Noted
}

const title: Record<Noted, string> = {
  ja: 'Uw antwoord is ontvangen',
  nee: 'Uw antwoord is ontvangen',
  op_de_hoogte: 'Uw antwoord is ontvangen',
  te_laat: 'Genoteerd als te laat',
}

export const NotedPage: FC<NotedProps> = ({ assets, event, network, reference, noted }) => (
  <Layout assets={assets} network={network} title={title[noted]} printable here="activiteiten">
    <div class="receipt">
      <h1>{title[noted]}</h1>
      <p>Uw referentie</p>
      <p class="ref" data-reference={reference}>
        {reference}
      </p>
      <p>
        We mailen u een bevestiging met uw persoonlijke link. Niets gekregen na 10 minuten? Bel{' '}
        <Phone number={network.phone} />. Uw antwoord is zeker bewaard.
      </p>
    </div>
    <h2>Wat gebeurt er nu?</h2>
    <ol class="next">
      {stepsOf(event, noted).map((step) => (
        <li>{step}</li>
      ))}
    </ol>
    <p>Antwoordde u al eerder met dit adres? Dan telt dat antwoord, en mailen we u de link om het te wijzigen.</p>
    <p class="row">
      <a class="btn" href={eventPath(event)}>
        Naar de activiteit
      </a>
      <button class="btn plain" type="button" data-print hidden>
        Druk af
      </button>
    </p>
  </Layout>
)

function stepsOf(event: LoketEvent, noted: Noted): string[] {
  const change = `Wijzigen kan met die link tot en met ${deadlineInWords(event)}.`
  switch (noted) {
    case 'ja':
      return [
        ...(event.capaciteit === undefined
          ? []
          : [
              'In de mail leest u of u een plaats hebt. Is alles volzet, dan staat u op de wachtlijst: kom dan nog niet. Komt er een plaats vrij, dan mailen we u.',
            ]),
        event.capaciteit === undefined
          ? `Zet het in uw agenda: ${eventDay(event)}, ${eventHours(event)}. In de mail zit een bestand voor uw agenda.`
          : 'Hebt u een plaats? Dan zit in de mail een bestand voor uw agenda.',
        change,
      ]
    case 'nee':
      return ['U hoeft niets te doen.', change]
    case 'op_de_hoogte':
      return ['We mailen u als er nieuws is. U stopt dat wanneer u wilt, met de link onderaan elke mail.', change]
    case 'te_laat':
      return ['De organisator beslist.', 'Kom pas als u een bevestiging krijgt.']
  }
}
