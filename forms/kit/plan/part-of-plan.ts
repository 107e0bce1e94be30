/** What one guest reads of a version that was agreed: decided once, for each page that shows it (docs/overleg.md §9). */
import { type Details, serviceNameOf } from '../overleg/details.ts'
import { clients, isClose, type Overleg, type Seated, seated } from '../overleg/overleg.ts'
import { type AgreedAfspraak, isDisagreed, type Version } from './action-plan.ts'
import { type GoalTexts, noGoalTexts, type PlanTexts } from './plan-texts.ts'
import { ownAfspraken, seesReasons, seesWhole } from './who-sees.ts'

/** Who does something, or helps, as a guest may read it: a service by name, nobody in person. */
export type Doer =
  | { kind: 'self' }
  | { kind: 'client' }
  /** Somebody around the client. */
  | { kind: 'close' }
  | { kind: 'service'; name: string }
  /** At the table, without a service, or under a name that the client did not agree to yet. */
  | { kind: 'somebody' }
  /** Who did it is not at the table any more. */
  | { kind: 'nobody' }

export interface ShownAfspraak {
  id: string
  wat: string
  by: Doer
  helps?: Doer
  /** What the client wants, for who may read why. */
  reason?: string
  /** Brussels date; absent: until the evaluation. */
  tegen?: string
  /** The client does not agree with it; in their words for who may read why, or the whole plan. */
  disagreed?: readonly string[]
  /** Who does it was not asked yet. */
  toAsk?: true
}

export interface WholePlan {
  /** For who may read why; else none. */
  goals: readonly (Version['goals'][number] & GoalTexts)[]
  afspraken: readonly ShownAfspraak[]
  /** Brussels date. */
  evaluationOn: string
}

/** A version as it is read: by whom, and with the table that holds now. */
export interface Reading {
  version: Version
  texts: PlanTexts
  overleg: Pick<Overleg, 'participants'>
  details: Pick<Details, 'names'>
  who: Seated
}

/** What they do, and what they help with. */
export const ownPart = (reading: Reading): ShownAfspraak[] =>
  ownAfspraken(reading.version, reading.who.id).map((one) => shown(reading, one))

/** Undefined unless the client said that they may read all of it. */
export function wholePart(reading: Reading): WholePlan | undefined {
  const { version, texts, who } = reading
  if (!seesWhole(version, who.id)) return undefined
  const goals = seesReasons(version, who) ? version.goals : []
  return {
    goals: goals.map((goal) => ({ ...goal, ...(texts.goals[goal.domein] ?? noGoalTexts) })),
    afspraken: version.afspraken.map((one) => shown(reading, one)),
    evaluationOn: version.evaluationOn,
  }
}

/** Whether both say the same to who reads them: being asked meanwhile changes nothing of what somebody does. */
export const isSameAfspraak = (one: ShownAfspraak, other: ShownAfspraak): boolean =>
  JSON.stringify(asAgreed(one)) === JSON.stringify(asAgreed(other))

const asAgreed = ({ toAsk: _, ...one }: ShownAfspraak): ShownAfspraak => one

function shown(reading: Reading, { id, wie, met, waarom, tegen, toAsk }: AgreedAfspraak): ShownAfspraak {
  const { version, texts, who } = reading
  const reads = seesReasons(version, who)
  const reason = reads ? texts.goals[waarom]?.doel : undefined
  const quoted = reads || seesWhole(version, who.id) ? Object.values(texts.disagreed[id] ?? {}) : []
  return {
    id,
    wat: texts.afspraken[id] ?? '',
    by: doer(reading, wie),
    ...(met === undefined ? {} : { helps: doer(reading, met) }),
    ...(reason ? { reason } : {}),
    ...(tegen ? { tegen } : {}),
    ...(isDisagreed(version, id) ? { disagreed: quoted } : {}),
    ...(toAsk ? { toAsk } : {}),
  }
}

function doer({ overleg, details, who }: Reading, id: string): Doer {
  if (id === who.id) return { kind: 'self' }
  const one = seated(overleg).find((seat) => seat.id === id)
  if (!one) return { kind: 'nobody' }
  if (one.wie === 'client') return { kind: 'client' }
  if (isClose(one)) return { kind: clients(overleg).length > 0 ? 'close' : 'somebody' }
  const name = one.renamed ? undefined : serviceNameOf(details, id)
  return name === undefined ? { kind: 'somebody' } : { kind: 'service', name }
}
