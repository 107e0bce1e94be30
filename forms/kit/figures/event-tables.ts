/** The tables of a network's activities in a year: what people answered, and who came (docs/decisions/035). */
import { countedAs, type Difference, type Table, type YearModel } from './model.ts'
import { type Counts, counterOf } from './tally.ts'

/** What is counted of activities. */
export const eventVariables = { antwoord: 'antwoord', aanwezig: 'aanwezig' } as const

const same = { kind: 'one', groups: [], mergeable: false, atLeast: 1 } as const

const tables: readonly Table[] = [
  {
    ...{ ...same, id: eventVariables.antwoord, total: 'antwoorden' },
    title: 'Wie antwoordde op een uitnodiging?',
    hint: 'Voor activiteiten van dit jaar, met wie iemand meebrengt.',
    rows: [
      { id: counterOf(eventVariables.antwoord, 'ja'), label: 'Neemt deel' },
      { id: counterOf(eventVariables.antwoord, 'nee'), label: 'Kan niet' },
      { id: counterOf(eventVariables.antwoord, 'op_de_hoogte'), label: 'Kan niet, wil het wel volgen' },
    ],
  },
  {
    ...{ ...same, id: eventVariables.aanwezig, total: 'plaatsen' },
    title: 'Wie kwam er?',
    hint: 'Activiteiten waar genoteerd is wie er was.',
    rows: [
      { id: counterOf(eventVariables.aanwezig, 'ja'), label: 'Was er' },
      { id: counterOf(eventVariables.aanwezig, 'nee'), label: 'Had een plaats en kwam niet' },
    ],
  },
]

/** Who answered that they come, and who had a place where it was noted: of one activity the difference is a few people. */
const difference: Difference = { whole: counterOf(eventVariables.antwoord, 'ja'), part: 'plaatsen' }

export function eventModel(counts: Counts): YearModel {
  const nodes = new Map<string, { amount: number; dossiers: number }>()
  for (const { total, rows } of tables) {
    const amounts = rows.map(({ id }) => counts[id] ?? 0)
    for (const { id } of rows) nodes.set(id, { amount: counts[id] ?? 0, dossiers: counts[id] ?? 0 })
    const sum = amounts.reduce((all, amount) => all + amount, 0)
    nodes.set(total, { amount: sum, dossiers: sum })
  }
  const amountOf = (id: string) => countedAs({ nodes }, id).amount
  return {
    nodes,
    tables: tables.filter(({ total }) => amountOf(total) > 0),
    differences: amountOf(difference.whole) >= amountOf(difference.part) ? [difference] : [],
  }
}
