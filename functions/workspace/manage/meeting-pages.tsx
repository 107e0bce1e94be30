/** On which days the team meets: the list with one more, and one day that changes or goes back to what it was. */
import type { FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { MeetingLine } from '../../../forms/kit/manage/meeting-page.ts'
import type { NetworkDays } from '../../../forms/kit/network-days.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { meetingsOf } from '../../../forms/kit/team-meeting/agenda.ts'
import { heldOn, type MeetingDays } from '../../../forms/kit/team-meeting/meetings.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import {
  agendaPath,
  closedDaysPath,
  managePath,
  meetingDayPath,
  meetingPath,
  teamMeetingPath,
} from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { History } from './desk.ts'
import { EntryForm, HistoryPart, ManagePage, Revision, type Shown } from './parts.tsx'

interface MeetingProps extends WorkFrame, Shown {
  content: NetworkContent
  days: NetworkDays
  revision: number
  page: Page
  history: History
}

interface ListProps extends MeetingProps {
  lines: readonly MeetingLine[]
  /** Something was just kept. */
  done: boolean
}

const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
const hour = (time: string): string => time.replace(':', '.')

export const MeetingListPage: FC<ListProps> = (props) => {
  const { content, days, revision, page, history, lines, done, typed, errors, since, ...frame } = props
  const { weekday, from, until, cutOff, agendaMail } = meetingsOf(days)
  return (
    <ManagePage
      {...frame}
      {...{ content, errors, since }}
      title="Teamoverleg"
      back={{ href: managePath, text: 'Beheer' }}
      beside={
        <>
          <WhatItMeans />
          <HistoryPart history={history} content={content} />
        </>
      }
    >
      {done && (
        <p class="done" role="status">
          Bewaard. De agenda’s zijn aangepast. Verwittig zelf wie erbij zou zijn: daar vertrekt geen mail over.
        </p>
      )}
      <p>
        {`Het team komt samen op ${weekdays[weekday - 1]}, van ${hour(from)} tot ${hour(until)} uur. Wat de dag ervoor voor ${hour(cutOff)} uur binnenkomt, staat op de `}
        <a href={agendaPath}>agenda</a>
        {`. Die vertrekt om ${hour(agendaMail)} uur.`}
      </p>
      <section class="lw-band">
        <h2>De volgende dagen</h2>
        <ul class="lw-plain">
          {lines.map((line) => (
            <li>
              <span class="grow">
                <b>{capitalised(dateInWords(line.date))}</b>
                {standsInWords(line, days)}
              </span>
              {(line.stands !== 'none' || line.changed) && (
                <a href={meetingDayPath(line.date)} aria-label={`Verander het overleg van ${dateInWords(line.date)}`}>
                  Verander
                </a>
              )}
            </li>
          ))}
        </ul>
      </section>
      <h2>Een extra overleg</h2>
      <EntryForm
        action={teamMeetingPath}
        questions={page.questions}
        {...{ typed, errors, revision }}
        button="Voeg dit overleg toe"
      />
      <p class="hint">
        Wat van dan af binnenkomt, staat op die agenda als die dag eerst komt. Wat al op een latere agenda staat, blijft
        daar.
      </p>
    </ManagePage>
  )
}

const WhatItMeans: FC = () => (
  <section class="lw-block">
    <h2>Wat het verandert</h2>
    <ul>
      <li>Gaat een overleg niet door? Dan komt alles van die agenda op de volgende. Er gaat niets verloren.</li>
      <li>
        Op een <a href={closedDaysPath}>sluitingsdag</a> is er geen overleg. Kies een andere dag als u toch samenkomt.
      </li>
      <li>Wat al beloofd is aan wie iets vroeg, houdt zijn datum.</li>
    </ul>
  </section>
)

function standsInWords({ date, stands, instead }: MeetingLine, days: NetworkDays): string {
  switch (stands) {
    case 'meets':
      return ''
    case 'beside':
      return ': beslist voor deze keer'
    case 'closed':
      return `: gaat niet door, want gesloten (${days.closedFor(date)})`
    case 'none':
      return `: gaat niet door${instead ? `, wel op ${dateInWords(instead)}` : ''}`
  }
}

interface DayProps extends MeetingProps {
  line: MeetingLine
}

export const MeetingDayPage: FC<DayProps> = (props) => {
  const { line, content, days, revision, page, history, typed, errors, since, ...frame } = props
  const { date } = line
  return (
    <ManagePage
      {...frame}
      {...{ content, errors, since }}
      title={`Overleg van ${dateInWords(date)}`}
      back={{ href: teamMeetingPath, text: 'Teamoverleg' }}
      beside={<HistoryPart history={history} content={content} />}
    >
      <p class="lead">{nowInWords(line, days)}</p>
      {line.changed ? (
        <PutBack line={line} revision={revision} />
      ) : (
        <>
          {line.stands !== 'closed' && (
            <p>
              {`Gaat het niet door? Dan komt wat op die `}
              <a href={meetingPath(date)}>agenda</a>
              {` staat op die van ${dateInWords(nextWithout(meetingsOf(days), date))}, of van de dag die u kiest.`}
            </p>
          )}
          <EntryForm
            action={meetingDayPath(date)}
            questions={page.questions}
            {...{ typed, errors, revision }}
            button="Dit overleg gaat niet door"
          />
        </>
      )}
    </ManagePage>
  )
}

/** Where its agenda goes when it falls away. */
const nextWithout = (meetings: MeetingDays, date: string): string =>
  heldOn(
    {
      ...meetings,
      none: new Map([...meetings.none, [date, undefined]]),
      beside: meetings.beside.filter((one) => one !== date),
    },
    date,
  )

function nowInWords(line: MeetingLine, days: NetworkDays): string {
  switch (line.stands) {
    case 'meets':
      return 'Het team komt dan samen.'
    case 'beside':
      return 'Het team komt dan samen, buiten de gewone dag.'
    case 'closed':
      return `Dan is uw netwerk gesloten (${days.closedFor(line.date)}). Het overleg gaat niet door. Wat op de agenda staat, komt op de volgende. Komt het team toch samen? Kies hieronder een andere dag.`
    case 'none':
      return line.instead
        ? `Dit overleg gaat niet door. Het team komt samen op ${dateInWords(line.instead)}.`
        : 'Dit overleg gaat niet door. Wat op de agenda stond, komt op de volgende.'
  }
}

const PutBack: FC<{ line: MeetingLine; revision: number }> = ({ line, revision }) => (
  <form class="sheet" method="post" action={meetingDayPath(line.date, 'terug')}>
    <Revision of={revision} />
    <p>
      {line.stands === 'none'
        ? 'Zet u dit terug, dan komt het team die dag weer samen, en niet op de andere dag.'
        : 'Haalt u deze dag weg, dan komt wat op de agenda staat op de volgende.'}
    </p>
    <div class="row">
      <button class="btn" data-next>
        {line.stands === 'none' ? 'Zet terug' : 'Haal deze dag weg'}
      </button>
      <a href={teamMeetingPath}>Nee, ga terug</a>
    </div>
  </form>
)
