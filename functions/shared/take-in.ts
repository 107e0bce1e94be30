/** Takes a request in, whoever brings it: what was decided, sealed to the key of whoever will read it. */
import { countsOf } from '../../forms/kit/figures/tally.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Submission } from '../../forms/kit/lifecycle/submit.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { newId } from './new-id.ts'
import type { Seal } from './seal.ts'
import type { Taken } from './store/dossier-item.ts'

interface Deps {
  seal: Seal
  random: (bytes: number) => Uint8Array
}

interface Input {
  service: Service
  submission: Submission
  answers: Answers
  /** HMAC of the applicant's address. */
  applicant: string | undefined
  now: Date
}

export async function takeIn(deps: Deps, input: Input): Promise<Taken> {
  const { submission, answers, applicant, now } = input
  const { slug, retention } = input.service.network
  const { dossier, email, mails, listed } = submission
  const { reference } = dossier
  return {
    dossier: {
      ...dossier,
      listed: await deps.seal(slug, reference, listed),
      ...(email && applicant ? { applicant } : {}),
    },
    sealed: await deps.seal(slug, reference, answers),
    email,
    mails,
    counts: countsOf(input.service, undefined, dossier, now),
    auditId: newId(deps),
    now,
    auditDays: retention.audit,
  }
}
