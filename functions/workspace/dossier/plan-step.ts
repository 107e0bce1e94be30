/** The one next step of the plan of a dossier, for the page of that dossier. */
import { isClosed } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { aNewOverleg } from '../../../forms/kit/overleg/noun.ts'
import { nounOf } from '../../../forms/kit/overleg/of-form.ts'
import { isOpenOverleg } from '../../../forms/kit/overleg/overleg.ts'
import { isRunning } from '../../../forms/kit/plan/plan-mark.ts'
import { isAboutPlan, waitsForPlan } from '../../../forms/kit/plan/plan-of-form.ts'
import { canBegin } from '../../../forms/kit/plan/write-plan.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { overlegPath, planPath } from '../../shared/work-paths.ts'
import type { DossierView } from './view.ts'

export interface PlanStep {
  label: string
  path: string
  /** It is the way forward; otherwise it can be done. */
  leadsOn: boolean
}

/** Undefined where the plan asks nothing now, or the dossier is where it cannot be written. */
export function planStepOf({ service, dossier, plan: shown, now }: DossierView): PlanStep | undefined {
  const { form } = service
  const { reference, overleg: last } = dossier
  if (!shown || isClosed(form.lifecycle, dossier.state) || !isAboutPlan(form, dossier)) return undefined
  const { plan, overleg } = shown
  const leadsOn = waitsForPlan(form, dossier)
  if (!plan)
    return overleg && canBegin(overleg) ? { label: 'Schrijf het plan', path: planPath(reference), leadsOn } : undefined
  if (leadsOn || !plan.running) return { label: 'Werk verder aan het plan', path: planPath(reference), leadsOn }
  if (!isRunning(plan)) return undefined
  if (plan.waitsForOverleg) {
    if (last && isOpenOverleg(last)) return undefined
    const noun = form.overleg ? nounOf(form.overleg, dossier) : 'overleg'
    return { label: `Begin ${aNewOverleg({ noun })}`, path: overlegPath(reference, 'tafel'), leadsOn: true }
  }
  return plan.running.evaluationOn <= brusselsDate(now)
    ? { label: 'Doe de evaluatie', path: planPath(reference, 'evaluatie'), leadsOn: true }
    : undefined
}
