/** What a dossier counts as after a move (forms/kit/figures/): where it went, which drempels were seen, whether the client got there. */
import { askedWith, type Facts, withFact, yearOf } from '../figures/facts.ts'
import { variables } from '../figures/variables.ts'
import type { Form } from '../form.ts'
import { brusselsDate } from '../time.ts'
import type { Dossier } from './dossier.ts'
import { type Move, wayOf } from './lifecycle.ts'

interface Moving {
  form: Pick<Form, 'lifecycle'>
  move: Move
  before: Dossier
  /** Name of the state it is in then. */
  to: string
  /** Brussels date. */
  today: string
  drempels: readonly string[] | undefined
}

/** Nothing for a dossier that has no facts: it is from before there were any. */
export function factsAfter({ form, move, before, to, today, drempels = [] }: Moving): Pick<Dossier, 'facts'> {
  const year = yearOf(today)
  const facts = gone(form, before, to)
  if (!facts) return {}
  const seen = move.asks?.includes('drempels') ? withFact(facts, variables.drempels, year, askedWith(drempels)) : facts
  const arrived = arrivedOf(move)
  return { facts: arrived ? withFact(seen, variables.aangekomen, year, { [arrived]: 1 }) : seen }
}

/** Where it went counts in the year in which it came in: each request once. */
export function gone({ lifecycle }: Pick<Form, 'lifecycle'>, before: Dossier, to: string): Facts | undefined {
  const { facts } = before
  if (!facts) return undefined
  const year = yearOf(brusselsDate(new Date(before.receivedAt)))
  const way = wayOf(lifecycle, to, Object.keys(facts[variables.weg]?.[year] ?? {})[0])
  return way === undefined ? facts : withFact(facts, variables.weg, year, { [way]: 1 })
}

function arrivedOf({ arrived }: Move): 'ja' | 'nee' | undefined {
  if (arrived === 'yes') return 'ja'
  return arrived === 'no' ? 'nee' : undefined
}
