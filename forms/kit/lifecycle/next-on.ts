/** When the next thing of a dossier happens: Brussels date of its list and its reminder (docs/domain.md §4). */
import type { Form } from '../form.ts'
import { nextOfPlan } from '../plan/back-at-plan.ts'
import type { WorkingDays } from '../working-days.ts'
import type { Dossier } from './dossier.ts'
import type { Move, State } from './lifecycle.ts'
import { dueCall } from './service-call.ts'

interface Next {
  form: Form
  move: Move
  before: Dossier
  to: State
  stays: boolean
  answerBefore: string
  today: string
  days: WorkingDays
  referral: Dossier['referral']
  date: string | undefined
}

/** The date a person gave, or the one that follows from the state. */
export function nextOnOf({ form, move, before, to, stays, answerBefore, today, days, referral, date }: Next) {
  if (move.asks?.includes('datum')) return date
  if (referral) return referral.arrived ? undefined : (dueCall(referral)?.on ?? referral.checkOn)
  if (to.name === form.lifecycle.states[0]?.name) return answerBefore
  if (stays) return before.nextOn
  const resumed = before.paused?.from === to.name ? before.paused.nextOn : undefined
  const within = to.within === undefined ? undefined : days.add(today, to.within)
  const follows = resumed ?? within ?? nextOfPlan(form, before, to, { today, days })
  return follows ?? (move.asks?.includes('stand') && !to.closed ? before.nextOn : undefined)
}
