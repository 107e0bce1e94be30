/**
 * What a move of the dossier does to its open overleg: one that ends the dossier ends it, and whoever gets the dossier gets it too
 * (docs/overleg.md §1, §2). An overleg's own moves are decided the other way round (of-dossier.ts).
 */
import type { Service } from '../form.ts'
import { plan } from '../lifecycle/by-itself.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { stateOf } from '../lifecycle/lifecycle.ts'
import type { Decision } from '../lifecycle/move.ts'
import type { NetworkDays } from '../network-days.ts'
import { type MailPlan, planAnew } from '../post/mail.ts'
import { cancel, fixedOn, handedOver } from './decide.ts'
import type { Act } from './decision.ts'
import { noDetails } from './details.ts'
import { isOpenOverleg, markOf, type Overleg } from './overleg.ts'
import { told } from './rounds.ts'

type ActInNetwork = Act & { days: NetworkDays }
type Moved = Extract<Decision, { kind: 'moved' }>

export interface Followed {
  /** The dossier's decision, with where its overleg stands now. */
  decision: Moved
  overleg: Overleg
  mails: MailPlan
  /** Word for the audit line of its own; absent where the move of the dossier says it. */
  what?: string
}

/** Whether the overleg must be looked at: it is open, and the dossier ends or gets somebody else. */
export function overlegFollows({ form }: Pick<Service, 'form'>, before: Dossier, after: Dossier): boolean {
  if (!before.overleg || !isOpenOverleg(before.overleg)) return false
  return endsWith(form, after) || before.holder !== after.holder
}

/** Whether a dossier in this state can have no open overleg. */
const endsWith = ({ lifecycle }: Service['form'], { state }: Pick<Dossier, 'state'>): boolean =>
  stateOf(lifecycle, state).closed === true

/** Undefined when nothing of the overleg changes. Its names and its place stay sealed as they are: no reason is typed. */
export function follow(service: Service, overleg: Overleg, decision: Moved, act: ActInNetwork): Followed | undefined {
  const { dossier } = decision
  if (!isOpenOverleg(overleg)) return undefined
  if (endsWith(service.form, dossier)) {
    const ended = cancel({ overleg, details: noDetails, said: new Map() }, '', act)
    if (ended.kind === 'refused') return undefined
    const { overleg: off, mails, what } = ended
    return { decision: { ...decision, dossier: { ...dossier, overleg: markOf(off) } }, overleg: off, mails, what }
  }
  if (dossier.holder === overleg.holder) return undefined
  return {
    decision: fixedAgain(service, decision, overleg, act),
    ...handedOver(overleg, dossier.holder, act),
  }
}

/** It was given back with a day that is fixed: whoever gets it is on the way to that day, and not at the beginning. */
function fixedAgain(service: Service, decision: Moved, overleg: Overleg, { now, days }: ActInNetwork): Moved {
  const { overleg: has, lifecycle } = service.form
  const { dossier, mails } = decision
  const day = overleg.state === 'vastgelegd' ? fixedOn(overleg) : undefined
  const planned = lifecycle.moves.find(({ action, from }) => action === has?.moves.fix && from.includes(dossier.state))
  if (day === undefined || typeof planned?.to !== 'string') return decision
  const there = { ...dossier, state: planned.to, nextOn: day }
  const atOnce = mails.put.filter(({ dueAt }) => dueAt === undefined)
  return {
    ...decision,
    dossier: there,
    mails: planAnew([...atOnce, ...plan(service, days, there, now)]),
  }
}

/** How many hear by mail that it does not take place. */
export const mailedWhenOff = (overleg: Overleg): number => told(overleg).length
