/** The first time that somebody of the network opens a dossier: noted once, whoever was first; the deputy need not hear of it any more. */
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import { opened } from '../../../forms/kit/lifecycle/move.ts'
import { moveToStore } from '../../shared/make-move.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { OpenFile } from './access.ts'
import type { AtDesk } from './desk.tsx'

export async function noteFirstOpening(c: AtDesk, deps: WorkspaceDeps, { service, file }: OpenFile): Promise<void> {
  const now = deps.now()
  const { dossier: before } = file
  const audit = { ...doneBy(c.var.person, before), what: 'geopend' }
  const decision = opened(service, before, now)
  await deps.dossiers.move(moveToStore(deps, { service, before, decision, audit, now }))
}
