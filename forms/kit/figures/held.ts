/** An overleg that was held, as a dossier counts it: in the year in which it was held. */
import { type Facts, withFactOfYear, withOneMore, yearOf } from './facts.ts'
import { dayClassOf, variables } from './variables.ts'

/** Its first, with the working days it took since it was received, or one after it. Brussels dates. */
export function withHeldOn(facts: Facts, received: string, on: string): Facts {
  const year = yearOf(on)
  if (facts[variables.overleg] !== undefined) return withOneMore(facts, variables.overleg, year, 'vervolg')
  const first = withOneMore(facts, variables.overleg, year, 'eerste')
  return withFactOfYear(first, variables.dagen, year, { [dayClassOf(received, on)]: 1 })
}
