/**
 * What every page of a plan begins and ends with: find it, see whether this person may open it, decide, store, and go on. Whoever
 * comes second sees what the first did, and keeps what they typed.
 */
import type { Command } from '../../../forms/kit/lifecycle/asks.ts'
import type { Act } from '../../../forms/kit/overleg/decision.ts'
import type { PlanDecision, PlanRefusal } from '../../../forms/kit/plan/plan-decision.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { MoveToStore } from '../../shared/store/dossiers.ts'
import { pickFields, readBody, textsIn } from '../../shared/web/body.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { type AtDesk, createDesk } from '../dossier/desk.tsx'
import { createOverlegDesk } from '../overleg/desk.tsx'
import type { AtPlan } from './at-plan.ts'
import { ChangedPlan } from './changed-plan.tsx'
import { openPlan } from './open-plan.ts'
import { storePlan } from './store-plan.ts'

type Posted = { answer: Response } | { found: AtPlan; typed: RawInput }

export interface PlanAct {
  /** What was decided, on what the page was made from. */
  decide: (found: AtPlan, at: Act) => PlanDecision
  /** The page again, with why it cannot be. */
  again: (found: AtPlan, reason: PlanRefusal) => Response | Promise<Response>
  /** For who comes second; otherwise a page with what they typed, to copy. */
  second?: (found: AtPlan) => Response | Promise<Response>
  /** Where to go on. */
  next: string
  typed: RawInput
  /** What closing asks, and its reason, sealed. */
  answers?: Pick<Command, 'drempels' | 'explained'>
  note?: MoveToStore['note']
}

export type PlanDesk = ReturnType<typeof createPlanDesk>

/** The page was made from what there is now: of a plan that is not stored yet, also one without a number. */
const isFresh = ({ plan }: AtPlan, typed: RawInput): boolean =>
  Number(typed.get('revision')?.[0] ?? 0) === plan.revision

export function createPlanDesk(deps: WorkspaceDeps) {
  const dossierDesk = createDesk(deps)
  const overlegDesk = createOverlegDesk(deps)

  const notFound = (c: AtDesk, typed: RawInput = new Map()) => dossierDesk.notFound(c, typed, textsIn(typed))

  /** The plan of the address, or the one that is about to be. Whoever opens it is noted. */
  async function find(c: AtDesk): Promise<AtPlan | undefined> {
    const table = await overlegDesk.find(c)
    const hasPlan = table?.service.form.plan
    if (!table || !hasPlan) return undefined
    const { has, content, days, answers } = table
    return { ...(await openPlan(deps, table, hasPlan, answers)), has, content, days, answers, hasPlan }
  }

  /** What was sent about the plan of the address, of these fields; or what to answer when it cannot be taken. */
  async function sent(
    c: AtDesk,
    fieldsOf: (found: AtPlan, body: RawInput) => ReadonlyMap<string, boolean>,
  ): Promise<Posted> {
    const body = await readBody(c)
    if (!body) return { answer: await dossierDesk.unreadable(c) }
    const found = await find(c)
    if (!found) return { answer: await notFound(c, body) }
    const typed = pickFields(body, fieldsOf(found, body))
    return typed ? { found, typed } : { answer: await dossierDesk.unreadable(c) }
  }

  /** Whoever was first changed it, and their plan still stands. */
  async function changed(c: AtDesk, typed: RawInput, second?: PlanAct['second']): Promise<Response> {
    const now = await find(c)
    if (!now) return notFound(c, typed)
    return second ? second(now) : c.html(<ChangedPlan {...frameOf(c, deps)} found={now} texts={textsIn(typed)} />, 409)
  }

  return {
    find,
    sent,
    notFound,
    changed,

    /** Decides and stores, on condition that the page was made from what there is now. */
    async act(c: AtDesk, found: AtPlan, { decide, again, second, next, typed, ...about }: PlanAct): Promise<Response> {
      if (!isFresh(found, typed)) return changed(c, typed, second)
      const now = deps.now()
      const { person } = c.var
      const decided = decide(found, { by: person.id, now, days: found.days })
      if (decided.kind === 'refused') return again(found, decided.reason)
      const { content } = found
      const stored = await storePlan(deps, { found, content, decided, person, now, ...about })
      if (stored === 'refused' || stored === 'full') return again(found, 'not_now')
      return stored === 'changed' ? changed(c, typed, second) : c.redirect(next, 303)
    },
  }
}
