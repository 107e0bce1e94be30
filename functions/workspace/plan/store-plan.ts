/** Stores what was decided about a plan, with the move of the dossier that goes with it: all of it, or nothing. */
import type { AtWork } from '../../../forms/kit/absence.ts'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Command } from '../../../forms/kit/lifecycle/asks.ts'
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import { planOfDossier } from '../../../forms/kit/plan/of-plan.ts'
import type { PlanDecided } from '../../../forms/kit/plan/plan-decision.ts'
import { planSealedFor, sealablePlan } from '../../../forms/kit/plan/plan-texts.ts'
import { moveToStore } from '../../shared/make-move.ts'
import { newId } from '../../shared/new-id.ts'
import type { MoveToStore } from '../../shared/store/dossiers.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { OpenPlan } from './open-plan.ts'

interface Making {
  /** As the decision was made on. */
  found: OpenPlan
  content: NetworkContent
  decided: PlanDecided
  person: AtWork
  now: Date
  /** What closing asks, and the typed reason, sealed. */
  answers?: Pick<Command, 'drempels' | 'explained'>
  note?: MoveToStore['note']
}

type Deps = Pick<WorkspaceDeps, 'actionPlans' | 'dossiers' | 'seal' | 'random'>

/** `changed`: somebody was first, and nothing is stored; `refused`: the dossier is where this cannot be. */
export type StoredPlan = 'stored' | 'changed' | 'full' | 'refused'

export async function storePlan(deps: Deps, making: Making): Promise<StoredPlan> {
  const { found, content, decided, person, now, answers, note } = making
  const { service, file } = found
  const { dossier } = file
  const doer = doneBy(person, dossier)
  const { plan, texts, version, mails, what } = decided
  const made = planOfDossier(decided, { service, content, dossier, by: person, now, ...(answers ? { answers } : {}) })
  if (made?.decision.kind === 'refused') return 'refused'
  const seal = (words: typeof texts, number?: string) =>
    deps.seal(plan.network, planSealedFor(plan, number), sealablePlan(words))
  const agreed = version && {
    version: version.version,
    sealed: await seal(version.texts, version.version.number),
  }
  const ttl = made?.decision.dossier.ttl ?? dossier.ttl
  const toStore = { before: found.plan.revision, plan, sealed: await seal(texts), version: agreed, mails, now, ttl }
  if (!made) {
    const audited = { auditId: newId(deps), now, auditDays: service.network.retention.audit }
    return deps.actionPlans.store(toStore, audited, { ...doer, what })
  }
  const audit = { ...doer, what: made.action }
  const about = { service, before: dossier, decision: made.decision, audit, now, ...(note ? { note } : {}) }
  const moved = await deps.dossiers.move(moveToStore(deps, about), deps.actionPlans.writesOf(toStore))
  return moved === 'moved' ? 'stored' : moved
}
