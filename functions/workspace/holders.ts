/** Who can hold a dossier, how much they hold, and when they are away: shown wherever somebody is chosen. */
import { type Absence, currentAbsence } from '../../forms/kit/absence.ts'
import { holdersOf, type NetworkContent, type Person, roleInWords } from '../../forms/kit/content.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { inHandsOf } from '../../forms/kit/lifecycle/service-call.ts'
import type { Network } from '../../forms/kit/network.ts'
import type { Option } from '../../forms/kit/questions/questions.ts'
import { brusselsDate, dateInWords } from '../../forms/kit/time.ts'
import { type Load, mostCounted } from '../shared/store/queue.ts'
import type { WorkspaceDeps } from './deps.ts'

export interface Holder {
  person: Person
  load: Load
  /** Now, or still to come. */
  absence: Absence | undefined
}

type Deps = Pick<WorkspaceDeps, 'queue' | 'absences' | 'now'>

/** Of these people of the network. */
export async function holdersWithLoad(
  { queue, absences, now }: Deps,
  network: Network,
  people: readonly Person[],
): Promise<Holder[]> {
  const at = now()
  const today = brusselsDate(at)
  const [away, loads] = await Promise.all([
    absences.list(network.slug),
    Promise.all(people.map(({ id }) => queue.load(network.slug, id, { today, now: at }))),
  ])
  return people.map((person, index) => ({
    person,
    load: loads[index] ?? { open: 0, late: 0 },
    absence: currentAbsence(away, person.id, today),
  }))
}

/** What is said of somebody to choose. */
interface HolderWords {
  about: (holder: Holder) => string
  /** Today is a Brussels date. */
  away: (absence: Absence, today: string) => string
}

const inFull: HolderWords = {
  about: ({ person: { name, role, employer }, load }) =>
    `${name} (${roleInWords[role]}, ${employer}): ${loadInWords(load)}`,
  away: (absence, today) => awayInWords(absence, today),
}

/** To choose from, with what to know of each before: how much they have, and whether they are away, now or later. */
export async function holderOptions(
  deps: Deps,
  network: Network,
  people: readonly Person[],
  words = inFull,
): Promise<Option[]> {
  const today = brusselsDate(deps.now())
  return (await holdersWithLoad(deps, network, people)).map((holder) => ({
    value: holder.person.id,
    label: words.about(holder),
    ...(holder.absence ? { marks: [words.away(holder.absence, today)] } : {}),
  }))
}

/** Who can get a dossier that is in these hands, or in nobody's. */
export const peopleFor = (
  deps: Deps,
  { network, content }: { network: Network; content: NetworkContent },
  dossier: Pick<Dossier, 'holder' | 'referral'>,
): Promise<Option[]> =>
  holderOptions(
    deps,
    network,
    holdersOf(content).filter(({ id }) => id !== inHandsOf(dossier)),
  )

/** "3"; a count that stopped is told as such. */
export const countInWords = (count: number): string => (count >= mostCounted ? `${mostCounted} of meer` : String(count))

/** "4 dossiers, 1 te laat". */
export function loadInWords({ open, late }: Load): string {
  if (open === 0) return 'geen dossiers'
  return `${open === 1 ? '1 dossier' : `${countInWords(open)} dossiers`}${late > 0 ? `, ${countInWords(late)} te laat` : ''}`
}

/** "afwezig tot en met vrijdag 27 november 2026", or also from when, while it is still to come. */
export function awayInWords({ from, until }: Pick<Absence, 'from' | 'until'>, today: string): string {
  const end = `tot en met ${dateInWords(until)}`
  return from <= today ? `afwezig ${end}` : `afwezig van ${dateInWords(from)} ${end}`
}
