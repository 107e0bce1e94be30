import type { QueueRow } from './rows.ts'

/** One thing to do. */
export interface WeekLine {
  row: QueueRow
  what: string
  /** Brussels date. */
  on: string
  late: boolean
  /** Where it is done, when that is elsewhere than on the page of the dossier. */
  path?: string
  /** Of whoever asked, where the task is theirs: to call. */
  phone?: string | undefined
  /** Somebody typed it: to say here that it is done, and whose it is where that is not who looks. */
  own?: { id: string; version: number; whose?: string | undefined }
}
