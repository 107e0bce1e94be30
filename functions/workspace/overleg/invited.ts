/** Whom a decision about the overleg reaches, and how: said before it is made, and counted after (docs/overleg.md §4). */

import { ask, fix, moveTo, type OverlegNow } from '../../../forms/kit/overleg/decide.ts'
import type { Act, OverlegDecision } from '../../../forms/kit/overleg/decision.ts'
import type { Details } from '../../../forms/kit/overleg/details.ts'
import type { Span } from '../../../forms/kit/overleg/moments.ts'
import { asked, isAgreedTo, type Seated, seated } from '../../../forms/kit/overleg/overleg.ts'
import { told } from '../../../forms/kit/overleg/rounds.ts'
import { saidBy } from '../../../forms/kit/overleg/said.ts'
import { calledOf, listInWords } from './words.ts'

export interface Reached {
  /** Mails that leave, or left. */
  mails: number
  /** Whom somebody phones. */
  calls: readonly Seated[]
  /** Who gets a letter. */
  letters: readonly Seated[]
}

/** Who knows of the stage it is in, by what is kept: the numbers of what was done are counted from this. */
export function reachedNow({ overleg, said }: OverlegNow): Reached {
  const stage = overleg.state === 'gepolst' ? 'vraag' : `moment-${overleg.fixed?.number}`
  const by = (who: Seated) => who.told === stage
  return {
    mails: told(overleg).filter(by).length,
    ...byHand({ overleg, said }, (overleg.state === 'gepolst' ? asked(overleg) : seated(overleg)).filter(isAgreedTo)),
  }
}

/** Those that no mail goes to: who takes no part is left alone, and so is a client who stays away. */
function byHand({ overleg, said }: Pick<OverlegNow, 'overleg' | 'said'>, people: readonly Seated[]) {
  const those = people.filter(
    ({ id, wie }) => saidBy(said, id).declinedAt === undefined && !(wie === 'client' && overleg.clientDeclines),
  )
  return {
    calls: those.filter(({ bereik }) => bereik === 'telefoon' || bereik === undefined),
    letters: those.filter(({ bereik }) => bereik === 'brief'),
  }
}

/** The same when the services are asked now. */
export const reachedByAsking = (current: OverlegNow, act: Act): Reached => reachedBy(current, ask(current, act))

const whatever = { vorm: 'online', tolk: 'niet_nodig', place: '', onlineLink: '' } as const

/** The same when this moment is fixed now. */
export const reachedByFixing = (current: OverlegNow, moment: string, act: Act): Reached =>
  reachedBy(current, fix(current, moment, whatever, act))

/** The same when it moves now, to whatever day. */
export function reachedByMoving(current: OverlegNow, act: Act): Reached {
  const later = new Date(act.now.getTime() + 3_600_000).toISOString()
  const span: Span = { start: later, end: later }
  return reachedBy(current, moveTo(current, { ...span, suitsClient: true }, act))
}

const reachedBy = (current: OverlegNow, decision: OverlegDecision): Reached =>
  decision.kind === 'decided'
    ? reachedNow({ ...current, overleg: decision.overleg })
    : { mails: 0, ...byHand(current, seated(current.overleg)) }

/** Who hears that it does not take place: by mail whoever was told of it, the others from the casemanager. */
export function reachedByCancelling({ overleg, said }: OverlegNow): Reached {
  const mailed = new Set(told(overleg).map(({ id }) => id))
  const { calls, letters } = byHand(
    { overleg, said },
    seated(overleg).filter(({ id }) => !mailed.has(id)),
  )
  const byPhone = new Set([...calls, ...letters].map(({ id }) => id))
  return { mails: mailed.size, calls: seated(overleg).filter(({ id }) => byPhone.has(id)), letters: [] }
}

/** "Mia Van Acker, Jan Cools en de cliënt" */
export const namesOf = (details: Details, people: readonly Seated[]): string =>
  listInWords(people.map((who) => calledOf(details, who)))
