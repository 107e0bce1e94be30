/**
 * The report of one year: only what may be shown, with the words it is shown in, so that it stays the same whatever happens to
 * dossiers, forms or words after it (docs/decisions/035).
 */
import * as z from 'zod'
import { mergedIn, type Shown } from './audit.ts'
import { countedAs, type Table, type YearModel } from './model.ts'
import { suppress } from './suppress.ts'

/** A number, or that it is hidden. */
const amount = z.number().int().min(0).nullable()

const rowSchema = z.object({
  id: z.string(),
  label: z.string(),
  amount,
  /** In the report of the year before; absent where that had no such row. */
  before: amount.optional(),
})

const tableSchema = z.object({
  id: z.string(),
  title: z.string(),
  hint: z.string(),
  kind: z.enum(['one', 'several']),
  /** None where so few were counted that only the total is shown. */
  rows: z.array(rowSchema),
  total: z.object({ amount, before: amount.optional() }),
})

const sectionSchema = z.object({
  /** Slug of a form, or `activities` of tally.ts. */
  id: z.string(),
  title: z.string(),
  tables: z.array(tableSchema),
})

export const reportSchema = z.object({
  network: z.string(),
  /** Brussels year. */
  year: z.string(),
  sections: z.array(sectionSchema),
})
export type Report = z.infer<typeof reportSchema>
export type ReportTable = z.infer<typeof tableSchema>
export type ReportRow = z.infer<typeof rowSchema>

/** What is counted together, as an own thing of a network: a form, or its activities. */
export interface Subject {
  id: string
  title: string
  model: YearModel
}

/** `last`: the report of the year before, whose numbers stand beside these as they were shown then. */
export const makeReport = (network: string, year: string, subjects: readonly Subject[], last?: Report): Report => ({
  network,
  year,
  sections: subjects
    .map(({ id, title, model }) => {
      const before = last?.sections.find((section) => section.id === id)?.tables ?? []
      return { id, title, tables: shownTables(model, suppress(model), before) }
    })
    .filter(({ tables }) => tables.length > 0),
})

function shownTables(model: YearModel, shown: Shown, before: readonly ReportTable[]): ReportTable[] {
  return model.tables
    .filter(({ id, total }) => shown.tables.has(id) || shown.nodes.has(total))
    .map((table) =>
      tableOf(
        model,
        shown,
        table,
        before.find(({ id }) => id === table.id),
      ),
    )
}

/** A longer table leaves out what never was. */
const mostWithNoughts = 4

function tableOf(model: YearModel, shown: Shown, table: Table, last: ReportTable | undefined): ReportTable {
  const { id, title, hint, kind, total } = table
  const amountOf = (node: string) => (shown.nodes.has(node) ? countedAs(model, node).amount : null)
  const rows = rowsOf(model, shown, table)
    .map((row) => ({ ...row, ...beforeOf(last?.rows.find((one) => one.id === row.id)) }))
    .filter(({ amount, before }) => table.rows.length <= mostWithNoughts || amount !== 0 || (before ?? 0) !== 0)
  return { id, title, hint, kind, rows, total: { amount: amountOf(total), ...beforeOf(last?.total) } }
}

const beforeOf = (last: { amount: number | null } | undefined) => (last ? { before: last.amount } : {})

function rowsOf(model: YearModel, { nodes, tables, merged }: Shown, { id, kind, rows }: Table): ReportRow[] {
  if (!tables.has(id)) return []
  const together = merged.get(id) ?? []
  const own = rows
    .filter((row) => !together.includes(row.id))
    .map(({ id: node, label }) => ({ id: node, label, amount: nodes.has(node) ? countedAs(model, node).amount : null }))
  const small = together.reduce((sum, row) => sum + countedAs(model, row).amount, 0)
  const all = [
    ...own,
    ...(together.length > 0 ? [{ id: mergedIn(id), label: 'Andere, samen geteld', amount: small }] : []),
  ]
  // Hidden rows stay in the order of the form: their place must not tell how many they are.
  return kind === 'several'
    ? [
        ...all.filter((row) => row.amount !== null).sort((one, other) => (other.amount ?? 0) - (one.amount ?? 0)),
        ...all.filter((row) => row.amount === null),
      ]
    : all
}
