/**
 * What may be shown of a year (docs/decisions/035): numbers of one to four are hidden, and then as little more as is needed until the
 * audit finds nothing. For each table in turn the mildest that helps: count the small rows together, hide further rows, leave out the
 * total, leave out the table.
 */
import { isSmall, type Leak, leaksOf, mergedIn, type Shown, threshold } from './audit.ts'
import { countedAs, othersOf, restOf, type Table, type YearModel } from './model.ts'

/** Of fewer than so many a table says its total only. */
const rowsFrom = 2 * threshold

/** What is shown of one table. */
interface Step {
  hidden: readonly string[]
  merged: readonly string[]
  /** Its total is hidden, or its rows are, or all of it. */
  without?: 'total' | 'rows' | 'all'
}

/** Always ends: each round goes one step further in one table, and after the last step of all nothing is shown. */
export function suppress(model: YearModel): Shown {
  const ladders = new Map(model.tables.map((table) => [table.id, ladderOf(model, table, new Set())]))
  const at = new Map<string, number>()
  const alsoHidden = new Set<string>()
  for (;;) {
    const shown = shownBy(model, (table) => stepAt(ladders.get(table.id), at.get(table.id) ?? 0))
    const [leak] = leaksOf(model, shown)
    if (!leak) return shown
    const whole = wholeOfRest(model, leak)
    const owner = whole === undefined ? undefined : ownerOf(model, whole)
    if (whole !== undefined && owner && !alsoHidden.has(whole)) {
      // A difference between two tables is no row: the row that it is a part of is hidden in its place.
      alsoHidden.add(whole)
      ladders.set(owner.id, ladderOf(model, owner, alsoHidden))
      at.set(owner.id, 0)
    } else climb(model, leak, ladders, at)
  }
}

const stepAt = (ladder: readonly Step[] = [], at: number): Step =>
  ladder[at] ?? { hidden: [], merged: [], without: 'all' }

/** One step further in the table that the number is of; once that is left out, in the last one that is not. */
function climb(
  model: YearModel,
  { node }: Leak,
  ladders: ReadonlyMap<string, readonly Step[]>,
  at: Map<string, number>,
) {
  const canClimb = ({ id }: Table) => (at.get(id) ?? 0) < (ladders.get(id)?.length ?? 0) - 1
  const next = [...tablesOf(model, node), ...model.tables.toReversed()].find(canClimb)
  if (!next) throw new Error(`Nothing is shown, and ${node} can be known`)
  at.set(next.id, (at.get(next.id) ?? 0) + 1)
}

/** Where a number stands as a row, then where it is what a table is about. */
const tablesOf = ({ tables }: YearModel, node: string): Table[] => [
  ...tables.filter(({ rows, total, kind }) =>
    rows.some(({ id }) => id === node || (kind === 'several' && othersOf(id, total) === node)),
  ),
  ...tables.filter(({ total }) => total === node),
]

const ownerOf = (model: YearModel, node: string): Table | undefined => tablesOf(model, node)[0]

const wholeOfRest = ({ differences }: YearModel, { node }: Leak): string | undefined =>
  differences.find((difference) => restOf(difference) === node)?.whole

/** From mild to severe; `alsoHidden`: rows that are hidden for what another table shows. */
function ladderOf(model: YearModel, table: Table, alsoHidden: ReadonlySet<string>): Step[] {
  const total = countedAs(model, table.total)
  const last: Step[] = [
    { hidden: [], merged: [], without: 'rows' },
    { hidden: [], merged: [], without: 'all' },
  ]
  if (Math.min(total.amount, total.dossiers) < rowsFrom) return last
  const rows = table.rows.map(({ id }) => id).filter((id) => countedAs(model, id).amount > 0)
  const small = rows.filter((id) => alsoHidden.has(id) || mustHide(model, table, id))
  // What is in one sum with a small row protects it; what is not comes last.
  const beside = new Set(
    table.groups.filter((group) => group.rows.some((id) => small.includes(id))).flatMap((group) => group.rows),
  )
  const others = rows
    .filter((id) => !small.includes(id))
    .toSorted(
      (one, other) =>
        Number(beside.has(other)) - Number(beside.has(one)) ||
        countedAs(model, one).amount - countedAs(model, other).amount,
    )
  const further = others.map((_, count) => [...small, ...others.slice(0, count + 1)])
  const plain: Step[] = [{ hidden: small, merged: [] }]
  const hidden: Step[] = further.map((ids) => ({ hidden: ids, merged: [] }))
  if (table.kind === 'several') return [...plain, ...hidden, ...last]
  const other = rows.find((id) => id === `${table.id}.andere`)
  const together = other === undefined || small.includes(other) ? small : [...small, other]
  const merged: Step[] =
    table.mergeable && small.length > 0 && together.length > 1 ? [{ hidden: [], merged: together }] : []
  const noTotal: Step[] = isShared(model, table)
    ? []
    : [small, ...further]
        .filter((ids) => ids.length < rows.length)
        .map((ids) => ({ hidden: ids, merged: [], without: 'total' }))
  return [...plain, ...merged, ...hidden, ...noTotal, ...last]
}

/** Another table is about the same number: hiding it here would hide it there. */
const isShared = ({ tables }: YearModel, { id, total }: Table): boolean =>
  tables.some((other) => other.id !== id && (other.total === total || other.rows.some((row) => row.id === total)))

/** One to four; of what several are chosen, that so few are not in it, or nobody; and a row that everybody is in. */
function mustHide(model: YearModel, { kind, total }: Table, id: string): boolean {
  const all = countedAs(model, total)
  const counted = countedAs(model, id)
  if (isSmall(counted) || counted.amount === all.amount) return true
  return kind === 'several' && all.amount - counted.amount < threshold
}

function shownBy(model: YearModel, stepOf: (table: Table) => Step): Shown {
  const shown = new Set<string>()
  const hidden = new Set<string>()
  const tables = new Set<string>()
  const merged = new Map<string, readonly string[]>()
  for (const table of model.tables) {
    const step = stepOf(table)
    if (isSmall(countedAs(model, table.total)) || step.without === 'total' || step.without === 'all')
      hidden.add(table.total)
    else shown.add(table.total)
    if (step.without === 'rows' || step.without === 'all') continue
    tables.add(table.id)
    for (const id of [...step.hidden, ...step.merged]) hidden.add(id)
    for (const { id } of table.rows) shown.add(id)
    if (step.merged.length > 0) {
      merged.set(table.id, step.merged)
      shown.add(mergedIn(table.id))
    }
  }
  return { nodes: new Set([...shown].filter((id) => !hidden.has(id))), tables, merged }
}
