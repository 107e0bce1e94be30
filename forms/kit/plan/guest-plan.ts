/** The plan as one participant sees it along their own link: what they do, what changed for them, or that it is over (docs/overleg.md §9). */
import type { Details } from '../overleg/details.ts'
import type { Overleg, Seated } from '../overleg/overleg.ts'
import { brusselsDate } from '../time.ts'
import { type ActionPlan, isOver, type Outcome, type Version } from './action-plan.ts'
import { isSameAfspraak, ownPart, type Reading, type ShownAfspraak, wholePart } from './part-of-plan.ts'
import type { PlanSaid, Stand } from './plan-said.ts'
import type { PlanTexts } from './plan-texts.ts'
import { hasPart } from './who-sees.ts'

/** A version with its words. */
export interface OpenVersion {
  version: Version
  texts: PlanTexts
}

/** Opened, with what they said; of others nothing. */
export interface PlanGuestNow {
  plan: ActionPlan
  /** What was agreed, while it runs. */
  running?: OpenVersion | undefined
  /** The one before it. */
  before?: OpenVersion | undefined
  /** The table that holds now. */
  overleg: Overleg
  details: Details
  who: Seated
  said: PlanSaid
  /** Epoch seconds at which nothing of it is kept any more; absent while its dossier is open. */
  ttl?: number | undefined
}

export interface OwnAfspraak extends ShownAfspraak {
  /** What they said of it last, and when (ISO UTC). */
  said?: { as: Stand; at: string }
  /** What an evaluation said that became of it: nobody does anything for it any more. */
  over?: Outcome
  late: boolean
}

/** How many of their afspraken came to what, since the version before. */
export interface PlanChanges {
  /** Brussels date. */
  on: string
  added: number
  changed: number
  /** Succeeded, as an evaluation said. */
  done: number
  /** Somebody else does it now. */
  given: number
  dropped: number
  kept: number
}

export type PlanGuestView =
  | {
      kind: 'runs'
      /** Of the version. */
      number: string
      /** Brussels date on which the last client agreed; absent where there is none. */
      agreedOn?: string | undefined
      evaluationOn: string
      /** What is late first, what is done last. */
      own: readonly OwnAfspraak[]
      /** Of a later version than the first, for who had a part in the one before. */
      changes?: PlanChanges | undefined
      whole: boolean
    }
  | { kind: 'stopped' }
  /** `until`: Brussels date on which the page is gone. */
  | { kind: 'closed'; until?: string | undefined }

export function planGuestView(now: PlanGuestNow, at: Date): PlanGuestView {
  const { plan, running, ttl } = now
  if (plan.state === 'gestopt') return { kind: 'stopped' }
  if (!running) return { kind: 'closed', until: ttl === undefined ? undefined : brusselsDate(new Date(ttl * 1000)) }
  const { version } = running
  const reading: Reading = { ...now, ...running }
  const today = brusselsDate(at)
  const own = ownPart(reading).map((one) => withSaid(now, one, today))
  return {
    kind: 'runs',
    number: version.number,
    agreedOn: version.agreed
      .map(({ on }) => on)
      .sort()
      .at(-1),
    evaluationOn: version.evaluationOn,
    own: own.toSorted((one, other) => rankOf(one) - rankOf(other) || dayOf(one).localeCompare(dayOf(other))),
    changes: changesIn(now, reading),
    whole: wholePart(reading) !== undefined,
  }
}

/** Something is still asked of them. */
export const isOpenAfspraak = ({ said, over }: Pick<OwnAfspraak, 'said' | 'over'>): boolean =>
  over === undefined && said?.as !== 'gedaan'

function withSaid({ plan, said: { stands } }: PlanGuestNow, one: ShownAfspraak, today: string): OwnAfspraak {
  const before = stands[one.id]
  const over = isOver(plan, one.id) ? plan.outcomes[one.id]?.outcome : undefined
  const own = {
    ...one,
    ...(before ? { said: { as: before.stand, at: before.at } } : {}),
    ...(over ? { over } : {}),
  }
  // What must not be done yet is not late, nor what nobody said yes to.
  const waits = one.disagreed !== undefined || (one.toAsk === true && before === undefined)
  const late = isOpenAfspraak(own) && !waits && one.tegen !== undefined && one.tegen < today
  return { ...own, late }
}

const rankOf = (one: OwnAfspraak): number => (one.late ? 0 : isOpenAfspraak(one) ? 1 : 2)
/** What has no day comes after every day. */
const dayOf = ({ tegen = 'x' }: OwnAfspraak): string => tegen

function changesIn({ plan, before }: PlanGuestNow, reading: Reading): PlanChanges | undefined {
  const { who, version } = reading
  if (!before || !hasPart(before.version, who.id)) return undefined
  const [was, is] = [ownPart({ ...reading, ...before }), ownPart(reading)]
  const gone = was.filter(({ id }) => !is.some((one) => one.id === id))
  const stays = is.flatMap((one) => {
    const old = was.find(({ id }) => id === one.id)
    return old ? [isSameAfspraak(old, one)] : []
  })
  const done = gone.filter(({ id }) => plan.outcomes[id]?.outcome === 'gelukt')
  const given = gone.filter(({ id }) => version.afspraken.some((one) => one.id === id))
  return {
    on: brusselsDate(new Date(version.at)),
    added: is.length - stays.length,
    changed: stays.filter((same) => !same).length,
    done: done.length,
    given: given.length,
    dropped: gone.length - done.length - given.length,
    kept: stays.filter((same) => same).length,
  }
}
