/** Writes what a move of a dossier does to its open overleg (forms/kit/overleg/along.ts), in the transaction of that move. */
import type { Service } from '../../forms/kit/form.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import type { NetworkDays } from '../../forms/kit/network-days.ts'
import { follow, overlegFollows } from '../../forms/kit/overleg/along.ts'
import { withoutNow } from '../../forms/kit/post/mail.ts'
import type { Along, Moved } from './along.ts'
import { newId } from './new-id.ts'
import type { Overlegs } from './store/overlegs.ts'

export interface AlongDeps {
  overlegs: Pick<Overlegs, 'read' | 'writesOf' | 'auditOf'>
  random: (bytes: number) => Uint8Array
}

export interface Moving {
  service: Service
  before: Dossier
  decision: Moved
  /** Id of the person of the network who makes the move. */
  by: string
  now: Date
  days: NetworkDays
  /** What leaves at once left before: only what is planned counts. */
  quiet?: true
}

/** One read where an overleg is open and the move concerns it; else none. */
export async function overlegAlong(
  deps: AlongDeps,
  { service, before, decision, by, now, days, quiet }: Moving,
): Promise<Along> {
  const { overleg: mark, reference } = before
  const none = { decision, writes: [] }
  if (!mark || !overlegFollows(service, before, decision.dossier)) return none
  const kept = await deps.overlegs.read(reference, mark.number, now)
  const followed = kept && follow(service, kept.overleg, decision, { by, now, days })
  if (!kept?.sealed || !followed) return none
  const { overleg, what } = followed
  const mails = quiet ? withoutNow(followed.mails) : followed.mails
  const ttl = decision.answersTtl ?? followed.decision.dossier.ttl
  const toStore = { before: kept.overleg.revision, overleg, sealed: kept.sealed, mails, now, ttl }
  const audited = { auditId: newId(deps), now, auditDays: service.network.retention.audit }
  return {
    decision: followed.decision,
    writes: [
      ...deps.overlegs.writesOf(toStore),
      ...(what ? [deps.overlegs.auditOf(reference, audited, { who: by, what })] : []),
    ],
  }
}
