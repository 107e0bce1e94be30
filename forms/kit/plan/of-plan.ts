/** What a decision about a plan does to its dossier: the move of the form's own table that it makes, or only where it stands. */
import type { NetworkContent, Person } from '../content.ts'
import type { Service } from '../form.ts'
import type { Command } from '../lifecycle/asks.ts'
import { plan as planMails } from '../lifecycle/by-itself.ts'
import { type Dossier, lived } from '../lifecycle/dossier.ts'
import { type Decision, decide } from '../lifecycle/move.ts'
import { daysOf } from '../network-days.ts'
import { planAnew, promise } from '../post/mail.ts'
import type { ActionPlan } from './action-plan.ts'
import { withOutcomes } from './outcome-facts.ts'
import type { PlanDecided } from './plan-decision.ts'
import type { PlanMark } from './plan-mark.ts'

export const planMarkOf = ({ state, running, waitsForOverleg }: ActionPlan): PlanMark => ({
  state,
  ...(running ? { version: running.number, evaluationOn: running.evaluationOn } : {}),
  ...(waitsForOverleg ? { waitsForOverleg: true as const } : {}),
})

interface Deciding {
  service: Service
  content: NetworkContent
  dossier: Dossier
  by: Person
  now: Date
  /** What closing asks. */
  answers?: Pick<Command, 'drempels' | 'explained'>
}

/** Undefined when nothing of the dossier changes. */
export function planOfDossier(
  decided: PlanDecided,
  { service, content, dossier, by, now, answers }: Deciding,
): { decision: Decision; action: string } | undefined {
  const { plan, move, nextOn, what } = decided
  const marked = { ...withOutcomes(dossier, plan), actionPlan: planMarkOf(plan), ...(nextOn ? { nextOn } : {}) }
  const moves = service.form.plan?.moves
  if (moves && move) {
    const action = moves[move.name]
    const date = move.name === 'run' ? { date: move.date } : {}
    return { action, decision: decide(service, content, marked, { ...answers, action, by, ...date }, now) }
  }
  const stands = ({ actionPlan, nextOn: on, facts }: Dossier) => JSON.stringify([actionPlan, on, facts])
  if (stands(dossier) === stands(marked)) return undefined
  const noted = lived(marked, now)
  // What waits for the dossier looks at the day, and at whether something was agreed (forms/kit/lifecycle/by-itself.ts).
  const asBefore = noted.nextOn === dossier.nextOn && noted.actionPlan.version === dossier.actionPlan?.version
  return {
    action: what,
    decision: {
      kind: 'moved',
      dossier: noted,
      mails: asBefore ? promise() : planAnew(planMails(service, daysOf(service.network, content), noted, now)),
    },
  }
}
