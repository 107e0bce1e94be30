/** What a decision about an overleg comes to; the shell stores it as one (functions/workspace/overleg/store-decision.ts). */
import type { MailPlan } from '../post/mail.ts'
import type { At } from '../working-days.ts'
import type { Details } from './details.ts'
import type { Overleg } from './overleg.ts'

/** Somebody of the network decides. */
export interface Act extends At {
  /** Id of the person. */
  by: string
}

/** Why it cannot be: each has its words on the page. */
export type OverlegRefusal =
  /** Not in this state. */
  | 'not_now'
  /** Somebody is at the table whom the client did not agree to. */
  | 'not_agreed'
  /** No moment was discussed with the client. */
  | 'client_first'
  /** The client cannot make this moment. */
  | 'client_cannot'
  /** This moment is over, or there is none that is not. */
  | 'past'
  /** There is no such moment (any more). */
  | 'no_moment'
  /** The overleg has not begun. */
  | 'not_begun'

/** An address that mail to a participant goes to from now on. */
export interface ReachedAt {
  participant: string
  linkVersion: number
  email: string
}

export interface Decided {
  kind: 'decided'
  overleg: Overleg
  details: Details
  /** Mails about the overleg; those for later are its whole plan. */
  mails: MailPlan
  /** Word for the audit line. */
  what: string
  /** Addresses that are new. */
  reachedAt?: readonly ReachedAt[]
  /** The dossier's move that goes with it, by its place in the form (of-form.ts). */
  move?: 'fix' | 'move' | 'cancel' | 'hold'
  /** Id of a participant who asked to be forgotten: its plan forgets them too. */
  forgets?: string
}

export type OverlegDecision = Decided | { kind: 'refused'; reason: OverlegRefusal }

export const refused = (reason: OverlegRefusal): OverlegDecision => ({ kind: 'refused', reason })
