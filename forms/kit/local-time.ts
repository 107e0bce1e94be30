/** Hours as people type them (docs/domain.md §3.9), and the instant they come to in Brussels; days are read-day.ts. */
import { cleanNumber } from './clean.ts'
import { brusselsInstants } from './time.ts'

/** Longer is no hour. */
const longest = 40

/** `9`, `9u`, `9 uur`, `9.30`, `9:30`, `9,30`, `9u30`, `9 h 30`; with seconds, as a spreadsheet has them, when they are none. */
const apart = /^(?:om )?(\d{1,2})(?: ?[.,:uh] ?(\d{2})(?::00)?)?(?: ?(?:uur|u|h)\.?)?$/
/** `0930`, `930` */
const together = /^(?:om )?(\d{1,2})(\d{2})(?: ?(?:uur|u|h)\.?)?$/

/** A clock time as people write it, as `09:30`; undefined when it is none. */
export function readHour(typed: string): string | undefined {
  if (typed.length > longest) return undefined
  const text = cleanNumber(typed)
    .toLowerCase()
    .replace(/[.,;]$/, '')
  const [, hour, minute = '00'] = apart.exec(text) ?? together.exec(text) ?? []
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
