/** What a personal link leads to, from what it names and what is stored of that. */
import { findService, serviceOf } from '../../forms/index.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import type { LinkTarget } from '../shared/links.ts'
import type { Draft, SentDraft } from '../shared/store/drafts.ts'

export interface AboutDossier {
  dossier: Dossier
  service: Service
}

type LinkedDossier =
  | ({ kind: 'found' } & AboutDossier)
  /** Nobody made it, or it was taken back. */
  | { kind: 'broken' }
  | { kind: 'erased' }
  /** Its network is. */
  | { kind: 'gone'; reference: string }

/** A receipt's link lives as long as the dossier; that of the status page can be taken back. */
export function linkedDossier(
  purpose: 'ontvangen' | 'status',
  target: LinkTarget | undefined,
  dossier: Dossier | undefined,
): LinkedDossier {
  if (!target) return { kind: 'broken' }
  if (!dossier) return { kind: 'erased' }
  if (purpose === 'status' && dossier.linkVersion !== target.version) return { kind: 'broken' }
  const service = serviceOf(dossier)
  return service ? { kind: 'found', dossier, service } : { kind: 'gone', reference: dossier.reference }
}

type LinkedDraft =
  | { kind: 'found'; draft: Draft; service: Service }
  | { kind: 'broken' }
  | { kind: 'expired' }
  /** Its form is. */
  | { kind: 'gone' }
  /** Another link was mailed since. */
  | { kind: 'newer'; service: Service }
  | { kind: 'sent'; service: Service; reference: string }

export function linkedDraft(target: LinkTarget | undefined, draft: Draft | SentDraft | undefined): LinkedDraft {
  if (!target) return { kind: 'broken' }
  if (!draft) return { kind: 'expired' }
  const service = findService(draft.network, draft.form)
  if (!service) return { kind: 'gone' }
  if (draft.linkVersion !== target.version) return { kind: 'newer', service }
  return 'sent' in draft ? { kind: 'sent', service, reference: draft.sent } : { kind: 'found', draft, service }
}
