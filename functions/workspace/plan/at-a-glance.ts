/** The plan of a dossier as the dossier's own page shows it: what is open of it, in words, with who does it. */
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { type Details, noDetails, readDetails } from '../../../forms/kit/overleg/details.ts'
import type { Overleg } from '../../../forms/kit/overleg/overleg.ts'
import type { ActionPlan } from '../../../forms/kit/plan/action-plan.ts'
import type { PlanOfForm } from '../../../forms/kit/plan/plan-of-form.ts'
import type { PlanSaidBy } from '../../../forms/kit/plan/plan-said.ts'
import { noPlanTexts, type PlanTexts, planSealedFor, readPlanTexts } from '../../../forms/kit/plan/plan-texts.ts'
import { runningOf } from '../../../forms/kit/plan/who-sees.ts'
import { sealedFor } from '../../shared/store/overlegs.ts'
import type { WorkspaceDeps } from '../deps.ts'

export interface PlanAtAGlance {
  has: PlanOfForm
  /** Absent while nobody wrote one, and once it is erased. */
  plan?: ActionPlan
  said: PlanSaidBy
  /** Whose table it is; or the last overleg, when that was held and there is no plan yet. */
  overleg?: Overleg
  details: Details
  /** Of what was agreed. */
  texts: PlanTexts
}

type Deps = Pick<WorkspaceDeps, 'actionPlans' | 'overlegs' | 'unseal'>

/** Undefined where the form has none. Of a plan that runs three reads and two opened seals; without a plan at most one read. */
export async function planAtAGlance(deps: Deps, { form }: Service, dossier: Dossier, now: Date) {
  const { reference, actionPlan: mark, overleg: last } = dossier
  const has = form.plan
  if (!has) return undefined
  const none: PlanAtAGlance = { has, said: new Map(), details: noDetails, texts: noPlanTexts }
  const kept = mark && (await deps.actionPlans.read(reference, now))
  if (kept) return { ...none, plan: kept.plan, said: kept.said, ...(await opened(deps, kept.plan, now)) }
  const held = !mark && last?.state === 'gehouden' && (await deps.overlegs.readOpen(reference, last.number, now))
  return held ? { ...none, overleg: held } : none
}

/** Only what runs is shown in words. */
async function opened({ actionPlans, overlegs, unseal }: Deps, plan: ActionPlan, now: Date) {
  const { reference } = plan
  const running = runningOf(plan)
  if (!running) return {}
  const [version, table] = await Promise.all([
    actionPlans.version(reference, running.number, now),
    overlegs.read(reference, plan.overleg, now),
  ])
  const [texts, details] = await Promise.all([
    version ? unseal(planSealedFor(plan, running.number), version.sealed).then(readPlanTexts) : noPlanTexts,
    table?.sealed === undefined ? noDetails : unseal(sealedFor(table.overleg), table.sealed).then(readDetails),
  ])
  return { texts, details, ...(table ? { overleg: table.overleg } : {}) }
}
