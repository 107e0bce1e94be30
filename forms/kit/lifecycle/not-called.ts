/** A call that was noted and was none after all: what was to be called the same day is to be called again (docs/domain.md §5). */
import type { Service } from '../form.ts'
import type { NetworkDays } from '../network-days.ts'
import { planAnew } from '../post/mail.ts'
import { plan } from './by-itself.ts'
import { type Dossier, lived } from './dossier.ts'
import { stateOf } from './lifecycle.ts'
import type { Decision } from './move.ts'

/** `callBy`: the day by which it was to be, Brussels date. Undefined where it is not for the whole team any more, or waits already. */
export function notCalled(
  service: Service,
  days: NetworkDays,
  before: Dossier,
  callBy: string,
  now: Date,
): Extract<Decision, { kind: 'moved' }> | undefined {
  if (before.callBy !== undefined || !stateOf(service.form.lifecycle, before.state).onAgenda) return undefined
  const dossier = lived({ ...before, callBy }, now)
  return { kind: 'moved', dossier, mails: planAnew(plan(service, days, dossier, now)) }
}
