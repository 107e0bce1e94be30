/** The log of a local Loket: one JSON line per event on standard error, as the Lambdas write theirs. */
import type { Log } from '../shared/log.ts'

export function createLog(now: () => Date): Log {
  const line = (level: string) => (message: string, fields: Record<string, unknown>) => {
    process.stderr.write(`${JSON.stringify({ level, at: now().toISOString(), message, ...fields })}\n`)
  }
  return { info: line('INFO'), warn: line('WARN'), error: line('ERROR') }
}
