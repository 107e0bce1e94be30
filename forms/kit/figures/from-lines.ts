/** What a dossier of before there were figures counts as, from what its history still tells (docs/decisions/035). */
import type { Form } from '../form.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { wayOf } from '../lifecycle/lifecycle.ts'
import { brusselsDate } from '../time.ts'
import { askedWith, type Facts, withFact, yearOf } from './facts.ts'
import { withHeldOn } from './held.ts'
import { variables } from './variables.ts'

/** A line of its history, the oldest first. */
export interface Line {
  /** ISO UTC. */
  at: string
  what: string
  /** The state it was in then. */
  to?: string | undefined
}

/** `lines`: those that are left; who did what is kept for a year. Whether a client sat at the table was not noted then. */
export function factsFrom(
  { lifecycle, overleg }: Pick<Form, 'lifecycle' | 'overleg'>,
  dossier: Dossier,
  lines: readonly Line[],
): Facts {
  const received = brusselsDate(new Date(dossier.receivedAt))
  const states = [...lines.flatMap(({ to }) => to ?? []), dossier.state]
  const way = states.reduce<string | undefined>((before, state) => wayOf(lifecycle, state, before), undefined)
  let facts: Facts = way === undefined ? {} : { [variables.weg]: { [yearOf(received)]: { [way]: 1 } } }
  for (const { at, what } of lines) {
    const on = brusselsDate(new Date(at))
    if (what === overleg?.moves.hold) facts = withHeldOn(facts, received, on)
    if (what === 'aangekomen') facts = withFact(facts, variables.aangekomen, yearOf(on), { ja: 1 })
    if (what === 'niet_aangekomen') facts = withFact(facts, variables.aangekomen, yearOf(on), { nee: 1 })
  }
  const { drempels } = dossier.trend
  if (!Array.isArray(drempels)) return facts
  const asked = yearOf(brusselsDate(new Date(dossier.stateSince)))
  return withFact(facts, variables.drempels, asked, askedWith(drempels))
}
