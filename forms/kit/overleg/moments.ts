/** The moments of an overleg, in words and against the clock; how their page is understood is read-moments.ts. Brussels days and hours. */
import { addDays, brusselsDate, dateInWords } from '../time.ts'
import type { Moment } from './overleg.ts'

/** A day and its hours, understood. */
export interface Span {
  start: string
  end: string
}

/** "dinsdag 27 april 2021" */
export const momentDay = ({ start }: Span): string => dateInWords(brusselsDate(new Date(start)))

export const isPast = ({ start }: Span, now: Date): boolean => start <= now.toISOString()

/** The moments that can still be proposed or chosen. */
export const upcoming = (moments: readonly Moment[], now: Date): Moment[] => moments.filter((one) => !isPast(one, now))

/** The instant at which the online link is shown: the day before, at midnight (docs/overleg.md §4). */
export const linkShownOn = ({ start }: Span): string => addDays(brusselsDate(new Date(start)), -1)
