/** Everybody at the table against every moment: one list of moments, the best one first (docs/overleg.md §3). */
import type { FC } from 'hono/jsx'
import { calledWithin } from '../../../forms/kit/overleg/details.ts'
import type { Seated } from '../../../forms/kit/overleg/overleg.ts'
import { isInterpreter, isKeyPerson, seated } from '../../../forms/kit/overleg/overleg.ts'
import { saidBy } from '../../../forms/kit/overleg/said.ts'
import { type Cell, type Column, grid } from '../../../forms/kit/overleg/tally.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { overlegPath } from '../../shared/work-paths.ts'
import type { AtTable } from './at-table.ts'
import { Icon, Sign, type SignKind } from './icons.tsx'
import { shortDay, shortHours, shortMoment } from './moment-words.ts'
import { unreachedIn } from './open.ts'
import { seatBeside } from './person.tsx'
import { calledOf, listInWords, seatInWords } from './words.ts'

interface GridProps {
  found: AtTable
  now: Date
  /** Of the button under the best moment: the only filled one of the page. */
  next: boolean
}

export const MomentGrid: FC<GridProps> = ({ found, now, next }) => {
  const { overleg, details } = found
  const people = seated(overleg)
  const columns = grid(found, now)
  const unreached = unreachedIn(found)
  return (
    // Sideways it scrolls when there are many moments: with the keyboard too (WCAG 2.1.1).
    <ol class="lo-momenten" id="kies" tabindex={0} aria-label="Momenten, het beste eerst">
      <li class="lo-namen" aria-hidden="true">
        <ul>
          {people.map((who) => (
            <li>
              <Who details={details} who={who} />
            </li>
          ))}
        </ul>
      </li>
      {columns.map((column, place) => (
        <MomentCard found={found} people={people} unreached={unreached} column={column} next={next && place === 0} />
      ))}
    </ol>
  )
}

const Who: FC<{ details: AtTable['details']; who: Seated }> = ({ details, who }) => {
  const { first, beside } = calledWithin(details, who.id)
  const rest = [beside, seatBeside(details, who)].filter(Boolean).join(', ')
  return (
    <>
      <bdi>{first || capitalised(calledOf(details, who))}</bdi>
      {rest && <small class="hint">{rest}</small>}
    </>
  )
}

interface CardProps {
  found: AtTable
  people: readonly Seated[]
  unreached: ReadonlySet<string>
  column: Column
  next: boolean
}

const MomentCard: FC<CardProps> = ({ found, people, unreached, column, next }) => {
  const { moment, cells } = column
  const open = isOpen(column)
  return (
    <li class={`lo-moment${open ? '' : ' dicht'}${open && next ? ' beste' : ''}`}>
      <h2>
        {shortDay(moment)} <span>{shortHours(moment)}</span>
      </h2>
      <p class="samen">
        {open ? (
          <>
            <b>{`${column.can} van ${column.of} ${column.can === 1 ? 'kan' : 'kunnen'}`}</b>
            {column.misses.length > 0 && (
              <span>
                <bdi>{missesInWords(found, column)}</bdi>
              </span>
            )}
          </>
        ) : (
          <>
            <b>Niet te kiezen</b>
            <span>{column.past ? 'voorbij' : 'kan niet voor de cliënt'}</span>
          </>
        )}
      </p>
      <ul>
        {people.map((who) => (
          <CellLine
            found={found}
            who={who}
            moment={moment.id}
            cell={cells.get(who.id) ?? ''}
            unreached={unreached.has(who.id)}
            reason={!column.past && !column.clientCan && who.wie === 'client'}
          />
        ))}
      </ul>
      {open ? (
        <p class="kies">
          <button class={next ? 'btn' : 'btn plain'} name="kies" value={moment.id} data-next={next ? '' : undefined}>
            Kies dit moment<span class="hidden-visually">{` op ${shortMoment(moment)}`}</span>
          </button>
        </p>
      ) : (
        <p class="kies hint">
          {!column.past && (
            <>
              Wil de cliënt er niet bij zijn?{' '}
              <a href={`${overlegPath(found.overleg.reference, 'momenten')}#client_wil_niet`}>Noteer het eerst</a>
            </>
          )}
        </p>
      )}
    </li>
  )
}

export const isOpen = ({ past, clientCan }: Column): boolean => !past && clientCan

/** "zonder spilfiguur, Thuiszorg De Linde"; of many only how many. */
function missesInWords({ details }: AtTable, { misses }: Column): string {
  if (misses.length >= 3) return `zonder ${misses.length} mensen`
  const names = misses.map((who) =>
    isKeyPerson(who) || isInterpreter(who) ? seatInWords[who.wie].toLowerCase() : calledOf(details, who),
  )
  return `zonder ${listInWords(names)}`
}

interface CellProps {
  found: AtTable
  who: Seated
  moment: string
  cell: Cell
  unreached: boolean
  /** Why this moment cannot be chosen. */
  reason: boolean
}

const CellLine: FC<CellProps> = ({ found, who, moment, cell, unreached, reason }) => {
  const declined = cell === '' && saidBy(found.said, who.id).declinedAt !== undefined
  const [kind, word] = declined ? (['niet', 'doet niet mee'] as const) : signOf(cell, unreached)
  return (
    <li>
      <span class="wie">
        <Who details={found.details} who={who} />
      </span>
      <span
        class={`lo-a ${kind}${reason ? ' reden' : ''}`}
        data-deelnemer={who.id}
        data-moment={moment}
        data-antwoord={cell}
      >
        <Icon kind={kind} /> {word}
      </span>
    </li>
  )
}

function signOf(cell: Cell, unreached: boolean): readonly [SignKind, string] {
  switch (cell) {
    case 'kan':
      return ['kan', 'kan']
    case 'kan_niet':
      return ['niet', 'kan niet']
    case 'bel_mij':
      return ['bel', 'bel mij']
    case '':
      return unreached ? ['weg', 'niet bereikt'] : ['stil', 'nog niets']
  }
}

export const Legend: FC = () => (
  <ul class="lo-uitleg" aria-label="Wat de tekens betekenen">
    {legend.map(([kind, word]) => (
      <li>
        <Sign kind={kind}>{word}</Sign>
      </li>
    ))}
  </ul>
)

const legend = [
  ['kan', 'kan'],
  ['niet', 'kan niet'],
  ['bel', 'bel mij'],
  ['stil', 'nog niets gehoord'],
  ['weg', 'mail kwam terug'],
] as const
