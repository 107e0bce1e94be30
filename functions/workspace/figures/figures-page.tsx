/** What is counted: how much work there is now, and the report of each year that is over. */
import type { FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import { frozenFrom } from '../../../forms/kit/figures/tally.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import type { AtAGlance, Tally } from '../../shared/store/glance.ts'
import type { ReportStands } from '../../shared/store/reports.ts'
import { casussenPath, signaalPath, yearPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { type Holder, loadInWords } from '../holders.ts'
import type { OpenWriting } from './open-writing.ts'
import { WaitingLines, WritingLines } from './writing-parts.tsx'

/** For who sees the whole network. */
export interface WorkNow {
  glance: AtAGlance
  holders: readonly Holder[]
}

interface FiguresPageProps extends WorkFrame {
  years: readonly ReportStands[]
  /** The year that is running, and one that is over and is not frozen yet. */
  coming: readonly string[]
  now?: WorkNow | undefined
  /** What was just done, in words. */
  done: string | undefined
  content: NetworkContent
  /** What whoever looks wrote, and a reader gave back. */
  back: readonly OpenWriting[]
  /** What colleagues wrote, and whoever looks can read after them. */
  toRead: readonly OpenWriting[]
  /** Signalen for the years that are coming; for who writes. */
  running: readonly OpenWriting[]
}

export const FiguresPage: FC<FiguresPageProps> = ({
  years,
  coming,
  now,
  done,
  content,
  back,
  toRead,
  running,
  ...frame
}) => (
  <WorkPage {...frame} title="Cijfers" here="cijfers" figures>
    <h1>Cijfers</h1>
    {done && (
      <p class="done" role="status">
        {done}
      </p>
    )}
    <WaitingLines title="Terug bij u" content={content} who={frame.person.id} lines={back} />
    <WaitingLines title="Na te lezen" content={content} who={frame.person.id} lines={toRead} />
    {now && <Now {...now} />}
    <h2>Jaaroverzichten</h2>
    <ul class="lf-wie">
      {coming.map((year) => (
        <li>
          <b>{year}</b> ligt nog niet vast. U leest de cijfers hier vanaf {dateInWords(brusselsDate(frozenFrom(year)))}.
          {frame.person.role === 'coordinator' && (
            <>
              {' '}
              <a href={signaalPath(year)}>{`Schrijf een signaal voor ${year}`}</a>
            </>
          )}
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
    {running.length > 0 && (
      <>
        <h2>Signalen voor het volgende jaaroverzicht</h2>
        <WritingLines content={content} who={frame.person.id} lines={running} />
      </>
    )}
    <h2>Intervisie</h2>
    <p>
      <a href={casussenPath}>Casussen voor intervisie</a>
    </p>
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
