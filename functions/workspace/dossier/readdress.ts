/**
 * Corrects the applicant's address everywhere at once: the dossier's own, where they sit at its table, and the link of what waits.
 * One mail goes to the new address; what did not reach the old one waits for nobody any more.
 */

import { answersEnd } from '../../../forms/kit/lifecycle/ends.ts'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { readdressed } from '../../../forms/kit/lifecycle/readdressed.ts'
import { maskedEmail } from '../../../forms/kit/masked.ts'
import type { NetworkDays } from '../../../forms/kit/network-days.ts'
import type { Act } from '../../../forms/kit/overleg/decision.ts'
import { sealable } from '../../../forms/kit/overleg/details.ts'
import { readdressAtTable } from '../../../forms/kit/overleg/readdress.ts'
import { mailSubjectOf } from '../../../forms/kit/overleg/rounds.ts'
import { declinedIn } from '../../../forms/kit/overleg/said.ts'
import { planAtTable } from '../../shared/plan-along.ts'
import { addressHmac } from '../../shared/secrets.ts'
import type { MailAct } from '../../shared/store/dossier-mails.ts'
import { waitsForUndo } from '../../shared/store/mail-plan.ts'
import { isMissed, type OutboxItem } from '../../shared/store/outbox-item.ts'
import { sealedFor } from '../../shared/store/overlegs.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { openOverleg } from '../overleg/open.ts'
import type { OpenFile } from './access.ts'

/** `told`: they are mailed about the table already. */
export async function readdress(
  deps: WorkspaceDeps,
  found: OpenFile,
  email: string,
  { days, ...act }: MailAct & { days: NetworkDays },
  told = false,
): Promise<'stored' | 'changed'> {
  const { service, file } = found
  const { dossier: before } = file
  const [from, log, { addressKey }] = await Promise.all([
    deps.addresses.read(before.reference, act.now),
    deps.dossierMails.list(before.reference, act.now),
    deps.secrets(),
  ])
  const hmacOf = (address: string) => addressHmac(addressKey, address)
  const table =
    from === undefined ? undefined : await tableWith(deps, found, { from, to: email, by: act.who, now: act.now, days })
  const about = { hmacOf, now: act.now, ttl: answersEnd(service, before) }
  const { overleg, reachedAt = [] } = table?.decided ?? {}
  if (overleg && (await deps.overlegs.putAddresses(overleg, reachedAt, about)) === 'changed') return 'changed'
  const { dossier: after, mails } = readdressed(service, before, {
    ...{ applicant: hmacOf(email), masked: maskedEmail(email) },
    missed: missedBy(log).map(({ notification }) => notification),
    table: table?.decided,
    told: told || table?.decided.told === true || table?.tells === true,
  })
  const correction = { before, after, email, mails, log, along: table?.writes ?? [], ...act }
  const stored = await deps.addresses.correct(correction).catch(async (error) => {
    if (overleg) await deps.overlegs.dropAddresses(overleg, reachedAt)
    throw error
  })
  if (stored === 'changed') {
    if (overleg) await deps.overlegs.dropAddresses(overleg, reachedAt)
    return 'changed'
  }
  await deps.dossierMails.replaced(log.filter(isTheirs), act)
  for (const subject of table?.subjects ?? [])
    await deps.dossierMails.replaced(await deps.dossierMails.list(subject, act.now), act)
  return 'stored'
}

/** What a first press had no time for: mails along a link of before. */
export async function finishReaddress(
  deps: WorkspaceDeps,
  { file: { dossier } }: OpenFile,
  act: MailAct,
): Promise<void> {
  const log = await deps.dossierMails.list(dossier.reference, act.now)
  const old = ({ notification }: OutboxItem) =>
    'linkVersion' in notification && notification.linkVersion < dossier.linkVersion
  await deps.dossierMails.replaced(
    log.filter((mail) => isTheirs(mail) && old(mail)),
    act,
  )
}

const isTheirs = ({ notification }: OutboxItem): boolean => notification.to === 'aanvrager'

/** The newest first: what waits until its move cannot be taken back, then what came back. */
const missedBy = (log: readonly OutboxItem[]): OutboxItem[] => {
  const theirs = log.filter(isTheirs).reverse()
  const waits = (mail: OutboxItem) => waitsForUndo(mail) && mail.status === 'wacht' && !mail.cancelled
  return [...theirs.filter(waits), ...theirs.filter(isMissed)]
}

interface Moving extends Act {
  from: string
  to: string
}

/** The last table, where they sit with the old address: what is decided and written of it, and the subjects of their mails before. */
async function tableWith(deps: WorkspaceDeps, found: OpenFile, moving: Moving) {
  const { service, file } = found
  const { dossier } = file
  const ended = stateOf(service.form.lifecycle, dossier.state).closed
  const open = dossier.overleg && !ended ? await openOverleg(deps, found) : undefined
  if (!open || open.overleg.revision === 0) return undefined
  const { overleg: before, details, said, reach } = open
  const addresses = new Map([...reach].map(([id, { email }]) => [id, email]))
  const decided = readdressAtTable({ overleg: before, details, addresses, declined: declinedIn(said) }, moving)
  if (!decided) return undefined
  const { overleg, mails, participants } = decided
  const { now, days } = moving
  const ttl = answersEnd(service, dossier)
  const sealed = await deps.seal(overleg.network, sealedFor(overleg), sealable(details))
  const plan = await planAtTable(deps, dossier, { before, after: overleg, now, days, ttl })
  return {
    decided,
    tells: plan.tells,
    writes: [...deps.overlegs.writesOf({ before: before.revision, overleg, sealed, mails, now, ttl }), ...plan.writes],
    subjects: participants.map((id) => mailSubjectOf(before, id, before.participants[id]?.linkVersion ?? 0)),
  }
}
