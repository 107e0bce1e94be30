/**
 * What a dossier counts as: how often each value of a variable holds in a year, without a day or a name (docs/decisions/035). It
 * keeps them until it is erased, so that what is taken back is counted back. One of before there were figures has none: it is
 * counted once, by a command.
 */
import * as z from 'zod'

/** By variable, by Brussels year, by value. */
export const factsSchema = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number())))
export type Facts = z.infer<typeof factsSchema>

type Values = Readonly<Record<string, number>>

/** The Brussels year of a Brussels date. */
export const yearOf = (date: string): string => date.slice(0, 4)

export const yearBefore = (year: string): string => String(Number(year) - 1)

/** In the place of what the variable said, whenever that was. */
export const withFact = (facts: Facts, variable: string, year: string, values: Values): Facts => ({
  ...facts,
  [variable]: { [year]: { ...values } },
})

/** In the place of what the variable said of that year. */
export const withFactOfYear = (facts: Facts, variable: string, year: string, values: Values): Facts => ({
  ...facts,
  [variable]: { ...facts[variable], [year]: { ...values } },
})

/** One more of that year. */
export function withOneMore(facts: Facts, variable: string, year: string, value: string): Facts {
  const { [value]: before = 0, ...others } = facts[variable]?.[year] ?? {}
  return withFactOfYear(facts, variable, year, { ...others, [value]: before + 1 })
}

/** Of what several are chosen at once: how many were asked, beside each answer. */
export const askedValue = 'samen'

/** Asked that often, each time with these answers. */
export const askedWith = (values: readonly string[], times = 1): Record<string, number> =>
  Object.fromEntries([askedValue, ...values].map((value) => [value, times]))
