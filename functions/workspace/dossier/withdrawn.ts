/** A dossier whose client stopped: nothing is added to it, and nothing of it is printed. */
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { OpenFile } from './access.ts'

export const withdrawnReason = 'Dit dossier is ingetrokken. Wat er stond, wordt gewist.'
export const isWithdrawn = ({ service, file }: OpenFile): boolean =>
  stateOf(service.form.lifecycle, file.dossier.state).withdrawn === true
