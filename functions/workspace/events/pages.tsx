/** The organiser's pages: all events, one event, its invitees, and what is done with many at once. */

import type { Child, FC } from 'hono/jsx'
import { deadlineInWords, eventDay, eventHours, type LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Phase } from '../../../forms/kit/events/phases.ts'
import { type Invitee, type InviteeList, lists } from '../../../forms/kit/events/rsvp.ts'
import { eventPath } from '../../shared/public-paths.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { Pages } from '../queue/parts.tsx'
import { InviteeRow } from './invitee-row.tsx'
import { NextPart, type OverviewProps } from './next-part.tsx'
import { listNames } from './words.ts'

interface PageProps extends WorkFrame {
  title: string
  above?: string
  problem?: boolean
  /** The page this one is behind; absent for the first. */
  back?: string
  children?: Child
}

export const Page: FC<PageProps> = ({ assets, network, person, title, problem = false, back, above, children }) => (
  <WorkPage {...{ assets, network, person, title, problem }} here="activiteiten">
    {back && (
      <p class="eyebrow">
        <a href={back}>Terug</a>
        {above && (
          <>
            {' · '}
            <bdi>{above}</bdi>
          </>
        )}
      </p>
    )}
    {children}
  </WorkPage>
)

/** What just happened, in words. */
const Done: FC<{ text: string | undefined }> = ({ text }) =>
  text ? (
    <div class="done" role="status">
      <p>{text}</p>
    </div>
  ) : null

const phases: Record<Phase, string> = {
  open: 'inschrijving open',
  volzet: 'volzet',
  gesloten: 'inschrijving afgesloten',
  bezig: 'nu bezig',
  voorbij: 'voorbij',
  afgelast: 'afgelast',
}

const tones: Record<Phase, string> = {
  open: 'tag ok',
  volzet: 'tag shut',
  gesloten: 'tag wait',
  bezig: 'tag ok',
  voorbij: 'tag shut',
  afgelast: 'tag late',
}

export const EventsPage: FC<WorkFrame & { events: readonly { event: LoketEvent; phase: Phase }[] }> = (props) => (
  <Page {...props} title="Activiteiten">
    <div class="lw-head">
      <h1>Activiteiten</h1>
      <a class="btn" href={`${eventsHome}/nieuw`}>
        Nieuwe activiteit
      </a>
    </div>
    {props.events.length === 0 ? (
      <p>Er is nog geen activiteit.</p>
    ) : (
      <section class="lw-band">
        <ul class="lw-plain">
          {props.events.map(({ event, phase }) => (
            <li>
              <span class="grow">
                <a href={eventHome(event)}>
                  <bdi>{event.titel}</bdi>
                </a>
              </span>
              <span class="by">{`${eventDay(event)}, ${eventHours(event)}`}</span>
              <span class={tones[phase]}>{phases[phase]}</span>
            </li>
          ))}
        </ul>
      </section>
    )}
  </Page>
)

export const OverviewPage: FC<OverviewProps> = (props) => {
  const { event, phase, seats, sent, warning, done } = props
  const left = sent.filter(({ count }) => count > 0)
  return (
    <Page {...props} title={event.titel} back={eventsHome}>
      <Done text={done} />
      <div class="lw-dossier">
        <h1>
          <bdi>{event.titel}</bdi>
        </h1>
        <span class={tones[phase]}>{phases[phase]}</span>
      </div>
      <p class="lw-meta">
        <span>{`${eventDay(event)}, ${eventHours(event)}`}</span>
        <span>
          <bdi>{event.plaats}</bdi>
        </span>
        <span>{`Antwoorden tot en met ${deadlineInWords(event)}`}</span>
        <a href={eventPath(event)}>Publieke pagina</a>
      </p>
      {warning && <p class="lw-safe">{warning}</p>}
      <Glance {...props} />
      {seats && <p>{`${seats.bezet} van ${seats.capaciteit} plaatsen bezet, ${seats.wachtend} wachtend.`}</p>}
      <NextPart {...props} />
      {left.length > 0 && (
        <section class="lw-band">
          <h2>Mails die vertrokken</h2>
          <ul class="lw-plain">
            {left.map(({ label, count }) => (
              <li>
                <span class="grow">{label}</span>
                <b>{count}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

/** Every list with how many are on it, and the way to it. */
const Glance: FC<OverviewProps> = ({ event, counts }) => (
  <nav class="lw-chips" aria-label="In één oogopslag">
    {lists.map((list) => (
      <a
        class={counts[list] > 0 && (list === 'laat' || list === 'verdacht') ? 'lw-count late' : 'lw-count'}
        href={`${eventHome(event)}/genodigden?lijst=${list}`}
      >
        <b data-lijst={list}>{counts[list]}</b> {listNames[list].toLowerCase()}
      </a>
    ))}
  </nav>
)

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
      <nav class="lw-chips" aria-label="Lijsten">
        <ListChip event={event} on={list === undefined} text="Alle" />
        {lists.map((one) => (
          <ListChip event={event} list={one} on={one === list} text={listNames[one]} />
        ))}
      </nav>
      {people.length === 0 ? (
        <p>Niemand.</p>
      ) : (
        <section class="lw-band">
          <ul class="lw-plain">
            {people.map(({ invitee, email }) => (
              <InviteeRow {...{ event, invitee, email, full, now }} fate={returned.get(invitee.id)} />
            ))}
          </ul>
        </section>
      )}
      <Pages first="" na={undefined} next={next} />
    </Page>
  )
}

const ListChip: FC<{ event: LoketEvent; list?: InviteeList; on: boolean; text: string }> = (props) => (
  <a
    class="lw-count"
    href={`${eventHome(props.event)}/genodigden${props.list ? `?lijst=${props.list}` : ''}`}
    aria-current={props.on ? 'true' : undefined}
  >
    {props.text}
  </a>
)
