/** The light plan of an OTA road: one goal, afspraken and an evaluation; no client, so no sheet and nobody's agreement but the table's. */
import type { PlanOfForm } from './kit/plan/plan-of-form.ts'

export const otaPlan: PlanOfForm = {
  domains: { options: [{ value: 'leervraag', label: 'wat u samen wilt bereiken' }], goal: 'leervraag' },
  beside: [],
  evaluateWithinMonths: 6,
  moves: { run: 'afspraken_maken', close: 'afsluiten' },
}
