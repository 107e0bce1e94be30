/** A request that somebody of a network takes in: what was decided, sealed to the key of whoever will read it. */
import type { Service } from '../../forms/kit/form.ts'
import type { Submission } from '../../forms/kit/lifecycle/submit.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { newId } from '../shared/new-id.ts'
import type { FiledDossier } from '../shared/store/dossiers.ts'
import type { WorkspaceDeps } from './deps.ts'

interface Input {
  service: Service
  submission: Submission
  answers: Answers
  /** HMAC of the applicant's address. */
  applicant?: string | undefined
  audit: FiledDossier['audit']
  now: Date
}

export async function takeIn(
  deps: Pick<WorkspaceDeps, 'seal' | 'random'>,
  { service: { network }, submission, answers, applicant, audit, now }: Input,
): Promise<FiledDossier> {
  const { dossier, email, mails, listed } = submission
  const { reference } = dossier
  return {
    dossier: {
      ...dossier,
      listed: await deps.seal(network.slug, reference, listed),
      ...(email && applicant ? { applicant } : {}),
    },
    sealed: await deps.seal(network.slug, reference, answers),
    email,
    mails,
    audit,
    auditId: newId(deps),
    now,
    auditDays: network.bewaartermijnen.audit,
  }
}
