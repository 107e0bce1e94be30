/** Whom we asked something, and what: for whoever answers when they call back. Of the answers nothing is opened. */
import { serviceOf } from '../../../forms/index.ts'
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { askingActions } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { newIncident } from '../../shared/new-id.ts'
import { listsOf, placesOf } from '../../shared/places.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { mayOpen } from '../dossier/access.ts'
import { nameOf } from '../dossier/words.ts'

/** Shown at once; the oldest of more come first. */
const mostShown = 25

export interface Waiting {
  reference: string
  /** As it was typed; absent when none was, or it cannot be opened now. */
  question?: string | undefined
  /** Who holds it. */
  holder?: string | undefined
  mayOpen: boolean
}

type Deps = Pick<WorkspaceDeps, 'queue' | 'dossierFiles' | 'unseal' | 'logFailure' | 'random'>

/** The dossiers; ask `questionsOf` for what was asked once the view is noted. */
export async function waitingIn({ queue }: Deps, network: Network, now: Date): Promise<Dossier[]> {
  const rows = listsOf(placesOf(network).filter(({ standing }) => standing.waits))
  const { dossiers } = await queue.list({
    ...{ network: network.slug, select: { of: 'rows', rows } as const, limit: mostShown, now },
  })
  return dossiers
}

export const questionsOf = (
  deps: Deps,
  dossiers: readonly Dossier[],
  looking: { person: Person; content: NetworkContent; now: Date },
): Promise<Waiting[]> =>
  Promise.all(
    dossiers.map(async (dossier) => ({
      reference: dossier.reference,
      question: await questionOf(deps, dossier, looking.now),
      holder: dossier.holder && nameOf(looking.content, dossier.holder),
      mayOpen: mayOpen(looking.person, dossier),
    })),
  )

/** The note of the move that made it wait: the last of those. */
async function questionOf(deps: Deps, dossier: Dossier, now: Date): Promise<string | undefined> {
  const { reference, state } = dossier
  const service = serviceOf(dossier)
  const asking = service ? askingActions(service.form.lifecycle, state) : []
  const file = await deps.dossierFiles.read(reference, now)
  try {
    for (const { sealed } of [...(file?.lines ?? [])].reverse()) {
      if (sealed === undefined) continue
      const { notitie, actie } = await deps.unseal(reference, sealed)
      if (asking.includes(String(actie))) return String(notitie ?? '')
    }
  } catch (error) {
    deps.logFailure(newIncident(deps), error)
  }
  return undefined
}
