/** Mail to whoever asked, about their dossier. */
import type { Mail } from '../post/mail.ts'
import type { Notification } from '../post/notifications.ts'
import type { Dossier } from './dossier.ts'
import { standingOf } from './status.ts'

/** What every mail about a dossier needs to find it again. */
export const aboutOf = ({ network, form, reference, linkVersion }: Dossier) => ({
  network,
  form,
  reference,
  linkVersion,
})

/** Nothing without an address; held while we take the sender for a machine. */
export const toApplicant = (dossier: Dossier, notification: Notification): Mail[] =>
  dossier.applicant
    ? [{ ...atOnce(dossier, notification), ...(dossier.suspect ? { held: 'verdacht' as const } : {}) }]
    : []

/** One kind at most leaves with each revision. */
export const atOnce = ({ revision }: Dossier, notification: Notification): Mail => ({
  mailId: `${notification.kind}-${revision}`,
  notification,
})

/** Where the request stands, with the link that counts. */
export const standMail = (dossier: Dossier): Mail[] =>
  toApplicant(dossier, { kind: 'stand', to: 'aanvrager', ...aboutOf(dossier), ...standingOf(dossier) })
