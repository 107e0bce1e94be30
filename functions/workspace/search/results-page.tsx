/** What a search led to: several requests as rows of the list, or what to do when it led to none. */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { homePath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { ListTable } from '../queue/list-table.tsx'
import { Unreadable } from '../queue/parts.tsx'
import type { Rows } from '../queue/rows.ts'
import { SearchBox } from './search-box.tsx'

interface ResultsPageProps extends WorkFrame, Rows {
  typed: string
  /** What to do when there is nothing to show. */
  problem?: string | undefined
  /** Of the answer: 422 is what cannot be looked for, 404 what is not there. */
  status: 200 | 404 | 422
  today: string
}

export const ResultsPage: FC<ResultsPageProps> = (props) => {
  const { assets, network, person, typed, problem, status, rows, unreadable, today } = props
  return (
    <WorkPage
      {...{ assets, network, person }}
      title={problem ? problems[status] : 'Gevonden aanvragen'}
      here="aanvragen"
    >
      <div class="lw-head">
        <h1>{problem ? 'Zoeken' : `${counted(rows.length, 'aanvraag', 'aanvragen')} gevonden`}</h1>
        <SearchBox typed={typed} problem={problem} />
      </div>
      {rows.length > 0 && <ListTable rows={rows} today={today} typed={new Map()} />}
      {unreadable && <Unreadable />}
      <p>
        <a href={homePath}>Terug naar de lijst</a>
      </p>
    </WorkPage>
  )
}

const problems = { 200: 'Te veel gevonden: Zoeken', 404: 'Niet gevonden: Zoeken', 422: 'Fout: Zoeken' } as const
