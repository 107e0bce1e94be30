/** What a task asks of whoever types it; what follows when they send it is read-task.ts. */
import type { Page } from '../questions/page.ts'
import { yearsAhead } from '../questions/questions.ts'
import { brusselsDate } from '../time.ts'
import { mostOfTask } from './own-tasks.ts'
import { type Taker, takerInWords } from './takers.ts'
import type { OpenTask } from './tasks-mark.ts'

export interface AskedTask {
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
