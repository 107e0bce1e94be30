/** One line a task of the week: whom it is about, what, who has it, and whom to call. */
import type { FC } from 'hono/jsx'
import { phoneHref } from '../../../forms/kit/contact.ts'
import { shorten } from '../../../forms/kit/shorten.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dossierPath, taskPath } from '../../shared/work-paths.ts'
import { pathWith } from './filters.ts'
import { MendLink } from './mark.tsx'
import { About, By, Flags, Release, StandsIn } from './parts.tsx'
import { relativeDay } from './relative-day.ts'
import type { QueueRow } from './rows.ts'
import type { WeekLine } from './week-line.ts'

interface FreshProps {
  rows: readonly QueueRow[]
  /** There are more than these. */
  more: boolean
  /** Brussels date. */
  today: string
}

/** What nobody has yet. */
export const Fresh: FC<FreshProps> = ({ rows, more, today }) => (
  <section class="lw-band new">
    <h2>{`Nog te verdelen (${more ? `${rows.length}+` : rows.length})`}</h2>
    <ul class="lw-plain">
      {rows.map((row) => (
        <li data-dossier={row.reference}>
          <span class="grow">
            <About row={row} />
            <Flags row={row} />
            {row.step && <span class="lw-soft">{` ${row.step}`}</span>}
            <Safely row={row} />
          </span>
          <span>
            <By row={row} today={today} />
          </span>
          <Call number={row.telefoon} row={row} />
          {row.assign && (
            <a href={`${dossierPath(row.reference)}/${row.assign.action}`}>
              Wijs toe<span class="hidden-visually">{`: ${called(row)}`}</span>
            </a>
          )}
          <MendLink row={row} />
        </li>
      ))}
      {more && (
        <li>
          <a href={pathWith({ toon: 'te-verdelen' })}>Bekijk alles wat te verdelen is</a>
        </li>
      )}
    </ul>
  </section>
)

interface TodoProps {
  line: WeekLine
  /** Brussels date. */
  today: string
  /** Says who has it. */
  who: boolean
}

export const Todo: FC<TodoProps> = ({ line: { row, what, on, late, path, phone, own }, today, who }) => (
  <li data-taak={path} data-eigen-taak={own?.id}>
    <span class="grow">
      <a href={dossierPath(row.reference)}>
        <bdi>{row.over ?? '–'}</bdi>
        <span class="hidden-visually">{` ${row.reference}`}</span>
      </a>{' '}
      {path ? (
        <a class="what" href={path}>
          <bdi>{capitalised(what)}</bdi>
        </a>
      ) : (
        <span class="what">{own ? <bdi class="written">{what}</bdi> : capitalised(what)}</span>
      )}
      {own?.whose && !row.standsIn && <span class="lw-soft">{` voor ${own.whose}`}</span>}
      <Flags row={row} />
      <StandsIn row={row} today={today} />
      {phone && <Safely row={row} />}
    </span>
    {late && <b class="lw-late">{`moest ${relativeDay(on, today)}`}</b>}
    {who && !own && <span class="by">{`bij ${row.holder ?? 'niemand'}`}</span>}
    {own && <Done row={row} what={what} own={own} />}
    <Call number={phone} row={row} />
    {path === undefined && <Release row={row} />}
    <MendLink row={row} />
  </li>
)

/** One press, without leaving the week. */
const Done: FC<Required<Pick<WeekLine, 'row' | 'what' | 'own'>>> = ({ row: { reference }, what, own }) => (
  <form method="post" action={taskPath(reference, own.id, 'klaar')}>
    <input type="hidden" name="versie" value={String(own.version)} />
    <input type="hidden" name="terug" value="week" />
    <button class="btn plain slim">
      Klaar<span class="hidden-visually">{`: ${what}`}</span>
    </button>
  </form>
)

/** Beside the number of who asks for themselves, what to mind: in full, or that it is to be read first. */
const Safely: FC<{ row: QueueRow }> = ({ row: { veilig } }) =>
  veilig === undefined ? null : (
    <>
      {' '}
      <span class="lw-flag" data-veilig-contact>
        <bdi>{veilig}</bdi>
      </span>
    </>
  )

/** Bytes of a name in a label that only a screen reader says: the row begins with all of it. */
const mostInLabel = 40
const called = ({ over, reference }: QueueRow): string => shorten(over ?? reference, mostInLabel)

/** Of whoever asked; there is none in a request from before lists had it. */
const Call: FC<{ number: string | undefined; row: QueueRow }> = ({ number, row }) =>
  number === undefined ? null : (
    <a href={phoneHref(number)}>
      Bel<span class="hidden-visually">{` ${number} over ${called(row)}`}</span>
    </a>
  )
