/** All of a list, as far as one takes it along: read page by page, each written down before it is opened. */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import type { ListView } from '../../shared/store/consultations.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { choiceOf, type Filters } from './filters.ts'
import { inOrder, type Looking } from './list-view.ts'
import { type QueueRow, rowsOf } from './rows.ts'

/** More than this is not taken along: a filter brings it below. */
export const mostTaken = 200
const pageSize = 50

export interface WholeList {
  rows: QueueRow[]
  /** Some answers could not be opened: the lines are there without them. */
  unreadable: boolean
  /** There are more than `mostTaken`: then it stays in its usual order. */
  more: boolean
}

export async function wholeList(
  deps: WorkspaceDeps,
  looking: Looking,
  { filters, list, now }: { filters: Filters; list: ListView['list']; now: Date },
): Promise<WholeList> {
  const { network, person } = looking
  const choice = choiceOf(filters, network, person, brusselsDate(now))
  const whole: WholeList = { rows: [], unreadable: false, more: false }
  const all: Dossier[] = []
  let after: string | undefined
  do {
    // As large a page for the last few: a filter reads the lists anew for each.
    const { dossiers, next } = await deps.queue.list({ network: network.slug, ...choice, after, limit: pageSize, now })
    const taken = dossiers.slice(0, mostTaken - all.length)
    const { rows, unreadable } = await rowsOf(deps, taken, { ...looking, list, now })
    all.push(...taken)
    whole.rows.push(...rows)
    whole.unreadable ||= unreadable
    whole.more = next !== undefined || taken.length < dossiers.length
    after = next
  } while (after !== undefined && all.length < mostTaken)
  return filters.sorteer && !whole.more ? { ...whole, rows: sorted(whole.rows, all, filters.sorteer) } : whole
}

const sorted = (rows: readonly QueueRow[], dossiers: readonly Dossier[], order: NonNullable<Filters['sorteer']>) =>
  inOrder(dossiers, order).flatMap(({ reference }) => rows.find((row) => row.reference === reference) ?? [])
