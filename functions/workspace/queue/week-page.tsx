/** What a week asks: new work on top, what is late, then day by day; for a coordinator, with who has how much. */
import type { Child, FC } from 'hono/jsx'
import type { Absence } from '../../../forms/kit/absence.ts'
import { type NetworkContent, roleInWords } from '../../../forms/kit/content.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { addDays, dateInShort, dateInWords } from '../../../forms/kit/time.ts'
import { offersPath, weekPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { type Holder, loadInWords } from '../holders.ts'
import { replacedInWords } from '../people/absence.tsx'
import { pathWith } from './filters.ts'
import { dateAway, Pages, Unreadable } from './parts.tsx'
import type { WeekLine } from './week-line.ts'
import { Fresh, Todo } from './week-lines.tsx'
import type { Week, WeekView } from './week-view.ts'

interface WeekPageProps extends WorkFrame, WeekView {
  week: Week
  /** Where this page begins; absent on the first. */
  na: string | undefined
  content: NetworkContent
  /** What was just done. */
  done: Child
  /** Absent for who sees only their own, and of a week to come. */
  holders?: readonly Holder[] | undefined
  /** Offers that nobody checked for more than a year; 0 for who does not look after them. */
  oldOffers: number
}

export const WeekPage: FC<WeekPageProps> = (props) => {
  const { network, content, person, week, lines, fresh, next, na, holders, replaces } = props
  const everything = person.role === 'coordinator'
  const { today, isThis } = week
  const late = lines.filter((line) => line.late)
  const onDay = lines.filter((line) => !line.late)
  const path = isThis ? weekPath : weekAt(week.monday)
  return (
    <WorkPage assets={props.assets} network={network} person={person} title="Mijn week" here="week">
      <div class="lw-head">
        <h1>Mijn week</h1>
        <WeekPager week={week} />
      </div>
      {props.done}
      {replaces.map((one: Absence) => (
        <p class="note">{`U vervangt ${replacedInWords(one, content)}. In die dagen staat ook dat werk hier.`}</p>
      ))}
      {props.oldOffers > 0 && (
        <p class="note">
          <a href={offersPath}>{`${props.oldOffers} keer aanbod is langer dan een jaar niet nagekeken`}</a>
        </p>
      )}
      {lines.length === 0 && !na && !next && (
        <p class="lw-nothing">{nothingInWords({ everything, fresh: fresh.length > 0, isThis })}</p>
      )}
      <div class="lw-week">
        {fresh.length > 0 && <Fresh rows={fresh} more={props.moreFresh} today={today} />}
        {late.length > 0 && (
          <section class="lw-band late">
            <h2>{`Te laat (${late.length})`}</h2>
            <ul class="lw-plain">
              {late.map((line) => (
                <Todo line={line} today={today} who={everything} />
              ))}
            </ul>
          </section>
        )}
        {onDay.length > 0 && <Days {...{ week, everything }} lines={onDay} />}
        {holders && <Loads holders={holders} today={today} />}
      </div>
      {props.unreadable && <Unreadable />}
      <Pages first={path} na={na} next={next && `${path}${isThis ? '?' : '&'}${new URLSearchParams({ na: next })}`} />
    </WorkPage>
  )
}

const weekAt = (monday: string): string => `${weekPath}?${new URLSearchParams({ week: monday })}`

function nothingInWords({
  everything,
  fresh,
  isThis,
}: {
  everything: boolean
  fresh: boolean
  isThis: boolean
}): string {
  const when = isThis ? 'deze week' : 'die week'
  if (!everything) return `U hebt ${when} niets gepland.`
  return fresh ? `Voor de rest staat er ${when} niets gepland.` : `Er staat ${when} niets gepland.`
}

/** Which days, and the way to the week after it, and back. */
const WeekPager: FC<{ week: Week }> = ({ week: { today, monday, sunday, isThis } }) => {
  const before = addDays(monday, -7)
  return (
    <nav class="lw-pager" aria-label="Weken">
      {!isThis && <a href={before <= today ? weekPath : weekAt(before)}>Vorige week</a>}
      <b>
        {isThis ? `Tot en met ${dateInWords(sunday)}` : `Van ${dateInWords(monday)} tot en met ${dateInWords(sunday)}`}
      </b>
      <a href={weekAt(addDays(monday, 7))}>Volgende week</a>
    </nav>
  )
}

interface DaysProps {
  week: Week
  lines: readonly WeekLine[]
  everything: boolean
}

/** One column a day where there is room; a day that is over has nothing left but its name, a weekend shows when it has something. */
const Days: FC<DaysProps> = ({ week: { today, monday }, lines, everything }) => {
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  return (
    <div class="lw-days">
      {days.map((day, index) => {
        const own = lines.filter(({ on }) => on === day)
        if (index >= 5 && own.length === 0) return null
        return (
          <section class={day < today ? 'lw-day past' : day === today ? 'lw-day today' : 'lw-day'}>
            <h2>
              {capitalised(dateInShort(day, today))}
              {day === today && <small> vandaag</small>}
              {day === addDays(today, 1) && <small> morgen</small>}
            </h2>
            {own.length === 0 ? (
              <p>{day < today ? 'voorbij' : 'niets'}</p>
            ) : (
              <ul class="lw-plain">
                {own.map((line) => (
                  <Todo line={line} today={today} who={everything} />
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}

const Loads: FC<{ holders: readonly Holder[]; today: string }> = ({ holders, today }) => (
  <section class="lw-band loads">
    <h2>Wie heeft hoeveel</h2>
    <ul class="lw-plain">
      {holders.map(({ person: { id, name, role }, load, absence }) => (
        <li>
          <span class="grow">
            {name} <span class="lw-soft">{roleInWords[role]}</span>
            {absence && (
              <>
                {' '}
                <span class="tag wait">{`afwezig ${dateAway(absence, today)}`}</span>
              </>
            )}
          </span>
          <span>{load.open === 0 ? 'geen' : <a href={pathWith({ wie: id })}>{loadInWords(load)}</a>}</span>
        </li>
      ))}
    </ul>
  </section>
)
