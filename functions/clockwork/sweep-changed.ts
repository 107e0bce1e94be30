/**
 * Every minute the dossiers that changed are told to whoever may open them, so that they are found by what they say now
 * (docs/decisions/023). One that could not be done comes again.
 */
import type { ChangedKey } from '../shared/store/changed-dossiers.ts'

/** Per run, ten calls at most: whoever works in the werkruimte at that moment must not wait. What is left is first in line a minute later. */
export const perRun = 250
/** Dossiers one call of the werkruimte gets: done well within its time. */
const perWake = 25

export interface SweepChangedDeps {
  changed: (now: Date, most: number) => Promise<ChangedKey[]>
  /** Tells of them; in the cloud without waiting for what comes of it. */
  wake: (keys: ChangedKey[]) => Promise<void>
  now: () => Date
}

/** Returns how many dossiers it told of. */
export function createSweepChanged({ changed, wake, now }: SweepChangedDeps) {
  return async (): Promise<number> => {
    const keys = await changed(now(), perRun)
    for (let from = 0; from < keys.length; from += perWake) await wake(keys.slice(from, from + perWake))
    return keys.length
  }
}
