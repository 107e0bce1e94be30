/** How a table of the figures is written down. */
import type { Row, Table } from './model.ts'
import { counterOf } from './tally.ts'

/** Of which each thing is in exactly one row, unless it says otherwise. */
export const table = (given: Pick<Table, 'id' | 'title' | 'hint' | 'rows' | 'total'> & Partial<Table>): Table => ({
  kind: 'one',
  groups: [],
  mergeable: false,
  atLeast: 1,
  ...given,
})

/** A row for each value of a variable, in their order. */
export const rowsOf = (variable: string, values: readonly { value: string; label: string }[]): Row[] =>
  values.map(({ value, label }) => ({ id: counterOf(variable, value), label }))

export const yesOrNo = [
  { value: 'ja', label: 'Ja' },
  { value: 'nee', label: 'Nee' },
] as const
