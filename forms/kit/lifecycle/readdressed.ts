/** An applicant who is reached at another address from now on. */
import type { Service } from '../form.ts'
import { type MailPlan, promise } from '../post/mail.ts'
import type { Dossier } from './dossier.ts'
import { stateOf } from './lifecycle.ts'
import { standMail } from './to-applicant.ts'

/**
 * Whoever got mail at the wrong address has a link: it opens nothing any more, so the new address gets one at once, with where the
 * request stands. A first address takes back no link. `applicant`: HMAC of the new address.
 */
export function readdressed(
  { form }: Service,
  before: Dossier,
  applicant: string,
): { dossier: Dossier; mails: MailPlan } {
  const linkVersion = before.applicant === undefined ? before.linkVersion : before.linkVersion + 1
  const dossier = { ...before, applicant, linkVersion, revision: before.revision + 1 }
  // After a withdrawal nothing is mailed any more, and there is nothing to follow.
  const told = stateOf(form.lifecycle, dossier.state).withdrawn ? [] : standMail(dossier)
  return { dossier, mails: promise(...told) }
}
