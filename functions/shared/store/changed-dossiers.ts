/** Which dossiers changed since the search last looked: keys only, as whoever asks may read no dossier. */
import { createDue } from './due.ts'
import type { Connection } from './dynamo.ts'
import { changedPartition } from './indexes.ts'
import type { ItemKey } from './item-key.ts'

/** Of a dossier, or of the words of one that was erased. */
export type ChangedKey = ItemKey

export function createChangedDossiers(connection: Connection) {
  const due = createDue(connection)
  return {
    /** At most so many, those that wait longest first. */
    changed: (now: Date, most: number): Promise<ChangedKey[]> => due.keys(changedPartition, now, most),

    /** Since when the first one waits, up to `until`; for a clock that steps through time. */
    nextChanged: (until: Date): Promise<Date | undefined> => due.first(changedPartition, until),
  }
}
