/** Whoever asked says that it is urgent: the dossier says so until somebody called, and a call noted here is that call. */
import type { FC } from 'hono/jsx'
import { callWhen } from '../../../forms/kit/lifecycle/urgent.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import type { DossierView } from './view.ts'

export const UrgentCall: FC<{ view: DossierView }> = ({ view: { dossier, now } }) => {
  const { callBy } = dossier
  if (callBy === undefined) return null
  const when = callWhen(callBy, brusselsDate(now))
  return (
    <div class="note" data-bel-dringend={callBy}>
      <p>
        <b>{`${when}: het is dringend.`}</b> Dit staat bovenaan de telefoonlijst tot iemand belde.
      </p>
    </div>
  )
}
