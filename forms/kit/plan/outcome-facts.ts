/** What became of each afspraak, as a dossier counts it (forms/kit/figures/): in the year in which it was discussed. */
import { withFactOfYear, yearOf } from '../figures/facts.ts'
import { variables } from '../figures/variables.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import type { ActionPlan } from './action-plan.ts'

/**
 * Of the last year in which something was evaluated; an afspraak that goes on and is evaluated again in a later year counts in both,
 * as it was then.
 */
export function withOutcomes(dossier: Dossier, { outcomes }: Pick<ActionPlan, 'outcomes'>): Dossier {
  const all = Object.values(outcomes)
  const year = all
    .map(({ on }) => yearOf(on))
    .sort()
    .at(-1)
  if (!dossier.facts || year === undefined) return dossier
  const counts: Record<string, number> = {}
  for (const { outcome, on } of all) if (yearOf(on) === year) counts[outcome] = (counts[outcome] ?? 0) + 1
  return { ...dossier, facts: withFactOfYear(dossier.facts, variables.afspraken, year, counts) }
}
