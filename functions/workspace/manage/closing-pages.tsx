/** Days on which the network is closed: the list with one more, one that is changed, and one that goes away. */
import type { Child, FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import {
  type Closing,
  closingInWords,
  closings,
  fallenAway,
  hasBegun,
  holidaysAhead,
} from '../../../forms/kit/manage/closing-page.ts'
import { fallenMeetings } from '../../../forms/kit/manage/meeting-page.ts'
import type { NetworkDays } from '../../../forms/kit/network-days.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { closedDaysPath, closingPath, managePath, meetingDayPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { History } from './desk.ts'
import { EntryForm, HistoryPart, ManagePage, Revision, type Shown } from './parts.tsx'

interface ClosingProps extends WorkFrame, Shown {
  content: NetworkContent
  days: NetworkDays
  revision: number
  page: Page
  history: History
  /** Brussels date. */
  today: string
}

interface ListProps extends ClosingProps {
  /** What was just done. */
  done: string | undefined
}

const doneWords: Readonly<Record<string, string>> = {
  bewaard: 'De sluitingsdagen zijn bewaard. Vanaf nu tellen ze mee.',
  weg: 'De sluitingsdagen zijn weg. Vanaf nu zijn het weer werkdagen.',
}

export const ClosingListPage: FC<ListProps> = (props) => {
  const { content, days, revision, page, history, today, done, typed, errors, since, ...frame } = props
  const { ahead, over } = closings(content, today)
  return (
    <ManagePage
      {...frame}
      {...{ content, errors, since }}
      title="Sluitingsdagen"
      back={{ href: managePath, text: 'Beheer' }}
      beside={
        <>
          <WhatItMeans network={frame.network} />
          <Holidays today={today} />
          <HistoryPart history={history} content={content} />
        </>
      }
    >
      {done && doneWords[done] && (
        <p class="done" role="status">
          {doneWords[done]}
        </p>
      )}
      <section class="lw-band">
        <h2>Wanneer bent u gesloten?</h2>
        <ul class="lw-plain">
          {ahead.length === 0 && <li>Er staan geen sluitingsdagen klaar.</li>}
          {ahead.map((closing) => (
            <Line closing={closing} days={days}>
              <a href={closingPath(closing.from)} aria-label={`Verander ${closing.what}, ${closingInWords(closing)}`}>
                Verander
              </a>
            </Line>
          ))}
        </ul>
      </section>
      <h2>Sluit een dag, of meer</h2>
      <EntryForm
        action={closedDaysPath}
        questions={page.questions}
        {...{ typed, errors, revision }}
        button="Bewaar de sluitingsdagen"
      />
      {over.length > 0 && (
        <section class="lw-band">
          <h2>Dit jaar al voorbij</h2>
          <ul class="lw-plain">
            {over.map((closing) => (
              <Line closing={closing} days={days} />
            ))}
          </ul>
        </section>
      )}
    </ManagePage>
  )
}

const Holidays: FC<{ today: string }> = ({ today }) => (
  <details class="lw-block">
    <summary>Feestdagen tellen al</summary>
    <p>Deze hoeft u niet in te vullen: het zijn al geen werkdagen.</p>
    <ul>
      {holidaysAhead(today).map((day) => (
        <li>{capitalised(dateInWords(day))}</li>
      ))}
    </ul>
  </details>
)

interface LineProps {
  closing: Closing
  days: NetworkDays
  children?: Child
}

const Line: FC<LineProps> = ({ closing, days, children }) => (
  <li>
    <span class="grow">
      <b>{capitalised(closingInWords(closing))}</b>
      {`: ${closing.what}. Er ${fallenAway(closing) === '1 werkdag' ? 'valt' : 'vallen'} ${fallenAway(closing)} weg.`}
      <FallenMeetings closing={closing} days={days} />
    </span>
    {children}
  </li>
)

/** A meeting on a closed day does not take place; another day is chosen on the page of that meeting. */
const FallenMeetings: FC<{ closing: Closing; days: NetworkDays }> = ({ closing: { from, until }, days }) => (
  <>
    {fallenMeetings(days, from, until).map((date) => (
      <>
        {' '}
        Ook het <a href={meetingDayPath(date)}>{`teamoverleg van ${dateInWords(date)}`}</a> valt weg. Wat op die agenda
        staat, komt op de volgende.
      </>
    ))}
  </>
)

const WhatItMeans: FC<Pick<WorkFrame, 'network'>> = ({ network }) => (
  <section class="lw-block">
    <h2>Dat schuift elke belofte op</h2>
    <ul>
      <li>Een sluitingsdag is geen werkdag. Wat we vanaf nu beloven (‘ten laatste op …’), valt nooit op die dag.</li>
      <li>Wie zegt dat het dringend is, bellen we de eerste werkdag erna. De aanvrager leest die dag.</li>
      <li>Herinneringen en het dagoverzicht slaan die dag over.</li>
      {network.teamMeeting && <li>Valt er een teamoverleg op die dag? Dan gaat dat niet door.</li>}
      <li>Wat al beloofd is, houdt zijn datum. Kijk in ‘Mijn week’ wat op die dagen valt.</li>
      <li>In de jaarcijfers tellen we gewone werkdagen, zodat jaren en netwerken te vergelijken zijn.</li>
    </ul>
  </section>
)

interface OneProps extends ClosingProps {
  closing: Closing
}

export const EditClosingPage: FC<OneProps> = (props) => {
  const { closing, content, days, revision, page, history, today, typed, errors, since, ...frame } = props
  const begun = hasBegun(closing, today)
  return (
    <ManagePage
      {...frame}
      {...{ content, errors, since }}
      title={`Gesloten: ${closing.what}`}
      back={{ href: closedDaysPath, text: 'Sluitingsdagen' }}
      beside={<HistoryPart history={history} content={content} />}
    >
      <p>
        {capitalised(closingInWords(closing))}.
        <FallenMeetings closing={closing} days={days} />
      </p>
      <EntryForm
        action={closingPath(closing.from)}
        questions={page.questions}
        {...{ typed, errors, revision }}
        button="Bewaar de sluitingsdagen"
      />
      {begun ? (
        <p class="lw-soft">Dit is al begonnen. Bent u vroeger weer open? Kies dan een vroegere laatste dag.</p>
      ) : (
        <p>
          <a href={closingPath(closing.from, 'weg')}>Wij zijn dan toch open</a>
        </p>
      )}
    </ManagePage>
  )
}

type RemoveProps = Omit<OneProps, 'page' | 'typed' | 'errors' | 'history' | 'today' | 'days'>

export const RemoveClosingPage: FC<RemoveProps> = ({ closing, content, revision, since, ...frame }) => (
  <ManagePage
    {...frame}
    {...{ content, since }}
    title="Bent u dan toch open?"
    back={{ href: closingPath(closing.from), text: closing.what }}
  >
    <form class="sheet" method="post" action={closingPath(closing.from, 'weg')}>
      <Revision of={revision} />
      <p>{`${capitalised(closingInWords(closing))}: ${closing.what}.`}</p>
      <ul>
        <li>Vanaf nu zijn dit weer werkdagen, in elke belofte en herinnering.</li>
        <li>Wat al beloofd is, houdt zijn datum.</li>
      </ul>
      <div class="row">
        <button class="btn warn" data-next>
          Ja, wij zijn open
        </button>
        <a href={closingPath(closing.from)}>Nee, ga terug</a>
      </div>
    </form>
  </ManagePage>
)
