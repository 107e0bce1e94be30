/**
 * A plan is agreed: a version that never changes any more, and everybody who has a part in it hears that it is there (docs/overleg.md
 * §9). A change is the next version, agreed anew.
 */
import type { Act } from '../overleg/decision.ts'
import { clients, type discussedHow, type Seated } from '../overleg/overleg.ts'
import { brusselsDate } from '../time.ts'
import { type ActionPlan, type Afspraak, type AgreedAfspraak, nextVersion, type Version } from './action-plan.ts'
import { type PlanDecided, type PlanDecision, type PlanNow, refusedPlan } from './plan-decision.ts'
import { planRound, withLater } from './plan-rounds.ts'
import type { PlanTexts } from './plan-texts.ts'
import { mailedAbout, ownAfspraken, seesReasons, seesWhole } from './who-sees.ts'
import { unwritable } from './write-plan.ts'

/** What was discussed with the client, or with each client of a family. */
export interface Agreement {
  agreed: readonly { client: string; on: string; how: (typeof discussedHow)[number] }[]
  /** In their words: by afspraak, then by client. */
  disagreed: PlanTexts['disagreed']
  /** Participants who may read the whole plan, and who may read why. */
  whole: readonly string[]
  reasons: readonly string[]
}

/** `complete`: nothing is missing (plan-gaps.ts); whoever calls asked for what is. */
export function freeze(now: PlanNow, agreement: Agreement, complete: boolean, act: Act): PlanDecision {
  const reason = unwritable(now)
  if (reason) return refusedPlan(reason)
  const { plan, texts, overleg } = now
  const afspraken = agreedAfspraken(now)
  const goals = plan.goals.flatMap(({ domein, wanneer }) => (wanneer ? [{ domein, wanneer }] : []))
  const { evaluationOn } = plan
  if (!complete || !evaluationOn || afspraken.length < plan.afspraken.length || goals.length < plan.goals.length)
    return refusedPlan('incomplete')
  const here = clients(overleg).map(({ id }) => id)
  // Agreed after a next overleg: it waits for none any more.
  const { waitsForOverleg: _, ...rest } = plan
  return agreedOn(
    { ...now, plan: rest },
    {
      ...{ act, evaluationOn, goals, afspraken },
      ...agreement,
      agreed: agreement.agreed.filter(({ client }) => here.includes(client)),
      goalTexts: texts.goals,
      afspraakTexts: texts.afspraken,
    },
  )
}

interface Agreed extends Agreement {
  act: Act
  evaluationOn: string
  goals: Version['goals']
  afspraken: readonly AgreedAfspraak[]
  goalTexts: PlanTexts['goals']
  afspraakTexts: PlanTexts['afspraken']
}

/** The version, with the mails that tell of it. */
export function agreedOn(now: PlanNow, given: Agreed): PlanDecided {
  const { plan, texts, agreedTexts = texts, overleg } = now
  const { act, agreed, disagreed, whole, reasons, evaluationOn, goals, afspraken, goalTexts, afspraakTexts } = given
  const version: Version = {
    number: nextVersion(plan),
    at: act.now.toISOString(),
    by: act.by,
    ...{ evaluationOn, goals: [...goals], afspraken: [...afspraken], agreed: [...agreed] },
    disagreed: Object.fromEntries(Object.entries(disagreed).map(([id, by]) => [id, Object.keys(by)])),
    ...{ whole: [...whole], reasons: [...reasons] },
  }
  const words: PlanTexts = { goals: goalTexts, afspraken: afspraakTexts, disagreed, gelukt: [] }
  const running: ActionPlan = {
    ...plan,
    state: 'loopt',
    revision: plan.revision + 1,
    running: version,
    changed: { at: version.at, by: act.by },
  }
  const before = plan.running
  const isKnown = ({ id }: Seated) => plan.told[id] !== undefined
  const fresh = mailedAbout(overleg, version).filter((who) => !isKnown(who))
  // Also whose last afspraak was dropped: until they hear so, they go on with it.
  const known = mailedAbout(overleg, ...(before ? [before] : []), version).filter(isKnown)
  const done = (id: string) => plan.outcomes[id]?.outcome === 'gelukt'
  const changed = known.filter(
    (who) => !before || partOf(before, agreedTexts, who, done) !== partOf(version, words, who, done),
  )
  const told = Object.fromEntries([...fresh, ...changed].map(({ id }) => [id, version.number]))
  const next = { ...running, told: { ...plan.told, ...told } }
  return {
    kind: 'decided',
    plan: next,
    texts: { ...texts, goals: goalTexts, afspraken: { ...texts.afspraken, ...afspraakTexts } },
    version: { version, texts: words },
    mails: withLater(next, overleg, act, [
      ...planRound(next, { kind: 'plan-klaar', to: fresh, version: version.number, about: version.number }),
      ...planRound(next, { kind: 'plan-veranderd', to: changed, version: version.number, about: version.number }),
    ]),
    what: `plan vastgelegd, versie ${version.number}`,
    move: { name: 'run', date: evaluationOn },
  }
}

/** What of a version is on somebody's page, to see whether theirs changed: what is done is no change to who did it. */
function partOf(version: Version, texts: PlanTexts, who: Seated, done: (afspraak: string) => boolean): string {
  const reads = seesReasons(version, who)
  const all = seesWhole(version, who.id)
  const shown = (all ? version.afspraken : ownAfspraken(version, who.id)).filter(({ id }) => !done(id))
  return JSON.stringify([
    all,
    // One by one: what is read back from the store has its fields in another order.
    shown.map(({ id, wie, met, waarom, tegen, aanbod }) => [
      ...[id, wie, met, tegen, aanbod],
      texts.afspraken[id],
      ...(reads ? [waarom, texts.goals[waarom]?.doel] : []),
      version.disagreed[id]?.length ?? 0,
    ]),
    ...(all ? [version.goals, version.evaluationOn] : []),
  ])
}

/** Those that say who and why. */
const agreedAfspraken = (now: PlanNow): AgreedAfspraak[] =>
  now.plan.afspraken.flatMap((one): AgreedAfspraak[] => {
    const { wie, waarom } = one
    if (wie === undefined || waarom === undefined) return []
    return [{ ...one, wie, waarom, ...(isToAsk(now, one) ? { toAsk: true as const } : {}) }]
  })

/** Who does it was not at the overleg, and nobody asked them since. */
export function isToAsk({ plan: { running }, overleg }: Pick<PlanNow, 'plan' | 'overleg'>, one: Afspraak): boolean {
  const { id, wie, agreedOn: asked } = one
  if (wie === undefined || asked !== undefined) return false
  if (overleg.participants[wie]?.wie === 'client' || overleg.present?.[wie] === 'aanwezig') return false
  const was = running?.afspraken.find((before) => before.id === id)
  return !(was && was.wie === wie && !was.toAsk)
}

/** The Brussels date before which nothing of this plan can have been discussed. */
export const discussedFrom = ({
  plan: { running },
  overleg,
}: Pick<PlanNow, 'plan' | 'overleg'>): string | undefined => {
  if (overleg.state === 'gehouden' && overleg.fixed) return brusselsDate(new Date(overleg.fixed.start))
  return running && brusselsDate(new Date(running.at))
}
