/** The invitees of an event: a row a person, filters that count, and a search that never stands in an address. */
import type { FC } from 'hono/jsx'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { mayIn, type Phase } from '../../../forms/kit/events/phases.ts'
import { eventHome } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { Pages } from '../queue/parts.tsx'
import { InviteeRow, type Shown } from './invitee-row.tsx'
import { Done, Page } from './pages.tsx'
import { type Counts, type Filter, filters, notReached } from './words.ts'

export interface InviteesProps extends WorkFrame {
  event: LoketEvent
  phase: Phase
  counts: Counts
  filter: Filter | undefined
  people: readonly Shown[]
  /** What was searched for; then there are no pages. */
  searched?: string | undefined
  /** Number of the first on this page, from 1. */
  first: number
  /** Where the list goes on. */
  next: string | undefined
  /** No seat is left: whoever is accepted now waits. */
  full: boolean
  /** What somebody just decided. */
  done: string | undefined
  now: Date
}

export const InviteesPage: FC<InviteesProps> = (props) => {
  const { event, phase, filter, people, searched, first, next, full, done, counts, now } = props
  const home = eventHome(event)
  const title = filters.find((one) => one.filter === filter)?.title ?? 'Genodigden'
  const total = totalOf(counts, filter)
  return (
    <Page {...props} title={title} above={event.titel} back={home}>
      <Done text={done} />
      <div class="lw-head">
        <h1>{title}</h1>
        <search class="search">
          <form method="post" action={`${home}/genodigden/zoek`}>
            <label class="hidden-visually" for="zoek">
              Zoek een genodigde op naam, organisatie of e-mailadres
            </label>
            <div class="search-line">
              <input
                type="search"
                id="zoek"
                name="zoek"
                value={searched}
                maxlength={200}
                autocomplete="off"
                spellcheck={false}
                placeholder="Naam, organisatie of e-mailadres"
              />
              <button class="btn plain">Zoek</button>
            </div>
          </form>
        </search>
      </div>
      <div class="lw-tools">
        <nav class="lw-chips" aria-label="Lijsten">
          <Chip
            event={event}
            isOn={filter === undefined && searched === undefined}
            text={`Alle ${totalOf(counts, undefined)}`}
          />
          {filters
            .filter((one) => counts[one.filter] > 0 || one.filter === filter)
            .map((one) => (
              <Chip
                event={event}
                filter={one.filter}
                isOn={one.filter === filter}
                text={`${one.title} ${counts[one.filter]}`}
              />
            ))}
        </nav>
        <div class="lw-line">
          {mayIn('invite', phase) && <a href={`${home}/importeren`}>Voeg toe</a>}
          <form method="post" action={`${home}/export`}>
            <button class="link">Haal op (CSV)</button>
          </form>
        </div>
      </div>
      {searched !== undefined && <p>{foundInWords(people.length)}</p>}
      {people.length === 0 && searched === undefined && <p>Niemand.</p>}
      {people.length > 0 && (
        <table class="lw-list lp-mensen">
          <thead>
            <tr>
              <th scope="col">Naam</th>
              <th scope="col">Antwoord</th>
              <th scope="col">Sinds</th>
              <th scope="col">Mail</th>
              <th scope="col">Volgende stap</th>
            </tr>
          </thead>
          <tbody>
            {people.map((shown) => (
              <InviteeRow {...shown} {...{ event, full, now }} />
            ))}
          </tbody>
        </table>
      )}
      {searched === undefined && total > people.length && people.length > 0 && (
        <p class="lw-line lp-onder-lijst">{`${first} tot ${first + people.length - 1} van ${Math.max(total, first + people.length - 1)}`}</p>
      )}
      <Pages first="" na={undefined} next={next} />
    </Page>
  )
}

const foundInWords = (count: number): string =>
  count === 0 ? 'Niemand gevonden. Probeer een deel van de naam of het adres.' : `${count} gevonden.`

/** Who was not reached is on another list too. */
const totalOf = (counts: Counts, filter: Filter | undefined): number =>
  filter === undefined
    ? filters.reduce((sum, one) => sum + (one.filter === notReached ? 0 : counts[one.filter]), 0)
    : counts[filter]

const Chip: FC<{ event: LoketEvent; filter?: Filter; isOn: boolean; text: string }> = (props) => (
  <a
    class="lw-count"
    href={`${eventHome(props.event)}/genodigden${props.filter ? `?lijst=${props.filter}` : ''}`}
    aria-current={props.isOn ? 'true' : undefined}
  >
    {props.text}
  </a>
)
