/** Mail to who calls the service that a dossier was referred to. */
import type { Mail } from '../post/mail.ts'
import type { Dossier } from './dossier.ts'
import { dueCall } from './service-call.ts'
import { aboutOf } from './to-applicant.ts'

/** Who calls hears it, unless it is their own doing. */
export function toCaller(dossier: Dossier, by: string): Mail[] {
  const who = dueCall(dossier.referral)?.who
  if (who === undefined || who === by) return []
  const about = { ...aboutOf(dossier), why: 'bel-dienst' } as const
  return [
    {
      mailId: `taak-${who}-${dossier.revision}`,
      notification: { kind: 'taak', to: 'medewerker', person: who, ...about },
    },
  ]
}
