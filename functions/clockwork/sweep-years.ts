/**
 * A year is frozen on 1 February of the next (docs/decisions/035). Every minute the werkruimte is told of the counters that wait for it;
 * what could not be done comes again.
 */
import type { ItemKey } from '../shared/store/item-key.ts'

/** Per run and in one call: those of a network and a year are together, as they wait in that order. */
const perRun = 200

export interface SweepYearsDeps {
  closing: (now: Date, most: number) => Promise<ItemKey[]>
  /** Tells of them; in the cloud without waiting for what comes of it. */
  wake: (counters: ItemKey[]) => Promise<void>
  now: () => Date
}

/** Returns how many counters it told of. */
export function createSweepYears({ closing, wake, now }: SweepYearsDeps) {
  return async (): Promise<number> => {
    const counters = await closing(now(), perRun)
    if (counters.length > 0) await wake(counters)
    return counters.length
  }
}
