/** By which day something is to be done with a dossier, and when it is passed on that it was not (docs/decisions/021). */
import type { Network } from '../network.ts'
import type { NetworkDays } from '../network-days.ts'
import { leavesOn, type Silence } from '../post/silence.ts'
import { brusselsDate, nineOn } from '../time.ts'
import type { Dossier } from './dossier.ts'

/** Working days after that day on which whoever has it hears that it passed, and the coordinator three working days later. */
export const toldAfter = 1
export const passedOnAfter = toldAfter + 3
/** Days without life after which an open dossier without a day is silent. */
const undatedDays = 14

type Followed = Pick<Dossier, 'agenda' | 'nextOn' | 'callClient' | 'callBy' | 'livedOn' | 'stateSince'>

/** What is next, or before that: somebody is to be called, the client or who said that it is urgent. Brussels date; undefined when nothing has a day. */
export const promisedDay = ({ nextOn, callClient, callBy }: Followed): string | undefined =>
  [nextOn, callClient, callBy].filter((day) => day !== undefined).sort()[0]

/** How long it may be silent. A day that is far away is no reason to be silent for longer than the network allows. */
export function silenceOf({ retention }: Network, dossier: Followed, workingDays: number): Silence {
  const promised = promisedDay(dossier)
  return {
    since: dossier.livedOn ?? brusselsDate(new Date(dossier.stateSince)),
    ...(promised === undefined
      ? { days: undatedDays }
      : { days: retention.silent, promised, ...(dossier.agenda === promised ? { meeting: true as const } : {}) }),
    workingDays,
  }
}

/** The instant at which the coordinator is written to, unless somebody does something before. */
export const passedOnAt = (network: Network, days: NetworkDays, dossier: Followed): Date =>
  nineOn(leavesOn(silenceOf(network, dossier, passedOnAfter), days))
