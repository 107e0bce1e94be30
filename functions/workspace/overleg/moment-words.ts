/** Moments and the overleg itself as a page says them, in Brussels time. */

import { once } from '../../../forms/kit/once.ts'
import type { Span } from '../../../forms/kit/overleg/moments.ts'
import { momentDay } from '../../../forms/kit/overleg/moments.ts'
import type { Fixed } from '../../../forms/kit/overleg/overleg.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { brusselsDate, brusselsLocal, momentInWords } from '../../../forms/kit/time.ts'
import { hoursInWords, startInWords } from './words.ts'

const shortFormat = once(
  () => new Intl.DateTimeFormat('nl-BE', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' }),
)

/** "di 27 april" */
export const shortDay = ({ start }: Pick<Span, 'start'>): string =>
  shortFormat().format(new Date(`${brusselsDate(new Date(start))}T00:00:00Z`))

const clock = (instant: string): string => {
  const [hour, minute] = brusselsLocal(new Date(instant)).slice(11, 16).split(':')
  return `${Number(hour)}.${minute}`
}

/** "14.00–15.30 uur" */
export const shortHours = ({ start, end }: Span): string => `${clock(start)}–${clock(end)} uur`

/** "di 27 april, 14.00–15.30 uur" */
export const shortMoment = (span: Span): string => `${shortDay(span)}, ${shortHours(span)}`

/** "Dinsdag 27 april 2021, van 14 tot 15.30 uur"; a day whose hour nobody set is only a day. */
export const longMoment = (span: Span & Pick<Fixed, 'wholeDay'>): string =>
  [capitalised(momentDay(span)), span.wholeDay ? '' : hoursInWords(span)].filter(Boolean).join(', ')

/** "dinsdag 27 april 2021 om 14 uur" */
export const dayAndStart = (span: Span): string => `${momentDay(span)} om ${startInWords(span)}`

/** "maandag 26 april 2021 om 9.12 uur" */
export const instantInWords = (instant: string): string => momentInWords(new Date(instant))
