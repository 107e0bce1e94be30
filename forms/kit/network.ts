/**
 * A network is data: who reads, which forms it offers, who qualifies, what it offers instead, how long it keeps.
 * One file per network in `forms/networks/`; adding one needs no code (domain.md §1, netwerkbeheerder).
 */
import type { Criterion } from './criteria.ts'

/** What somebody may do in the werkruimte (domain.md §1). */
export type Role = 'coordinator' | 'casemanager' | 'bemiddelaar' | 'organisator'

/** Somebody who works for the network. Bound to a sign-in once, by a coordinator's invitation. */
export interface Person {
  /** Never reused: dossiers and audit lines name people by it. */
  id: string
  naam: string
  rol: Role
  /** The service that employs this person; warned about when it is involved in a dossier. */
  dienst: string
  email: string
  telefoon: string
}

/** A named local service a person can be pointed to. */
interface Offer {
  naam: string
  /** What it does for whom, one sentence. */
  uitleg: string
  telefoon: string
}

/** How one network runs one form. */
export interface NetworkForm {
  /** Who qualifies; every unmet criterion is told at once. */
  criteria: readonly Criterion[]
  /** The coordinator answers within this many Belgian working days. */
  answerWithinWorkingDays: number
}

export interface Network {
  /** First part of every address of this network. */
  slug: string
  /** "LCO Aalst": the name people know. */
  naam: string
  /** "Aalst": the short name in the page header. */
  plaats: string
  telefoon: string
  /** When the phone is answered. */
  bereikbaar: string
  /** One shared mailbox that is read every working day; triage mail goes there. */
  triageEmail: string
  /** Stands in when triage is not opened or bounces. */
  plaatsvervangerEmail: string
  /** Monitored address behind Reply-To. */
  antwoordEmail: string
  /** Who works in the werkruimte. */
  mensen: readonly Person[]
  /** Who answers for the data: name on the privacy page. */
  verwerkingsverantwoordelijke: string
  kleuren: { brand: string; brandDeep: string; brandWash: string; mark: string }
  /** Offers by key; criteria name them. */
  aanbod: Readonly<Record<string, Offer>>
  /** Forms by slug. */
  forms: Readonly<Record<string, NetworkForm>>
  /** Days (domain.md §7). */
  bewaartermijnen: Retention
}

/** How long things are kept, in days (domain.md §7). */
export interface Retention {
  closed: number
  withdrawnAnswers: number
  draft: number
  mailedDraft: number
  audit: number
}

export const defaultRetention: Retention = { closed: 90, withdrawnAnswers: 1, draft: 1, mailedDraft: 14, audit: 365 }
