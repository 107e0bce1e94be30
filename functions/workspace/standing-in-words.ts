/** Where a dossier is and what is next, in a sentence: on pages about somebody, apart from the lists. */
import { serviceOf } from '../../forms/index.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { stateOf } from '../../forms/kit/lifecycle/lifecycle.ts'
import { capitalised } from '../../forms/kit/text.ts'
import { dateInWords } from '../../forms/kit/time.ts'

/** "Aanvraag, toegewezen. Bel de aanvrager en plan het overleg, tegen 3 december 2026." */
export function standingInWords(dossier: Dossier): string {
  const service = serviceOf(dossier)
  if (!service) return dossier.form
  const { label, next } = stateOf(service.form.lifecycle, dossier.state)
  const step = [next, dossier.nextOn && `tegen ${dateInWords(dossier.nextOn)}`].filter(Boolean).join(', ')
  return `${service.form.name}, ${label}.${step ? ` ${capitalised(step)}.` : ''}`
}
