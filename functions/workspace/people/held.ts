/** The dossiers of one person, for whoever hands them over: whom each is about, and who works for a service that asked. */
import { serviceOf } from '../../../forms/index.ts'
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { Option } from '../../../forms/kit/questions/questions.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { ownServiceAmong } from '../dossier/own-service.ts'
import { peopleFor } from '../holders.ts'
import { type Rows, rowsOf } from '../queue/rows.ts'
import { dossiersHeldBy, handOverMove } from './hand-over.ts'
import type { HandOverPage } from './hand-over-form.ts'

/** So many, soonest first, say whom they are about; the others say their reference. */
export const mostNamed = 100

/** The network and its content, and the coordinator who looks. */
interface Looking {
  network: Network
  content: NetworkContent
  person: Person
  sessionId: string
}

export interface Held {
  dossiers: readonly Dossier[]
  handOver: HandOverPage
}

/** What a member holds, and what can go to whom. */
export async function heldBy(
  deps: Pick<WorkspaceDeps, 'queue' | 'absences' | 'now'>,
  { network, content, person }: Looking,
  { id }: Person,
): Promise<Held> {
  const dossiers = await dossiersHeldBy(deps, network.slug, id)
  const people = await peopleFor(deps, { network, content }, { holder: id })
  // Once the service is called only a question is left: any coordinator asks it, so there is nothing to hand over.
  const options = dossiers
    .filter((dossier) => canGo(dossier, person))
    .map((dossier) => ({ value: dossier.reference, label: `${dossier.reference}, ${stateInWords(dossier)}` }))
  return { dossiers, handOver: { dossiers: options, people } }
}

/** The same with whom it is about, written down as seen before it is opened. */
export async function withNames(
  deps: Pick<WorkspaceDeps, 'unseal' | 'consultations' | 'random' | 'logFailure' | 'now'>,
  looking: Looking,
  { dossiers, handOver }: Held,
): Promise<Held & Rows> {
  const shown = dossiers.slice(0, mostNamed)
  const { rows, unreadable } = await rowsOf(deps, shown, { ...looking, list: 'mensen', now: deps.now() })
  const rowOf = new Map(rows.map((row) => [row.reference, row]))
  const about = (option: Option): Option => {
    const { over, organisatie } = rowOf.get(option.value) ?? {}
    const words = [over, organisatie].filter((word) => word !== undefined).join(', ')
    return words ? { ...option, about: words } : option
  }
  const asking = rows.flatMap(({ organisatie }) => (organisatie ? [organisatie] : []))
  const people = handOver.people.map((option) => withOwnServices(option, asking, looking.content))
  return { dossiers, rows, unreadable, handOver: { dossiers: handOver.dossiers.map(about), people } }
}

/** "werkt bij de dienst die 2 van deze dossiers aanvroeg". */
function withOwnServices(option: Option, asking: readonly string[], content: NetworkContent): Option {
  const person = content.people.find(({ id }) => id === option.value)
  const own = asking.filter((service) => person && ownServiceAmong(person, [service], content) !== undefined).length
  if (own === 0) return option
  const mark = `werkt bij de dienst die ${own === 1 ? 'een' : own} van deze dossiers aanvroeg`
  return { ...option, marks: [mark, ...(option.marks ?? [])] }
}

/** "toegewezen": the list above tells the rest. */
function stateInWords(dossier: Dossier): string {
  const service = serviceOf(dossier)
  return service ? stateOf(service.form.lifecycle, dossier.state).label : dossier.state
}

function canGo(dossier: Dossier, by: Person): boolean {
  const service = serviceOf(dossier)
  const moves = service && [handOverMove(service, dossier, by, 'somebody'), handOverMove(service, dossier, by, 'list')]
  return moves?.some(Boolean) === true
}
