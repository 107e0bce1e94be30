/**
 * On which days a promise is kept, counted and reminded of: Belgian working days, without those on which the network is closed
 * (docs/domain.md §3.9). A value that is handed over, so that whoever reads a signature sees what counts days; where no
 * network is meant, `belgianDays`. All are Brussels calendar dates, `2026-12-24`.
 */
import type { ClosedDays, StoredContent } from './content-schema.ts'
import { addDays, isBelgianWorkingDay } from './time.ts'

export interface WorkingDays {
  /** Neither a weekend, nor a legal holiday, nor a day on which the network is closed. */
  has(date: string): boolean
  /** The date so many working days after one, which need not be one itself. */
  add(date: string, count: number): string
  /** The date so many working days before one. */
  before(date: string, count: number): string
  /** How many lie after `from`, up to and including `to`; 0 when `to` is not later. */
  between(from: string, to: string): number
  /** Why the network is closed then, "Brugdag"; undefined on every other day, also a holiday. */
  closedFor(date: string): string | undefined
}

/** So many days of this kind further, or back. */
function step(isCounted: (date: string) => boolean, date: string, count: number, by: 1 | -1): string {
  let day = date
  for (let left = count; left > 0; ) {
    day = addDays(day, by)
    if (isCounted(day)) left -= 1
  }
  return day
}

function workingDays(closedFor: WorkingDays['closedFor']): WorkingDays {
  const has = (date: string) => isBelgianWorkingDay(date) && closedFor(date) === undefined
  return {
    has,
    closedFor,
    add: (date, count) => step(has, date, count, 1),
    before: (date, count) => step(has, date, count, -1),
    between(from, to) {
      let count = 0
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (has(day)) count += 1
      return count
    },
  }
}

/** Where no network is meant, and in figures, which compare networks and years (docs/decisions/035). */
export const belgianDays: WorkingDays = workingDays(() => undefined)

/** Those of a network. The content says at most 60 days at once and two years ahead, so a count always ends. */
export const workingDaysOf = ({ closedDays }: Pick<StoredContent, 'closedDays'>): WorkingDays =>
  workingDays((date) => closedOn(closedDays, date)?.what)

/** The days of closing that a date is in, by the date they begin; the first when two have it. */
function closedOn(closedDays: StoredContent['closedDays'], date: string): (ClosedDays & { from: string }) | undefined {
  for (const [from, days] of Object.entries(closedDays))
    if (from <= date && date <= days.until) return { from, ...days }
  return undefined
}

/** When something is decided, and with which days it counts from there. */
export interface At {
  now: Date
  days: WorkingDays
}
