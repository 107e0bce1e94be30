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
import type { PlanAtTable } from '../../shared/store/action-plans.ts'
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

/** Undefined where the form has none. At most one read; of a plan that runs also two opened seals. */
export async function planAtAGlance(deps: Deps, { form }: Service, dossier: Dossier, now: Date) {
  const { reference, actionPlan: mark, overleg: last } = dossier
  const has = form.plan
  if (!has) return undefined
  const none: PlanAtAGlance = { has, said: new Map(), details: noDetails, texts: noPlanTexts }
  const kept = mark && (await deps.actionPlans.atTable(reference, now))
  if (kept) return { ...none, plan: kept.plan, said: kept.said, ...(await opened(deps, kept)) }
  const held = !mark && last?.state === 'gehouden' && (await deps.overlegs.readOpen(reference, last.number, now))
  return held ? { ...none, overleg: held } : none
}

/** Only what runs is shown in words. */
async function opened({ unseal }: Deps, { plan, agreed, table }: PlanAtTable) {
  const running = runningOf(plan)
  if (!running) return {}
  const [texts, details] = await Promise.all([
    agreed ? unseal(planSealedFor(plan, running.number), agreed.sealed).then(readPlanTexts) : noPlanTexts,
    table?.sealed === undefined ? noDetails : unseal(sealedFor(table.overleg), table.sealed).then(readDetails),
  ])
  return { texts, details, ...(table ? { overleg: table.overleg } : {}) }
}
