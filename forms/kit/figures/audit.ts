/**
 * Whether anybody can work out a number that is hidden, from everything that is shown (docs/decisions/035).
 *
 * Rule: no hidden number may be known exactly, and none may be known to be under five (the threshold of Statbel and Eurostat for
 * tables of frequencies). A rule of thumb does not do: hiding cells under five alone lets two tables in three of our size be worked out.
 *
 * Method: each number is an unknown with a lowest and a highest value; each sum narrows what it joins, until nothing changes. Proof
 * that the result is exact: `problemsOf` refuses a model whose sums, once the shown numbers are constants, join two unknowns along
 * more than one path. In a tree every value between the bounds of a node can be completed to a solution of each of its branches
 * apart, and coefficients of one keep whole numbers whole.
 */
import { countedAs, type Group, othersOf, restOf, type Sum, type YearModel } from './model.ts'

/** The smallest number that is shown, beside nought. */
export const threshold = 5

/** Whole numbers from `min` up to `max`, both included. */
interface Range {
  min: number
  max: number
}

/** What is shown of the model: nodes by id, and tables of which the rows are shown (so that who is not shown is no nought). */
export interface Shown {
  nodes: ReadonlySet<string>
  tables: ReadonlySet<string>
  /** Rows that are counted together, by the id of their table: their sum is shown. */
  merged: ReadonlyMap<string, readonly string[]>
}

export interface Leak {
  node: string
  why: 'exact' | 'small'
}

export const mergedIn = (table: string): string => `${table}.andere-samen`

/** The sums that an attacker has, with a node for each number that no table shows. */
export function sumsOf({ tables, differences }: YearModel, { merged }: Pick<Shown, 'merged'>): Sum[] {
  return [
    ...tables.flatMap((table): Sum[] => {
      const rows = table.rows.map(({ id }) => id)
      if (table.kind === 'several')
        return rows.map((row) => ({ whole: table.total, parts: [row, othersOf(row, table.total)] }))
      const together = merged.get(table.id) ?? []
      const kept = rows.filter((row) => !together.includes(row))
      return together.length === 0
        ? nested({ node: table.total, rows }, table.groups)
        : [
            { whole: table.total, parts: [...kept, mergedIn(table.id)] },
            { whole: mergedIn(table.id), parts: together },
          ]
    }),
    ...differences.map((difference) => ({ whole: difference.whole, parts: [difference.part, restOf(difference)] })),
  ]
}

/** A sum for each group within the rows, so that no row is in two of them. */
function nested({ node, rows }: Group, groups: readonly Group[]): Sum[] {
  const within = groups.filter(
    (group) => group.rows.length < rows.length && group.rows.every((row) => rows.includes(row)),
  )
  const own = within.filter((group) => !within.some((other) => other !== group && isWithin(group, other)))
  const left = rows.filter((row) => !own.some((group) => group.rows.includes(row)))
  return [
    { whole: node, parts: [...own.map((group) => group.node), ...left] },
    ...own.flatMap((group) => nested(group, within)),
  ]
}

const isWithin = (group: Group, other: Group): boolean =>
  other.rows.length > group.rows.length && group.rows.every((row) => other.rows.includes(row))

/** What can be known of every node. */
export function rangesOf(model: YearModel, shown: Shown): ReadonlyMap<string, Range> {
  const sums = sumsOf(model, shown)
  const ranges = new Map<string, Range>()
  const known = (id: string): Range => ranges.get(id) ?? { min: 0, max: Number.POSITIVE_INFINITY }
  for (const id of new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts])))
    if (shown.nodes.has(id)) ranges.set(id, exactly(amountOf(model, id, shown)))
  // A nought is shown, so what stands beside shown rows as hidden is at least one.
  for (const { id, rows } of model.tables)
    if (shown.tables.has(id))
      for (const row of rows)
        if (!shown.nodes.has(row.id)) ranges.set(row.id, { min: 1, max: Number.POSITIVE_INFINITY })
  for (let changed = true; changed; ) {
    changed = sums.reduce((before, sum) => narrow(sum, known, ranges) || before, false)
    changed = model.tables.reduce((before, table) => narrowChosen(table, known, ranges) || before, changed)
  }
  return ranges
}

const exactly = (amount: number): Range => ({ min: amount, max: amount })

const amountOf = (model: YearModel, id: string, { merged }: Pick<Shown, 'merged'>): number => {
  const together = model.tables.find((table) => mergedIn(table.id) === id)
  return together
    ? (merged.get(together.id) ?? []).reduce((sum, row) => sum + countedAs(model, row).amount, 0)
    : countedAs(model, id).amount
}

type Known = (id: string) => Range

/** One sum, read in every direction; whether it told anything new. */
function narrow({ whole, parts }: Sum, known: Known, ranges: Map<string, Range>): boolean {
  const lowest = parts.reduce((sum, part) => sum + known(part).min, 0)
  const highest = parts.reduce((sum, part) => sum + known(part).max, 0)
  let changed = tighten(whole, { min: lowest, max: highest }, known, ranges)
  for (const part of parts) {
    const { min, max } = known(whole)
    const others = parts.filter((other) => other !== part)
    const least = others.reduce((sum, other) => sum + known(other).min, 0)
    const most = others.reduce((sum, other) => sum + known(other).max, 0)
    const range = { min: most === Number.POSITIVE_INFINITY ? 0 : min - most, max: max - least }
    changed = tighten(part, range, known, ranges) || changed
  }
  return changed
}

/** Each thing counted is in at least so many rows, so that the rows together are at least so often that. */
function narrowChosen(
  { kind, rows, total, atLeast }: YearModel['tables'][number],
  known: Known,
  ranges: Map<string, Range>,
): boolean {
  if (kind !== 'several') return false
  const least = known(total).min * atLeast
  return rows.reduce((before, row) => {
    const others = rows.filter(({ id }) => id !== row.id).reduce((sum, { id }) => sum + known(id).max, 0)
    return tighten(row.id, { min: least - others, max: Number.POSITIVE_INFINITY }, known, ranges) || before
  }, false)
}

function tighten(id: string, { min, max }: Range, known: Known, ranges: Map<string, Range>): boolean {
  const before = known(id)
  const after = { min: Math.max(before.min, min), max: Math.min(before.max, max) }
  if (after.min <= before.min && after.max >= before.max) return false
  ranges.set(id, after)
  return true
}

/** Every hidden number that can be known, or known to be small; none where what is shown is safe. */
export function leaksOf(model: YearModel, shown: Shown): Leak[] {
  const leaks: Leak[] = []
  for (const [node, { min, max }] of rangesOf(model, shown)) {
    if (shown.nodes.has(node)) continue
    const isNamed = isInTable(model, node)
    // Nobody is behind a nought; what no table has is only a number of people once it is known to be small.
    if (max > 0 && max < threshold) leaks.push({ node, why: 'small' })
    else if (isNamed && max > 0 && min === max) leaks.push({ node, why: 'exact' })
  }
  return leaks
}

const isInTable = ({ tables }: YearModel, node: string): boolean =>
  tables.some(({ rows, total }) => total === node || rows.some(({ id }) => id === node))

/** Numbers that are shown though they are small: of 1 to 4 things, or of 1 to 4 dossiers. */
export const smallOf = (model: YearModel, shown: Shown): string[] =>
  [...shown.nodes].filter((id) => isSmall(countedAs(model, id)))

export const isSmall = ({ amount, dossiers }: { amount: number; dossiers: number }): boolean =>
  amount > 0 && Math.min(amount, dossiers) < threshold

/** A model that this audit would not judge exactly: its sums join two hidden numbers along more than one path. */
export function problemsOf(model: YearModel, shown: Shown): string[] {
  const parents = new Map<string, string>()
  const root = (id: string): string => {
    const above = parents.get(id) ?? id
    return above === id ? id : root(above)
  }
  const problems: string[] = []
  for (const [at, { whole, parts }] of sumsOf(model, shown).entries())
    for (const id of new Set([whole, ...parts]))
      if (!shown.nodes.has(id)) {
        const [one, other] = [root(`sum ${at}`), root(id)]
        if (one === other) problems.push(`${id} is joined twice`)
        parents.set(one, other)
      }
  return problems
}
