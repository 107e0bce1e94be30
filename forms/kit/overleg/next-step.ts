/** What whoever holds a dossier does next, in a list and above the dossier: while an overleg or a plan is on its way, what that asks. */
import type { Form } from '../form.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { stateOf } from '../lifecycle/lifecycle.ts'
import { isAboutPlan, waitsForPlan } from '../plan/plan-of-form.ts'
import type { OverlegMark } from './mark.ts'
import { aNewOverleg, theOverleg } from './noun.ts'
import { nounOf } from './of-form.ts'

/** "kies een moment voor het overleg"; otherwise what the state of the dossier says. Undefined when nothing is left to do. */
export function nextStepOf(
  { lifecycle, overleg: has, plan }: Pick<Form, 'lifecycle' | 'overleg' | 'plan'>,
  dossier: Pick<Dossier, 'state' | 'overleg' | 'actionPlan' | 'trend'>,
): string | undefined {
  const { state, overleg, actionPlan } = dossier
  const { next } = stateOf(lifecycle, state)
  if (!has || !overleg) return next
  const noun = nounOf(has, dossier)
  const the = theOverleg({ noun })
  const form = { lifecycle, ...(plan ? { plan } : {}) }
  if (actionPlan && waitsForPlan(form, dossier))
    return has.withClient ? 'bespreek het plan met de cliënt' : 'bespreek het plan'
  // After an evaluation that asked for a next one.
  if (actionPlan?.waitsForOverleg && isAboutPlan(form, dossier))
    return underWay(overleg, the) ?? `bereid ${aNewOverleg({ noun })} voor`
  const planned = lifecycle.moves.find(({ action }) => action === has.moves.fix)?.to
  if (state === planned && overleg.state === 'vastgelegd') return `hou ${the}`
  return (state === lifecycle.assigned ? underWay(overleg, the) : undefined) ?? next
}

function underWay({ state }: OverlegMark, the: string): string | undefined {
  switch (state) {
    case 'voorbereiden':
      return `bereid ${the} voor`
    case 'gepolst':
      return `kies een moment voor ${the}`
    default:
      return undefined
  }
}
