/** Events of which seats may be left to hand out: their keys only, as whoever asks may read none. */

import { createDue } from './due.ts'
import type { Connection } from './dynamo.ts'
import { freedPartition, slugOfSeats } from './indexes.ts'

export function createFreedSeats(connection: Connection) {
  const due = createDue(connection)
  return {
    /** Their slugs; at most so many, those that wait longest first. */
    freed: async (now: Date, most: number): Promise<string[]> =>
      (await due.keys(freedPartition, now, most)).map(({ pk }) => slugOfSeats(pk)),

    /** Since when the first one waits, up to `until`; for a clock that steps through time. */
    nextFreed: (until: Date): Promise<Date | undefined> => due.first(freedPartition, until),
  }
}
