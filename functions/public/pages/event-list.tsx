/** Every event, what comes first. */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { deadlineInWords, eventDay, firstHours, type LoketEvent } from '../../../forms/kit/events/events.ts'
import { type Phase, takesAnswers } from '../../../forms/kit/events/phases.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { eventPath } from '../../shared/public-paths.ts'
import { joinsLine, type Seats } from '../../shared/store/seats.ts'
import { CallUs } from '../../shared/web/call-us.tsx'
import { DayLeaf } from '../../shared/web/day-leaf.tsx'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { TwoColumns } from '../../shared/web/two-columns.tsx'
import { isOut } from './event-facts.tsx'
import { phaseTag } from './event-phase.tsx'

export interface ListedEvent {
  event: LoketEvent
  phase: Phase
  now: Date
  /** Of one that takes answers and has a capacity. */
  seats: Seats | undefined
}

const Beside: FC = () => (
  <section>
    <h2>Hebt u een vraag?</h2>
    <p>
      <CallUs />
    </p>
  </section>
)

export const EventsPage: FC<Frame & { coming: readonly ListedEvent[]; past: readonly ListedEvent[] }> = ({
  assets,
  coming,
  past,
}) => (
  <Layout assets={assets} title="Activiteiten" here="activiteiten">
    <TwoColumns beside={<Beside />} label="Hulp">
      <h1>Activiteiten</h1>
      <p class="lead">Vormingen, infosessies en overleg voor wie anderen helpt.</p>
      {coming.length === 0 ? <p>Er is nu niets gepland. Kijk later nog eens.</p> : <EventList events={coming} />}
      {past.length > 0 && (
        <>
          <h2>Voorbij</h2>
          <EventList events={past} />
        </>
      )}
    </TwoColumns>
  </Layout>
)

const EventList: FC<{ events: readonly ListedEvent[] }> = ({ events }) => (
  <ul class="lp-agenda">
    {events.map(({ event, phase, now, seats }) => (
      <li class={`net-${event.network}`}>
        <DayLeaf event={event} over={isOut(phase)} />
        <div>
          <p class="titel">
            <a href={eventPath(event)}>
              <bdi>{event.titel}</bdi>
            </a>
          </p>
          <p>
            {`${capitalised(eventDay(event))}, ${firstHours(event)}`}
            <br />
            <bdi>{event.plaats}</bdi>
          </p>
          <p>
            <Standing event={event} phase={phase} now={now} seats={seats} />
          </p>
        </div>
      </li>
    ))}
  </ul>
)

const Standing: FC<ListedEvent> = ({ event, phase, now, seats }) => {
  if (!takesAnswers(phase)) {
    const { tone, tag } = phaseTag(event, phase, now)
    return <span class={`tag ${tone}`}>{tag}</span>
  }
  const until = `Antwoord tot en met ${deadlineInWords(event)}.`
  if (!seats) return <>{until}</>
  if (joinsLine(seats))
    return (
      <>
        <span class="tag shut">volzet</span>
        {` Er is een wachtlijst. ${until}`}
      </>
    )
  const free = seats.capaciteit - seats.bezet
  return (
    <>
      <span class="tag wait">{`nog ${counted(free, 'plaats', 'plaatsen')}`}</span>
      {` ${until}`}
    </>
  )
}
