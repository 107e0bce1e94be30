/**
 * A network is data: which forms it offers, who qualifies, what it offers instead, how long it keeps. One file per network in
 * `forms/networks/`; adding one needs no code (docs/domain.md §1, netwerkbeheerder). What changes more often than once a year, its
 * people and mailboxes too, is its content (content.ts).
 */
import type { FirstOffer } from './content.ts'
import type { Renamed } from './formerly.ts'
import type { Criterion } from './questions/criteria.ts'
import type { Meetings } from './team-meeting/meetings.ts'

/** How one network runs one form. */
export interface NetworkForm {
  /** Who qualifies; every unmet criterion is told at once. */
  criteria: readonly Criterion[]
  /** The applicant hears within this many Belgian working days, counted from the meeting when the team discusses it. */
  answerWithinWorkingDays: number
}

export interface Network extends Renamed {
  /** First part of every address of this network. */
  slug: string
  /** "LCO Aalst": the name people know. */
  name: string
  /** "Aalst": the short name in the page header. */
  place: string
  /** Before its place on the awning of its counter, where that alone says too little: "Jeugdhulp in". */
  awning?: string
  /** Its door to the activities, where it invites people: what it says, and about what. */
  activities?: { go: string; text: string }
  phone: string
  /** When the phone is answered. */
  reachable: string
  /** From whom a letter comes, and where people can walk in: what a neighbour may read on it. Absent: a letter names the place only. */
  sender?: Sender
  /** When its team meets, for forms that go on the agenda. */
  teamMeeting?: Meetings
  controller: Controller
  colours: { brand: string; brandDeep: string; brandWash: string; mark: string }
  /** Offers by key, which is the last part of their address; criteria name them. What each says at first (content.ts). */
  aanbod: Readonly<Record<string, FirstOffer>>
  /** Forms by slug; a network without any has only an aanbod. */
  forms: Readonly<Record<string, NetworkForm>>
  /** Whoever asks to be called is called within this many Belgian working days; 2 when absent. */
  callWithinWorkingDays?: number
  /** Where "Verlaat deze pagina" leads whoever is looked over the shoulder: a page that tells nothing of them. The weather when absent. */
  neutralPage?: NeutralPage
  /** Where a coordinator may move a request that came to the wrong door: a form of this network or another one. */
  destinations?: readonly Destination[]
  /** Days (docs/domain.md §7). */
  retention: Retention
}

interface NeutralPage {
  /** With https. */
  address: string
  /** "het weerbericht" */
  name: string
}

export const defaultNeutralPage: NeutralPage = { address: 'https://www.meteo.be/nl', name: 'het weerbericht' }

/**
 * Who answers for the data, as the privacy page says it (GDPR art. 13). Each dienst at the table answers for its own notes, so they
 * agreed with each other (art. 26). What is not filled in is left out there, and stops `npm run doctor`.
 */
export interface Controller {
  /** "Stad en OCMW Aalst" */
  name: string
  /** Who keeps Loket running for them (art. 28). */
  runs?: string
  /** Their data-protection officer (art. 37), and how to reach that person. */
  officer?: string
  /** What the diensten agreed with each other, and when (art. 26). */
  agreement?: string
  /** Brussels date of the impact assessment (art. 35). */
  assessedOn?: string
  /** By which rule records are destroyed: after the retention below (bestuursdecreet of 7 December 2018, on archives). */
  destroys?: string
}

interface Sender {
  /** Says nothing of welfare: "Stad Aalst". */
  name: string
  /** On one line, its parts parted by a comma. */
  address: string
  /** When somebody is there: "elke werkdag van 9 tot 12 uur". */
  hours: string
}

/** A form of a network, by their slugs. */
interface Destination {
  network: string
  form: string
}

/** How long things are kept, in days (docs/domain.md §7). */
export interface Retention {
  closed: number
  withdrawnAnswers: number
  draft: number
  mailedDraft: number
  audit: number
  /** An open dossier without any move: then somebody closes or extends it. */
  silent: number
}

export const defaultRetention: Retention = {
  closed: 90,
  withdrawnAnswers: 1,
  draft: 1,
  mailedDraft: 14,
  audit: 365,
  silent: 180,
}
