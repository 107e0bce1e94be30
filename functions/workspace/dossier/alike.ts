/** Which other dossiers can be of the same family, for a coordinator alone (docs/decisions/024): nobody else learns that there are any. */
import { serviceOf } from '../../../forms/index.ts'
import type { Person } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { isClosed, stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { dayInWords } from '../../../forms/kit/time.ts'
import type { KeptLine } from '../../shared/store/audit.ts'
import type { DossierFile } from '../../shared/store/dossier-file.ts'
import { type Alike, dismissedLine } from '../../shared/store/family-item.ts'

/** Another dossier, as it is now. */
export interface AlikeDossier extends Pick<Alike, 'reference' | 'why'> {
  closed: boolean
  /** Its form, its state and since when, in words. */
  standing: string
}

/** More is no family; the last ones that were found. */
const mostShown = 10

const maySee = ({ role }: Person): boolean => role === 'coordinator'

/** Neither what somebody dismissed, nor what is connected. */
export const suggestedTo = (person: Person, { alike, dossier }: DossierFile): readonly Alike[] =>
  maySee(person)
    ? alike
        .filter(({ reference, dismissed }) => !dismissed && !dossier.related.includes(reference))
        .toSorted((one, other) => other.at.localeCompare(one.at))
        .slice(0, mostShown)
    : []

/** That somebody dismissed one names it. */
export const historyFor = (person: Person, { history }: DossierFile): readonly KeptLine[] =>
  maySee(person) ? history : history.filter(({ what }) => what !== dismissedLine)

/** None of another network, or of a form that there is no more. */
export function alikeOf({ reference, why }: Alike, dossier: Dossier, other: Dossier): AlikeDossier[] {
  const service = serviceOf(other)
  if (!service || other.network !== dossier.network) return []
  const { name, lifecycle } = service.form
  const since = dayInWords(new Date(other.stateSince))
  const standing = `${name}, ${stateOf(lifecycle, other.state).label} sinds ${since}`
  return [{ reference, why, closed: isClosed(lifecycle, other.state), standing }]
}
