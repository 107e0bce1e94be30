/** Days and hours as people type them (docs/domain.md §3.9), and the instant they come to in Brussels. */
import * as z from 'zod'
import { once } from './once.ts'
import { brusselsInstants } from './time.ts'

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/** Years somebody can mean. Others have no clock time in Brussels as we know it, or no date after them (`Date`, ISO 8601). */
const [firstYear, lastYear] = ['1900', '2199']

/**
 * A calendar date as a browser sends it (`2021-03-15`) or as people write it (`15/3/2021`, `15.3.21`, `15 maart 2021`);
 * undefined when it cannot be meant. Of a year of two digits the century is this one.
 */
export function readDay(typed: string): string | undefined {
  const text = typed.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return existing(iso[1], iso[2], iso[3])
  const [, day, month, year] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text) ??
    /^(?:\p{L}+\s+)?(\d{1,2})\s+(\p{L}+)\s+(\d{4}|\d{2})$/u.exec(text) ??
    []
  return existing(year?.length === 2 ? `20${year}` : year, monthNumber(month), day)
}

function monthNumber(written: string | undefined): string | undefined {
  if (written === undefined || /^\d/.test(written)) return written
  const at = months.findIndex((month) => month === written || (written.length >= 3 && month.startsWith(written)))
  return at < 0 ? undefined : String(at + 1)
}

function existing(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  if (!year || !month || !day || year < firstYear || year > lastYear) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return calendarDate().safeParse(date).success ? date : undefined
}

const calendarDate = once(() => z.iso.date())

/** A clock time as people write it (`09:30`, `9.30`, `9u30`, `0930`, `9`, `9 uur`), as `09:30`; undefined when it is none. */
export function readHour(typed: string): string | undefined {
  const text = typed.trim().toLowerCase()
  const [, hour, minute = '00'] =
    /^(\d{1,2})(?:[.:uh](\d{2}))?(?: ?uur|u)?$/.exec(text) ?? /^(\d{2})(\d{2})(?: ?uur|u)?$/.exec(text) ?? []
  if (!hour || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

/** `9.30`, as it stands before "uur"; whole hours keep no minutes. */
export const hourInWords = (hour: string): string => {
  const [hours, minutes] = hour.split(':')
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}.${minutes}`
}

/** A local time in Brussels: one instant, or none in the hour that is skipped, or two in the one that comes twice. */
export type LocalInstant = { kind: 'once'; instant: Date } | { kind: 'never' } | { kind: 'twice' }

/** `date` and `hour` as the two functions above give them. */
export function localInstant(date: string, hour: string): LocalInstant {
  const [instant, second] = brusselsInstants(`${date}T${hour}`)
  if (!instant) return { kind: 'never' }
  return second ? { kind: 'twice' } : { kind: 'once', instant }
}
