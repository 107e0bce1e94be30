/** What is counted of a dossier beside the answers to its own questions, and by which values. */
import { belgianDays } from '../working-days.ts'

export const variables = {
  /** Where a request went: the last state that counts (lifecycle.ts, `counted`). */
  weg: 'weg',
  /** Whether it met the criteria, or somebody had to look. */
  uitkomst: 'uitkomst',
  /** Its first overleg, and those after it. */
  overleg: 'overleg',
  /** Whether a client sat at the table of it. */
  client: 'client',
  /** Working days from the request to its first overleg. */
  dagen: 'dagen',
  /** What became of each afspraak. */
  afspraken: 'afspraken',
  drempels: 'drempels',
  /** Whether the client got to where they were referred. */
  aangekomen: 'aangekomen',
  /** Requests that were refused, by criterion: nothing else is kept of them. */
  geweigerd: 'geweigerd',
} as const

/** Those of which one dossier can have several: how many dossiers are behind a number is counted apart. */
export const severalPerDossier: ReadonlySet<string> = new Set([
  variables.overleg,
  variables.client,
  variables.afspraken,
])

export const dayClasses = [
  { value: '0-5', label: '0 tot 5 dagen', most: 5 },
  { value: '6-10', label: '6 tot 10 dagen', most: 10 },
  { value: '11-20', label: '11 tot 20 dagen', most: 20 },
  { value: '21+', label: 'meer dan 20 dagen', most: Number.POSITIVE_INFINITY },
] as const

/**
 * Between two Brussels dates, in Belgian working days: the days on which a network was closed count too, so that networks and years can
 * be compared, and a report comes to the same whatever somebody changes of its days afterwards (docs/decisions/035).
 */
export function dayClassOf(from: string, to: string): string {
  const days = belgianDays.between(from, to)
  return dayClasses.find(({ most }) => days <= most)?.value ?? '21+'
}

export const numberClasses = [
  ...[0, 1, 2, 3, 4, 5].map((number) => ({ value: String(number), label: String(number), most: number })),
  { value: '6-10', label: '6 tot 10', most: 10 },
  { value: '11-20', label: '11 tot 20', most: 20 },
  { value: '21+', label: 'meer dan 20', most: Number.POSITIVE_INFINITY },
] as const

/** Of a whole number that somebody typed. */
export const numberClassOf = (number: number): string =>
  numberClasses.find(({ most }) => number <= most)?.value ?? '21+'
