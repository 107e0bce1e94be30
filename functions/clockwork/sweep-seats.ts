/**
 * Whoever gives a seat back hands it out too (docs/decisions/010). This is the guarantee behind it: every minute the werkruimte is
 * told of the events where that was broken off.
 */

/** Per run; what is left is first in line a minute later. */
const perRun = 30
/** Events one call of the werkruimte gets: done well within its time. */
const perWake = 3

export interface SweepSeatsDeps {
  freed: (now: Date, most: number) => Promise<string[]>
  /** Tells of them; in the cloud without waiting for what comes of it. */
  wake: (slugs: string[]) => Promise<void>
  now: () => Date
}

/** Returns how many events it told of. */
export function createSweepSeats({ freed, wake, now }: SweepSeatsDeps) {
  return async (): Promise<number> => {
    const slugs = await freed(now(), perRun)
    for (let from = 0; from < slugs.length; from += perWake) await wake(slugs.slice(from, from + perWake))
    return slugs.length
  }
}
