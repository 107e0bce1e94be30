/** The plan of a dossier as a page of the werkruimte needs it: opened, with the table that holds now and what guests said. */

import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { type ActionPlan, begunPlan } from '../../../forms/kit/plan/action-plan.ts'
import { openedAgain } from '../../../forms/kit/plan/follow-plan.ts'
import type { PlanNow } from '../../../forms/kit/plan/plan-decision.ts'
import type { PlanOfForm } from '../../../forms/kit/plan/plan-of-form.ts'
import { noPlanTexts, planSealedFor, readPlanTexts } from '../../../forms/kit/plan/plan-texts.ts'
import { suggestedPlan } from '../../../forms/kit/plan/prefill-plan.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import type { KeptPlan } from '../../shared/store/action-plans.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { OpenOverleg } from '../overleg/open.ts'

type Deps = Pick<WorkspaceDeps, 'actionPlans' | 'overlegs' | 'unseal' | 'now'>

export type OpenPlan = PlanNow & Omit<OpenOverleg, keyof PlanNow>

/** `found`: its last overleg. One read for what is written, one for what was agreed; a new one, filled in from the request, is not stored yet. */
export async function openPlan(
  deps: Deps,
  found: OpenOverleg,
  has: PlanOfForm,
  answers: Answers | undefined,
): Promise<OpenPlan> {
  const { reference } = found.file.dossier
  const kept = found.file.dossier.actionPlan && (await deps.actionPlans.read(reference, deps.now()))
  if (kept) return { ...found, ...(await opened(deps, { ...kept, plan: asItsDossier(found, kept.plan) })) }
  const { overleg } = found
  const { goals, texts } = suggestedPlan(has, answers)
  const { network, form, number, holder } = overleg
  const plan = begunPlan({ reference, network, form, overleg: number, goals, ...(holder ? { holder } : {}) })
  return { ...found, plan, texts: { ...noPlanTexts, goals: texts }, said: new Map() }
}

/** An applicant can open a dossier again, and its plan they cannot reach. */
const asItsDossier = ({ service, file }: OpenOverleg, plan: ActionPlan): ActionPlan =>
  plan.state === 'afgesloten' && !stateOf(service.form.lifecycle, file.dossier.state).closed ? openedAgain(plan) : plan

async function opened({ actionPlans, unseal, now }: Deps, { plan, sealed, said }: KeptPlan) {
  const { reference, running } = plan
  const [texts, version] = await Promise.all([
    unseal(planSealedFor(plan), sealed).then(readPlanTexts),
    running ? actionPlans.version(reference, running.number, now()) : undefined,
  ])
  const agreedTexts =
    version && readPlanTexts(await unseal(planSealedFor(plan, version.version.number), version.sealed))
  return { plan, texts, said, ...(agreedTexts ? { agreedTexts } : {}) }
}
