/**
 * Writes what a move of a dossier, or a change of its table, does to its plan (forms/kit/plan/follow-plan.ts), in the transaction of
 * that move or change. One read where there is a plan that it concerns; else none.
 */
import type { Form } from '../../forms/kit/form.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { type Overleg, seatOf } from '../../forms/kit/overleg/overleg.ts'
import { type FollowedPlan, followPlan, followTable, planFollows } from '../../forms/kit/plan/follow-plan.ts'
import { forgetInPlan, withoutSeat } from '../../forms/kit/plan/forget-in-plan.ts'
import { planMarkOf } from '../../forms/kit/plan/of-plan.ts'
import { withoutNow } from '../../forms/kit/post/mail.ts'
import type { At } from '../../forms/kit/working-days.ts'
import type { Along, Moved } from './along.ts'
import type { ActionPlans, KeptPlan } from './store/action-plans.ts'
import type { Overlegs } from './store/overlegs.ts'
import type { TransactItems } from './store/transact.ts'

export interface PlanAlongDeps {
  actionPlans: Pick<ActionPlans, 'read' | 'writesOf'>
  overlegs: Pick<Overlegs, 'readOpen'>
}

interface Moving extends At {
  form: Form
  before: Dossier
  decision: Moved
  by: string
  quiet?: true | undefined
}

export async function planAlong(deps: PlanAlongDeps, moving: Moving): Promise<Along> {
  const { form, before, decision, by, now, days, quiet } = moving
  const none = { decision, writes: [] }
  const { reference } = before
  if (!planFollows(form, before, decision.dossier)) return none
  const kept = await deps.actionPlans.read(reference, now)
  const overleg = kept && (await deps.overlegs.readOpen(reference, kept.plan.overleg, now))
  const followed = kept && overleg && followPlan(form, kept.plan, overleg, decision.dossier, { by, now, days })
  if (!followed) return none
  const dossier = { ...decision.dossier, actionPlan: planMarkOf(followed.plan) }
  const mails = quiet ? withoutNow(followed.mails) : followed.mails
  const ttl = decision.answersTtl ?? dossier.ttl
  return { decision: { ...decision, dossier }, writes: writesOf(deps, kept, { ...followed, mails }, now, ttl) }
}

export interface TableChange extends At {
  before: Overleg
  after: Overleg
  /** Id of a participant who asked to be forgotten. */
  forgets?: string | undefined
  /** Epoch seconds at which the tables of the dossier end; undefined while it is open. */
  ttl: number | undefined
}

/** Whoever sits at the table now, or where they are reached, is what its plan goes by. `tells`: a mail about the plan leaves now. */
export async function planAtTable(
  { actionPlans }: Pick<PlanAlongDeps, 'actionPlans'>,
  dossier: Dossier,
  { before, after, forgets, now, days, ttl }: TableChange,
): Promise<{ writes: TransactItems; tells: boolean }> {
  const kept = dossier.actionPlan && (await actionPlans.read(dossier.reference, now))
  if (!kept) return { writes: [], tells: false }
  const plan = forgets === undefined ? kept.plan : withoutSeat(kept.plan, forgets)
  const followed = followTable(plan, { before, after }, { now, days })
  return {
    writes: writesOf({ actionPlans }, kept, followed, now, ttl),
    tells: followed.mails.put.some(({ dueAt }) => dueAt === undefined),
  }
}

/** Forgotten at a table that is over and not the last; whoever has that seat now under another name stays what they were. */
export async function planForgets(
  { actionPlans, overlegs }: PlanAlongDeps,
  dossier: Dossier,
  id: string,
  { now, ttl }: Pick<TableChange, 'now' | 'ttl'>,
): Promise<TransactItems> {
  const { reference, actionPlan } = dossier
  const kept = actionPlan && (await actionPlans.read(reference, now))
  const table = kept && (await overlegs.readOpen(reference, kept.plan.overleg, now))
  const forgotten = kept && !(table && seatOf(table, id)) ? forgetInPlan(kept.plan, id) : undefined
  return kept && forgotten ? writesOf({ actionPlans }, kept, forgotten, now, ttl) : []
}

/** What is written and what was agreed stays sealed as it is. */
const writesOf = (
  { actionPlans }: Pick<PlanAlongDeps, 'actionPlans'>,
  { plan: before, sealed }: KeptPlan,
  { plan, mails }: FollowedPlan,
  now: Date,
  ttl: number | undefined,
): TransactItems => actionPlans.writesOf({ before: before.revision, plan, sealed, mails, now, ttl })
