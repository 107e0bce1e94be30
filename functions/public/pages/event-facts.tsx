/** What everybody may know of an event: its title, when and where, how many places are left, and its text. */
import type { Child, FC } from 'hono/jsx'
import {
  dayWhen,
  deadlineInWords,
  eventDay,
  firstHours,
  formOf,
  isOnline,
  kindInWords,
  type LoketEvent,
  sessionsOf,
} from '../../../forms/kit/events/events.ts'
import { type Phase, takesAnswers } from '../../../forms/kit/events/phases.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { mapPath } from '../../shared/public-paths.ts'
import { joinsLine, type Seats } from '../../shared/store/seats.ts'
import { DayLeaf } from '../../shared/web/day-leaf.tsx'
import { Icon } from '../../shared/web/icons.tsx'
import { Phone } from '../../shared/web/layout.tsx'

/** "De vorming" */
export const theEvent = ({ soort }: Pick<LoketEvent, 'soort'>): string => capitalised(kindInWords[soort])

export const EventHead: FC<{ event: LoketEvent }> = ({ event }) => (
  <>
    <p class="eyebrow">{`${capitalised(event.soort)} · ${event.organisator}`}</p>
    <h1>
      <bdi>{event.titel}</bdi>
    </h1>
    <p class="lead">
      <bdi>{event.ondertitel ?? event.voorWie}</bdi>
    </p>
  </>
)

/** Nobody goes there any more. */
export const isOut = (phase: Phase): boolean => phase === 'voorbij' || phase === 'afgelast'

/** A leaf of the calendar, with beside it when; `title` in place of the day, where the day is not what is read first. */
export const DayHead: FC<{ event: LoketEvent; over?: boolean; title?: string; children?: Child }> = (props) => {
  const { event, over = false, title, children } = props
  return (
    <p class="lp-dagkop">
      <DayLeaf event={event} over={over} />
      <span>
        <b>{title === undefined ? capitalised(eventDay(event)) : <bdi>{title}</bdi>}</b>{' '}
        {title === undefined ? firstHours(event) : `${eventDay(event)}, ${firstHours(event)}`}
        {children}
      </span>
    </p>
  )
}

interface FactsProps {
  event: LoketEvent
  network: Network
  phase: Phase
  /** Absent where everybody is welcome, or nobody can answer any more. */
  seats: Seats | undefined
  /** When and where stand on the ticket beside it. */
  ticket?: boolean
  children?: Child
}

export const EventFacts: FC<FactsProps> = ({ event, network, phase, seats, ticket = false, children }) => {
  const over = isOut(phase)
  return (
    <aside class="lp-feit" aria-label="Wanneer, waar en tot wanneer antwoorden">
      {!ticket && <DayHead event={event} over={over} />}
      <Days event={event} />
      <dl class="lo-feiten">
        {!ticket && (
          <Fact icon="plek" name="Waar">
            <Where event={event} />
          </Fact>
        )}
        {event.ondertitel && (
          <Fact icon="wie" name="Voor wie">
            <bdi>{event.voorWie}</bdi>
          </Fact>
        )}
        {seats && (
          <Fact icon="wie" name="Plaatsen">
            <b>{placesInWords(seats)}</b>
          </Fact>
        )}
        {takesAnswers(phase) && <Fact icon="klok" name="Antwoord">{`tot en met ${deadlineInWords(event)}`}</Fact>}
        <Fact icon="bel" name="Vragen">
          <bdi>{event.organisator}</bdi>
          <br />
          <Phone number={network.phone} />
        </Fact>
      </dl>
      {children}
    </aside>
  )
}

/** Each day of a series; of one day its head says it all. */
const Days: FC<{ event: LoketEvent }> = ({ event }) => {
  const days = sessionsOf(event)
  if (days.length < 2) return null
  return (
    <>
      <p>{`${days.length} dagen${event.perSessie ? '. U kiest welke' : ''}:`}</p>
      <ul>
        {days.map((day) => (
          <li>{dayWhen(day)}</li>
        ))}
      </ul>
    </>
  )
}

const Fact: FC<{ icon: 'plek' | 'wie' | 'klok' | 'bel'; name: string; children?: Child }> = (props) => (
  <div>
    <dt>
      <Icon of={props.icon} /> {props.name}
    </dt>
    <dd>{props.children}</dd>
  </div>
)

const Where: FC<{ event: LoketEvent }> = ({ event }) => (
  <>
    <bdi>{event.plaats}</bdi>
    {formOf(event) === 'hybride' && ', of online'}
    {formOf(event) !== 'fysiek' && (
      <>
        <br />
        De online link staat vanaf de dag ervoor op de eigen pagina van wie deelneemt.
      </>
    )}
    {!isOnline(event) && (
      <>
        <br />
        <MapLink event={event} />
      </>
    )}
  </>
)

/** To look a place up: an ordinary link, nothing of that site is loaded here, and it does not hear from which page. */
export const MapLink: FC<{ event: LoketEvent; button?: 'btn' | 'btn plain' }> = ({ event, button }) => (
  <a class={button} href={mapPath(event.plaats)} rel="noreferrer">
    {button && <Icon of="plek" />}
    Toon op de kaart
  </a>
)

/** "nog 3 van 20" */
const placesInWords = (seats: Seats): string =>
  joinsLine(seats) ? 'volzet, met wachtlijst' : `nog ${seats.capaciteit - seats.bezet} van ${seats.capaciteit}`

export const EventText: FC<{ event: LoketEvent }> = ({ event }) =>
  event.omschrijving.map((paragraph) => (
    <p>
      <bdi>{paragraph}</bdi>
    </p>
  ))
