/** When a mail that could not be sent is tried again. */
import { addSeconds } from '../../forms/kit/time.ts'

const shortestWait = 30
const longestWait = 3600
const giveUpAfter = 72 * 3600

/** Seconds: a thirtieth of its age, between 30 s and 1 h, so that after 6 hours no mail waits longer than 12 minutes. */
const waitAt = (age: number): number => Math.min(Math.max(age / 30, shortestWait), longestWait)

const secondsSince = (instant: Date, now: Date): number => (now.getTime() - instant.getTime()) / 1000

/** The last try is 72 hours after `since`; after that undefined, and a person must act (docs/promises.md). */
export function nextTry(since: Date, now: Date): Date | undefined {
  const age = secondsSince(since, now)
  return age >= giveUpAfter ? undefined : addSeconds(now, Math.min(waitAt(age), giveUpAfter - age))
}

/** While nothing may be sent at all a mail is never given up. */
export const nextTryInPause = (plannedAt: Date, now: Date): Date =>
  addSeconds(now, waitAt(secondsSince(plannedAt, now)))
