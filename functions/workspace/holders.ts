/** Who can hold a dossier, how much they hold, and when they are away: shown wherever somebody is chosen. */
import type { Person } from '../../forms/kit/content.ts'
import type { Network } from '../../forms/kit/network.ts'
import { brusselsDate } from '../../forms/kit/time.ts'
import { type Absence, awayOn } from '../shared/store/absences.ts'
import type { WorkspaceDeps } from './deps.ts'

export interface Holder {
  person: Person
  /** Dossiers. */
  load: number
  /** Now, or still to come. */
  absence: Absence | undefined
  /** Last day of an absence of today, Brussels. */
  awayUntil: string | undefined
}

/** Over by now: as if it never was. */
export const currentAbsence = (absences: readonly Absence[], person: string, now: Date): Absence | undefined =>
  absences.find((absence) => absence.person === person && absence.until >= brusselsDate(now))

/** Of these people of the network. */
export async function holdersWithLoad(
  { queue, absences, now }: Pick<WorkspaceDeps, 'queue' | 'absences' | 'now'>,
  network: Network,
  people: readonly Person[],
): Promise<Holder[]> {
  const [away, ...loads] = await Promise.all([
    absences.list(network.slug),
    ...people.map(({ id }) => queue.load(network.slug, id)),
  ])
  const at = now()
  return people.map((person, index) => ({
    person,
    load: loads[index] ?? 0,
    absence: currentAbsence(away, person.id, at),
    awayUntil: awayOn(away, person.id, brusselsDate(at))?.until,
  }))
}
