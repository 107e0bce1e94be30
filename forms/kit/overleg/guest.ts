/** The overleg as one participant sees it along their own link (docs/overleg.md §4): only what is theirs, and what they can answer now. */
import { brusselsDate } from '../time.ts'
import { clientCan, type OverlegNow } from './decide.ts'
import { isPast, linkShownOn, upcoming } from './moments.ts'
import { asked, clients, type Fixed, type Moment, type Overleg, type Seated, seated, seatOf } from './overleg.ts'
import type { OwnWords } from './own-words.ts'
import { comesTo, saidBy } from './said.ts'

/** Opened, with what they said and typed; of others only what clients said of moments. */
export interface GuestNow extends OverlegNow {
  who: Seated
  own: OwnWords
}

/**
 * Whose link this is; undefined when it opens nothing: they left, their address changed, or the client did not agree to them (yet,
 * or under this name). A client has no link, and an interpreter none before there is a moment.
 */
export function guestOf(overleg: Overleg, id: string, linkVersion: number): Seated | undefined {
  const { state } = overleg
  const who = seatOf(overleg, id)
  if (!who || who.linkVersion !== linkVersion || who.wie === 'client' || !who.agreedOn) return undefined
  if (state === 'voorbereiden') return undefined
  return state === 'gepolst' && !asked(overleg).some((one) => one.id === id) ? undefined : who
}

/** A client sits at the table: what is theirs stands on the page; of other meetings nothing speaks of one. */
export const withClient = (overleg: Pick<Overleg, 'participants'>): boolean => clients(overleg).length > 0

/** The client asked for them in person: no dienst speaks through them. */
export const isAskedByClient = ({ wie }: Pick<Seated, 'wie'>): boolean =>
  wie === 'vertrouwensfiguur' || wie === 'naaste'

/** The moments that a guest is asked about: those the client can make, and that are not over. */
const askable = (current: OverlegNow, now: Date): Moment[] =>
  upcoming(current.overleg.moments, now).filter((moment) => clientCan(current, moment))

export type GuestView =
  | { kind: 'asked'; moments: readonly Moment[] }
  /** None of the moments can be answered; `past`: all of them are over. */
  | { kind: 'none_left'; past: boolean }
  /** `open`: until it begins it can be answered. */
  | { kind: 'fixed'; fixed: Fixed; comes: 'ja' | 'nee' | undefined; open: boolean }
  /** It was to be over by now, and nobody said yet whether it was held. */
  | { kind: 'ended'; fixed: Fixed }
  | { kind: 'held' }
  | { kind: 'cancelled' }

export function guestView(current: GuestNow, now: Date): GuestView {
  const { overleg, said, who } = current
  const { state, fixed, moments } = overleg
  if (state === 'gehouden') return { kind: 'held' }
  if (state === 'afgelast') return { kind: 'cancelled' }
  if (state === 'vastgelegd' && fixed) {
    if (fixed.end <= now.toISOString()) return { kind: 'ended', fixed }
    return { kind: 'fixed', fixed, comes: comesTo(saidBy(said, who.id), fixed.number), open: !isPast(fixed, now) }
  }
  const left = askable(current, now)
  return left.length > 0
    ? { kind: 'asked', moments: left }
    : { kind: 'none_left', past: upcoming(moments, now).length === 0 }
}

/** A number of theirs is known, so that "call me" needs none. */
export const isReachable = ({ details, own, who }: Pick<GuestNow, 'details' | 'own' | 'who'>): boolean =>
  own.phone !== '' || (details.names[who.id]?.telefoon ?? '') !== ''

/** The services at the table, for who is bound by professional secrecy; no persons, and no interpreter (docs/overleg.md §4). */
export function servicesFor({ overleg, details, who }: GuestNow): string[] {
  if (who.beroepsgeheim !== 'ja') return []
  const services = seated(overleg)
    .filter((one) => one.wie !== 'client' && one.wie !== 'tolk' && !isAskedByClient(one) && one.agreedOn)
    .flatMap(({ id }) => details.names[id]?.dienst || [])
  return [...new Set(services)]
}

/** Somebody at the table is not bound by professional secrecy, or we do not know it: whoever is bound must mind (docs/overleg.md §2). */
export const mustMind = ({ overleg, who }: Pick<GuestNow, 'overleg' | 'who'>): boolean =>
  withClient(overleg) &&
  who.beroepsgeheim === 'ja' &&
  seated(overleg).some(({ wie, beroepsgeheim }) => wie !== 'client' && beroepsgeheim !== 'ja')

/** What the page says of joining online; undefined where nobody can. */
export function onlineFor({ overleg, details }: GuestNow, comes: 'ja' | 'nee' | undefined, fixed: Fixed, now: Date) {
  if (overleg.vorm !== 'online' && overleg.vorm !== 'hybride') return undefined
  const from = linkShownOn(fixed)
  if (brusselsDate(now) < from) return { kind: 'later', from } as const
  if (comes !== 'ja') return { kind: 'for_who_comes' } as const
  // Anything else would be an address of the page itself.
  return /^https:\/\//.test(details.onlineLink)
    ? ({ kind: 'link', href: details.onlineLink } as const)
    : ({ kind: 'not_yet' } as const)
}
