/** A report as the rows of a file for a spreadsheet: the same numbers as on the page, and the same mark for what is hidden. */
import { yearBefore } from './facts.ts'
import type { Report } from './report.ts'

/** In the place of a number, on the page and in the file: never nought, and the same for all of them. */
export const notShown = 'niet getoond'

/** Without its ending. */
export const fileName = ({ network, year }: Pick<Report, 'network' | 'year'>): string =>
  `jaaroverzicht-${network}-${year}`

export const fileRows = ({ year, sections }: Report): string[][] => [
  ['Onderdeel', 'Tabel', 'Rij', year, yearBefore(year)],
  ...sections.flatMap(({ title, tables }) =>
    tables.flatMap((table) => [
      ...table.rows.map(({ label, amount, before }) => [title, table.title, label, shown(amount), shown(before)]),
      [
        title,
        table.title,
        table.kind === 'one' ? 'Samen' : 'Waarover het gaat',
        shown(table.total.amount),
        shown(table.total.before),
      ],
    ]),
  ),
]

/** Empty where there was no such row. */
const shown = (amount: number | null | undefined): string =>
  amount === undefined ? '' : amount === null ? notShown : String(amount)
