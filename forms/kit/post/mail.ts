/** Mail that a decision promises: now, or for later. */
import type { Notification } from './notifications.ts'

export interface PromisedMail {
  notification: Notification
  /** Mail to a typed address is held when the form was filled in by a machine (docs/domain.md §3.11). */
  held?: 'verdacht'
}

/** A mail for later; the next move takes it back. */
export interface PlannedMail {
  mailId: string
  notification: Notification
  dueAt: Date
}
