/**
 * A network is data: who reads, which forms it offers, who qualifies, what it offers instead, how long it keeps.
 * One file per network in `forms/networks/`; adding one needs no code (docs/domain.md §1, netwerkbeheerder).
 */
import { findNamed, type Renamed } from './formerly.ts'
import type { Criterion } from './questions/criteria.ts'
import type { Levensdomein } from './questions/levensdomeinen.ts'
import type { Meetings } from './team-meeting/meetings.ts'

/** What somebody may do in the werkruimte (docs/domain.md §1). */
export const roles = ['coordinator', 'casemanager', 'bemiddelaar', 'organisator'] as const
export type Role = (typeof roles)[number]

export const roleInWords = {
  coordinator: 'coördinator',
  casemanager: 'casemanager',
  bemiddelaar: 'bemiddelaar',
  organisator: 'organisator',
} as const satisfies Record<Role, string>

/** Somebody who works for the network. Bound to a sign-in once, by a coordinator's invitation. */
export interface Person {
  /**
   * Never reused: dossiers and audit lines name people by it, and so does the binding to an account. Whoever leaves is unbound
   * in the werkruimte before this entry goes; otherwise their account opens the place of the next person with this id.
   */
  id: string
  name: string
  role: Role
  /** The service that employs this person; warned about when it is involved in a dossier. */
  employer: string
  email: string
  phone: string
}

/**
 * An entry of the aanbod: something a person can be pointed to, by a refusal, a referral or the catalogue (docs/domain.md §2).
 */
export interface Offer extends Renamed {
  name: string
  /** A traject is a way of working with steps; a dienst is somebody to call. */
  kind: 'traject' | 'dienst'
  /** Where people look for it; at least one. */
  levensdomeinen: readonly [Levensdomein, ...Levensdomein[]]
  /** Its heading in the network's own guide, "schuldhulpverlening". */
  heading?: string
  /** What it does, one or two sentences. */
  description: string
  audience: string
  goal?: string
  approach?: string
  timing?: string
  instruments?: readonly string[]
  /** The steps, in order. */
  steps?: readonly string[]
  phone: string
  /** Address with https. */
  website?: string
  /** The date somebody last checked that all of this is right: `2026-11-20`. */
  checkedOn: string
}

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
  phone: string
  /** When the phone is answered. */
  reachable: string
  /** One shared mailbox that is read every working day; triage mail goes there. */
  triageEmail: string
  /** Stands in when triage is not opened or bounces. */
  deputyEmail: string
  /** Monitored address behind Reply-To. */
  replyEmail: string
  /** Who works in the werkruimte. */
  people: readonly Person[]
  /** When its team meets, for forms that go on the agenda. */
  teamMeeting?: Meetings
  /** Who answers for the data: name on the privacy page. */
  controller: string
  colours: { brand: string; brandDeep: string; brandWash: string; mark: string }
  /** Offers by key, which is the last part of their address; criteria name them. */
  aanbod: Readonly<Record<string, Offer>>
  /** Forms by slug; a network without any has only an aanbod. */
  forms: Readonly<Record<string, NetworkForm>>
  /** Where a coordinator may move a request that came to the wrong door: a form of this network or another one. */
  destinations?: readonly Destination[]
  /** Days (docs/domain.md §7). */
  retention: Retention
}

/** An offer by its key, of today or before; undefined for what the network does not know (any more). */
export const offerOf = ({ aanbod }: Pick<Network, 'aanbod'>, key: string): Offer | undefined =>
  aanbod[keyOf(aanbod, key)]

/** The key an offer has today. */
export const keyOf = (aanbod: Network['aanbod'], key: string): string =>
  findNamed(
    Object.entries(aanbod).map(([name, { formerly = [] }]) => ({ name, formerly })),
    ({ name }) => name,
    key,
  )?.name ?? key

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
