/** An applicant who is reached at another address from now on. */
import type { Service } from '../form.ts'
import type { Overleg } from '../overleg/overleg.ts'
import { markOf } from '../overleg/overleg.ts'
import { type Mail, type MailPlan, promise } from '../post/mail.ts'
import type { Notification } from '../post/notifications.ts'
import type { Dossier } from './dossier.ts'
import { stateOf } from './lifecycle.ts'
import { applicantMark, mended, participantMark } from './not-reached.ts'
import { standingOf } from './status.ts'
import { aboutOf, standMail, toApplicant } from './to-applicant.ts'

interface Readdressing {
  /** HMAC of the new address. */
  applicant: string
  /** The same, masked. */
  masked: string
  /** What did not reach them at the old one, the newest first. */
  missed?: readonly Notification[]
  /** The table at which they sat with the old address, with the new one; and who of it they are. */
  table?: { overleg: Overleg; participants: readonly string[] } | undefined
  /** A mail about that table leaves for them now. */
  told?: boolean
}

/**
 * Whoever got mail at the wrong address has a link: it opens nothing any more, so the new address gets one mail at once. It stands
 * for everything that was missed. A first address takes back no link.
 */
export function readdressed(
  service: Service,
  before: Dossier,
  { applicant, masked, missed = [], table, told = false }: Readdressing,
): { dossier: Dossier; mails: MailPlan } {
  const linkVersion = before.applicant === undefined ? before.linkVersion : before.linkVersion + 1
  const seats = table?.participants.map(participantMark) ?? []
  const dossier = mended(
    {
      ...before,
      ...{ applicant, linkVersion, revision: before.revision + 1 },
      ...(stateOf(service.form.lifecycle, before.state).withdrawn ? {} : { reach: { ...before.reach, email: masked } }),
      ...(table && before.overleg?.number === table.overleg.number ? { overleg: markOf(table.overleg) } : {}),
    },
    [applicantMark, ...seats],
  )
  return { dossier, mails: promise(...(told ? [] : oneFor(service, dossier, missed[0]))) }
}

/** The newest that was missed where it asks more than the words of the state say; else where the request stands. */
function oneFor({ form }: Service, dossier: Dossier, missed: Notification | undefined): Mail[] {
  const { closed, withdrawn } = stateOf(form.lifecycle, dossier.state)
  // After a withdrawal nothing is mailed any more, and there is nothing to follow.
  if (withdrawn) return []
  const { referral } = dossier
  if (missed?.kind === 'navraag' && closed && referral && !referral.arrived)
    return toApplicant(dossier, { ...missed, ...aboutOf(dossier), ...standingOf(dossier) })
  if (missed?.kind === 'bericht' && !closed) return toApplicant(dossier, { ...missed, ...aboutOf(dossier) })
  return standMail(dossier)
}
