/** Whom a team can choose at its meeting, short enough to stand side by side: with how much they have, and when they are away. */
import { holdersOf } from '../../../forms/kit/content.ts'
import type { Option } from '../../../forms/kit/questions/questions.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { type Holder, holdersWithLoad } from '../holders.ts'
import { dateAway } from '../queue/parts.tsx'
import type { SignedIn } from '../sign-in/door.ts'

export async function peopleToChoose(
  deps: Pick<WorkspaceDeps, 'queue' | 'absences' | 'now'>,
  { network, content }: Pick<SignedIn['Variables'], 'network' | 'content'>,
): Promise<Option[]> {
  const today = brusselsDate(deps.now())
  const holders = await holdersWithLoad(deps, network, holdersOf(content))
  return holders.map((one) => ({ value: one.person.id, label: inWords(one, today) }))
}

const inWords = ({ person: { name }, load, absence }: Holder, today: string): string =>
  `${name} · ${load} lopend${absence ? `, weg ${dateAway(absence, today)}` : ''}`
