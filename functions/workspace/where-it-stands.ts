/** Where a dossier stands, in one line, where no more of it is shown. */
import { serviceOf } from '../../forms/index.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { stateOf } from '../../forms/kit/lifecycle/lifecycle.ts'
import { listedOn } from '../../forms/kit/lifecycle/listed-day.ts'
import { nextInWords } from '../../forms/kit/lifecycle/next-in-words.ts'
import { capitalised } from '../../forms/kit/text.ts'
import { dateInWords } from '../../forms/kit/time.ts'

/** "Aanvraag, toegewezen. Bel en plan het overleg, tegen 3 december 2026." */
export function whereItStands(dossier: Dossier): string {
  const service = serviceOf(dossier)
  if (!service) return dossier.form
  const { label } = stateOf(service.form.lifecycle, dossier.state)
  const on = listedOn(dossier)
  const step = [nextInWords(service.form, dossier), on && `tegen ${dateInWords(on)}`].filter(Boolean).join(', ')
  return `${service.form.name}, ${label}.${step ? ` ${capitalised(step)}.` : ''}`
}
