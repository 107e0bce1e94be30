/** A date as its question asks it: which days can be meant, and what to do about another. */
import type { Read } from '../clean.ts'
import { dayProblem, isTooFar, type Near, readDay } from '../read-day.ts'
import { addDays, addMonths, brusselsDate } from '../time.ts'
import type { DayRange, TextQuestion } from './questions.ts'

type DateQuestion = Pick<TextQuestion, 'between' | 'error'>

/** `now`: absent where only is compared what was typed; then no day is too far. */
export function readDate({ between, error }: DateQuestion, typed: string, now: Date | undefined): Read<string> {
  const today = now && brusselsDate(now)
  const near = between && today ? nearOf(between, today) : undefined
  const value = readDay(typed, near)
  if (value === undefined) {
    const far = between && between.years > 0 && isTooFar(typed) ? within(between) : undefined
    return { problem: far ?? dayProblem(typed, near) ?? error }
  }
  const problem = between && today ? outside(value, between, today) : undefined
  return problem === undefined ? { value } : { problem }
}

/** Where a day without its year lies: before today for what happened, from today on for what is still to come. */
const nearOf = ({ years }: DayRange, today: string): Near => (years === 0 ? { until: today } : { from: today })

const within = ({ years }: Pick<DayRange, 'years'>): string => `Kies een datum binnen ${years} jaar`

function outside(day: string, { from, years }: DayRange, today: string): string | undefined {
  if (from !== undefined && day < addDays(today, from))
    return from > 0 && day === today
      ? 'Kies een dag die nog komt, vanaf morgen'
      : `Deze datum is voorbij. Vul ${from > 0 ? 'een' : 'vandaag of een'} latere dag in`
  if (day <= addMonths(today, years * 12)) return undefined
  return years === 0 ? 'Kies een dag die niet in de toekomst ligt' : within({ years })
}
