/**
 * A referral is a call together: somebody of the network calls the service with whoever asked, and until they noted that they did,
 * it is their task (docs/domain.md §2, "warm doorverwijzen"). Who calls need not hold the dossier.
 */
import type { WorkingDays } from '../working-days.ts'
import type { Dossier } from './dossier.ts'
import type { Move } from './lifecycle.ts'

/** Working days within which the service is called. */
const callWithin = 2
/** Working days after a referral on which somebody asks whether the client got there (docs/domain.md §2, zottegem). */
const checkAfter = 10
/** And again after "nog niet". */
const checkAgainAfter = 5

type Referral = NonNullable<Dossier['referral']>

/** The call that is still to be made; none for a client who got there. */
export const dueCall = (referral: Dossier['referral']): Referral['call'] =>
  referral?.call && !referral.call.done && !referral.arrived ? referral.call : undefined

/** Whose turn it is: who calls the service, as long as that must be done; otherwise who holds it. */
export const inHandsOf = ({ referral, holder }: Pick<Dossier, 'referral' | 'holder'>): string | undefined =>
  dueCall(referral)?.who ?? holder

/** As a move leaves it. `by`: id of who makes it. */
export function referralOf(
  move: Move,
  { referral: before }: Dossier,
  { stays, by, today, days }: { stays: boolean; by: string; today: string; days: WorkingDays },
  { offer, person }: { offer?: string | undefined; person?: string | undefined },
): Dossier['referral'] {
  if (move.asks?.includes('aanbod') && offer) {
    const call = { who: person ?? by, on: days.add(today, callWithin) }
    return { aanbod: offer, checkOn: days.add(today, checkAfter), call }
  }
  if (!stays || !before) return undefined
  const { checkOn, arrived } = before
  const inquiry = {
    checkOn: move.arrived === 'later' ? days.add(today, checkAgainAfter) : checkOn,
    ...(move.arrived === 'yes' || arrived ? { arrived: true as const } : {}),
  }
  return { ...before, ...inquiry, ...callAfter(move, before, person, today) }
}

/** Somebody else makes the call, or it was made. */
function callAfter({ callsService }: Move, referral: Referral, person: string | undefined, today: string) {
  const call = dueCall(referral)
  if (!call || !callsService) return {}
  return { call: callsService === 'done' ? { ...call, done: today } : { ...call, who: person ?? call.who } }
}
