/** The rows of the page of moments: what is kept, as it would be typed, and which rows to show. */
import { upcoming } from '../../../forms/kit/overleg/moments.ts'
import { momentNumbersOf, momentRows, mostMoments } from '../../../forms/kit/overleg/read-moments.ts'
import { emptyRows } from '../../../forms/kit/overleg/table.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { cellName } from '../../../forms/kit/questions/questions.ts'
import { isBlank } from '../../../forms/kit/text.ts'
import { brusselsDate, brusselsLocal, dayTyped } from '../../../forms/kit/time.ts'
import type { AtTable } from './at-table.ts'

/** `14:00` → `14u`, `15:30` → `15u30` */
const hourTyped = (instant: string): string => {
  const [hour, minute] = brusselsLocal(new Date(instant)).slice(11, 16).split(':')
  return `${Number(hour)}u${minute === '00' ? '' : minute}`
}

/** What is kept, as it would be typed. What is over is no proposal any more, and is left out. */
export function typedOf({ overleg, has }: AtTable, now: Date): RawInput {
  const rows = upcoming(overleg.moments, now).flatMap(({ id, start, end, suitsClient }, at): [string, string[]][] => [
    [cellName(momentRows, at, 'id'), [id]],
    [cellName(momentRows, at, 'datum'), [dayTyped(brusselsDate(new Date(start)))]],
    [cellName(momentRows, at, 'van'), [hourTyped(start)]],
    [cellName(momentRows, at, 'tot'), [hourTyped(end)]],
    ...(suitsClient ? [[cellName(momentRows, at, 'past_client'), ['ja']] as [string, string[]]] : []),
  ])
  return new Map([
    ...rows,
    ...(has.withClient ? [['besproken_op', [dayTyped(brusselsDate(now))]] as [string, string[]]] : []),
    ...(overleg.clientDeclines ? [['client_wil_niet', ['ja']] as [string, string[]]] : []),
  ])
}

export const isEmptyRow = (typed: RawInput, at: number): boolean =>
  (['datum', 'van', 'tot'] as const).every((column) => isBlank(typed.get(cellName(momentRows, at, column))?.[0] ?? ''))

/** Every row that was sent, and always a few empty ones to go on with; `more` adds one. */
export function rowsToShow(typed: RawInput, more = false): number[] {
  const numbers = momentNumbersOf(typed)
  const filled = numbers.filter((at) => !isEmptyRow(typed, at)).length
  const shown = [...numbers]
  const wanted = filled + (filled < mostMoments ? emptyRows : 0)
  const least = Math.max(wanted, numbers.length + (more ? 1 : 0))
  for (let at = (numbers.at(-1) ?? -1) + 1; shown.length < least && at < 100; at += 1) shown.push(at)
  return shown
}
