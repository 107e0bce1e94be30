/** Where a dossier stands, in one line: what is done next by when, and alone where no more of it is shown. */
import { serviceOf } from '../../forms/index.ts'
import type { NetworkContent } from '../../forms/kit/content.ts'
import type { Form } from '../../forms/kit/form.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { stateOf } from '../../forms/kit/lifecycle/lifecycle.ts'
import { listedOn } from '../../forms/kit/lifecycle/listed-day.ts'
import { nextInWords } from '../../forms/kit/lifecycle/next-in-words.ts'
import { capitalised } from '../../forms/kit/text.ts'
import { dateInWords } from '../../forms/kit/time.ts'

/** "bel en plan het overleg, tegen 3 december 2026"; undefined when nothing is left to do. */
export function stepInWords(form: Form, dossier: Dossier, content?: NetworkContent): string | undefined {
  const next = nextInWords(form, dossier, content)
  const on = listedOn(dossier)
  return next && on ? `${next}, tegen ${dateInWords(on)}` : next
}

/** "Aanvraag, toegewezen. Bel en plan het overleg, tegen 3 december 2026." */
export function whereItStands(dossier: Dossier): string {
  const service = serviceOf(dossier)
  if (!service) return dossier.form
  const { label } = stateOf(service.form.lifecycle, dossier.state)
  const step = stepInWords(service.form, dossier)
  return `${service.form.name}, ${label}.${step ? ` ${capitalised(step)}.` : ''}`
}
