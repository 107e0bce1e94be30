/** The list on paper: what is on the screen, without what one presses. */
import type { FC } from 'hono/jsx'
import { type NetworkContent, personOf } from '../../../forms/kit/content.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { type Filters, formsOf, nobody, pathWith, statesOf } from './filters.ts'
import { orderOf } from './list-tools.tsx'
import { AboutWithoutLink, By, Columns, Flags, Unreadable } from './parts.tsx'
import { mostTaken, type WholeList } from './whole-list.ts'

interface PaperPageProps extends WorkFrame, WholeList {
  content: NetworkContent
  filters: Filters
  /** Brussels date. */
  today: string
}

export const PaperPage: FC<PaperPageProps> = ({ rows, unreadable, more, content, filters, today, ...frame }) => (
  <WorkPage {...frame} title="Aanvragen op papier" here="aanvragen" printable>
    <h1>{`Aanvragen op ${dateInWords(today)}`}</h1>
    <p>
      {[frame.network.name, ...filtersInWords({ ...frame, content, filters })].join(' · ')}. Bovenaan staat{' '}
      {orderOf(filters, more)}. {rows.length === 1 ? '1 aanvraag.' : `${rows.length} aanvragen.`}
      {more && ` Er zijn er meer: dit zijn de eerste ${mostTaken}.`} Dit blad is vertrouwelijk: vernietig het na
      gebruik.
    </p>
    <p class="row no-print">
      <button class="btn" type="button" data-print hidden>
        Druk af
      </button>
      <a href={pathWith(filters)}>Terug naar de lijst</a>
    </p>
    <table class="lw-list lw-printed">
      <thead>
        <tr>
          <Columns />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row" class="over">
              <div>
                <AboutWithoutLink row={row} />
              </div>
            </th>
            <td class="stand">
              {[row.stand, row.waits].filter(Boolean).join(', ')}
              <Flags row={row} />
            </td>
            <td class="stap">{row.step ?? '–'}</td>
            <td class="tegen">
              <By row={row} today={today} />
            </td>
            <td class="wie">{row.holder ?? 'niemand'}</td>
            <td class="lw-ref">{row.reference}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {unreadable && <Unreadable />}
  </WorkPage>
)

const shownWords = {
  'te-laat': 'te laat',
  'te-verdelen': 'te verdelen',
  'bij-iemand': 'bij iemand',
  gesloten: 'gesloten',
} as const

/** What was chosen, so that who finds the paper knows what it is not. */
function filtersInWords({
  network,
  person,
  content,
  filters: { toon, formulier, stand, wie, verdacht },
}: Pick<PaperPageProps, 'network' | 'person' | 'content' | 'filters'>): string[] {
  return [
    toon && shownWords[toon],
    formulier && formsOf(network).get(formulier),
    stand && statesOf(network, person).get(stand),
    wie && `bij ${wie === nobody ? 'niemand' : personOf(content, wie)?.name}`,
    verdacht && 'verdacht',
  ].flatMap((words) => words || [])
}
