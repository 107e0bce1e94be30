/** What is done next about a dossier, in a list and above it, with the names that only a network's content knows. */
import { type NetworkContent, offerOf } from '../content.ts'
import type { Form } from '../form.ts'
import { nextStepOf } from '../overleg/next-step.ts'
import type { Dossier } from './dossier.ts'
import { dueCall } from './service-call.ts'

/** "bel CAW Voorbeeld samen met de aanvrager", as long as that must be done; undefined when nothing is left to do. */
export function nextInWords(form: Form, content: NetworkContent, dossier: Dossier): string | undefined {
  const { referral } = dossier
  if (!referral || !dueCall(referral)) return nextStepOf(form, dossier)
  return `bel ${offerOf(content, referral.aanbod)?.name ?? 'de dienst'} samen met de aanvrager`
}
