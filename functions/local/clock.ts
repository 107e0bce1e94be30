import * as z from 'zod'

/** An instant as a person types it: ISO with its zone, seconds when they matter. */
export const instantText = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])

/** Loket's own clock: it can be set, and runs on. Nothing but the local runner has one; a Lambda uses the real time. */
export interface Clock {
  now(): Date
  set(instant: Date): void
}

/** A clock that shows `start` now; without it, the real time. */
export function createClock(start?: Date): Clock {
  let ahead = start ? start.getTime() - Date.now() : 0
  return {
    now: () => new Date(Date.now() + ahead),
    set: (instant) => {
      ahead = instant.getTime() - Date.now()
    },
  }
}
