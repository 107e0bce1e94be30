/** When what is kept ends, in epoch seconds (docs/domain.md §7). */
import type { Service } from '../form.ts'
import { addSeconds, epochSeconds, secondsPerDay } from '../time.ts'
import type { Dossier } from './dossier.ts'
import { stateOf } from './lifecycle.ts'

export const inDays = (now: Date, days: number): number => epochSeconds(addSeconds(now, days * secondsPerDay))

/** What people typed of a dossier: before the dossier itself where the client stopped; undefined while it is open. */
export const answersEnd = (
  { form, network }: Service,
  { state, stateSince, ttl }: Pick<Dossier, 'state' | 'stateSince' | 'ttl'>,
): number | undefined =>
  stateOf(form.lifecycle, state).withdrawn ? inDays(new Date(stateSince), network.retention.withdrawnAnswers) : ttl
