/** What a decision about a plan comes to; the shell stores it as one (functions/workspace/plan/store-plan.ts). */
import type { Details } from '../overleg/details.ts'
import type { Overleg } from '../overleg/overleg.ts'
import type { MailPlan } from '../post/mail.ts'
import type { ActionPlan, Version } from './action-plan.ts'
import type { PlanSaidBy } from './plan-said.ts'
import type { PlanTexts } from './plan-texts.ts'

/** A plan opened, with the table that holds now and what guests said. */
export interface PlanNow {
  plan: ActionPlan
  /** Of what is being written. */
  texts: PlanTexts
  /** Of the version that was agreed last. */
  agreedTexts?: PlanTexts
  overleg: Overleg
  details: Details
  said: PlanSaidBy
}

/** Why it cannot be: each has its words on the page. */
export type PlanRefusal =
  /** Not in this state. */
  | 'not_now'
  /** The client was not at the overleg. */
  | 'without_client'
  /** Something of it must be filled in before. */
  | 'incomplete'
  /** An afspraak that goes on has nobody who does it. */
  | 'without_person'

export interface PlanDecided {
  kind: 'decided'
  plan: ActionPlan
  texts: PlanTexts
  /** A version that was agreed, with its own words. */
  version?: { version: Version; texts: PlanTexts }
  mails: MailPlan
  /** Word for the audit line. */
  what: string
  /** The dossier's move that goes with it, by its place in the form (plan-of-form.ts). */
  move?: { name: 'run'; date: string } | { name: 'close' }
  /** Brussels date of the dossier's next thing, where no move says it. */
  nextOn?: string
}

export type PlanDecision = PlanDecided | { kind: 'refused'; reason: PlanRefusal }

export const refusedPlan = (reason: PlanRefusal): PlanDecision => ({ kind: 'refused', reason })
