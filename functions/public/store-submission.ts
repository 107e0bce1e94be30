/** Seals and stores what was decided. */
import type { SubmitInput } from '../../forms/kit/lifecycle/submit.ts'
import { submit } from '../../forms/kit/lifecycle/submit.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { newId } from '../shared/new-id.ts'
import { addressHmac } from '../shared/secrets.ts'
import type { NewDossier, Origin } from '../shared/store/dossiers.ts'
import type { PublicDeps } from './deps.ts'

type Input = Omit<SubmitInput, 'reference' | 'origin'> & { origin: Origin }

/** The new reference, or undefined when this form was sent already or changed since it was read. */
export async function storeSubmission(deps: PublicDeps, { origin, ...input }: Input): Promise<string | undefined> {
  const { network, form } = input.service
  const reference = makeReference(form.prefix, deps.random(10))
  const { dossier, email, mails, listed } = submit({
    ...input,
    reference,
    origin: origin.id,
  })
  const { mailedDraft, audit } = network.bewaartermijnen
  const dossierToStore: NewDossier = {
    origin,
    dossier: {
      ...dossier,
      listed: await deps.seal(network.slug, reference, listed),
      ...(email ? { applicant: addressHmac((await deps.secrets()).addressKey, email) } : {}),
    },
    sealed: await deps.seal(network.slug, reference, input.answers),
    email,
    mails,
    auditId: newId(deps),
    now: input.now,
    receiptDays: mailedDraft,
    auditDays: audit,
  }
  try {
    return (await deps.dossiers.submit(dossierToStore)) === 'stored' ? reference : undefined
  } catch (error) {
    // Perhaps only the answer got lost: then the tombstone is there, and so is the receipt.
    const left = await deps.drafts.read(origin.id, input.now).catch(() => undefined)
    if (left && 'sent' in left) return left.sent
    throw error
  }
}
