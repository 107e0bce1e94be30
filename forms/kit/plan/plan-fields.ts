/** What the page of a plan asks, with the questions of the kit: rows with choices, dates, and somebody of the table. */
import type { Page } from '../questions/page.ts'
import {
  cellName,
  type DayRange,
  type OneChoice,
  type Option,
  type RowsQuestion,
  type TextQuestion,
  yearsAhead,
} from '../questions/questions.ts'
import { whens } from './action-plan.ts'
import type { PlanOfForm } from './plan-of-form.ts'

export const goalRows = 'doelen'
export const afspraakRows = 'afspraken'
export const mostGoals = 12
export const mostAfspraken = 30
/** Rows that the page shows empty, to go on with. */
export const emptyAfspraken = 3

export const goalField = (at: number, column: string): string => cellName(goalRows, at, column)
export const afspraakField = (at: number, column: string): string => cellName(afspraakRows, at, column)

/** Characters of what goes well, what less, and what somebody wants; and of what is done. */
const mostOfText = 1000
const mostOfWhat = 200

const text = (name: string, label: string, max: number, hint?: string): TextQuestion => ({
  kind: 'longText',
  ...{ name, label, max, error: '', optional: true },
  ...(hint ? { hint } : {}),
})

const choose = (name: string, label: string, error: string, options: readonly Option[], hint?: string): OneChoice => ({
  kind: 'choice',
  ...{ name, label, error, options, optional: true },
  ...(hint ? { hint } : {}),
})

const day = (name: string, label: string, between: DayRange, hint?: string): TextQuestion => ({
  kind: 'date',
  ...{ name, label, between, optional: true, error: 'Vul een datum in, bijvoorbeeld 21/5/2021' },
  ...(hint ? { hint } : {}),
})

/** A plan that runs names days that are over too. */
const toCome: DayRange = { years: yearsAhead }

/** Whom and what an afspraak can name. */
export interface PlanChoices {
  has: PlanOfForm
  /** Who can do something, by id. */
  people: readonly Option[]
  /** What an afspraak can be for, by levensdomein. */
  reasons: readonly Option[]
  /** What the network offers, by key. */
  offers: readonly Option[]
  withClient: boolean
}

export function goalsQuestion({ has: { domains }, withClient }: PlanChoices): RowsQuestion {
  const whose = withClient ? 'Wat wil de cliënt?' : 'Wat wilt u samen bereiken?'
  return {
    ...{ kind: 'rows', name: goalRows, rowName: 'Levensdomein', label: '', error: '', optional: true },
    ...{ max: mostGoals, tooMany: `Hoogstens ${mostGoals} levensdomeinen`, shown: 0 },
    columns: [
      choose('domein', 'Welk levensdomein?', 'Kies een levensdomein', domains.options),
      text('goed', 'Wat loopt goed?', mostOfText),
      text('minder_goed', 'Wat loopt minder goed?', mostOfText),
      text('doel', withClient ? `${whose} In eigen woorden` : whose, mostOfText),
      choose(
        'wanneer',
        'Wanneer pakken we dit aan?',
        'Kies eerst, later of niet',
        whens.map((value) => ({ value, label: value })),
      ),
    ],
  }
}

export function afsprakenQuestion({ people, reasons, offers }: PlanChoices): RowsQuestion {
  return {
    ...{ kind: 'rows', name: afspraakRows, rowName: 'Afspraak', label: '', error: '', optional: true },
    ...{ max: mostAfspraken, tooMany: `Hoogstens ${mostAfspraken} afspraken`, shown: emptyAfspraken },
    columns: [
      text('wat', 'Wat?', mostOfWhat, 'Eén ding. Begin met wat iemand doet.'),
      choose('wie', 'Wie doet dit?', 'Kies wie het doet', people, 'Precies één.'),
      choose('waarom', 'Waarom?', 'Kies waarom', reasons, 'Kies het doel.'),
      day('tegen', 'Tegen wanneer?', toCome, 'Leeg: tot de evaluatie.'),
      choose('met', 'Samen met', 'Kies wie helpt', people),
      day('afgesproken_op', 'Afgesproken op', { years: 0 }),
      choose('aanbod', 'Aanbod', 'Kies een aanbod uit de lijst', offers),
      { kind: 'text', name: 'id', label: '', error: '', optional: true },
    ],
  }
}

export const evaluationDay: TextQuestion = day('evaluatie_op', 'Evaluatie op', toCome)

export const planPage = (choices: PlanChoices): Page => ({
  slug: 'plan',
  title: 'Plan van aanpak',
  questions: [goalsQuestion(choices), afsprakenQuestion(choices), evaluationDay],
})
