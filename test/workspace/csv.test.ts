/** The export of a list, cell by cell, beside the library it does without (docs/decisions/006). */
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../functions/shared/to-csv.ts'

const oracle = (rows: string[][]) =>
  stringify(rows, {
    ...{ bom: true, delimiter: ';', escape_formulas: true, record_delimiter: 'windows' },
    quoted_match: /[,\t]/, // What ends a cell elsewhere.
  })

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

describe('geen taal van Excel maakt er een formule van', () => {
  const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠']
  const before = [
    '',
    ' ',
    'a,',
    'a;',
    'a\t',
    'a\n',
    'a\r\n',
    'a\r',
    'a, ',
    '",',
    '";',
    '"\t',
    'a,b;"c"\t',
    ',,',
    "';",
    'a,"',
    'a\t"',
    'a, "',
  ]
  const after = ['1+1', '1,', '1;"', '"x"', '=1']
  const cells = before.flatMap((start) => signs.flatMap((sign) => after.map((end) => `${start}${sign}${end}`)))
  /** Elsewhere a quote does not begin a cell, so it holds nothing together. */
  const readWith = (delimiter: string, text: string): string[] =>
    parse(text, { bom: true, delimiter, quote: delimiter === ';', relax_column_count: true })
      .flat()
      .map(String)
  const formula = /^[\s"]*[=+\-@＝＋－＠]/

  it.each([';', ',', '\t'])('met %j tussen de cellen', (delimiter) => {
    const begun = cells.flatMap((cell) => readWith(delimiter, toCsv([['Naam', cell, cell], [cell]])))
    expect(begun.filter((cell) => formula.test(cell))).toEqual([])
  })

  it('de proef zelf kan mislukken: aanhalingstekens alleen volstaan niet', () => {
    expect(readWith(',', 'Naam;"a,=1+1"\r\n').filter((cell) => formula.test(cell))).toEqual(['=1+1"'])
  })

  it('een cel blijft één cel, en leest als wat er stond', () => {
    const rows = cells.map((cell) => ['Naam', cell])
    const read = parse(toCsv(rows), { bom: true, delimiter: ';' }) as string[][]
    expect(read.map(([, cell]) => cell?.replaceAll("'", ''))).toEqual(cells.map((cell) => cell.replaceAll("'", '')))
  })

  it.each([
    ['Gent, Aalst', 'Gent, Aalst'],
    ['3-4 mensen, e-mail volgt', '3-4 mensen, e-mail volgt'],
    ['a,=1+1', "a,'=1+1"],
    ['Ik kom\n- met de trein', "Ik kom\n'- met de trein"],
  ])('%j wordt %j', (cell, expected) => {
    expect(parse(toCsv([['Naam', cell]]), { bom: true, delimiter: ';' })).toEqual([['Naam', expected]])
  })
})

it('10.000 cellen vol spaties kosten geen tien seconden: iedereen kan zo antwoorden, en de organisator wacht', () => {
  const rows = Array.from({ length: 10_000 }, () => [`a${' '.repeat(1_040)}b`])
  const before = process.cpuUsage()
  toCsv(rows)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(1_500)
})
