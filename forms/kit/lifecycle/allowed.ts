/** Whether a move can be made now, and by whom (docs/domain.md §1, §4). */
import type { AtWork } from '../absence.ts'
import type { Person } from '../content.ts'
import type { Service } from '../form.ts'
import { brusselsDate } from '../time.ts'
import type { Dossier } from './dossier.ts'
import { colleagueIn } from './in-place.ts'
import { type Move, stateOf } from './lifecycle.ts'
import { dueCall, inHandsOf } from './service-call.ts'

/** Somebody works on it with the client, or did: after that only the client stops it (docs/overleg.md §2). */
const isUnderWay = ({ holder, overleg }: Pick<Dossier, 'holder' | 'overleg'>): boolean =>
  holder !== undefined || overleg !== undefined

/** Whether the dossier is such that this can happen to it. */
const isPossible = (
  {
    from,
    forSuspect,
    arrived,
    callsClient,
    callsBack,
    callsService,
    givesBack,
    held = givesBack && 'by-somebody',
  }: Move,
  { state, suspect, referral, holder, callClient, callBy, overleg }: Dossier,
): boolean =>
  from.includes(state) &&
  (!held || (held === 'by-somebody') === (holder !== undefined)) &&
  (!forSuspect || suspect) &&
  // Once is enough, until the client was called.
  (callsClient !== 'ask' || (isUnderWay({ holder, overleg }) && callClient === undefined)) &&
  (callsClient !== 'done' || callClient !== undefined) &&
  (!callsBack || callBy !== undefined) &&
  (!callsService || dueCall(referral) !== undefined) &&
  // Once the client is there, nobody asks again.
  !(arrived && referral?.arrived)

/**
 * A coordinator acts on everything of the network; others on what is in their hands, or what anybody may take. Who takes the place of a
 * colleague does what that one may, with what they hold.
 */
export const mayMove = (
  { by, unheld, untilUnderWay }: Move,
  { holder, overleg, referral }: Dossier,
  who: AtWork | 'aanvrager',
): boolean => {
  if (who === 'aanvrager') return by.includes('aanvrager') && !(untilUnderWay && isUnderWay({ holder, overleg }))
  const colleague = colleagueIn(who, { holder, referral })
  if (colleague && by.includes(colleague.person.role)) return true
  return (
    by.includes(who.role) &&
    (who.role === 'coordinator' ||
      [holder, inHandsOf({ holder, referral })].includes(who.id) ||
      (unheld === true && holder === undefined))
  )
}

/** `not-now`: not from this state; `not-you`: another role's, or another person's; `not-yet`: its day is still to come. */
export type Refusal = 'not-now' | 'not-you' | 'not-yet'

/** Whether what this move says that happened is still to come. */
export function isTooEarly(
  { afterItsDay, arrived }: Move,
  { nextOn, referral }: Pick<Dossier, 'nextOn' | 'referral'>,
  now: Date,
): boolean {
  const day = arrived === 'later' ? referral?.checkOn : afterItsDay && nextOn
  return Boolean(day && day > brusselsDate(now))
}

/** Why this person cannot make it now; undefined when they can. */
export function refusalOf(move: Move, dossier: Dossier, who: AtWork | 'aanvrager'): Refusal | undefined {
  if (!isPossible(move, dossier)) return 'not-now'
  return mayMove(move, dossier, who) ? undefined : 'not-you'
}

/** Whether it can go on as a dossier of another form: while it is open, and a person or surely no machine sent it. */
export const mayMoveOn = ({ form }: Service, { state, suspect }: Dossier, by: Person): boolean =>
  by.role === 'coordinator' &&
  !suspect &&
  !stateOf(form.lifecycle, state).closed &&
  form.lifecycle.states.some(({ movedAway }) => movedAway)
