/** The moments at a glance: who can, who cannot, of whom nothing is known; the best one first (docs/overleg.md §3). */
import { clientCan, type OverlegNow } from './decide.ts'
import { isPast } from './moments.ts'
import { type Moment, type Seated, seated } from './overleg.ts'
import { type SaidToMoment, saidBy } from './said.ts'

/** What a cell of the grid shows; empty: nothing was said. */
export type Cell = SaidToMoment | ''

export interface Column {
  moment: Moment
  /** By participant. */
  cells: ReadonlyMap<string, Cell>
  can: number
  /** Of everybody at the table but the interpreter. */
  of: number
  /** Who cannot, or did not say. */
  misses: readonly Seated[]
  past: boolean
  clientCan: boolean
}

export function cellOf(now: OverlegNow, who: Seated, moment: Moment): Cell {
  const said = saidBy(now.said, who.id).moments[moment.id]?.answer
  // What was unticked with the moments is a veto, whatever was noted beside it: it is ticked again there (decide.ts, `clientCan`).
  if (who.wie === 'client') return moment.suitsClient ? (said ?? 'kan') : 'kan_niet'
  return said ?? ''
}

/** Sorted: the client can, the key person can, how many can, then the day. What is over comes last. */
export function grid(current: OverlegNow, now: Date): Column[] {
  const { overleg } = current
  const people = seated(overleg)
  const columns = overleg.moments.map((moment): Column => {
    const cells = new Map(people.map((one) => [one.id, cellOf(current, one, moment)]))
    const counted = people.filter(({ wie }) => wie !== 'tolk')
    return {
      moment,
      cells,
      can: counted.filter(({ id }) => cells.get(id) === 'kan').length,
      of: counted.length,
      misses: people.filter(({ id }) => cells.get(id) === 'kan_niet'),
      past: isPast(moment, now),
      clientCan: clientCan(current, moment),
    }
  })
  const rank = (column: Column): number[] => [
    column.past ? 1 : 0,
    column.clientCan ? 0 : 1,
    keyPersonRank(people, column),
    -column.can,
  ]
  return columns.sort((one, other) => {
    const [a, b] = [rank(one), rank(other)]
    const at = a.findIndex((value, index) => value !== b[index])
    return at < 0 ? (one.moment.start < other.moment.start ? -1 : 1) : (a[at] ?? 0) - (b[at] ?? 0)
  })
}

/** A fixed contact who can, then one who may still, then one who cannot. */
function keyPersonRank(people: readonly Seated[], { cells }: Column): number {
  const said = people.filter(({ wie }) => wie === 'spilfiguur').map(({ id }) => cells.get(id))
  if (said.includes('kan')) return 0
  return said.length > 0 && said.every((one) => one === 'kan_niet') ? 2 : 1
}

/** Whether any moment suits the client, and whether any suits everybody. */
export function outlook(columns: readonly Column[]): 'all_past' | 'not_for_client' | 'not_for_all' | 'open' {
  const left = columns.filter(({ past }) => !past)
  if (left.length === 0) return 'all_past'
  if (left.every((column) => !column.clientCan)) return 'not_for_client'
  return left.every(({ misses }) => misses.length > 0) ? 'not_for_all' : 'open'
}
