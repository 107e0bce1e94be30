/**
 * What a mail may still say when it leaves: that can be days after it was decided, when SES takes nothing, or a person let it go
 * (functions/mailer/retry.ts). No mail promises what is over by then, or says "vandaag" of another day.
 */
import { brusselsDate } from '../forms/kit/time.ts'
import type { AnyContext } from './content.ts'

/** A Brussels date on which something was still in time is over: the day itself is in time (docs/domain.md §3.3). */
export const isOver = (date: string, { now }: Pick<AnyContext, 'now'>): boolean => brusselsDate(now) > date

/** So many seconds after it was decided. */
export const hasPassed = (seconds: number, { now, decidedAt }: Pick<AnyContext, 'now' | 'decidedAt'>): boolean =>
  now.getTime() >= decidedAt.getTime() + seconds * 1000
