/** Another day for what is fixed, and why it does not take place, as their pages are filled in (docs/overleg.md §4). */

import { cleanedIn } from '../clean.ts'
import type { RawInput } from '../questions/answers.ts'
import type { FieldError } from '../questions/page.ts'
import { isBlank, textProblem } from '../text.ts'
import { brusselsDate } from '../time.ts'
import type { At } from '../working-days.ts'
import type { MovedTo } from './decide.ts'
import type { Overleg } from './overleg.ts'
import { readSpan, unusualInWords } from './read-moments.ts'
import { discussedOn } from './table.ts'

/** Characters of why it was called off. */
export const mostOfReason = 2000

export const moveFields: readonly (readonly [string, boolean])[] = [
  'datum',
  'van',
  'tot',
  'past_client',
  'besproken_op',
  'zeker',
  'revision',
].map((name) => [name, false])

export const reasonFields: readonly (readonly [string, boolean])[] = ['reden', 'revision'].map((name) => [name, false])

interface Context extends At {
  overleg: Overleg
  /** ISO UTC: nothing was discussed before anybody asked. */
  receivedAt: string
  withClient: boolean
}

export type ReadMove =
  | { to: MovedTo }
  /** `unusual`: the day is no working day of the network, and is asked about once. */
  | { errors: readonly FieldError[]; unusual?: string }

export function readMove(raw: RawInput, { overleg, receivedAt, withClient, now, days }: Context): ReadMove {
  const value = (name: string) => cleanedIn(raw, name)
  const { span, problems } = readSpan({ datum: value('datum'), van: value('van'), tot: value('tot') }, now)
  const errors: FieldError[] = problems.map(({ column, message }) => ({ name: column, message }))
  const { fixed } = overleg
  if (span && fixed && !fixed.wholeDay && span.start === fixed.start && span.end === fixed.end)
    errors.push({ name: 'datum', message: 'Dit moment ligt nu al vast. Kies een ander' })
  const suitsClient = !withClient || value('past_client') === 'ja'
  if (!suitsClient && !overleg.clientDeclines)
    errors.push({
      name: 'past_client',
      message: 'Dit moment past niet voor de cliënt. Kies een ander, of noteer dat de cliënt er niet bij wil zijn',
    })
  const between = { from: brusselsDate(new Date(receivedAt)), today: brusselsDate(now) }
  const discussed = withClient ? discussedOn(value('besproken_op'), between) : undefined
  if (discussed && 'problem' in discussed) errors.push({ name: 'besproken_op', message: discussed.problem })
  if (errors.length > 0 || !span) return { errors }
  const day = brusselsDate(new Date(span.start))
  if (!days.has(day) && value('zeker') !== day)
    return { errors: [{ name: 'datum', message: unusualInWords(day, days) }], unusual: day }
  return {
    to: { ...span, suitsClient, ...(discussed && 'value' in discussed ? { discussedOn: discussed.value } : {}) },
  }
}

/** Why it does not take place; may stay empty. */
export function readReason(raw: RawInput): { reason: string } | { errors: readonly FieldError[] } {
  const reason = cleanedIn(raw, 'reden')
  const problem = textProblem(reason, mostOfReason)
  if (problem) return { errors: [{ name: 'reden', message: problem }] }
  return { reason: isBlank(reason) ? '' : reason }
}
