/**
 * An overleg: the meeting of a client and who helps them, from the table to the day itself (docs/overleg.md). An aggregate of its
 * own beside the dossier: what is open of it is here, what people typed is sealed (details.ts), and each participant answers into
 * an item of their own (said.ts), so that an answer never makes the casemanager's page stale.
 */
import * as z from 'zod'
import { type OverlegMark, overlegStates } from './mark.ts'

export const seats = ['client', 'vertrouwensfiguur', 'naaste', 'spilfiguur', 'dienst', 'tolk'] as const
/** As what somebody is at the table. */
export type Seat = (typeof seats)[number]

export const reaches = ['mail', 'telefoon', 'brief'] as const
export type Reach = (typeof reaches)[number]

export const secrecies = ['ja', 'nee', 'weet_niet'] as const
/** Bound by professional secrecy (Criminal Code, art. 458): it does not follow the diploma, so it is asked. */
export type Secrecy = (typeof secrecies)[number]

export const discussedHow = ['zelf', 'met_steun', 'vertegenwoordiger'] as const

const instant = z.iso.datetime()
const date = z.iso.date()

const participantSchema = z.object({
  /** As what they sit there. */
  wie: z.enum(seats),
  /** Absent as long as the row is half filled in; the client agrees to whole rows only. */
  bereik: z.enum(reaches).optional(),
  /** Says nothing of a client. */
  beroepsgeheim: z.enum(secrecies),
  /** Place in the table, from 1. */
  place: z.number(),
  /** Of their link: raised when their address changes or they need not answer any more, so that the old link opens nothing. */
  linkVersion: z.number(),
  /** Brussels date on which the client agreed to this person or service; absent while that is not asked. */
  agreedOn: date.optional(),
  /** The client agreed to another name; gone once they agree again. */
  renamed: z.literal(true).optional(),
  /** The applicant's own service. */
  applicant: z.literal(true).optional(),
  /** What they were last told by mail (`rounds.ts`), with the version of the link in it. */
  told: z.string().optional(),
  /** The moment, by number, for which their calendar has an entry. */
  inCalendar: z.number().optional(),
  /** When they left the table; ISO UTC. They stay known, so that a link of theirs is never somebody else's. */
  leftAt: instant.optional(),
})
export type Participant = z.infer<typeof participantSchema>

const momentSchema = z.object({
  /** `m1`, `m2` …: never used again within an overleg, so that an answer is always about the same moment. */
  id: z.string(),
  /** ISO UTC. */
  start: instant,
  end: instant,
  /** Whether the client can make it, as the casemanager heard it from them. */
  suitsClient: z.boolean(),
})
export type Moment = z.infer<typeof momentSchema>

const fixedSchema = z.object({
  start: instant,
  end: instant,
  /** Rises when the overleg moves: an answer "I come" is about one number, and so is a calendar's SEQUENCE (RFC 5546). */
  number: z.number(),
  /** Id of the person of the network who chose it, and when. */
  by: z.string(),
  at: instant,
  /** It came from before there were overlegs: of its day no hour is known until somebody sets one. */
  wholeDay: z.literal(true).optional(),
  /** The moment before it moved. */
  before: z.object({ start: instant, end: instant }).optional(),
})
export type Fixed = z.infer<typeof fixedSchema>

export const forms = ['fysiek', 'online', 'hybride'] as const
export const interpreters = ['niet_nodig', 'aangevraagd', 'bevestigd'] as const

export const delivered = ['gegeven', 'voorgelezen', 'getolkt'] as const

export const overlegSchema = z.object({
  reference: z.string(),
  /** `01`, `02` …: a dossier has several, one after the other. */
  number: z.string(),
  network: z.string(),
  form: z.string(),
  /** What it is called, in the middle of a sentence: "overleg", "intervisie". */
  noun: z.string(),
  state: z.enum(overlegStates),
  /** Rises with every change but an answer: two people who act on the same page cannot both win. 0: not stored yet. */
  revision: z.number(),
  /** Id of who holds the dossier; absent while nobody does. */
  holder: z.string().optional(),
  /** By id. */
  participants: z.record(z.string(), participantSchema),
  /** Of the last talk with the client about the table. */
  consent: z.object({ on: date, how: z.enum(discussedHow) }).optional(),
  /** The client does not want to be there, and that was discussed. */
  clientDeclines: z.boolean(),
  moments: z.array(momentSchema),
  /** Brussels date on which the client was asked about the moments. */
  momentsDiscussedOn: date.optional(),
  /** How many moments there ever were. */
  momentsMade: z.number(),
  /** When the services were first asked; ISO UTC. */
  askedAt: instant.optional(),
  /** Brussels date on which who is silent is reminded. */
  remindOn: date.optional(),
  fixed: fixedSchema.optional(),
  vorm: z.enum(forms).optional(),
  tolk: z.enum(interpreters).optional(),
  /** A place is known; which one is sealed. */
  hasPlace: z.boolean(),
  /** Letters that were delivered for this moment, by participant. */
  letters: z.record(z.string(), z.object({ on: date, how: z.enum(delivered) })),
  /** Its last revision that changed its state, and who made it: for who comes second. */
  changed: z.object({ at: instant, by: z.string() }).optional(),
  /** Who was there, once it was held, by participant. */
  present: z.record(z.string(), z.enum(['aanwezig', 'verontschuldigd', 'niet_gekomen'])).optional(),
  /** Participant who is the client's fixed contact from the overleg on. */
  keyPerson: z.string().optional(),
})
export type Overleg = z.infer<typeof overlegSchema>

/** Somebody of the table, with their id. */
export type Seated = Participant & { id: string }

/** Somebody who sits at the table now, by id; undefined for who left, and who never sat there. */
export function seatOf({ participants }: Pick<Overleg, 'participants'>, id: string | undefined): Seated | undefined {
  const one = id !== undefined && Object.hasOwn(participants, id) ? participants[id] : undefined
  return id !== undefined && one && one.leftAt === undefined ? { id, ...one } : undefined
}

/** Who sits at the table now: clients first, then as it was made. */
export const seated = ({ participants }: Pick<Overleg, 'participants'>): Seated[] =>
  Object.entries(participants)
    .map(([id, participant]) => ({ id, ...participant }))
    .filter(({ leftAt }) => leftAt === undefined)
    .sort((one, other) => rankOf(one) - rankOf(other) || one.place - other.place)

const rankOf = ({ wie }: Participant): number => (wie === 'client' ? 0 : 1)

export const clients = (overleg: Pick<Overleg, 'participants'>): Seated[] =>
  seated(overleg).filter(({ wie }) => wie === 'client')

/** Close to the client: who else reads their mail must not see what it is about (docs/overleg.md §4). */
export const isClose = ({ wie }: Pick<Participant, 'wie'>): boolean => wie === 'vertrouwensfiguur' || wie === 'naaste'
/** The client's fixed contact. */
export const isKeyPerson = ({ wie }: Pick<Participant, 'wie'>): boolean => wie === 'spilfiguur'

export const isInterpreter = ({ wie }: Pick<Participant, 'wie'>): boolean => wie === 'tolk'

/** An interpreter comes along, or is looked for. */
export const hasInterpreter = ({ tolk }: Pick<Overleg, 'tolk'>): boolean => tolk !== undefined && tolk !== 'niet_nodig'

/** Who answers the question when they can: the client is asked first, and an interpreter is booked for a moment that is known. */
export const asked = (overleg: Pick<Overleg, 'participants'>): Seated[] =>
  seated(overleg).filter(({ wie }) => wie !== 'client' && wie !== 'tolk')

/**
 * Whether there is a table, and the client agreed to everybody at it; before, nothing leaves (docs/overleg.md §2). Without a client:
 * whoever made it did.
 */
export const isAgreed = (overleg: Pick<Overleg, 'participants'>): boolean =>
  seated(overleg).length > 0 && seated(overleg).every(isAgreedTo)

/** A client, or somebody the client agrees to as they are now: nobody else is called, written to, or given a letter. */
export const isAgreedTo = ({ wie, agreedOn }: Pick<Participant, 'wie' | 'agreedOn'>): boolean =>
  wie === 'client' || agreedOn !== undefined

/** Not held, not called off. */
export const isOpenOverleg = ({ state }: { state: string }): boolean => state !== 'gehouden' && state !== 'afgelast'

/** Of a moment that is fixed everybody on mail hears, but who said that they take no part (`tell` of rounds.ts). */
const isInvited = ({ state, fixed }: Overleg, { told }: Participant): boolean =>
  state !== 'vastgelegd' || !fixed || fixed.wholeDay === true || told === `moment-${fixed.number}`

export const markOf = (overleg: Overleg): OverlegMark => ({
  number: overleg.number,
  state: overleg.state,
  applicantInvited: seated(overleg).some(
    (one) => one.applicant === true && one.bereik === 'mail' && isInvited(overleg, one),
  ),
  moved: overleg.fixed?.before !== undefined,
})

/** How people meet, as a person is handed it. */
export const meetingOf = ({ vorm, tolk }: Overleg) => ({ vorm: vorm ?? null, vertolking: tolk ?? null })

/** The number of the one after it. */
export const nextNumber = (last: string | undefined): string => String(Number(last ?? 0) + 1).padStart(2, '0')
