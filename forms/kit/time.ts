/**
 * Time for people is Europe/Brussels; time in storage is ISO UTC (docs/domain.md §3.9).
 * A deadline is a local calendar date: comparing local text needs no time zone arithmetic and is right at both
 * daylight-saving switches.
 */
import { once } from './once.ts'

const localParts = once(
  () =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Brussels',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
)

/** An instant as local Brussels text, `2021-05-21T23:59:59`; sorts and compares as text. */
export const brusselsLocal = (instant: Date): string => localParts().format(instant).replace(' ', 'T')

/** Whether Brussels clocks did not show this local time yet; asked of every page, so most answers need no time zone at all. */
export function isBeforeLocal(instant: Date, local: string): boolean {
  const utc = instant.toISOString().slice(0, local.length)
  const hoursApart = (Date.parse(`${local}Z`) - instant.getTime()) / 3_600_000
  // Brussels is one or two hours ahead of UTC.
  return Math.abs(hoursApart) > 2 ? utc < local : brusselsLocal(instant) < local
}

/** Whether it is a local moment that exists, `2021-01-01T00:00:00`. */
export function isLocalMoment(text: string): boolean {
  const instant = new Date(`${text}Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === `${text}.000Z`
}

/** The Brussels calendar date of an instant, `2021-05-21`. */
export const brusselsDate = (instant: Date): string => brusselsLocal(instant).slice(0, 10)

/** The Brussels calendar month of an instant, `2021-05`. */
export const brusselsMonth = (instant: Date): string => brusselsLocal(instant).slice(0, 7)

/**
 * The instants at which Brussels clocks show this local time (`2021-03-28T02:30`): one as a rule, none in the hour that
 * is skipped in spring, two in the hour that comes twice in autumn (Directive 2000/84/EC).
 */
export function brusselsInstants(local: string): readonly Date[] {
  const text = local.length === 16 ? `${local}:00` : local
  // Belgium is one hour ahead of UTC, or two in summer.
  return [2, 1]
    .map((hours) => new Date(Date.parse(`${text}Z`) - hours * 3_600_000))
    .filter((instant) => !Number.isNaN(instant.getTime()) && brusselsLocal(instant) === text)
}

/** The instant of a local time that is known to come once, such as 09:00 or midnight: the switches are at two and three at night. */
export function brusselsInstant(local: string): Date {
  const [instant] = brusselsInstants(local)
  if (!instant) throw new Error(`No such time in Brussels: ${local}`)
  return instant
}

const dateFormat = once(
  () =>
    new Intl.DateTimeFormat('nl-BE', {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
)

/** A calendar date in words: `vrijdag 21 mei 2021`. */
export const dateInWords = (date: string): string => dateFormat().format(new Date(`${date}T00:00:00Z`))

const shortFormat = once(
  () => new Intl.DateTimeFormat('nl-BE', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }),
)

/** A calendar date in a list, `vr 21 mei`; with its year when that is not this one. */
export function dateInShort(date: string, today: string): string {
  const words = shortFormat().format(new Date(`${date}T00:00:00Z`))
  return date.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${date.slice(0, 4)}`
}

/** As a field shows a date that is filled in: `27/4/2021`. */
export const dayTyped = (date: string): string => date.split('-').map(Number).reverse().join('/')

/** The Sunday that ends the week of a date. */
export const sundayOf = (date: string): string => addDays(date, (7 - new Date(`${date}T00:00:00Z`).getUTCDay()) % 7)

/** The Brussels date of an instant in words. */
export const dayInWords = (instant: Date): string => dateInWords(brusselsDate(instant))

/** The Brussels clock time of an instant, Belgian style: `9.05 uur`. */
export function timeInWords(instant: Date): string {
  const [hour, minute] = brusselsLocal(instant).slice(11, 16).split(':')
  return `${Number(hour)}.${minute} uur`
}

/** Both: "donderdag 20 mei 2021 om 14.05 uur". */
export const momentInWords = (instant: Date): string => `${dayInWords(instant)} om ${timeInWords(instant)}`

/** A calendar date some days later (or earlier). */
export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

/** A calendar date some months later: the same day of that month, or its last one. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

/** Days from one calendar date to another; whatever the clock did in between. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (1000 * secondsPerDay))

/** The instant at which it is nine in the morning in Brussels: when mail that waited for a day leaves. */
export const nineOn = (date: string): Date => brusselsInstant(`${date}T09:00`)

/** Neither a weekend nor a legal holiday; what a network counts with: working-days.ts. */
export function isBelgianWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !legalHolidays(Number(date.slice(0, 4))).includes(date)
}

/** The ten Belgian legal holidays of a year (Royal Decree of 18 April 1974, art. 1). */
export function legalHolidays(year: number): string[] {
  const easter = easterSunday(year)
  const fixed = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'].map((day) => `${year}-${day}`)
  const movable = [1, 39, 50].map((days) => addDays(easter, days)) // Easter Monday, Ascension, Whit Monday
  return [...fixed, ...movable].sort()
}

/** Gregorian Easter, the anonymous algorithm (Nature, 20 April 1876). */
function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** An instant some seconds later. */
export const addSeconds = (instant: Date, seconds: number): Date => new Date(instant.getTime() + seconds * 1000)

export const secondsPerDay = 86_400

/** Epoch seconds, the unit DynamoDB's time to live is counted in. */
export const epochSeconds = (instant: Date): number => Math.floor(instant.getTime() / 1000)
