/**
 * Days on which the network is closed, as a coordinator types them: no working days from then on (working-days.ts). Brussels dates, both
 * included. What is over stays as it was: promises were counted with it.
 */
import type { NetworkContent } from '../content.ts'
import type { ClosedDays } from '../content-schema.ts'
import { counted } from '../counted.ts'
import { type Answers, asTyped, type RawInput } from '../questions/answers.ts'
import { line } from '../questions/common-pages.ts'
import type { FieldError, Page } from '../questions/page.ts'
import { addDays, addMonths, brusselsDate, dateInWords, daysBetween, legalHolidays } from '../time.ts'
import { belgianDays } from '../working-days.ts'

/** More days at once is a slip of the pen, or a form that pauses. */
const mostClosedDays = 60
/** Years ahead: so that a count of working days, and a search for a meeting, always ends. */
export const changedYearsAhead = 2

/** By the date they begin. */
export type Closing = ClosedDays & { from: string }
type Closed = Pick<NetworkContent, 'closedDays'>

const hint = 'Dag, maand en jaar, bijvoorbeeld 21/5/2027.'
const error = 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'
const between = { years: changedYearsAhead }
export const overMessage = 'Die dag is al voorbij. Vul vandaag of een latere dag in'

const isDay = (answer: unknown): answer is string => typeof answer === 'string'

/** `before`: as it was, where one is changed; days of it that are over may stay. */
export const closingPage = (before?: Closing): Page => ({
  slug: 'sluitingsdagen',
  title: 'Sluitingsdagen',
  questions: [
    { kind: 'date', name: 'van', label: 'Eerste dag gesloten', hint, error, between },
    {
      ...{ kind: 'date', name: 'tot', label: 'Laatste dag gesloten', error, between },
      ...{ hint: 'Is het maar één dag? Laat dit leeg.', optional: true },
    },
    line('waarom', 'Waarom?', {
      hint: 'Bijvoorbeeld ‘Brugdag’. Uw collega’s lezen dit.',
      error: 'Vul in waarom u dan gesloten bent',
      max: 80,
    }),
  ],
  rules: [
    {
      about: 'van',
      check: ({ van }, { now }) =>
        isDay(van) && van < brusselsDate(now) && van !== before?.from
          ? { name: 'van', message: overMessage }
          : undefined,
    },
    {
      about: 'tot',
      check: ({ van, tot }, { now }) => {
        if (!isDay(van)) return undefined
        const last = isDay(tot) ? tot : van
        const name = isDay(tot) || before ? 'tot' : 'van'
        if (last < van) return { name, message: 'De laatste dag komt na de eerste. Kijk beide datums na' }
        if (last < brusselsDate(now)) return { name, message: overMessage }
        return daysBetween(van, last) >= mostClosedDays
          ? {
              name,
              message: `Sluit hoogstens ${mostClosedDays} dagen na elkaar. Langer dicht? Zet dan een formulier op pauze`,
            }
          : undefined
      },
    },
  ],
})

/** What a page that was understood says. */
export function closingOf({ van, tot, waarom }: Answers): Closing {
  const from = String(van ?? '')
  return { from, until: isDay(tot) ? tot : from, what: String(waarom ?? '') }
}

/** The page filled in with what there is. */
export const typedClosing = ({ from, until, what }: Closing): RawInput =>
  asTyped({ van: from, tot: until === from ? '' : until, waarom: what })

/** "24 december 2026 tot en met 3 januari 2027", or one day. */
export const closingInWords = ({ from, until }: Pick<Closing, 'from' | 'until'>): string =>
  from === until ? dateInWords(from) : `${dateInWords(from)} tot en met ${dateInWords(until)}`

/** Two that have a day in common say two reasons for it. `except`: the first day of the one that is changed. */
export function overlapProblem({ closedDays }: Closed, wanted: Closing, except?: string): FieldError[] {
  const other = closingsIn({ closedDays }).find(
    ({ from, until }) => from !== except && from <= wanted.until && wanted.from <= until,
  )
  return other
    ? [
        {
          name: 'van',
          message: `Dan bent u al gesloten: ‘${other.what}’, ${closingInWords(other)}. Verander die dagen`,
        },
      ]
    : []
}

/** In the order of their days. */
const closingsIn = ({ closedDays }: Closed): Closing[] =>
  Object.entries(closedDays)
    .map(([from, days]) => ({ from, ...days }))
    .sort((one, other) => (one.from < other.from ? -1 : 1))

/** Those that are to come or go on, and those of this year that are over. `today`: Brussels date. */
export function closings(content: Closed, today: string): { ahead: Closing[]; over: Closing[] } {
  const all = closingsIn(content)
  return {
    ahead: all.filter(({ until }) => until >= today),
    over: all.filter(({ until }) => until < today && until.slice(0, 4) === today.slice(0, 4)),
  }
}

/** What begins on that date, as long as it is not over. */
export const closingFrom = (content: Closed, from: string, today: string): Closing | undefined =>
  closings(content, today).ahead.find((one) => one.from === from)

/** It has begun: a day of it was counted, so it is made shorter and not taken away. */
export const hasBegun = ({ from }: Pick<Closing, 'from'>, today: string): boolean => from < today

/** Legal holidays of the next twelve months, from today on: they count already. */
export function holidaysAhead(today: string): string[] {
  const year = Number(today.slice(0, 4))
  return [year, year + 1].flatMap(legalHolidays).filter((day) => day >= today && day < addMonths(today, 12))
}

/** How many Belgian working days fall away: "3 werkdagen". */
export const fallenAway = ({ from, until }: Pick<Closing, 'from' | 'until'>): string =>
  counted(belgianDays.between(addDays(from, -1), until), 'werkdag', 'werkdagen')
