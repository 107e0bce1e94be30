/** The export of a list, cell by cell, beside the library it does without (docs/decisions/006). */
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { expect, it } from 'vitest'
import { toCsv } from '../../functions/workspace/events/csv.ts'

const oracle = (rows: string[][]) =>
  stringify(rows, { bom: true, delimiter: ';', escape_formulas: true, record_delimiter: 'windows' })

it.each([
  'Noor',
  '',
  'CAW; Aalst',
  'een "aanhaling"',
  'twee\r\nregels',
  '=1+1',
  '+32 478',
  '-1',
  '@SUM(A1)',
  '\tx',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  "'x",
  ' spaties ',
  '=";"',
  'Zoë D’Hondt',
])('%j', (cell) => {
  expect(toCsv([['Naam', cell], [cell]])).toBe(oracle([['Naam', cell], [cell]]))
})

// The library leaves these bare, and a spreadsheet takes them for the end of a row.
it.each(['twee\nregels', 'twee\rregels'])('%j blijft één cel', (cell) => {
  expect(parse(toCsv([['Naam', cell]]), { bom: true, delimiter: ';' })).toEqual([['Naam', cell]])
})
