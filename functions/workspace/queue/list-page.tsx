/** All requests: who waits, for what, since when, and who has it. */
import type { Child, FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { homePath, listFilePath, listPaperPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { AssignForm } from './assign-form.tsx'
import { type Filters, isFiltered, pathWith } from './filters.ts'
import { ListTable } from './list-table.tsx'
import { Chips, Glance, orderOf } from './list-tools.tsx'
import { type ListView, pageSize } from './list-view.ts'
import { Pages, Unreadable } from './parts.tsx'

interface ListPageProps extends WorkFrame, ListView {
  content: NetworkContent
  /** The address asks something that is not there (any more). */
  unknown?: boolean
  /** What was just done, and the way back. */
  done?: Child
  /** What was ticked and could not be done, and why. */
  typed?: RawInput
  errors?: readonly FieldError[]
}

export const ListPage: FC<ListPageProps> = (props) => {
  const { network, content, person, filters, counts, rows, today, next, away } = props
  const { typed = new Map(), errors = [] } = props
  const everything = person.role === 'coordinator'
  const title = everything ? 'Aanvragen' : 'Uw aanvragen'
  const canAssign = rows.some(({ assign }) => assign !== undefined)
  return (
    <WorkPage
      assets={props.assets}
      network={network}
      person={person}
      title={title}
      problem={errors.length > 0}
      here="aanvragen"
    >
      <ProblemSummary errors={errors} />
      {props.done}
      <div class="lw-head">
        <h1>{title}</h1>
        <SearchBox />
      </div>
      <div class="lw-tools">
        <Glance counts={counts} filters={filters} everything={everything} />
        <Chips {...{ network, content, person, filters }} unsorted={props.unsorted} />
      </div>
      <Told unknown={props.unknown ?? false} unsorted={props.unsorted} filters={filters} />
      {rows.length === 0 ? (
        <Nothing filters={filters} more={next !== undefined} everything={everything} />
      ) : (
        <ListTable {...{ rows, today, typed }} order={orderOf(filters, props.unsorted)} />
      )}
      {props.unreadable && <Unreadable />}
      <Pages
        first={pathWith({ ...filters, na: undefined })}
        na={filters.na}
        next={next && pathWith({ ...filters, na: next })}
      />
      {canAssign && <AssignForm {...{ content, away, today, typed, errors }} />}
      {rows.length > 0 && <TakeAlong filters={{ ...filters, na: undefined }} />}
    </WorkPage>
  )
}

const Told: FC<{ unknown: boolean; unsorted: boolean; filters: Filters }> = ({ unknown, unsorted, filters }) => (
  <>
    {unknown && (
      <p class="note" role="status">
        Een filter in dit adres bestaat niet, of niet meer. U ziet nu alles wat open is, zonder filter.
      </p>
    )}
    {unsorted && (
      <p class="note" role="status">
        {`Zo sorteren kan als heel de lijst op één pagina past: tot ${pageSize} aanvragen. Kies een filter die minder toont. Nu staat bovenaan ${orderOf(filters, true)}.`}
      </p>
    )}
  </>
)

const Nothing: FC<{ filters: Filters; more: boolean; everything: boolean }> = ({ filters, more, everything }) => {
  if (more) return <p>Op deze pagina past niets bij uw filter. Kijk verder met “Volgende”.</p>
  if (filters.na) return <p>Verder staat er niets meer in deze lijst. Ga terug naar het begin.</p>
  if (isFiltered(filters))
    return (
      <p>
        Niets past bij uw filter. <a href={homePath}>Toon alle open aanvragen</a>.
      </p>
    )
  return <p class="lead">{everything ? 'Er zijn geen open aanvragen.' : 'U hebt geen open aanvragen.'}</p>
}

/** The same list as a file, and on paper. */
const TakeAlong: FC<{ filters: Filters }> = ({ filters }) => (
  <p class="lw-line no-print">
    <a href={pathWith(filters, listPaperPath)}>Druk deze lijst af</a>
    <a href={pathWith(filters, listFilePath)} download="">
      Bestand voor Excel
    </a>
  </p>
)
