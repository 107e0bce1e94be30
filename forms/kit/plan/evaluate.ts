/** The evaluation: what went well, what becomes of each afspraak, and how it goes on (docs/overleg.md §10). */
import type { Act } from '../overleg/decision.ts'
import { clients } from '../overleg/overleg.ts'
import { promise } from '../post/mail.ts'
import { brusselsDate } from '../time.ts'
import { type ActionPlan, type AgreedAfspraak, isOver, type NextAfter, type Outcome } from './action-plan.ts'
import { agreedOn } from './freeze.ts'
import { type PlanDecided, type PlanDecision, type PlanNow, refusedPlan } from './plan-decision.ts'
import { planRound, withLater } from './plan-rounds.ts'
import { isWithoutPerson, mailedAbout, openAfspraken, runningOf } from './who-sees.ts'

/** Working days within which a next overleg is prepared. */
const prepareWithin = 5

export interface Evaluation {
  /** In the client's own words. */
  gelukt: string
  drempels: readonly string[]
  /** By afspraak that was still open. */
  outcomes: Readonly<Record<string, Outcome>>
  /** Brussels date on which it was discussed with the client. */
  discussedOn: string
  next: NextAfter
  /** Of the next evaluation; only where it goes on with this plan. */
  evaluationOn?: string | undefined
  keptElsewhereOn?: string | undefined
}

/** Those that go on after it. */
export const goingOn = (plan: ActionPlan, results: Evaluation['outcomes']): readonly AgreedAfspraak[] =>
  openAfspraken(plan).filter(({ id }) => results[id] !== 'gelukt' && results[id] !== 'niet_meer_nodig')

/** The first that goes on without anybody who does it, by its place among all: it keeps the dossier from being closed. */
export function withoutPerson(
  { plan, overleg }: Pick<PlanNow, 'plan' | 'overleg'>,
  results: Evaluation['outcomes'] = {},
) {
  const all = runningOf(plan)?.afspraken ?? []
  const at = all.findIndex((one) => goingOn(plan, results).includes(one) && isWithoutPerson(overleg, one))
  return at < 0 ? undefined : at + 1
}

export function evaluate(now: PlanNow, evaluation: Evaluation, act: Act): PlanDecision {
  const { plan, texts } = now
  const running = runningOf(plan)
  if (!running) return refusedPlan('not_now')
  const { gelukt, drempels, outcomes, discussedOn, next, keptElsewhereOn } = evaluation
  if (next === 'afsluiten' && withoutPerson(now, outcomes) !== undefined) return refusedPlan('without_person')
  const on = brusselsDate(act.now)
  const noted = Object.entries(outcomes).map(([id, outcome]) => [id, { outcome, on: discussedOn }] as const)
  const evaluated: ActionPlan = {
    ...plan,
    revision: plan.revision + 1,
    outcomes: { ...plan.outcomes, ...Object.fromEntries(noted) },
    evaluations: [...plan.evaluations, { on, version: running.number, next, drempels: [...drempels], by: act.by }],
    changed: { at: act.now.toISOString(), by: act.by },
    ...(keptElsewhereOn ? { keptElsewhereOn } : {}),
  }
  // What is over is not written any more; what somebody was changing meanwhile stays.
  const written = { ...evaluated, afspraken: plan.afspraken.filter(({ id }) => !isOver(evaluated, id)) }
  const said = { ...now, plan: written, texts: { ...texts, gelukt: [...texts.gelukt, gelukt] } }
  switch (next) {
    case 'afsluiten':
      return closed(said, act)
    case 'verder':
      return nextVersionOf({ ...said, plan: asksAgain(written) }, evaluation, act)
    case 'overleg': {
      const waits = { ...said, plan: { ...written, waitsForOverleg: on } }
      const dropped = Object.values(outcomes).includes('niet_meer_nodig')
      const { move: _, ...decided } = dropped ? nextVersionOf(waits, evaluation, act) : kept(waits, act)
      return { ...decided, nextOn: act.days.add(on, prepareWithin) }
    }
  }
}

const asksAgain = ({ waitsForOverleg: _, ...plan }: ActionPlan): ActionPlan => plan

const kept = ({ plan, texts, overleg }: PlanNow, act: Act): PlanDecided => ({
  kind: 'decided',
  ...{ plan, texts, what: 'evaluatie bewaard' },
  mails: withLater(plan, overleg, act, []),
})

/** What is open goes on as it is, until another day: agreed with the client as the evaluation was. */
function nextVersionOf(now: PlanNow, { outcomes, discussedOn, evaluationOn }: Evaluation, act: Act): PlanDecided {
  const { plan, texts, agreedTexts = texts, overleg } = now
  const { running } = plan
  if (!running) throw new Error('Nothing runs')
  const afspraken = goingOn({ ...plan, outcomes: {} }, { ...outcomesBefore(plan), ...outcomes })
  const ids = new Set(afspraken.map(({ id }) => id))
  const only = <Value>(all: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
  const decided = agreedOn(now, {
    act,
    evaluationOn: evaluationOn ?? running.evaluationOn,
    goals: running.goals,
    afspraken,
    agreed: clients(overleg).map(({ id }) => ({ client: id, on: discussedOn, how: 'zelf' as const })),
    disagreed: only(agreedTexts.disagreed),
    ...{ whole: running.whole, reasons: running.reasons },
    goalTexts: agreedTexts.goals,
    afspraakTexts: only(agreedTexts.afspraken),
  })
  // Somebody may be writing the version after this one: that stays, but for its day.
  const { plan: next } = decided
  const day = evaluationOn ?? plan.evaluationOn
  return {
    ...decided,
    plan: { ...next, ...(day ? { evaluationOn: day } : {}) },
    texts: { ...decided.texts, goals: texts.goals, afspraken: texts.afspraken },
  }
}

const outcomesBefore = ({ outcomes }: ActionPlan): Evaluation['outcomes'] =>
  Object.fromEntries(Object.entries(outcomes).map(([id, { outcome }]) => [id, outcome]))

function closed(now: PlanNow, act: Act): PlanDecided {
  const { plan, texts, overleg } = now
  const ended: ActionPlan = { ...plan, state: 'afgesloten', endedAt: act.now.toISOString() }
  return {
    kind: 'decided',
    ...{ plan: ended, texts },
    mails: withLater(ended, overleg, act, []),
    what: 'evaluatie bewaard',
    move: { name: 'close' },
  }
}

/** Word of the audit line of what follows. */
export const keptWord = 'plan zelf bewaard'

/** After it was closed: somebody kept it in their own file, on this Brussels date. */
export function keptElsewhere({ plan, texts }: PlanNow, on: string, { by, now }: Act): PlanDecision {
  if (plan.state !== 'afgesloten') return refusedPlan('not_now')
  const kept: ActionPlan = {
    ...plan,
    revision: plan.revision + 1,
    keptElsewhereOn: on,
    changed: { at: now.toISOString(), by },
  }
  return { kind: 'decided', plan: kept, texts, mails: promise(), what: keptWord }
}

/** The client stops: whoever has an afspraak hears that it stops. */
export function stopped(plan: ActionPlan, overleg: PlanNow['overleg'], act: Act) {
  const ended: ActionPlan = {
    ...plan,
    state: 'gestopt',
    revision: plan.revision + 1,
    endedAt: act.now.toISOString(),
    changed: { at: act.now.toISOString(), by: act.by },
  }
  const { running } = plan
  const whom = running ? mailedAbout(overleg, running).filter(({ id }) => plan.told[id] !== undefined) : []
  const mail = running
    ? planRound(ended, { kind: 'plan-gestopt', to: whom, version: running.number, about: ended.revision })
    : []
  return { plan: ended, mails: withLater(ended, overleg, act, mail) }
}
