/** What is done next about a dossier: in a list, above it, and where no more of it is shown. */
import { type NetworkContent, offerOf } from '../content.ts'
import type { Form } from '../form.ts'
import { nextStepOf } from '../overleg/next-step.ts'
import type { Dossier } from './dossier.ts'
import { dueCall } from './service-call.ts'

/**
 * "bel CAW Voorbeeld samen met de aanvrager", as long as that must be done; undefined when nothing is left to do. `content`: where the
 * service may be named.
 */
export function nextInWords(
  form: Form,
  dossier: Dossier,
  content?: Pick<NetworkContent, 'aanbod'>,
): string | undefined {
  const { referral, callBy } = dossier
  if (callBy !== undefined) return 'bel: het is dringend'
  if (!referral || !dueCall(referral)) return nextStepOf(form, dossier)
  const offer = content && offerOf(content, referral.aanbod)
  return `bel ${offer?.name ?? 'de dienst'} samen met de aanvrager`
}
