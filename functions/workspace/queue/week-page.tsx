/** What this week asks: what is late, then day by day; for a coordinator of the whole network, with who has how much. */

import type { FC } from 'hono/jsx'
import type { Absence } from '../../../forms/kit/absence.ts'
import { type NetworkContent, roleInWords } from '../../../forms/kit/content.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { addDays, dateInWords } from '../../../forms/kit/time.ts'
import { dossierPath, weekPath } from '../../shared/work-paths.ts'

import { type WorkFrame, WorkPage } from '../frame.tsx'
import { type Holder, loadInWords } from '../holders.ts'
import { replacedInWords } from '../people/absence.tsx'
import { pathWith } from './filters.ts'
import { MendLink } from './mark.tsx'
import { About, dateAway, Pages, Release, relativeDay, StandsIn, Tags, Unreadable } from './parts.tsx'
import type { WeekLine } from './week.ts'

interface WeekPageProps extends WorkFrame {
  /** Soonest first. */
  lines: readonly WeekLine[]
  /** Some answers could not be opened: the lines are there without them. */
  unreadable: boolean
  today: string
  sunday: string
  next?: string | undefined
  /** Where this page begins; absent on the first. */
  na: string | undefined
  content: NetworkContent
  /** In whose place they are named, now or later. */
  replaces: readonly Absence[]
  /** Absent for who sees only their own. */
  holders?: readonly Holder[] | undefined
}

export const WeekPage: FC<WeekPageProps> = (props) => {
  const { network, content, person, lines, unreadable, today, sunday, next, na, holders, replaces } = props
  return (
    <WorkPage assets={props.assets} network={network} person={person} title="Mijn week" here="week">
      <h1>Mijn week</h1>
      <p class="lead">{`Tot en met ${dateInWords(sunday)}.`}</p>
      {replaces.map((one) => (
        <p class="note">{`U vervangt ${replacedInWords(one, content)}. In die dagen staat ook dat werk hier.`}</p>
      ))}
      {lines.length === 0 && !na && !next && (
        <p>{holders ? 'Er staat deze week niets gepland.' : 'U hebt deze week niets gepland.'}</p>
      )}
      {groupsOf(lines, today).map(({ title, red, items }) => (
        <section class="day">
          <h2 class={red ? 'late-head' : undefined}>{title}</h2>
          <ul class="todo">
            {items.map((line) => (
              <Todo line={line} today={today} who={holders !== undefined} />
            ))}
          </ul>
        </section>
      ))}
      {unreadable && <Unreadable />}
      <Pages first={weekPath} na={na} next={next && pathWith({ na: next }, weekPath)} />
      {holders && <Loads holders={holders} today={today} />}
    </WorkPage>
  )
}

interface Group {
  title: string
  /** What must happen today, or had to before. */
  red: boolean
  items: WeekLine[]
}

/** Lines come soonest first, so that the days do too. */
function groupsOf(lines: readonly WeekLine[], today: string): Group[] {
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const { late } = line
    const key = late ? '' : line.on
    const red = late || key === today
    const group = groups.get(key) ?? { title: late ? 'Te laat' : titleOf(key, today), red, items: [] }
    group.items.push(line)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function titleOf(date: string, today: string): string {
  const words = dateInWords(date).replace(/ \d{4}$/, '')
  if (date === today) return `Vandaag, ${words}`
  return date === addDays(today, 1) ? `Morgen, ${words}` : capitalised(words)
}

const Todo: FC<{ line: WeekLine; today: string; who: boolean }> = ({ line, today, who }) => {
  const { row, what, on, late, path } = line
  return (
    <li class={late || on === today ? 'is-late' : undefined} data-taak={path}>
      <p class="what">
        {path ? (
          <a class="strong" href={path}>
            <bdi>{capitalised(what)}</bdi>
          </a>
        ) : (
          <span class="strong">{capitalised(what)}</span>
        )}{' '}
        <Tags row={{ ...row, late, isDue: false }} /> <StandsIn row={row} today={today} />
      </p>
      {path === undefined && <Release row={row} />}
      <MendLink row={row} />
      <p>
        <About row={row} />
      </p>
      <p class="hint">
        <a class="reference" href={dossierPath(row.reference)}>
          {row.reference}
        </a>
        {[
          row.form,
          ...(late ? [`moest ${relativeDay(on, today)}`] : []),
          ...(who ? [row.holder ? `bij ${row.holder}` : 'bij niemand'] : []),
        ].map((words) => (
          <span>{words}</span>
        ))}
      </p>
    </li>
  )
}

const Loads: FC<{ holders: readonly Holder[]; today: string }> = ({ holders, today }) => (
  <section>
    <h2>Wie heeft hoeveel</h2>
    <table class="cards small">
      <thead>
        <tr>
          {['Wie', 'Aanvragen', 'Afwezig'].map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {holders.map(({ person: { id, name, role }, load, absence }) => (
          <tr>
            <th scope="row">
              <div>
                {name}
                <span class="hint">{roleInWords[role]}</span>
              </div>
            </th>
            <td data-label="Aanvragen">
              <div>{load.open === 0 ? 'geen' : <a href={pathWith({ wie: id })}>{loadInWords(load)}</a>}</div>
            </td>
            <td data-label="Afwezig">
              <div>{absence ? <span class="tag wait">{dateAway(absence, today)}</span> : '–'}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
