/** The tables of a network's activities in a year: what people answered, and who came (docs/decisions/035). */
import { type Counted, countedAs, type Difference, type Table, type YearModel } from './model.ts'
import { rowsOf, table } from './table.ts'
import { type Counts, counterOf } from './tally.ts'

/** What is counted of activities. */
export const eventVariables = { antwoord: 'antwoord', aanwezig: 'aanwezig' } as const

const tables: readonly Table[] = [
  table({
    ...{ id: eventVariables.antwoord, total: 'antwoorden' },
    title: 'Wie antwoordde op een uitnodiging?',
    hint: 'Voor activiteiten van dit jaar, met wie iemand meebrengt.',
    rows: rowsOf(eventVariables.antwoord, [
      { value: 'ja', label: 'Neemt deel' },
      { value: 'nee', label: 'Kan niet' },
      { value: 'op_de_hoogte', label: 'Kan niet, wil het wel volgen' },
    ]),
  }),
  table({
    ...{ id: eventVariables.aanwezig, total: 'plaatsen' },
    title: 'Wie kwam er?',
    hint: 'Activiteiten waar genoteerd is wie er was.',
    rows: rowsOf(eventVariables.aanwezig, [
      { value: 'ja', label: 'Was er' },
      { value: 'nee', label: 'Had een plaats en kwam niet' },
    ]),
  }),
]

/** Who answered that they come, and who had a place where it was noted: of one activity the difference is a few people. */
const difference: Difference = { whole: counterOf(eventVariables.antwoord, 'ja'), part: 'plaatsen' }

export function eventModel(counts: Counts): YearModel {
  const nodes = new Map<string, Counted>()
  for (const { total, rows } of tables) {
    const amounts = rows.map(({ id }) => [id, counts[id] ?? 0] as const)
    const sum = amounts.reduce((all, [, amount]) => all + amount, 0)
    for (const [id, amount] of [...amounts, [total, sum] as const]) nodes.set(id, { amount, dossiers: amount })
  }
  const amountOf = (id: string) => countedAs({ nodes }, id).amount
  return {
    nodes,
    tables: tables.filter(({ total }) => amountOf(total) > 0),
    differences: amountOf(difference.whole) >= amountOf(difference.part) ? [difference] : [],
  }
}
