/** How a dossier is counted, and what a change of it changes in the counts. Pure (docs/decisions/035). */
import type { Service } from '../form.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { stateOf } from '../lifecycle/lifecycle.ts'
import { brusselsDate, brusselsInstant } from '../time.ts'
import { askedWith, yearOf } from './facts.ts'
import { numberClassOf, severalPerDossier, variables } from './variables.ts'

/** By counter, as `counterOf` names them. */
export type Counts = Readonly<Record<string, number>>

/** What is added to the counters of one year. */
export interface YearCounts {
  network: string
  /** A form, or `activities`. */
  form: string
  year: string
  add: Counts
}

export const counterOf = (variable: string, value: string): string => `${variable}.${value}`
/** How many dossiers are behind a counter, or behind all of a variable, where one can have several. */
export const dossiersOf = (counter: string): string => `${counter}#`

/** In the place of a form: the answers to a network's activities, and who came. */
export const activities = 'activiteiten'

/** From the first moment of 1 February on (Brussels) nothing is counted any more in the year before: it is frozen then, also when that comes late. */
export const frozenFrom = (year: string): Date => brusselsInstant(`${Number(year) + 1}-02-01T00:00`)
export const isCounted = (year: string, now: Date): boolean => now < frozenFrom(year)

/** By year. A withdrawn request counts as withdrawn and as nothing else; one that a machine seemed to send not at all. */
function tallyOf({ form }: Pick<Service, 'form'>, { facts, trend, outcome, suspect, state, receivedAt }: Dossier) {
  const tally = new Map<string, Record<string, number>>()
  if (!facts || suspect) return tally
  const add = (year: string, counter: string, amount: number) => {
    const counts = tally.get(year) ?? {}
    tally.set(year, { ...counts, [counter]: (counts[counter] ?? 0) + amount })
  }
  const isWithdrawn = stateOf(form.lifecycle, state).withdrawn === true
  for (const [variable, years] of Object.entries(facts)) {
    if (isWithdrawn && variable !== variables.weg) continue
    for (const [year, values] of Object.entries(years)) {
      if (severalPerDossier.has(variable)) add(year, dossiersOf(variable), 1)
      for (const [value, amount] of Object.entries(values)) {
        add(year, counterOf(variable, value), amount)
        if (severalPerDossier.has(variable)) add(year, dossiersOf(counterOf(variable, value)), 1)
      }
    }
  }
  if (isWithdrawn) return tally
  const year = yearOf(brusselsDate(new Date(receivedAt)))
  add(year, counterOf(variables.uitkomst, outcome), 1)
  for (const [question, answer] of Object.entries(trend).filter(([name]) => !(name in facts)))
    for (const value of valuesOf(answer)) add(year, counterOf(question, value), 1)
  return tally
}

const valuesOf = (answer: Dossier['trend'][string]): readonly string[] =>
  typeof answer === 'number' ? [numberClassOf(answer)] : [answer].flat()

/** What must be added so that it counts as it is now; `before`: undefined for a new one. */
export function countsOf(
  service: Pick<Service, 'form'>,
  before: Dossier | undefined,
  after: Dossier,
  now: Date,
): YearCounts[] {
  // Of before there were figures: the command counts it.
  if (before && !before.facts) return []
  const was = before ? tallyOf(service, before) : new Map<string, Record<string, number>>()
  const is = tallyOf(service, after)
  const { network, form } = after
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((year) => isCounted(year, now))
    .map((year) => ({ network, form, year, add: difference(was.get(year) ?? {}, is.get(year) ?? {}) }))
    .filter(({ add }) => Object.keys(add).length > 0)
}

/** Of a refusal: that there was one, and each criterion by itself. Which went together is not kept (docs/domain.md §3.2). */
export function refusalCounts(
  { network, form }: Pick<YearCounts, 'network' | 'form'>,
  criteria: readonly string[],
  now: Date,
): YearCounts[] {
  return [{ network, form, year: yearOf(brusselsDate(now)), add: refusedFor(criteria) }]
}

/** So many refusals for the same criteria. */
export const refusedFor = (criteria: readonly string[], times = 1): Counts =>
  Object.fromEntries(
    Object.entries(askedWith(criteria, times)).map(([value, amount]) => [
      counterOf(variables.geweigerd, value),
      amount,
    ]),
  )

/** All that it counts as, of every year: for what was kept before there were figures. */
export const countsOfAll = (service: Pick<Service, 'form'>, dossier: Dossier): YearCounts[] =>
  [...tallyOf(service, dossier)].map(([year, add]) => ({ network: dossier.network, form: dossier.form, year, add }))

/** What must be added to come from the one to the other. */
export function difference(was: Counts, is: Counts): Counts {
  const counters = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return Object.fromEntries(
    counters
      .map((counter) => [counter, (is[counter] ?? 0) - (was[counter] ?? 0)] as const)
      .filter(([, amount]) => amount !== 0),
  )
}
