/** A call that was urgent is made, or was none after all: beside the page that asks for it (urgent-call.tsx), which needs none of this. */
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import { movesFor } from '../../../forms/kit/lifecycle/move.ts'
import { notCalled } from '../../../forms/kit/lifecycle/not-called.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { makeMove, moveToStore } from '../../shared/make-move.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { AtDesk, Desk } from './desk.tsx'

/** Where nobody may say so, or somebody did already, nothing changes. Whatever happens to the dossier meanwhile: it was called. */
export const noteUrgentCall = (c: AtDesk, deps: WorkspaceDeps, desk: Desk): Promise<true> =>
  lookAgain(async () => {
    const found = await desk.find(c)
    const { person, content } = c.var
    const move = found && movesFor(found.service, found.file.dossier, person).find(({ callsBack }) => callsBack)
    if (!move) return true
    const about = { service: found.service, content, dossier: found.file.dossier }
    const made = await makeMove(deps, { ...about, command: { action: move.action, by: person } })
    return made.kind === 'changed' ? undefined : true
  })

/** The call of this line was none after all: where it was the urgent one, that is to be made again. */
export const urgentCallAgain = (c: AtDesk, deps: WorkspaceDeps, desk: Desk, endedCall: string): Promise<true> =>
  lookAgain(async () => {
    const found = await desk.find(c)
    const now = deps.now()
    const decision = found && notCalled(found.service, c.var.days, found.file.dossier, endedCall, now)
    if (!decision) return true
    const { service, file } = found
    const audit = { ...doneBy(c.var.person, file.dossier), what: 'weer te bellen' }
    const stored = await deps.dossiers.move(moveToStore(deps, { service, before: file.dossier, decision, audit, now }))
    return stored === 'moved' ? true : undefined
  })
