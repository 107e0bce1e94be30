/** The moments that are proposed, as their page is filled in (docs/overleg.md §3). Brussels days and hours. */

import { cleanedIn } from '../clean.ts'
import { hourInWords, localInstant, readHour } from '../local-time.ts'
import type { RawInput } from '../questions/answers.ts'
import type { FieldError } from '../questions/page.ts'
import { cellName, rowNumbers, yearsAhead } from '../questions/questions.ts'
import { dayProblem, readDay } from '../read-day.ts'
import { isBlank } from '../text.ts'
import { addMonths, brusselsDate, dateInWords } from '../time.ts'
import { whatDay } from '../unusual-day.ts'
import type { At, WorkingDays } from '../working-days.ts'
import type { Span } from './moments.ts'
import type { Overleg } from './overleg.ts'
import { discussedOn } from './table.ts'

export const momentRows = 'momenten'
export const mostMoments = 8

const columns = ['id', 'datum', 'van', 'tot', 'past_client'] as const
type Column = (typeof columns)[number]

interface MomentRow extends Span {
  /** Number of the row on the page. */
  at: number
  suitsClient: boolean
}

export interface MomentsInput {
  rows: readonly MomentRow[]
  /** Brussels date; absent when the client was not asked yet. */
  discussedOn?: string
  clientDeclines: boolean
}

export interface ReadMoments {
  input: MomentsInput
  errors: readonly FieldError[]
  /** What must be filled in before it goes on; may stay open while it is kept half-way. */
  gaps: readonly FieldError[]
  /** Days that are no working days of the network, and not confirmed: asked once whether they are meant. */
  unusual: readonly string[]
}

interface Context extends At {
  overleg: Overleg
  receivedAt: string
  withClient: boolean
}

export function readMoments(raw: RawInput, { overleg, receivedAt, withClient, now, days }: Context): ReadMoments {
  const errors: FieldError[] = []
  const rows = momentNumbersOf(raw).flatMap((at) => readRow(raw, at, { overleg, withClient, now }, errors))
  for (const [place, row] of rows.entries())
    if (rows.slice(0, place).some(({ start }) => start === row.start))
      wrong(errors, row.at, 'datum', 'Dit moment staat er al')
  const over = rows[mostMoments]
  if (over) wrong(errors, over.at, 'datum', `Hoogstens ${mostMoments} momenten`)
  const typed = cleanedIn(raw, 'besproken_op')
  const between = { from: brusselsDate(new Date(receivedAt)), today: brusselsDate(now) }
  const discussed = isBlank(typed) ? undefined : discussedOn(typed, between)
  if (discussed && 'problem' in discussed) errors.push({ name: 'besproken_op', message: discussed.problem })
  const confirmed = cleanedIn(raw, 'zeker').split(' ')
  const dayOf = ({ start }: Span) => brusselsDate(new Date(start))
  const proposed = new Set(rows.map(dayOf))
  // A day that is kept already was meant.
  const meant = [...confirmed, ...overleg.moments.map(dayOf)]
  return {
    input: {
      rows,
      ...(discussed && 'value' in discussed ? { discussedOn: discussed.value } : {}),
      clientDeclines: cleanedIn(raw, 'client_wil_niet') === 'ja',
    },
    errors,
    gaps: [
      ...(rows.length === 0 && errors.length === 0
        ? [{ name: cellName(momentRows, 0, 'datum'), message: 'Kies minstens één moment' }]
        : []),
      ...(withClient && isBlank(typed)
        ? [{ name: 'besproken_op', message: 'Vul een datum in, bijvoorbeeld 27/4/2021' }]
        : []),
    ],
    unusual: [...proposed].filter((day) => !days.has(day) && !meant.includes(day)).sort(),
  }
}

const wrong = (errors: FieldError[], at: number, column: Column, message: string) =>
  errors.push({ name: cellName(momentRows, at, column), message })

const momentsAsked = { name: momentRows, columns: columns.map((name) => ({ name })) }
export const momentNumbersOf = (raw: RawInput): number[] => rowNumbers(momentsAsked, raw)

/** Every field the page can send. */
export const momentFields = (raw: RawInput): ReadonlyMap<string, boolean> =>
  new Map([
    ...momentNumbersOf(raw).flatMap((at) =>
      columns.map((column): [string, boolean] => [cellName(momentRows, at, column), false]),
    ),
    ...['besproken_op', 'client_wil_niet', 'zeker', 'revision', 'actie'].map((name): [string, boolean] => [
      name,
      false,
    ]),
  ])

/** None for a row without day and hours: an empty one, or a moment that is taken away. */
function readRow(
  raw: RawInput,
  at: number,
  { overleg, withClient, now }: Omit<Context, 'receivedAt' | 'days'>,
  errors: FieldError[],
): MomentRow[] {
  const value = (column: Column) => cleanedIn(raw, cellName(momentRows, at, column))
  if ((['datum', 'van', 'tot'] as const).every((column) => isBlank(value(column)))) return []
  const span = readSpan({ datum: value('datum'), van: value('van'), tot: value('tot') }, now, overleg.moments)
  for (const { column, message } of span.problems) wrong(errors, at, column, message)
  if (!span.span) return []
  return [
    {
      at,
      ...span.span,
      suitsClient: !withClient || value('past_client') === 'ja',
    },
  ]
}

interface TypedSpan {
  datum: string
  van: string
  tot: string
}

/** A day with a begin and an end, in the future. One that is known already may be over: it is no proposal any more. */
export function readSpan({ datum, van, tot }: TypedSpan, now: Date, known: readonly Span[] = []) {
  const problems: { column: 'datum' | 'van' | 'tot'; message: string }[] = []
  const today = brusselsDate(now)
  const near = { from: today }
  const day = readDay(datum, near)
  const farAway = day !== undefined && day > addMonths(today, yearsAhead * 12)
  if (!day)
    problems.push({ column: 'datum', message: dayProblem(datum, near) ?? 'Vul een datum in, bijvoorbeeld 27/4/2021' })
  if (farAway) problems.push({ column: 'datum', message: `Kies een datum binnen ${yearsAhead} jaar` })
  const instants = (['van', 'tot'] as const).map((column) => {
    const hour = readHour(column === 'van' ? van : tot)
    if (!hour) {
      problems.push({ column, message: 'Vul een uur in, bijvoorbeeld 14u of 9u30' })
      return undefined
    }
    const local = day ? localInstant(day, hour) : undefined
    if (day && local?.kind !== 'once') problems.push({ column, message: switchInWords(day, hour, local?.kind) })
    return local?.kind === 'once' ? local.instant.toISOString() : undefined
  })
  const [start, end] = instants
  if (!start || !end) return { problems }
  if (end <= start) problems.push({ column: 'tot', message: 'Het einde komt na het begin' })
  const unchanged = known.some((one) => one.start === start && one.end === end)
  if (start <= now.toISOString() && !unchanged) problems.push({ column: 'datum', message: 'Dit moment is al voorbij' })
  return problems.length > 0 ? { problems } : { problems, span: { start, end } }
}

function switchInWords(day: string, hour: string, kind: 'never' | 'twice' | undefined): string {
  const shown = `${hourInWords(hour)} uur`
  return kind === 'never'
    ? `In de nacht van ${dateInWords(day)} bestaat ${shown} niet: de klok gaat een uur vooruit. Kies een ander uur`
    : `${shown} komt die nacht twee keer: de klok gaat een uur terug. Kies een ander uur`
}

/** "1 mei 2021 is een zaterdag. Bent u zeker? Bewaar dan nog eens." */
export const unusualInWords = (day: string, days: WorkingDays): string =>
  `${whatDay(day, days)}. Bent u zeker? Bewaar dan nog eens.`
