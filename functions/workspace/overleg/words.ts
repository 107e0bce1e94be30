/** An overleg in words: its people, its hours, why something cannot be. */

import type { OverlegNow } from '../../../forms/kit/overleg/decide.ts'
import type { OverlegRefusal } from '../../../forms/kit/overleg/decision.ts'
import { type Details, fullNameOf, nameAtTable } from '../../../forms/kit/overleg/details.ts'
import { hoursInWords, startInWords } from '../../../forms/kit/overleg/hours.ts'
import { clients, type Seat, type Seated } from '../../../forms/kit/overleg/overleg.ts'

export const seatInWords: Readonly<Record<Seat, string>> = {
  client: 'Cliënt',
  vertrouwensfiguur: 'Vertrouwensfiguur',
  naaste: 'Naaste',
  spilfiguur: 'Spilfiguur',
  dienst: 'Dienst',
  tolk: 'Tolk',
}

export { hoursInWords, startInWords }

/** How somebody of the table is called: the client is only ever "de cliënt" unless they gave a name of their own choice. */
export const calledOf = (details: Details, { id, wie }: Pick<Seated, 'id' | 'wie'>): string =>
  nameAtTable(details, { id, wie }) || (wie === 'client' ? 'de cliënt' : 'iemand zonder naam')

export const fullyCalledOf = (details: Details, { id, wie }: Pick<Seated, 'id' | 'wie'>): string =>
  fullNameOf(details, id) || (wie === 'client' ? 'de cliënt' : 'iemand zonder naam')

/** The same of anybody who sat at this table; several clients without a name are told apart by their place. */
export function fullyCalledAmong({ overleg, details }: Pick<OverlegNow, 'overleg' | 'details'>, id: string): string {
  const wie = overleg.participants[id]?.wie ?? 'dienst'
  const family = clients(overleg)
  const unnamed = family.length > 1 && !fullNameOf(details, id) && family.findIndex((one) => one.id === id)
  return typeof unnamed === 'number' && unnamed >= 0 ? `cliënt ${unnamed + 1}` : fullyCalledOf(details, { id, wie })
}

/** "A, B en C" */
export const listInWords = (names: readonly string[], last: 'en' | 'of' = 'en'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`

export const refusalInWords: Readonly<Record<OverlegRefusal, string>> = {
  not_now: 'Dit kan nu niet meer. Kijk na hoe het overleg staat.',
  not_agreed: 'Bespreek de tafel eerst met de cliënt. Daarna kunt u dit.',
  client_first: 'Vul eerst in wanneer het past voor de cliënt',
  client_cannot: 'Dit moment past niet voor de cliënt. Kies een ander, of noteer dat de cliënt er niet bij wil zijn',
  past: 'Dit moment is al voorbij',
  no_moment: 'Kies minstens één moment',
  not_begun: 'Het overleg is nog niet begonnen',
}
