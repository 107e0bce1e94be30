/** Mail that a decision promises: at once, or for later. One shape for all of them; one function stores it (mail-plan.ts). */
import { addSeconds } from '../time.ts'
import type { Notification } from './notifications.ts'
import type { Silence } from './silence.ts'

export interface Mail {
  /** Absent: what the decision is about. Under another subject a mail is put once, by whoever is first. */
  subject?: string
  /** Unique within its subject; the same decision always gives the same id, so none needs a random one. */
  mailId: string
  notification: Notification
  /** Later than now: until then it is part of the subject's plan, and the next plan takes it back. */
  dueAt?: Date
  /** Waits as a mail of its own, until the move it tells of cannot be taken back any more: no plan takes it back, what it says is looked at when it leaves. */
  undoable?: true
  /** It leaves only when nothing happened: `dueAt` is when that is, as far as is known now. */
  silence?: Silence
  /** Kept for a person to look at: a machine caused it, by all appearances (docs/domain.md §3.11). */
  held?: 'verdacht'
  /** One of many: only the paced sweep sends it. */
  bulk?: true
  /** Under another subject: each decision puts it again, with what it says by then. */
  grows?: true
}

/** What a decision comes to in mail. Mails for later in `put` are the whole plan from here on, in place of the one before. */
export interface MailPlan {
  put: readonly Mail[]
  takeBack: {
    /** Nothing waits any more but what is put. */
    planned?: boolean
    /** Ids of mails that wait for a person, or for their turn among many. */
    mails?: readonly string[]
  }
}

/** Who of the network hears of it. */
export type Staff = { to: 'medewerker'; person: string } | { to: 'triage' }

export const triage: Staff = { to: 'triage' }

/** Whoever holds it; the triage address while nobody does. `holder`: id of a person of the network. */
export const whoHolds = (holder: string | undefined): Staff => (holder ? { to: 'medewerker', person: holder } : triage)

/** Seconds for which what has just fallen due is planned still: it may not have left yet, and it never leaves twice. */
const stillLeaving = 600

/** Of what is for later, what is still to come. */
export const stillAhead = (later: readonly Mail[], now: Date): Mail[] =>
  later.filter(({ dueAt }) => dueAt && dueAt > addSeconds(now, -stillLeaving))

/** For a decision that takes nothing back. */
export const promise = (...put: readonly Mail[]): MailPlan => ({ put, takeBack: {} })

/** The same decision, without what would leave at once. */
export const withoutNow = ({ put, takeBack }: MailPlan): MailPlan => ({
  put: put.filter(({ dueAt }) => dueAt !== undefined),
  takeBack,
})

/** For a decision that makes the plan anew. */
export const planAnew = (put: readonly Mail[]): MailPlan => ({ put, takeBack: { planned: true } })
