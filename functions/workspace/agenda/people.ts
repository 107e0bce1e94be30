/** Whom a team can choose at its meeting, short enough to stand side by side: with how much they have, and when they are away. */
import { holdersOf } from '../../../forms/kit/content.ts'
import type { Option } from '../../../forms/kit/questions/questions.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { holderOptions, loadInWords } from '../holders.ts'
import { dateAway } from '../queue/parts.tsx'
import type { SignedIn } from '../sign-in/door.ts'

export const peopleToChoose = (
  deps: Pick<WorkspaceDeps, 'queue' | 'absences' | 'now'>,
  { network, content }: Pick<SignedIn['Variables'], 'network' | 'content'>,
): Promise<Option[]> =>
  holderOptions(deps, network, holdersOf(content), {
    about: ({ person: { name }, load }) => `${name}: ${loadInWords(load)}`,
    away: (absence, today) => `weg ${dateAway(absence, today)}`,
  })
