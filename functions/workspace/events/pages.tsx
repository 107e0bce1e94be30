/** The organiser's pages: all events, one event, its invitees, and what is done with many at once. */

import type { Child, FC } from 'hono/jsx'
import { deadlineInWords, eventDay, eventHours, type LoketEvent, type Phase } from '../../../forms/kit/events/events.ts'
import { type Invitee, type InviteeList, lists } from '../../../forms/kit/events/rsvp.ts'
import { eventPath } from '../../shared/public-paths.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import type { Seats } from '../../shared/store/seats.ts'
import { eventHome, eventsHome, homePath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { Decide, Post } from './decide.tsx'
import { listNames } from './words.ts'

export const Page: FC<
  WorkFrame & { title: string; above?: string; problem?: boolean; back: string; children?: Child }
> = (props) => (
  <WorkPage
    assets={props.assets}
    network={props.network}
    person={props.person}
    title={props.title}
    problem={props.problem ?? false}
    here="activiteiten"
  >
    <p class="eyebrow">
      <a href={props.back}>Terug</a>
      {props.above && (
        <>
          {' · '}
          <bdi>{props.above}</bdi>
        </>
      )}
    </p>
    {props.children}
  </WorkPage>
)

/** What just happened, in words. */
const Done: FC<{ text: string | undefined }> = ({ text }) =>
  text ? (
    <div class="state" role="status">
      <p>{text}</p>
    </div>
  ) : null

const phases: Record<Phase, string> = {
  open: 'inschrijving open',
  gesloten: 'inschrijving afgesloten',
  begonnen: 'voorbij',
  geannuleerd: 'gaat niet door',
}

export const EventsPage: FC<WorkFrame & { events: readonly { event: LoketEvent; phase: Phase }[] }> = (props) => (
  <Page {...props} title="Activiteiten" back={homePath}>
    <h1>Activiteiten</h1>
    <p>
      <a class="btn" href={`${eventsHome}/nieuw`}>
        Nieuwe activiteit
      </a>
    </p>
    {props.events.length === 0 && <p>Er is nog geen activiteit.</p>}
    <ul>
      {props.events.map(({ event, phase }) => (
        <li>
          <a href={eventHome(event)}>
            <bdi>{event.titel}</bdi>
          </a>
          {` · ${eventDay(event)}, ${eventHours(event)} · ${phases[phase]}`}
        </li>
      ))}
    </ul>
  </Page>
)

export interface OverviewProps extends WorkFrame {
  event: LoketEvent
  phase: Phase
  seats: Seats | undefined
  counts: Record<InviteeList, number>
  /** How many do not follow the last change yet. */
  behind: number
  /** Mails to many that left, by what they are. */
  sent: readonly { label: string; count: number }[]
  mayInvite: boolean
  /** What somebody just did. */
  done: string | undefined
}

export const OverviewPage: FC<OverviewProps> = (props) => {
  const { event, phase, seats, counts, behind, sent, mayInvite, done } = props
  const home = eventHome(event)
  const all = lists.reduce((sum, list) => sum + counts[list], 0)
  return (
    <Page {...props} title={event.titel} above={phases[phase]} back={eventsHome}>
      <Done text={done} />
      <h1>
        <bdi>{event.titel}</bdi>
      </h1>
      <p class="lead">
        {`${eventDay(event)}, ${eventHours(event)}, `}
        <bdi>{event.plaats}</bdi>
        {`. Antwoorden tot en met ${deadlineInWords(event)}.`}
      </p>
      <p>
        <a href={eventPath(event)}>Publieke pagina</a>
      </p>
      {behind > 0 && (
        <div class="state">
          <p>{`Na uw wijziging zijn ${behind} mensen nog niet bijgewerkt.`}</p>
          <Post action={`${home}/bijwerken`}>Ga verder</Post>
        </div>
      )}
      {counts.verdacht > 0 && (
        <div class="state">
          <p>
            {`${counts.verdacht === 1 ? '1 antwoord lijkt' : `${counts.verdacht} antwoorden lijken`} door een machine ingevuld. Dat neemt geen plaats in tot u het toelaat. `}
            <a href={`${home}/genodigden?lijst=verdacht`}>Kijk het na</a>
          </p>
        </div>
      )}
      <h2>{`Genodigden (${all})`}</h2>
      {seats && <p>{`${seats.bezet} van ${seats.capaciteit} plaatsen bezet, ${seats.wachtend} wachtend.`}</p>}
      {seats && seats.wachtend > 0 && seats.bezet < seats.capaciteit && (
        <Post action={`${home}/doorschuiven`}>Geef de vrije plaatsen aan wie wacht</Post>
      )}
      <ul>
        {lists.map((list) => (
          <li>
            <a href={`${home}/genodigden?lijst=${list}`}>{listNames[list]}</a>:{' '}
            <strong data-lijst={list}>{counts[list]}</strong>
          </li>
        ))}
      </ul>
      <div class="row">
        <a href={`${home}/namens`}>Antwoord noteren voor iemand die belde</a>
        <Post action={`${home}/export`} plain>
          Download als CSV
        </Post>
      </div>
      <h2>Uitnodigen</h2>
      <ul>
        {sent.map(({ label, count }) => (
          <li>
            {label}: <strong>{count}</strong>
          </li>
        ))}
      </ul>
      {mayInvite && (
        <div class="row">
          <a href={`${home}/importeren`}>Genodigden toevoegen (CSV)</a>
          {counts.nieuw > 0 && <Post action={`${home}/uitnodigen`}>{`Nodig ${counts.nieuw} mensen uit`}</Post>}
        </div>
      )}
      <h2>Beheren</h2>
      <ul>
        <li>
          <a href={`${home}/bericht`}>Mail iedereen die komt, of op de hoogte wil blijven</a>
        </li>
        {phase !== 'geannuleerd' && phase !== 'begonnen' && (
          <>
            <li>
              <a href={`${home}/wijzigen`}>Wijzig of verplaats</a>
            </li>
            <li>
              <a href={`${home}/annuleren`}>Annuleer</a>
            </li>
          </>
        )}
      </ul>
    </Page>
  )
}

interface ListProps extends WorkFrame {
  event: LoketEvent
  list: InviteeList | undefined
  people: readonly { invitee: Invitee; email: string | undefined }[]
  /** Whose mail came back or was called unwanted, by id. */
  returned: ReadonlyMap<string, OutboxItem['fate']>
  /** Where the list goes on. */
  next: string | undefined
  /** No seat is left: whoever is accepted now waits. */
  full: boolean
  /** What somebody just decided. */
  done: string | undefined
  now: Date
}

export const ListPage: FC<ListProps> = (props) => {
  const { event, list, people, returned, next, full, done, now } = props
  const title = list ? listNames[list] : 'Genodigden'
  return (
    <Page {...props} title={title} above={event.titel} back={eventHome(event)}>
      <Done text={done} />
      <h1>{title}</h1>
      {people.length === 0 && <p>Niemand.</p>}
      <ul>
        {people.map(({ invitee, email }) => (
          <li class={returned.has(invitee.id) ? 'is-late' : undefined}>
            <strong>
              <bdi>{invitee.naam ?? email}</bdi>
            </strong>
            {[invitee.organisatie, invitee.functie, email].filter(Boolean).map((part) => (
              <>
                {' · '}
                <bdi>{part}</bdi>
              </>
            ))}
            {invitee.casus && ' · brengt een casus in'}
            {invitee.verdacht && ' · verdacht: ingevuld door een machine? Neemt geen plaats in, mail aangehouden'}
            {invitee.afgemeld && ' · wil geen mails meer'}
            {returned.has(invitee.id) && (
              <p>
                <span class="tag late">
                  {returned.get(invitee.id) === 'klacht' ? 'Mail als ongewenst gemeld' : 'Mail kwam niet aan'}
                </span>{' '}
                Bel deze persoon, of voeg het juiste adres toe aan de lijst.
              </p>
            )}
            {invitee.opmerking && (
              <p class="hint">
                <bdi>{invitee.opmerking}</bdi>
              </p>
            )}
            {invitee.laat?.opmerking && invitee.laat.opmerking !== invitee.opmerking && (
              <p class="hint">
                Te laat: <bdi>{invitee.laat.opmerking}</bdi>
              </p>
            )}
            <Decide event={event} invitee={invitee} full={full} now={now} />
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <a class="btn" href={next}>
            Volgende
          </a>
        </p>
      )}
    </Page>
  )
}
