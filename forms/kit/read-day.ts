/** Days as people type and paste them (docs/domain.md §3.9): with figures or in words, as a page of ours writes them too. */
import * as z from 'zod'
import { cleanNumber } from './clean.ts'
import { once } from './once.ts'
import { dateInWords } from './time.ts'

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
const weekdays = 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'.split(' ')

/** Years somebody can mean. Others have no clock time in Brussels as we know it, or no date after them (`Date`, ISO 8601). */
const [firstYear, lastYear] = ['1900', '2199']

/** Code units; longer is no day. */
const longest = 80

/** Where a day without its year lies: the first one from this day on, or the last one up to it. */
export type Near = { from: string } | { until: string }

type ReadDay =
  | { day: string }
  /** `tooFar`: it exists, after every year that somebody can mean. */
  | { problem: string | undefined; tooFar?: true }

/** As people and their programs write a day: with its year first or last, in figures or with the month in words. */
const shapes = [
  // `2021-03-15`, also with other signs between; `20210315`.
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<year>(?:19|20|21)\d\d)(?<month>[01]\d)(?<day>[0-3]\d)$/,
  // `15/3/2021`, `15.3.21`, `15 - 3 - 2021`, `15/3`; `15032021`.
  /^(?<day>\d{1,2}) ?[-/. ] ?(?<month>\d{1,2})(?: ?[-/. ] ?'?(?<year>\d{4}|\d{2}))?$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
  // `15 maart 2021`, `1e juni`, `21 mei '27`, `15-mrt-21`.
  /^(?<day>\d{1,2})(?:ste|de|e)?[-. ]*(?<month>\p{L}{3,9})(?:[-., ]*'?(?<year>\d{4}|\d{2}))?$/u,
]
/** "di 8 juni", "Dinsdag, 8 juni", "op dinsdag 8 juni". */
const weekday = /^(?:op )?(?:(\p{L}{2,9})[., ]+)?(?=\d)/u
/** What a spreadsheet or a calendar puts behind a day. */
const midnight = /[ t]0?0[:.]00(?:[:.]00)?$/

/**
 * A calendar date as a browser sends it (`2021-03-15`) or as people write it; undefined when it cannot be meant. Of a year of two
 * digits the century is this one: no form asks about another. Of a day without a year it is the nearest one, where `near` says
 * on which side; otherwise nothing is guessed.
 */
export function readDay(typed: string, near?: Near): string | undefined {
  const read = understood(typed, near)
  return 'day' in read ? read.day : undefined
}

/** What to mend, where more can be said of it than that it is no day. */
export function dayProblem(typed: string, near?: Near): string | undefined {
  const read = understood(typed, near)
  return 'day' in read ? undefined : read.problem
}

/** Whether it is a day that exists, after every year that somebody can mean. */
export function isTooFar(typed: string): boolean {
  const read = understood(typed, undefined)
  return 'problem' in read && read.tooFar === true
}

function understood(typed: string, near: Near | undefined): ReadDay {
  if (typed.length > longest) return { problem: undefined }
  const whole = cleanNumber(typed)
    .toLowerCase()
    .replace(/[.,;]$/, '')
    .replace(midnight, '')
  const [before = '', named] = weekday.exec(whole) ?? []
  const text = whole.slice(before.length)
  const { day, month, year } = shapes.map((shape) => shape.exec(text)?.groups).find(Boolean) ?? {}
  if (year === undefined) return withoutYear(named, monthNumber(month), day, near)
  const inFull = year.length === 2 ? `20${year}` : year
  // Judged in a leap year: which days a later one has, nobody needs to know.
  if (inFull > lastYear && existing('2024', monthNumber(month), day)) return { problem: undefined, tooFar: true }
  return checked(named, existing(inFull, monthNumber(month), day))
}

function monthNumber(written: string | undefined): string | undefined {
  if (written === undefined || /^\d/.test(written)) return written
  const at = months.findIndex((month) => month.startsWith(written === 'mrt' ? 'maart' : written))
  return at < 0 ? undefined : String(at + 1)
}

function withoutYear(
  named: string | undefined,
  month: string | undefined,
  day: string | undefined,
  near: Near | undefined,
): ReadDay {
  // A leap year has every day there is.
  if (!existing('2024', month, day)) return { problem: undefined }
  if (!near) return { problem: 'Schrijf ook het jaar, bijvoorbeeld 21/5/2027' }
  const [side, step] = 'from' in near ? [near.from, 1] : [near.until, -1]
  // A leap day comes back within eight years, also around 1900 and 2100.
  for (let year = Number(side.slice(0, 4)), tries = 0; tries < 9; tries += 1, year += step) {
    const found = existing(String(year), month, day)
    if (found && (step > 0 ? found >= side : found <= side)) return checked(named, found)
  }
  return { problem: undefined }
}

/** The weekday that stands before it is that of this day: otherwise one of the two is a slip of the pen. */
function checked(named: string | undefined, day: string | undefined): ReadDay {
  if (!day) return { problem: undefined }
  if (named === undefined) return { day }
  const own = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  if (own.startsWith(named)) return { day }
  return weekdays.some((one) => one.startsWith(named))
    ? { problem: `${dateInWords(day).replace(/^\S+ /, '')} is een ${own}. Kijk de datum na` }
    : { problem: undefined }
}

function existing(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  if (!year || !month || !day || year < firstYear || year > lastYear) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return calendarDate().safeParse(date).success ? date : undefined
}

const calendarDate = once(() => z.iso.date())
