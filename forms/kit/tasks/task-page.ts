/** What a task asks of whoever types it, and what follows when they send it: decided here, stored by the werkruimte. */
import type { RawInput } from '../questions/answers.ts'
import type { FieldError, Page } from '../questions/page.ts'
import { parsePage } from '../questions/parse.ts'
import { yearsAhead } from '../questions/questions.ts'
import { brusselsDate } from '../time.ts'
import { askAboutDay, meantField } from '../unusual-day.ts'
import { mostOfTask } from './own-tasks.ts'
import { type Taker, takerInWords } from './takers.ts'
import type { OpenTask } from './tasks-mark.ts'

interface AskedTask {
  takers: readonly Taker[]
  /** What to know of somebody before choosing them. */
  marksOf: (taker: Taker) => readonly string[]
  /** Of one that is changed. */
  before?: Pick<OpenTask, 'on'> | undefined
}

/** A day that is over, unless it was that day already. */
export const taskPage = (about: Pick<Page, 'slug' | 'title'>, { takers, marksOf, before }: AskedTask): Page => ({
  ...about,
  questions: [
    {
      kind: 'text',
      name: 'taak',
      label: 'Wat moet er gebeuren?',
      hint: 'Alleen wie dit dossier mag openen, leest dit. We slaan het versleuteld op. Geen rijksregisternummer.',
      error: 'Schrijf wat er moet gebeuren',
      max: mostOfTask,
    },
    {
      kind: 'date',
      name: 'tegen',
      label: 'Tegen wanneer?',
      hint: 'Dag, maand en jaar, bijvoorbeeld 21/5/2027.',
      error: 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027',
      between: { years: yearsAhead },
    },
    {
      kind: 'choice',
      name: 'wie',
      label: 'Wie doet het?',
      error: 'Kies wie het doet',
      options: takers.map((taker) => ({
        value: taker.person.id,
        label: takerInWords(taker),
        marks: marksOf(taker),
      })),
    },
  ],
  rules: [
    {
      about: 'tegen',
      check: ({ tegen }, { now }) =>
        typeof tegen === 'string' && tegen < brusselsDate(now) && tegen !== before?.on
          ? { name: 'tegen', message: 'Vul vandaag of een latere dag in' }
          : undefined,
    },
  ],
})

export type ReadTask =
  /** `unusual`: a day that is asked about once; sent again with it as what was meant, it goes on. */
  | { kind: 'mend'; errors: readonly FieldError[]; unusual?: string }
  | { kind: 'read'; text: string; on: string; taker: Taker }

export function readTask(page: Page, typed: RawInput, { takers, before }: AskedTask, now: Date): ReadTask {
  const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now })
  const { taak: text, tegen: on, wie } = answers
  const taker = takers.find(({ person }) => person.id === wie)
  if (errors.length > 0 || typeof text !== 'string' || typeof on !== 'string' || !taker) return { kind: 'mend', errors }
  const message =
    on === before?.on || typed.get(meantField)?.[0] === on ? undefined : askAboutDay(on, brusselsDate(now))
  return message === undefined
    ? { kind: 'read', text, on, taker }
    : { kind: 'mend', errors: [{ name: 'tegen', message }], unusual: on }
}
