/** Stores what was decided about an overleg, with the move of the dossier that goes with it: all of it, or nothing. */
import type { AtWork } from '../../../forms/kit/absence.ts'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Command } from '../../../forms/kit/lifecycle/asks.ts'
import { answersEnd } from '../../../forms/kit/lifecycle/ends.ts'
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import { mended, participantMark } from '../../../forms/kit/lifecycle/not-reached.ts'
import { daysOf } from '../../../forms/kit/network-days.ts'
import type { Decided } from '../../../forms/kit/overleg/decision.ts'
import { sealable } from '../../../forms/kit/overleg/details.ts'
import { ofDossier } from '../../../forms/kit/overleg/of-dossier.ts'
import { clients, seated } from '../../../forms/kit/overleg/overleg.ts'
import { mailSubjectOf } from '../../../forms/kit/overleg/rounds.ts'
import { saidBy } from '../../../forms/kit/overleg/said.ts'
import { moveToStore } from '../../shared/make-move.ts'
import { newId } from '../../shared/new-id.ts'
import { planAtTable } from '../../shared/plan-along.ts'
import { addressHmac } from '../../shared/secrets.ts'
import type { MoveToStore } from '../../shared/store/dossiers.ts'
import { sealedFor } from '../../shared/store/overlegs.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { OpenOverleg } from './open.ts'

interface Making {
  /** As the decision was made on. */
  found: OpenOverleg
  content: NetworkContent
  decided: Decided
  person: AtWork
  now: Date
  /** What the dossier's move asks beside it, and the typed reason, sealed. */
  answers?: Pick<Command, 'date' | 'explained'>
  note?: MoveToStore['note']
}

type Deps = Pick<
  WorkspaceDeps,
  'dossierMails' | 'overlegs' | 'actionPlans' | 'dossiers' | 'seal' | 'secrets' | 'random'
>

/** `changed`: somebody was first, and nothing is stored; `refused`: the dossier is where this cannot be. */
export type StoredDecision = 'stored' | 'changed' | 'full' | 'refused'

export async function storeDecision(deps: Deps, making: Making): Promise<StoredDecision> {
  const { found, content, decided, person, now, answers, note } = making
  const { service, file } = found
  const { dossier } = file
  const doer = doneBy(person, dossier)
  const { overleg, details, mails, what, reachedAt = [], forgets } = decided
  const ttl = answersEnd(service, dossier)
  const made = ofDossier(decided, { service, content, dossier, by: person, now, ...(answers ? { answers } : {}) })
  if (made?.decision.kind === 'refused') return 'refused'
  const { addressKey } = await deps.secrets()
  const sealed = await deps.seal(overleg.network, sealedFor(overleg), sealable(details))
  const hmacOf = (email: string) => addressHmac(addressKey, email)
  const put = await deps.overlegs.putAddresses(overleg, reachedAt, { hmacOf, now, ttl })
  if (put === 'changed') return 'changed'
  const stored = await write().catch(async (error) => {
    await deps.overlegs.dropAddresses(overleg, reachedAt)
    throw error
  })
  if (stored !== 'stored') await deps.overlegs.dropAddresses(overleg, reachedAt)
  else await replaceMissed(deps, making)
  return stored

  async function write(): Promise<StoredDecision> {
    const saidAs = decided.move === 'fix' ? vetoesOf(found) : []
    const toStore = { before: overlegBefore(found), overleg, sealed, mails, now, ttl, saidAs }
    const ofPlan =
      forgets !== undefined || changesTable(found, overleg)
        ? (
            await planAtTable(deps, dossier, {
              before: found.overleg,
              after: overleg,
              forgets,
              now,
              days: daysOf(service.network, content),
              ttl,
            })
          ).writes
        : []
    const gone = marksMended(found, overleg)
    if (!made || made.decision.kind === 'refused') {
      const audited = { auditId: newId(deps), now, auditDays: service.network.retention.audit }
      return deps.overlegs.store({ ...toStore, mends: gone }, audited, { ...doer, what }, ofPlan)
    }
    const audit = { ...doer, what: made.action }
    const decision = { ...made.decision, dossier: mended(made.decision.dossier, gone) }
    const about = { service, before: dossier, decision, audit, now, ...(note ? { note } : {}) }
    const moved = await deps.dossiers.move(moveToStore(deps, about), [...deps.overlegs.writesOf(toStore), ...ofPlan])
    return moved === 'moved' ? 'stored' : moved
  }
}

/** Marked participants who are reached elsewhere from now on, or who left. */
const marksMended = ({ file: { dossier }, overleg: before }: OpenOverleg, after: Decided['overleg']): string[] =>
  relinked(before, after)
    .map(({ id }) => participantMark(id))
    .filter((mark) => dossier.notReached?.includes(mark))

/** Whose link of before opens nothing any more. */
const relinked = (before: Decided['overleg'], after: Decided['overleg']) =>
  seated(before).filter(({ id, linkVersion }) => after.participants[id]?.linkVersion !== linkVersion)

/** What went along a link that opens nothing any more, and did not arrive, waits for nobody. */
async function replaceMissed({ dossierMails }: Deps, { found, decided, person, now }: Making): Promise<void> {
  const { overleg: before, file } = found
  const { reference, overleg: last } = file.dossier
  // Of a table that is made from the last one, their mails went along that one.
  const sent = { reference, number: before.revision === 0 ? (last?.number ?? before.number) : before.number }
  for (const { id, linkVersion } of relinked(before, decided.overleg)) {
    const mails = await dossierMails.list(mailSubjectOf(sent, id, linkVersion), now)
    await dossierMails.replaced(mails, { who: person.id, now })
  }
}

/** Clients whose answers are looked at when a moment is fixed: a family is not larger, and no write grows with the table. */
const mostVetoes = 8

/** What clients said of the moments, which holds until one is fixed (docs/overleg.md §3). */
const vetoesOf = ({ overleg, said }: OpenOverleg) =>
  clients(overleg)
    .slice(0, mostVetoes)
    .map(({ id }) => saidBy(said, id))

/** Who sits there, or along which link they are reached, is other than it was; or it is the next table, of the same people. */
const changesTable = ({ overleg: before }: OpenOverleg, after: Decided['overleg']): boolean =>
  before.revision === 0 || JSON.stringify(linksOf(before)) !== JSON.stringify(linksOf(after))

const linksOf = (overleg: Decided['overleg']) =>
  seated(overleg).map(({ id, linkVersion, renamed, bereik }) => [id, linkVersion, renamed, bereik])

/** The revision that is stored; 0 for one that is not. */
const overlegBefore = ({ overleg }: OpenOverleg): number => overleg.revision
