/**
 * The guarantee behind what the werkruimte does at once or by the day: every minute it is told what still waits. What could not be done
 * comes again.
 */

interface Waiting<One> {
  /** At most so many, those that wait longest first. */
  find: (now: Date, most: number) => Promise<One[]>
  /** Tells of them; in the cloud without waiting for what comes of it. */
  wake: (found: One[]) => Promise<void>
  now: () => Date
}

interface Most {
  /** What is left is first in line a minute later: whoever works in the werkruimte at that moment must not wait. */
  perRun: number
  /** What one call of the werkruimte gets: done well within its time. */
  perWake: number
}

/** Returns how many it told of. */
const sweepWaiting =
  ({ perRun, perWake }: Most) =>
  <One>({ find, wake, now }: Waiting<One>) =>
  async (): Promise<number> => {
    const found = await find(now(), perRun)
    for (let from = 0; from < found.length; from += perWake) await wake(found.slice(from, from + perWake))
    return found.length
  }

/** Ten calls: that many dossiers are found again in a minute (docs/operate.md). */
export const changedPerRun = 250

/** Dossiers that changed, told to whoever may open them, so that they are found by what they say now (docs/decisions/023). */
export const createSweepChanged = sweepWaiting({ perRun: changedPerRun, perWake: 25 })

/** Events where the seat that came free was not handed out at once, as it is by whoever gives it back (docs/decisions/010). */
export const createSweepSeats = sweepWaiting({ perRun: 30, perWake: 3 })

/** Counters of a year that is over (docs/decisions/035): in one call, as those of a network and a year wait together. */
export const createSweepYears = sweepWaiting({ perRun: 200, perWake: 200 })
