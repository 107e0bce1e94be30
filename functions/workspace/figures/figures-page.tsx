/** What is counted: how much work there is now, and the report of each year that is over. */
import type { FC } from 'hono/jsx'
import { dateInWords } from '../../../forms/kit/time.ts'
import type { AtAGlance, Tally } from '../../shared/store/glance.ts'
import type { ReportStands } from '../../shared/store/reports.ts'
import { yearPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { type Holder, loadInWords } from '../holders.ts'

/** For who sees the whole network. */
export interface WorkNow {
  glance: AtAGlance
  holders: readonly Holder[]
}

interface FiguresPageProps extends WorkFrame {
  years: readonly ReportStands[]
  /** The year that is running, and the Brussels date on which it is frozen; and the same of one that is over and is not yet. */
  coming: readonly { year: string; frozenOn: string }[]
  now?: WorkNow | undefined
}

export const FiguresPage: FC<FiguresPageProps> = ({ years, coming, now, ...frame }) => (
  <WorkPage {...frame} title="Cijfers" here="cijfers" figures>
    <h1>Cijfers</h1>
    {now && <Now {...now} />}
    <h2>Jaaroverzichten</h2>
    <ul class="lf-wie">
      {coming.map(({ year, frozenOn }) => (
        <li>
          <b>{year}</b> ligt nog niet vast. U leest de cijfers hier vanaf {dateInWords(frozenOn)}.
        </li>
      ))}
      {years.map(({ year, public: shown }) => (
        <li>
          <a href={yearPath(year)}>{`Jaaroverzicht ${year}`}</a>{' '}
          <span class={shown ? 'tag ok' : 'tag'}>{shown ? 'openbaar' : 'nog niet openbaar'}</span>
        </li>
      ))}
    </ul>
    {years.length === 0 && (
      <p class="hint">Er is nog geen jaar afgesloten. Op 1 februari ligt het jaar ervoor vast, vanzelf.</p>
    )}
  </WorkPage>
)

/** Counts of today, by nothing but whose they are: what somebody needs to plan with. */
const Now: FC<WorkNow> = ({ glance, holders }) => (
  <>
    <h2>Vandaag</h2>
    <ul class="lf-cijfers">
      <li>
        <b>{inWords(glance.unheld)}</b>te verdelen
      </li>
      <li>
        <b>{inWords(glance.held)}</b>bij iemand
      </li>
      <li>
        <b>{inWords(glance.late)}</b>te laat
      </li>
    </ul>
    <ul class="lf-wie">
      {holders.map(({ person, load }) => (
        <li>
          <b>{person.name}</b> {loadInWords(load)}
        </li>
      ))}
    </ul>
  </>
)

const inWords = ({ count, more }: Tally): string => (more ? `${count}+` : String(count))
