/** The table as the fields of its page say it, typed or filled in before. */
import { cleanedIn } from '../../../forms/kit/clean.ts'
import { seats, secrecies } from '../../../forms/kit/overleg/overleg.ts'
import { emptyRows, rowNumbersOf, tableRows } from '../../../forms/kit/overleg/table.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { cellName } from '../../../forms/kit/questions/questions.ts'
import { isBlank } from '../../../forms/kit/text.ts'

/** Rows on one page: more than a table has seats, and with all their fields less than a form may send. */
const mostRows = 40

/** What a cell of the table says; empty for nothing a person could see. */
export const typedAt = (typed: RawInput, at: number, column: string): string => {
  const text = cleanedIn(typed, cellName(tableRows, at, column))
  return isBlank(text) ? '' : text
}

export const textColumns = ['naam', 'dienst', 'email', 'telefoon'] as const

/** Somebody is in it: who was kept, the client, or who was typed. */
export const isFilled = (typed: RawInput, at: number): boolean =>
  typedAt(typed, at, 'id') !== '' ||
  typedAt(typed, at, 'wie') === 'client' ||
  textColumns.some((column) => typedAt(typed, at, column) !== '')

/** The rows to show: those that were sent, and empty ones to go on with; `more`: one more than there were. */
export function rowsToShow(typed: RawInput, more: boolean): { rows: readonly number[]; added?: number } {
  const rows = rowNumbersOf(typed)
  const empty = rows.filter((at) => !isFilled(typed, at)).length
  const wanted = Math.max(emptyRows, empty + (more ? 1 : 0)) - empty
  const next = (rows.at(-1) ?? -1) + 1
  const extra = Array.from(
    { length: Math.max(0, Math.min(wanted, mostRows - rows.length, 100 - next)) },
    (_, one) => next + one,
  )
  const [added] = extra
  return { rows: [...rows, ...extra], ...(more && added !== undefined ? { added } : {}) }
}

/** What a row says, for notes about it. */
export const rowOf = (typed: RawInput, at: number) => {
  const wie = seats.find((seat) => seat === typedAt(typed, at, 'wie')) ?? 'dienst'
  const [name, service] = [typedAt(typed, at, 'naam'), typedAt(typed, at, 'dienst')]
  const beroepsgeheim = secrecies.find((one) => one === typedAt(typed, at, 'beroepsgeheim'))
  const called = name || service || (wie === 'client' ? 'de cliënt' : `rij ${at + 1}`)
  return { wie, name, service, beroepsgeheim, called }
}
