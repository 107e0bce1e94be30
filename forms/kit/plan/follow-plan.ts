/**
 * What a move of the dossier does to its plan: one that ends the dossier ends it, opening it again goes on with it, and whoever gets
 * the dossier gets it too; and what a change of the table does (docs/overleg.md §10). The plan's own moves are decided the other way
 * round (of-plan.ts).
 */
import type { Form } from '../form.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { stateOf } from '../lifecycle/lifecycle.ts'
import type { Act } from '../overleg/decision.ts'
import { type Overleg, seated, seatOf } from '../overleg/overleg.ts'
import { type MailPlan, planAnew } from '../post/mail.ts'
import type { At } from '../working-days.ts'
import type { ActionPlan } from './action-plan.ts'
import { stopped } from './evaluate.ts'
import { planRound, withLater } from './plan-rounds.ts'
import { mailedAbout, runningOf } from './who-sees.ts'

export interface FollowedPlan {
  plan: ActionPlan
  mails: MailPlan
}

/** Whether the plan must be looked at. */
export function planFollows({ lifecycle }: Pick<Form, 'lifecycle'>, before: Dossier, after: Dossier): boolean {
  const mark = before.actionPlan
  if (!mark) return false
  const [was, is] = [before, after].map(({ state }) => stateOf(lifecycle, state).closed === true)
  return was !== is || before.holder !== after.holder
}

/** Undefined when nothing of it changes. */
export function followPlan(
  { lifecycle }: Pick<Form, 'lifecycle'>,
  plan: ActionPlan,
  overleg: Overleg,
  dossier: Dossier,
  act: Act,
): FollowedPlan | undefined {
  const { closed, withdrawn } = stateOf(lifecycle, dossier.state)
  const goesOn = plan.state === 'loopt' || plan.state === 'concept'
  const raised = { ...plan, revision: plan.revision + 1 }
  if (closed && goesOn) {
    if (withdrawn) return stopped(plan, overleg, act)
    return { plan: { ...raised, state: 'afgesloten', endedAt: act.now.toISOString() }, mails: planAnew([]) }
  }
  if (!closed && plan.state === 'afgesloten') {
    const again = openedAgain(heldBy(raised, dossier.holder))
    return { plan: again, mails: withLater(again, overleg, act, []) }
  }
  if (dossier.holder === plan.holder) return undefined
  const given = heldBy(raised, dossier.holder)
  return { plan: given, mails: withLater(given, overleg, act, []) }
}

/**
 * It goes on with its dossier, also where that was opened again by who may not touch its plan: the applicant, who says that a referral
 * came to nothing. What was kept of it elsewhere is not all of it any more.
 */
export const openedAgain = ({ endedAt: _, keptElsewhereOn: __, ...plan }: ActionPlan): ActionPlan => ({
  ...plan,
  state: plan.running ? 'loopt' : 'concept',
})

function heldBy({ holder: _, ...plan }: ActionPlan, holder: string | undefined): ActionPlan {
  return { ...plan, ...(holder === undefined ? {} : { holder }) }
}

interface Tables {
  /** As its page was made: who sat there, or whom the next table is made from. */
  before: Overleg
  after: Overleg
}

/**
 * Somebody left the table, or is reached elsewhere, or the next table is made: what waits goes to who sits there now. Who left hears
 * that nothing is asked of them any more; who has another link gets it.
 */
export function followTable(plan: ActionPlan, { before, after }: Tables, at: At): FollowedPlan {
  const running = runningOf(plan)
  const next: ActionPlan = { ...plan, revision: plan.revision + 1, overleg: after.number }
  const gone = seated(before).filter(
    ({ id, bereik }) =>
      bereik === 'mail' && plan.told[id] !== undefined && after.participants[id]?.leftAt !== undefined,
  )
  const elsewhere = running
    ? mailedAbout(after, running).filter(
        ({ id, linkVersion }) => plan.told[id] !== undefined && seatOf(before, id)?.linkVersion !== linkVersion,
      )
    : []
  const about = `${running?.number ?? '00'}-${next.revision}`
  const version = running?.number ?? ''
  return {
    plan: next,
    mails: withLater(next, after, at, [
      // Their mail went along the table that was.
      ...planRound(plan, { kind: 'plan-niet-meer', to: running ? gone : [], version, about }),
      ...planRound(next, { kind: 'plan-klaar', to: elsewhere, version, about }),
    ]),
  }
}
