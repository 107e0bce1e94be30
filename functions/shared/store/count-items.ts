/**
 * What is counted in a year, without a name or a day (docs/decisions/035): added in the transaction of what is counted, so that it is
 * neither lost nor doubled. One item holds every number of a form, spread over eight so that many at once do not wait for each other.
 */
import { createHash } from 'node:crypto'
import { type Counts, frozenFrom, type YearCounts } from '../../../forms/kit/figures/tally.ts'
import { closingPartition } from './indexes.ts'
import { yearCountsKey, yearCountsShards } from './keys.ts'
import type { TransactItems } from './transact.ts'

/** The writes that go with what is counted; `of`: what is random and the same each time it is counted, such as a reference. */
export const countItems = (
  TableName: string,
  counts: readonly YearCounts[],
  of: string,
  { waits = true }: Options = {},
): TransactItems =>
  counts.map(({ network, form, year, add }) => ({
    Update: { TableName, Key: yearCountsKey(network, form, year, shardOf(of)), ...adding(year, add, waits) },
  }))

interface Options {
  /** False: who adds lets the year be frozen once all is added. */
  waits?: boolean
}

/** The year is frozen on a day, for which the counter itself waits in `due` (keys only: what is added later writes nothing there). */
function adding(year: string, add: Counts, waits: boolean) {
  const counters = Object.entries(add)
  const due = waits ? { ':due': closingPartition, ':dueAt': frozenFrom(year).toISOString() } : {}
  const set = waits ? 'SET #due = if_not_exists(#due, :due), #dueAt = if_not_exists(#dueAt, :dueAt) ' : ''
  return {
    UpdateExpression: `${set}ADD ${counters.map((_, at) => `#${at} :${at}`).join(', ')}`,
    ExpressionAttributeNames: {
      ...(waits ? { '#due': 'due', '#dueAt': 'dueAt' } : {}),
      ...Object.fromEntries(counters.map(([counter], at) => [`#${at}`, counter])),
    },
    ExpressionAttributeValues: {
      ...due,
      ...Object.fromEntries(counters.map(([, amount], at) => [`:${at}`, amount])),
    },
  }
}

const shardOf = (of: string): number => (createHash('sha256').update(of).digest()[0] ?? 0) % yearCountsShards
