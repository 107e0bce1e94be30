/** Which counters wait for their year to be frozen: keys only. */
import { createDue } from './due.ts'
import type { Connection } from './dynamo.ts'
import { closingPartition } from './indexes.ts'
import type { ItemKey } from './item-key.ts'

export function createClosingYears(connection: Connection) {
  const due = createDue(connection)
  return {
    /** At most so many, those that wait longest first. */
    closing: (now: Date, most: number): Promise<ItemKey[]> => due.keys(closingPartition, now, most),

    /** Since when the first one waits, up to `until`; for a clock that steps through time. */
    nextClosing: (until: Date): Promise<Date | undefined> => due.first(closingPartition, until),
  }
}
