/** What may be written down about what happened: kinds, ids and names of errors, never what somebody typed. */
import { currentRequestId } from './request.ts'

/** One line per event; the fields hold no personal data (docs/promises.md, "No one in"). */
export type Log = Record<'info' | 'warn' | 'error', (message: string, fields: Record<string, unknown>) => void>

/** An error without its message: SES and the store quote addresses and keys in theirs. */
export function causeOf(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return { error: error.name, frames: frames.slice(0, 3).map((frame) => frame.trim()) }
}

/** A request that failed: the code its page showed to a person, beside the id of the request. */
export const failureOf = (incident: string, error: unknown) => ({
  incident,
  requestId: currentRequestId(),
  ...causeOf(error),
})
