/** The hours of a moment in words, Brussels time. */
import { hourInWords } from '../local-time.ts'
import { brusselsLocal } from '../time.ts'
import type { Span } from './moments.ts'

const clock = (instant: string): string => hourInWords(brusselsLocal(new Date(instant)).slice(11, 16))

/** "van 14 tot 15.30 uur" */
export const hoursInWords = ({ start, end }: Span): string => `van ${clock(start)} tot ${clock(end)} uur`

/** "14 uur" */
export const startInWords = ({ start }: Pick<Span, 'start'>): string => `${clock(start)} uur`
