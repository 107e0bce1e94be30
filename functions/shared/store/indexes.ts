/** The indexes of the table `loket`: what each is for, and the names of its partitions (docs/decisions/003). */
import { seatsPartition } from './keys.ts'

/** Events, and an event's invitees, are lists of the index `wachtrij` too. */
export const eventsList = 'activiteiten'
/** An event's invitees, spread over partitions. */
export const inviteeShards = 8
export const inviteesList = (slug: string, shard: number) => `activiteit#${slug}#${shard}`

/** Beside those of its invitees: whom mail does not reach. */
export const returnedList = (slug: string) => `activiteit#${slug}#terug`

/** Name and partition of the sparse index over `dueAt` (ISO UTC). */
export const dueIndex = 'due'
export const duePartition = 'due' as const
/** Mails to many at once: only the paced sweep sends them, beside the others. */
export const bulkPartition = 'bulk' as const
/** Dossiers that changed, until the search knows: only the sweep of the search takes them. */
export const changedPartition = 'zoek' as const

/** Counters of years that are to be frozen: only the sweep of the years takes them. */
export const closingPartition = 'jaar' as const

/** Events of which seats came free that may not be handed out yet: only the sweep of the seats takes them. */
export const freedPartition = 'plaatsen' as const
/** Whose seats these are. */
export const slugOfSeats = (pk: string): string => pk.slice(seatsPartition('').length)

/** Open tasks of one person, by their day: in `due` too, where no sweep looks. */
export const tasksOfPerson = (network: string, person: string) => `TAAK#${network}#${person}`

/** Lists of the werkruimte: partition `rij`, sorted by `rijSinds` (the date of the next thing, then the reference). */
export const queueIndex = 'wachtrij'
/** The same lists in small: what a count or a filter needs of each line (`lineAttributes`), and never what people typed. */
export const linesIndex = 'regels'
export const lineAttributes = ['form', 'state', 'holder', 'nextOn', 'ttl', 'eventRevisie'] as const
/** In place of that date when nothing is left to do: after every date, the longest done first. */
export const undated = (since: string) => `x${since.slice(0, 10)}`
/** Where a dossier stands in its lists: by the date of a call that cannot wait, which is marked, or of the next thing. */
export const placeInList = ({ reference, callBy, nextOn, stateSince }: Placed): string =>
  callBy === undefined ? `${nextOn ?? undated(stateSince)}#${reference}` : `${callBy}${callMark}#${reference}`
interface Placed {
  reference: string
  callBy?: string | undefined
  nextOn?: string | undefined
  stateSince: string
}
/** Sorts before all else of that date. */
const callMark = '!'
/** Whether a line of a list is a call that cannot wait. */
export const isUrgentPlace = (place: string): boolean => place.includes(`${callMark}#`)
export const queueOf = (network: string, form: string, state: string) => `${network}#${form}#${state}`
/** Requests a machine seemed to send: never among the others, never dropped. */
export const suspectsOf = (network: string) => `${network}#verdacht`
/** Mails that a person must look at. */
export const troubledMailOf = (network: string) => `${network}#post`
/** Dossiers with something left to do, by who holds them: partition `bij`, sorted like the queue. */
export const holderIndex = 'bij'
export const heldBy = (network: string, person: string) => `${network}#${person}`
/** Dossiers and typed addresses of one person: partition `applicant`, the HMAC of their address. */
export const applicantIndex = 'aanvrager'
