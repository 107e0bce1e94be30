/** Who waits for a call: what cannot wait first, then the oldest; with what was asked, tried, and who calls them now. */
import { serviceOf } from '../../../forms/index.ts'
import { type AtWork, isHeldBy } from '../../../forms/kit/absence.ts'
import type { Asked } from '../../../forms/kit/asked.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { movesFor } from '../../../forms/kit/lifecycle/move.ts'
import { addDays, brusselsDate } from '../../../forms/kit/time.ts'
import { newIncident } from '../../shared/new-id.ts'
import { listsOf, type Place, placesOf } from '../../shared/places.ts'
import type { Calling } from '../../shared/store/calling.ts'
import type { DossierFile } from '../../shared/store/dossier-file.ts'
import { isUrgentPlace } from '../../shared/store/indexes.ts'
import { noteView } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { mayOpen } from '../dossier/access.ts'
import { openAsked } from '../open-asked.ts'
import type { SignedIn } from '../sign-in/door.ts'

export interface Call {
  dossier: Dossier
  /** Absent when it cannot be read now. */
  asked: Asked | undefined
  /** What was written when it came from another form, where that says more than the answers. */
  note: string | undefined
  /** Instants (ISO UTC) at which somebody called in vain, oldest first. */
  tried: readonly string[]
  calling: Calling | undefined
  /** The moves that end it at once, or say that the urgent call was made. */
  moves: readonly Move[]
  mayOpen: boolean
}

/** Calls on one page. */
const mostCalls = 25
/** Days ahead in which an urgent call is shown: over the longest weekend. */
const daysAhead = 7

/** What a call can come to, for whoever answers the phone; none when nobody waits for one. */
export const callMoves = (service: Service, dossier: Dossier, person: AtWork): readonly Move[] =>
  movesFor(service, dossier, person).filter(({ endsCall, callsBack }) => endsCall || callsBack)

/** Those after a place in the list, written down as seen before they are opened, with those we asked something; and where the next page begins. */
export async function callsOf(
  deps: WorkspaceDeps,
  of: { var: SignedIn['Variables'] },
  after: string | undefined,
  asked: readonly Dossier[],
) {
  const { network, person } = of.var
  const now = deps.now()
  const where = (wanted: (move: Move) => boolean) =>
    ({ of: 'rows', rows: listsOf(placesOf(network).filter((place) => leadsFrom(place, wanted))) }) as const
  // Whoever answers the phone sees what nobody has, and what is their own.
  const only = ({ holder }: Pick<Dossier, 'holder'>) => holder === undefined || isHeldBy(person, holder)
  const wanted = { network: network.slug, limit: mostCalls, now }
  const [urgent, page] = await Promise.all([
    after === undefined
      ? deps.queue.list({
          ...{
            ...wanted,
            only: ({ rijSinds }) => isUrgentPlace(rijSinds),
            until: addDays(brusselsDate(now), daysAhead),
          },
          select: where(({ callsBack }) => callsBack === true),
        })
      : { dossiers: [] },
    deps.queue.list({ ...wanted, select: where(({ endsCall }) => endsCall === true), only, after }),
  ])
  const dossiers = [...urgent.dossiers, ...page.dossiers]
  const seen = [...dossiers, ...asked]
  const references = seen.map(({ reference }) => reference)
  await noteView(of, deps, 'telefoon', references, seen)
  const calls = await Promise.all(dossiers.map((dossier) => callOf(deps, dossier, person, now)))
  return { calls: calls.flat(), next: page.next }
}

/** Whoever stands there is called, and that ends it. */
export const waitsForCall = (place: Place): boolean => leadsFrom(place, ({ endsCall }) => endsCall === true)

const leadsFrom = ({ service, standing }: Place, wanted: (move: Move) => boolean): boolean =>
  service.form.lifecycle.moves.some((move) => wanted(move) && move.from.includes(standing.name))

async function callOf(deps: WorkspaceDeps, dossier: Dossier, person: AtWork, now: Date): Promise<Call[]> {
  const { reference } = dossier
  const service = serviceOf(dossier)
  const file = await deps.dossierFiles.read(reference, now)
  if (!service || !file) return []
  const asked = await openAsked(deps, service, dossier, file.sealed)
  return [
    {
      ...{ dossier, asked, calling: file.calling, moves: callMoves(service, dossier, person) },
      note: asked?.essence === undefined ? await firstNote(deps, reference, file) : undefined,
      tried: file.lines.flatMap(({ kind, at, takenBack }) => (kind === 'niet_bereikt' && !takenBack ? [at] : [])),
      mayOpen: mayOpen(person, dossier),
    },
  ]
}

/** Of what was moved here from another form: why, and what that form had asked. */
async function firstNote(deps: WorkspaceDeps, reference: string, { lines }: DossierFile): Promise<string | undefined> {
  const sealed = lines.find(({ kind }) => kind === 'notitie')?.sealed
  if (sealed === undefined) return undefined
  try {
    return String((await deps.unseal(reference, sealed)).notitie ?? '')
  } catch (error) {
    deps.logFailure(newIncident(deps), error)
    return undefined
  }
}
