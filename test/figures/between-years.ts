/** A number that one report hides and the next one shows beside its own, or the other way round, is a number that is shown. */
import type { Report, ReportTable } from '../../forms/kit/figures/report.ts'
import type { Finding } from './brute-force.ts'

type Amount = number | null | undefined

/** Where the column of last year in this report is not what last year's own report shows. */
export function leaksBetween(last: Report, report: Report): Finding[] {
  return report.sections.flatMap((section) =>
    section.tables.flatMap((table) => {
      const own = last.sections.find(({ id }) => id === section.id)?.tables.find(({ id }) => id === table.id)
      return leaksIn(own, table)
    }),
  )
}

function leaksIn(own: ReportTable | undefined, { id, rows, total }: ReportTable): Finding[] {
  const ownRow = (row: string): Amount => own?.rows.find((one) => one.id === row)?.amount
  return [
    ...rows.flatMap((row) => differs(row.id, ownRow(row.id), row.before)),
    ...differs(`${id}: totaal`, own?.total.amount, total.before),
  ]
}

/** Of what last year's report had no place for nothing can be said either. A column that is not there tells nothing. */
function differs(what: string, own: Amount, before: Amount): Finding[] {
  return before === undefined || own === before ? [] : [{ what: `${what}, vorig jaar`, why: 'exact' }]
}
