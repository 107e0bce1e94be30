/** How whoever asked can stop, or leave it to the client. */
import type { Service } from '../../forms/kit/form.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { movesFor } from '../../forms/kit/lifecycle/move.ts'

/** What they can do now: stop it all, or, once somebody works on it with the client, only their own service. */
export function wayOut(service: Service, dossier: Dossier) {
  const offered = movesFor(service, dossier, 'aanvrager')
  const stops = offered.find(({ action }) => action === 'intrekken')
  if (stops) return { tail: 'stoppen', label: stops.label } as const
  const leaves = offered.find(({ callsClient }) => callsClient === 'ask')
  return leaves && ({ tail: 'niet-meer-mee', label: leaves.label } as const)
}
