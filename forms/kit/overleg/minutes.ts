/** Who was there and what was decided, as the page of the verslag is filled in (docs/overleg.md §5). */

import { cleanedIn } from '../clean.ts'
import type { RawInput } from '../questions/answers.ts'
import type { FieldError } from '../questions/page.ts'
import { isBlank, textProblem } from '../text.ts'
import type { Minutes, OverlegNow } from './decide.ts'
import { nameAtTable } from './details.ts'
import { isKeyPerson, type Seated, seated } from './overleg.ts'
import { comesTo, saidBy } from './said.ts'

/** Characters of what was decided. */
export const mostOfDecisions = 5000

export const presences = ['aanwezig', 'verontschuldigd', 'niet_gekomen'] as const
type Presence = (typeof presences)[number]

/** Who is the client's fixed contact from now on. */
export const keyPersonField = 'spilfiguur'

export const presentField = (participant: string): string => `aanwezig.${participant}`

export const minutesFields = (overleg: Parameters<typeof seated>[0]): readonly (readonly [string, boolean])[] =>
  [...seated(overleg).map(({ id }) => presentField(id)), keyPersonField, 'besluiten', 'revision', 'actie'].map(
    (name) => [name, false],
  )

/** Who can be the client's fixed contact: neither the client nor who translates. */
export const keyPersons = (overleg: Parameters<typeof seated>[0]): Seated[] =>
  seated(overleg).filter(({ wie }) => wie !== 'client' && wie !== 'tolk')

export type ReadMinutes = { minutes: Minutes } | { errors: readonly FieldError[] }

export function readMinutes(raw: RawInput, { overleg, details }: Pick<OverlegNow, 'overleg' | 'details'>): ReadMinutes {
  const value = (name: string) => cleanedIn(raw, name)
  const errors: FieldError[] = []
  const present = seated(overleg).flatMap(({ id, wie }): [string, Presence][] => {
    const chosen = presences.find((one) => one === value(presentField(id)))
    if (chosen) return [[id, chosen]]
    const name = nameAtTable(details, { id, wie }) || (wie === 'client' ? 'de cliënt' : 'deze persoon')
    errors.push({ name: presentField(id), message: `Kies of ${name} er was` })
    return []
  })
  const key = keyPersons(overleg).find(({ id }) => id === value(keyPersonField))
  if (!key && value(keyPersonField) !== '') errors.push({ name: keyPersonField, message: 'Kies iemand van de tafel' })
  const decisions = value('besluiten')
  const problem = textProblem(decisions, mostOfDecisions)
  if (problem) errors.push({ name: 'besluiten', message: problem })
  if (errors.length > 0) return { errors }
  return {
    minutes: {
      present: Object.fromEntries(present),
      ...(key ? { keyPerson: key.id } : {}),
      decisions: isBlank(decisions) ? '' : decisions,
    },
  }
}

/** Filled in beforehand from who said they come, and who is the fixed contact now. */
export function minutesBefore({ overleg, said }: OverlegNow): RawInput {
  const people = seated(overleg).flatMap((who): [string, string[]][] => {
    const presence = presenceBefore({ overleg, said }, who)
    return presence ? [[presentField(who.id), [presence]]] : []
  })
  const key = keyPersons(overleg).find(isKeyPerson)
  return new Map([...people, ...(key ? [[keyPersonField, [key.id]] as [string, string[]]] : [])])
}

function presenceBefore({ overleg, said }: Pick<OverlegNow, 'overleg' | 'said'>, who: Seated): Presence | undefined {
  const own = saidBy(said, who.id)
  const comes = comesTo(own, overleg.fixed?.number)
  if (comes) return comes === 'ja' ? 'aanwezig' : 'verontschuldigd'
  const stays = own.declinedAt !== undefined || (who.wie === 'client' && overleg.clientDeclines)
  return stays ? 'verontschuldigd' : undefined
}
