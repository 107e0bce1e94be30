/** What follows when somebody sends a task: decided here, stored by the werkruimte. */
import type { RawInput } from '../questions/answers.ts'
import type { FieldError, Page } from '../questions/page.ts'
import { parsePage } from '../questions/parse.ts'
import { brusselsDate } from '../time.ts'
import { askAboutDay, meantField } from '../unusual-day.ts'
import type { At } from '../working-days.ts'
import type { Taker } from './takers.ts'
import type { AskedTask } from './task-page.ts'

export type ReadTask =
  /** `unusual`: a day that is asked about once; sent again with it as what was meant, it goes on. */
  | { kind: 'mend'; errors: readonly FieldError[]; unusual?: string }
  | { kind: 'read'; text: string; on: string; taker: Taker }

export function readTask(page: Page, typed: RawInput, { takers, before }: AskedTask, { now, days }: At): ReadTask {
  const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now })
  const { taak: text, tegen: on, wie } = answers
  const taker = takers.find(({ person }) => person.id === wie)
  if (errors.length > 0 || typeof text !== 'string' || typeof on !== 'string' || !taker) return { kind: 'mend', errors }
  const message =
    on === before?.on || typed.get(meantField)?.[0] === on ? undefined : askAboutDay(on, brusselsDate(now), days)
  return message === undefined
    ? { kind: 'read', text, on, taker }
    : { kind: 'mend', errors: [{ name: 'tegen', message }], unusual: on }
}
