/** The plan of an LCO: per levensdomein, from what the request said of it, to what everybody does (docs/overleg.md §9). */
import type { PlanOfForm } from './kit/plan/plan-of-form.ts'
import { levensdomeinOptions } from './kit/questions/levensdomeinen.ts'

export const lcoPlan: PlanOfForm = {
  domains: {
    options: [
      ...levensdomeinOptions,
      // What a family wants does not always have a name of ours.
      { value: 'anders_1', label: 'iets anders' },
      { value: 'anders_2', label: 'nog iets anders' },
      { value: 'anders_3', label: 'en nog iets' },
    ],
    chosen: 'levensdomeinen',
    good: 'loopt_goed',
    lessGood: 'loopt_minder_goed',
    wish: 'vraag_client',
  },
  beside: ['zelf', 'omgeving', 'ondersteuning'],
  evaluateWithinMonths: 6,
  moves: { run: 'opvolgen', close: 'afsluiten' },
}
