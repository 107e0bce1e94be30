/** When a mail that could not be sent is tried again. */
import { addSeconds } from '../../forms/kit/time.ts'

const shortestWait = 30
const longestWait = 3600
const giveUpAfter = 72 * 3600

/**
 * A thirtieth of its age, between 30 s and 1 h: after an outage of 6 hours no mail waits longer than 12 minutes
 * (quality.md, retries end visibly). The last try is at 72 hours; after that undefined, and a person must act.
 */
export function nextTry(plannedAt: Date, now: Date): Date | undefined {
  const age = (now.getTime() - plannedAt.getTime()) / 1000
  if (age >= giveUpAfter) return undefined
  const wait = Math.min(Math.max(age / 30, shortestWait), longestWait)
  return addSeconds(now, Math.min(wait, giveUpAfter - age))
}
