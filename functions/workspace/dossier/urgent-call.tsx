/** Whoever asked says that it is urgent: the dossier says so until somebody called, and a call noted here is that call. */
import type { FC } from 'hono/jsx'
import { movesFor } from '../../../forms/kit/lifecycle/move.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import { makeMove } from '../../shared/make-move.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { OpenFile } from './access.ts'
import type { AtDesk } from './desk.tsx'
import type { DossierView } from './view.ts'

export const UrgentCall: FC<{ view: DossierView }> = ({ view: { dossier, now } }) => {
  const { callBy } = dossier
  if (callBy === undefined) return null
  const when = callBy === brusselsDate(now) ? 'Bel vandaag' : `Bel op ${dateInWords(callBy)}`
  return (
    <div class="note" data-bel-dringend={callBy}>
      <p>
        <b>{`${when}: het is dringend.`}</b> Dit staat bovenaan de telefoonlijst tot iemand belde.
      </p>
    </div>
  )
}

/** Where nobody may say so, or somebody did already, nothing changes. */
export async function noteUrgentCall(c: AtDesk, deps: WorkspaceDeps, { service, file }: OpenFile): Promise<void> {
  const { dossier } = file
  const { person, content } = c.var
  const move = movesFor(service, dossier, person).find(({ callsBack }) => callsBack)
  if (move) await makeMove(deps, { service, content, dossier, command: { action: move.action, by: person } })
}
