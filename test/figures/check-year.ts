/** What must be true of the report of a year, whatever was counted in it. */

import { makeReport, type Report } from '../../forms/kit/figures/report.ts'
import { requestModel } from '../../forms/kit/figures/request-model.ts'
import type { Counts } from '../../forms/kit/figures/tally.ts'
import type { Service } from '../../forms/kit/form.ts'
import { attack, isPossible, puzzleOf, solve } from './brute-force.ts'
import { type Knowledge, knowledgeOf, truthOf } from './knowledge.ts'
import type { RandomYear } from './years.ts'

const threshold = 5

export const reportOf = (service: Service, counts: Counts, last?: Report, year = '2025'): Report => {
  const { network, form } = service
  const subject = { id: form.slug, title: form.name, model: requestModel(service, counts) }
  return makeReport(network.slug, year, [subject], last)
}

/** In words, with the seed that makes the year again. */
export function problemsOf({ seed, service, counts }: Omit<RandomYear, 'size'>): string[] {
  const report = reportOf(service, counts)
  const knowledge = knowledgeOf(service, counts)
  const problems = [
    ...attack(report, [knowledge]).map(({ what, why }) => `${what} can be worked out (${why})`),
    ...report.sections.flatMap((section) => wrongIn(section, knowledge, counts)),
  ]
  return problems.map((problem) => `${service.form.slug} ${seed}: ${problem}`)
}

function wrongIn(section: Report['sections'][number], knowledge: Knowledge, counts: Counts): string[] {
  const truth = truthOf(knowledge, counts)
  const printed = section.tables.flatMap(({ id, rows, total }) => [
    ...rows.map((row) => ({ name: row.id, amount: row.amount })),
    { name: knowledge.tables.find((table) => table.id === id)?.total ?? id, amount: total.amount },
  ])
  const values = solve(puzzleOf(section, knowledge))?.values
  return [
    ...printed.flatMap(({ name, amount }) => {
      const really = truth.get(name)
      return amount === null || really === undefined || really === amount ? [] : [`${name} is ${really}, not ${amount}`]
    }),
    ...printed.flatMap(({ name, amount }) =>
      amount !== null && amount > 0 && amount < threshold ? [`${name} is shown though it is ${amount}`] : [],
    ),
    ...printed.flatMap(({ name, amount }) => {
      const dossiers = counts[`${name}#`]
      return amount && dossiers !== undefined && dossiers < threshold ? [`${name} is of ${dossiers} dossiers only`] : []
    }),
    // The auditor's own: if it takes for impossible what is so, it assumes what is not so.
    ...(values
      ? [...truth].flatMap(([name, really]) =>
          isPossible(values.get(name), really) ? [] : [`${name}: not ${really}?`],
        )
      : ['nothing agrees with this report']),
  ]
}
