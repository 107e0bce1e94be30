/** The figures of one form in a year: its tables with their numbers, made to agree with each other (docs/decisions/035). */
import type { Service } from '../form.ts'
import { askedValue } from './facts.ts'
import type { Counted, Table, YearModel } from './model.ts'
import { drempelsAsked, noDrempel, someDrempel, tablesOf } from './request-tables.ts'
import { type Counts, counterOf, dossiersOf } from './tally.ts'
import { severalPerDossier, variables } from './variables.ts'

const none: Counted = { amount: 0, dossiers: 0 }

export function requestModel(service: Service, counts: Counts): YearModel {
  const { tables, differences } = tablesOf(service)
  const nodes = numbersOf(tables, counts)
  const numberOf = (id: string) => nodes.get(id) ?? none
  return {
    nodes,
    tables: tables.flatMap((table) => (numberOf(table.total).amount > 0 ? agreeing(table, nodes) : [])),
    // Where there is more of the part, as some came in the year before, nobody can read it as a part.
    differences: differences.filter(({ whole, part }) => numberOf(whole).amount >= numberOf(part).amount),
  }
}

function numbersOf(tables: readonly Table[], counts: Counts): Map<string, Counted> {
  const nodes = new Map(tables.flatMap(({ rows }) => rows.map(({ id }) => [id, countedIn(counts, id)] as const)))
  const sum = (ids: readonly string[]) => ids.map((id) => nodes.get(id) ?? none).reduce(plus, none)
  for (const { groups } of tables) for (const { node, rows } of groups) nodes.set(node, sum(rows))
  const asked = countedIn(counts, drempelsAsked)
  nodes.set(drempelsAsked, asked).set(someDrempel, minus(asked, nodes.get(noDrempel) ?? none))
  const refused = counterOf(variables.geweigerd, askedValue)
  nodes.set(refused, countedIn(counts, refused))
  for (const { id, total, rows } of tables)
    if (!nodes.has(total)) nodes.set(total, { ...sum(rows.map((row) => row.id)), ...dossiersBehind(counts, id) })
  return nodes
}

const countedIn = (counts: Counts, id: string): Counted => {
  const amount = counts[id] ?? 0
  const [variable = ''] = id.split('.')
  return severalPerDossier.has(variable)
    ? { amount, dossiers: counts[dossiersOf(id)] ?? 0 }
    : { amount, dossiers: amount }
}

/** One dossier may be behind several rows, so how many there are in all is counted apart. */
const dossiersBehind = (counts: Counts, variable: string): Partial<Counted> =>
  severalPerDossier.has(variable) ? { dossiers: counts[dossiersOf(variable)] ?? 0 } : {}

const plus = (one: Counted, other: Counted): Counted => ({
  amount: one.amount + other.amount,
  dossiers: one.dossiers + other.dossiers,
})
const minus = (whole: Counted, part: Counted): Counted => ({
  amount: Math.max(0, whole.amount - part.amount),
  dossiers: Math.max(0, whole.dossiers - part.dossiers),
})

/**
 * A table as its numbers are. A request that came from another form, or by phone, can lack an answer or a second levensdomein: what is
 * in no row is a row of its own, and no more is asked of the rows than is so. An audit that takes for granted what is not so would find
 * nothing to deduce, and hide nothing. None where the rows are more than their total: it says nothing true.
 */
function agreeing(table: Table, nodes: Map<string, Counted>): Table[] {
  const total = nodes.get(table.total) ?? none
  const amounts = table.rows.map(({ id }) => nodes.get(id)?.amount ?? 0)
  const sum = amounts.reduce((all, amount) => all + amount, 0)
  if (table.kind === 'several') {
    if (amounts.some((amount) => amount > total.amount)) return []
    const atLeast = [table.atLeast, 1].find((least) => sum >= least * total.amount) ?? 0
    return [{ ...table, atLeast }]
  }
  const rest = total.amount - sum
  if (rest < 0) return []
  if (rest === 0) return [table]
  const id = counterOf(table.id, unknown)
  nodes.set(id, { amount: rest, dossiers: severalPerDossier.has(table.id) ? 1 : rest })
  return [{ ...table, rows: [...table.rows, { id, label: 'Niet genoteerd' }] }]
}

/** The value of who answered nothing. */
const unknown = 'onbekend'
