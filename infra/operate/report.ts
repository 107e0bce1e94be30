import { say } from './command-line.ts'
import type { Finding, Level } from './findings.ts'

const marks: Record<Level, string> = { fine: '  ok   ', later: '  later', stop: '  STOP ' }

/** Prints findings for a person; true when nothing stands in the way of a deploy. */
export function report(findings: readonly Finding[]): boolean {
  for (const { level, about, what, todo } of findings) {
    say(`${marks[level]} ${about}: ${what}`)
    for (const line of todo?.split('\n') ?? []) say(`          ${line}`)
  }
  const stops = findings.filter(({ level }) => level === 'stop').length
  say()
  say(stops > 0 ? `Not ready: ${stops} to mend first. Nothing was touched.` : 'Ready to deploy.')
  return stops === 0
}
