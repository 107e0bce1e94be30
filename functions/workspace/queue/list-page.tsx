/** All requests: who waits, for what, since when, and who has it. */
import type { Child, FC } from 'hono/jsx'
import { holdersOf, type NetworkContent, type Person } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { dossierPath, homePath, postPath, weekPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { countInWords } from '../holders.ts'
import { SearchBox } from '../search/search-box.tsx'
import { type Filters, formsOf, isFiltered, nobody, pathWith, statesOf } from './filters.ts'
import { MendLink } from './mark.tsx'
import { About, Pages, Release, relativeDay, StandsIn, Tags, Unreadable } from './parts.tsx'
import type { QueueRow, Rows } from './rows.ts'

export interface Counts {
  late: number
  suspects: number
  /** Of the suspects: they are not among the others that are late. */
  lateSuspects: number
  mails: number
}

interface ListPageProps extends WorkFrame, Rows {
  content: NetworkContent
  filters: Filters
  counts: Counts
  today: string
  next?: string | undefined
  /** What was just done with a dossier that is not on it any more, and the way back. */
  undo: Child
}

export const ListPage: FC<ListPageProps> = (props) => {
  const { network, content, person, filters, counts, rows, unreadable, today, next, undo } = props
  const everything = person.role === 'coordinator'
  const title = everything ? 'Aanvragen' : 'Uw aanvragen'
  return (
    <WorkPage assets={props.assets} network={network} person={person} title={title} here="aanvragen">
      {undo}
      <div class="work-head">
        <h1>{title}</h1>
        <SearchBox />
      </div>
      <Glance counts={counts} />
      <FilterForm {...{ network, content, person, filters }} />
      {rows.length === 0 ? (
        <Nothing filters={filters} more={next !== undefined} everything={everything} />
      ) : (
        <Table rows={rows} today={today} />
      )}
      {unreadable && <Unreadable />}
      <Pages
        first={pathWith({ ...filters, na: undefined })}
        na={filters.na}
        next={next && pathWith({ ...filters, na: next })}
      />
    </WorkPage>
  )
}

const Glance: FC<{ counts: Counts }> = ({ counts: { late, suspects, lateSuspects, mails } }) => (
  <p class="row glance">
    {late > 0 ? (
      <a class="tag late" href={weekPath}>{`${countInWords(late)} te laat`}</a>
    ) : (
      <span class="tag ok">niets te laat</span>
    )}
    {suspects > 0 && (
      <a class={lateSuspects > 0 ? 'tag late' : 'tag wait'} href={pathWith({ verdacht: '1' })}>
        {`${countInWords(suspects)} verdacht${lateSuspects > 0 ? `, ${countInWords(lateSuspects)} te laat` : ''}`}
      </a>
    )}
    {mails > 0 && (
      <a class="tag late" href={postPath}>
        {mails === 1 ? '1 mail vraagt aandacht' : `${countInWords(mails)} mails vragen aandacht`}
      </a>
    )}
  </p>
)

interface FilterProps {
  network: Network
  content: NetworkContent
  person: Person
  filters: Filters
}

/** Open when it does something, so that nobody wonders why a request is not there. */
const FilterForm: FC<FilterProps> = ({ network, content, person, filters }) => {
  const { formulier, stand, wie, verdacht } = filters
  return (
    <details class="filter" open={isFiltered(filters)}>
      <summary>Filter</summary>
      <form method="get" action={homePath}>
        <Choose name="formulier" label="Formulier" chosen={formulier}>
          {[['', 'alle formulieren'], ...formsOf(network)]}
        </Choose>
        <Choose name="stand" label="Stand" chosen={stand}>
          {[['', 'alle open standen'], ...statesOf(network, person)]}
        </Choose>
        {person.role === 'coordinator' && (
          <>
            <Choose name="wie" label="Bij wie" chosen={wie}>
              {[['', 'iedereen'], [nobody, 'niemand'], ...holdersOf(content).map(({ id, name }) => [id, name])]}
            </Choose>
            <div class="choice">
              <input id="verdacht" type="checkbox" name="verdacht" value="1" checked={verdacht === '1'} />
              <label for="verdacht">Alleen verdachte</label>
            </div>
          </>
        )}
        <button class="btn plain">Toon</button>
        {isFiltered(filters) && <a href={homePath}>Wis de filters</a>}
      </form>
    </details>
  )
}

interface ChooseProps {
  name: string
  label: string
  chosen: string | undefined
  children: readonly (readonly string[])[]
}

const Choose: FC<ChooseProps> = ({ name, label, chosen, children }) => (
  <div>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {children.map(([value = '', text]) => (
        <option value={value} selected={value === (chosen ?? '')}>
          {text}
        </option>
      ))}
    </select>
  </div>
)

const Nothing: FC<{ filters: Filters; more: boolean; everything: boolean }> = ({ filters, more, everything }) => {
  if (more) return <p>Op deze pagina past niets bij uw filter. Kijk verder met “Volgende”.</p>
  if (isFiltered(filters))
    return (
      <p>
        Niets past bij uw filter. <a href={homePath}>Toon alle open aanvragen</a>.
      </p>
    )
  return <p class="lead">{everything ? 'Er zijn geen open aanvragen.' : 'U hebt geen open aanvragen.'}</p>
}

/** Several requests, one a row. */
export const Table: FC<{ rows: readonly QueueRow[]; today: string }> = ({ rows, today }) => (
  <table class="cards">
    <caption class="hidden-visually">Aanvragen, wat het eerst moet gebeuren bovenaan</caption>
    <thead>
      <tr>
        {['Referentie', 'Over', 'Stand', 'Volgende stap', 'Bij wie', 'In deze stand'].map((head) => (
          <th scope="col">{head}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr
          class={row.late || row.isDue ? 'is-late' : undefined}
          data-dossier={row.reference}
          {...(row.late ? { 'data-te-laat': '' } : {})}
        >
          <th scope="row">
            <Cell>
              <a class="reference" href={dossierPath(row.reference)}>
                {row.reference}
              </a>
              <span class="hint">{row.form}</span>
            </Cell>
          </th>
          <td data-label="Over">
            <Cell>
              <About row={row} />
            </Cell>
          </td>
          <td data-label="Stand">
            <Cell>
              <span class="tags">
                <span class={row.closed ? 'tag ok' : 'tag'}>{row.stand}</span>
                <Tags row={row} />
                <StandsIn row={row} today={today} />
              </span>
              <Release row={row} />
              <MendLink row={row} />
            </Cell>
          </td>
          <td data-label="Volgende stap">
            <Cell>
              {row.step ?? '–'}
              {row.on && <span class="hint">{relativeDay(row.on, today)}</span>}
            </Cell>
          </td>
          <td data-label="Bij wie">
            <Cell>{row.holder ?? 'niemand'}</Cell>
          </td>
          <td data-label="In deze stand">
            <Cell>{row.waits ?? '–'}</Cell>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** One box beside the label that a phone shows. */
const Cell: FC<{ children?: Child }> = ({ children }) => <div>{children}</div>
