/** What whoever holds a dossier does next, in a list and above the dossier: while an overleg is on its way, what that asks. */
import type { Form } from '../form.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { stateOf } from '../lifecycle/lifecycle.ts'
import { theOverleg } from './noun.ts'
import { nounOf } from './of-form.ts'

/** "kies een moment voor het overleg"; otherwise what the state of the dossier says. Undefined when nothing is left to do. */
export function nextStepOf(
  { lifecycle, overleg: has }: Pick<Form, 'lifecycle' | 'overleg'>,
  dossier: Pick<Dossier, 'state' | 'overleg' | 'trend'>,
): string | undefined {
  const { state, overleg } = dossier
  const { next } = stateOf(lifecycle, state)
  if (!has || !overleg) return next
  const the = theOverleg({ noun: nounOf(has, dossier) })
  const planned = lifecycle.moves.find(({ action }) => action === has.moves.fix)?.to
  if (state === planned && overleg.state === 'vastgelegd') return `hou ${the}`
  if (state !== lifecycle.assigned) return next
  switch (overleg.state) {
    case 'voorbereiden':
      return `bereid ${the} voor`
    case 'gepolst':
      return `kies een moment voor ${the}`
    default:
      return next
  }
}
