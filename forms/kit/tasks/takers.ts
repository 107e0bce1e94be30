/** Whom a task can be given: who may open the dossier today, and nobody else (docs/domain.md §1). */
import { type Absence, replacedBy } from '../absence.ts'
import { holdersOf, type NetworkContent, type Person } from '../content.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { handsOf } from './own-tasks.ts'
import type { OpenTask } from './tasks-mark.ts'

export interface Taker {
  person: Person
  /** The colleague who is away and whose task it is in truth: they see it again once they are back. */
  inPlaceOf?: Person
}

/** Coordinators, who has it in hand, and who takes their place on this date. */
export function takersOf(
  content: NetworkContent,
  absences: readonly Absence[],
  dossier: Pick<Dossier, 'holder' | 'referral'>,
  today: string,
): Taker[] {
  const hands = handsOf(dossier)
  return holdersOf(content).flatMap((person): Taker[] => {
    if (person.role === 'coordinator' || hands.includes(person.id)) return [{ person }]
    const away = replacedBy(content, absences, person.id, today).find((one) => hands.includes(one.person.id))
    return away ? [{ person, inPlaceOf: away.person }] : []
  })
}

/** As it is kept: of who stands in, it is the colleague's. */
export const takenBy = ({ person, inPlaceOf }: Taker): Pick<OpenTask, 'person' | 'standIn'> =>
  inPlaceOf ? { person: inPlaceOf.id, standIn: person.id } : { person: person.id }

/** Who has it today; undefined when they may not open the dossier any more. */
export const takerOf = (
  takers: readonly Taker[],
  { person, standIn }: Pick<OpenTask, 'person' | 'standIn'>,
): Taker | undefined =>
  takers.find((one) => one.person.id === standIn && one.inPlaceOf?.id === person) ??
  takers.find((one) => one.person.id === person)

/** "Tweede casemanager, voor Casemanager" */
export const takerInWords = ({ person, inPlaceOf }: Taker): string =>
  inPlaceOf ? `${person.name}, voor ${inPlaceOf.name}` : person.name
