/**
 * What somebody of the network must still do for a plan that was agreed, each a line of "Mijn week" that is gone once it is done.
 * Nothing of it is kept: it follows from where the plan stands (docs/overleg.md §10).
 */
import { type Overleg, type Seated, seatOf } from '../overleg/overleg.ts'
import { addDays, brusselsDate } from '../time.ts'
import type { At, WorkingDays } from '../working-days.ts'
import { type ActionPlan, type AgreedAfspraak, isDisagreed, type Version } from './action-plan.ts'
import { missedAfter } from './plan-rounds.ts'
import { type PlanSaidBy, planSaidOf, reportsOf, type Stand } from './plan-said.ts'
import { openAfspraken, runningOf } from './who-sees.ts'

/** Days before erasure from which the holder is asked to keep the plan themselves. */
export const keepBefore = 14

export type PlanTask =
  /** Somebody said that it does not go as agreed, or asked for a call. */
  | { kind: 'call'; participant: Seated; stand: Exclude<Stand, 'gedaan'>; afspraak: string; on: string }
  /** `late`: its day is over. `on`: a Brussels date, as of each. */
  | { kind: 'due' | 'late'; participant: Seated; afspraak: string; on: string }
  | { kind: 'without_person'; afspraak: string; on: string }
  /** `missed`: so late that the deputy heard of it. */
  | { kind: 'evaluate' | 'missed'; on: string }
  /** `before`: the Brussels date on which it is erased. */
  | { kind: 'keep'; before: string; on: string }

interface Standing {
  plan: ActionPlan
  overleg: Pick<Overleg, 'participants'>
  said: PlanSaidBy
}

/** `erasedOn`: Brussels date; absent while the dossier is open. */
export function planTasksOf(
  { plan, overleg, said }: Standing,
  erasedOn: string | undefined,
  { now, days }: At,
): PlanTask[] {
  const today = brusselsDate(now)
  if (erasedOn !== undefined) return keeping(plan, erasedOn, today)
  const running = runningOf(plan)
  if (!running) return []
  const afspraken = openAfspraken(plan).flatMap((one) => ofAfspraak(one, { running, overleg, said, today }))
  return [...afspraken, ...evaluation(plan, running, { today, days })]
}

function ofAfspraak(
  one: AgreedAfspraak,
  { running, overleg, said, today }: { running: Version; today: string } & Omit<Standing, 'plan'>,
): PlanTask[] {
  const { id, wie, tegen } = one
  // What was agreed anew since answers what was said before.
  const calls = reportsOf(said, one).flatMap(({ participant, stand, at }): PlanTask[] => {
    const who = seatOf(overleg, participant)
    return stand !== 'gedaan' && at > running.at && who
      ? [{ kind: 'call', participant: who, stand, afspraak: id, on: today }]
      : []
  })
  const person = seatOf(overleg, wie)
  if (!person) return [...calls, { kind: 'without_person', afspraak: id, on: today }]
  const done = planSaidOf(said, wie).stands[id]?.stand === 'gedaan'
  // Who does it was told not to, as long as the client disagrees; or is called about it already.
  const waits = isDisagreed(running, id) || calls.some((task) => 'participant' in task && task.participant.id === wie)
  if (done || waits || tegen === undefined) return calls
  return [...calls, { kind: tegen < today ? 'late' : 'due', participant: person, afspraak: id, on: tegen }]
}

function evaluation(
  { waitsForOverleg }: ActionPlan,
  { evaluationOn: on }: Version,
  { today, days }: { today: string; days: WorkingDays },
): PlanTask[] {
  if (waitsForOverleg !== undefined) return []
  return [{ kind: days.add(on, missedAfter) <= today ? 'missed' : 'evaluate', on }]
}

/** Of a plan that was closed: until somebody says that they kept it. */
function keeping({ state, running, keptElsewhereOn }: ActionPlan, before: string, today: string): PlanTask[] {
  if (state !== 'afgesloten' || !running || keptElsewhereOn !== undefined) return []
  const from = addDays(before, -keepBefore)
  return [{ kind: 'keep', before, on: from < today ? today : from }]
}
