/** Somebody at the table of an overleg is forgotten: at every table of its dossier, and in its plan (docs/overleg.md §8). */
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import { answersEnd } from '../../../forms/kit/lifecycle/ends.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { daysOf } from '../../../forms/kit/network-days.ts'
import { fullNameOf, sealable } from '../../../forms/kit/overleg/details.ts'
import { forget } from '../../../forms/kit/overleg/forget.ts'
import { newId } from '../../shared/new-id.ts'
import { planForgets } from '../../shared/plan-along.ts'
import type { FoundSeat } from '../../shared/store/find-person.ts'
import { sealedFor } from '../../shared/store/overlegs.ts'
import { createPersonalData, type Erasure } from '../../shared/store/personal-data.ts'
import type { OpenFile } from '../dossier/access.ts'
import { storeDecision } from '../overleg/store-decision.ts'
import { openKept } from './kept-overleg.ts'
import { keptSeat, type SeatDeps } from './seat.ts'

interface Forgetting {
  network: Network
  content: NetworkContent
  person: Person
  seat: FoundSeat
  about: Erasure
}

type Forgotten = 'erased' | 'changed' | 'kept' | 'gone'

/**
 * Forgotten at every table of the dossier: who sat at the last one sits at the next one too, perhaps without the address they are
 * found by. The one that was found comes last, so that a second try finds the others again.
 */
export async function forgetSeat(deps: SeatDeps, forgetting: Forgetting): Promise<Forgotten> {
  const { about } = forgetting
  for (const seat of await alsoSeatedAt(deps, forgetting)) {
    const auditId = `${about.auditId}-${seat.number}`
    if ((await forgetOne(deps, { ...forgetting, seat, about: { ...about, auditId } })) === 'changed') return 'changed'
  }
  return forgetOne(deps, forgetting)
}

/** Their seats in other overlegs of the dossier: the same seat, under the same name. */
async function alsoSeatedAt(deps: SeatDeps, { network, seat }: Forgetting): Promise<FoundSeat[]> {
  const { reference, number, id } = seat
  const kept = await keptSeat(deps, network, seat)
  const name = kept && fullNameOf(kept.details, id)
  if (!name) return []
  const others = (await deps.overlegs.all(reference, deps.now())).filter(({ overleg }) => overleg.number !== number)
  const open = await Promise.all(
    others.filter(({ overleg }) => Object.hasOwn(overleg.participants, id)).map((one) => openKept(deps, one)),
  )
  return open
    .filter(({ details }) => fullNameOf(details, id) === name)
    .map(({ overleg }) => ({ reference, number: overleg.number, id }))
}

/**
 * They leave the table and their name is wiped, as one decision; then what they left is deleted, their address last. `changed`: somebody
 * was first, and nothing is done yet. `kept`: it is the client, whose data is the dossier.
 */
async function forgetOne(deps: SeatDeps, { network, content, person, seat, about }: Forgetting): Promise<Forgotten> {
  const kept = await keptSeat(deps, network, seat)
  if (!kept) return 'gone'
  const { found, overleg, details, said } = kept
  const { now } = about
  const current = { overleg, details, said: new Map([[seat.id, said]]) }
  const decided = forget(current, seat.id, { by: person.id, now, days: daysOf(network, content) })
  if (decided.kind === 'refused') return 'kept'
  if (decided.kind === 'decided') {
    const isLast = found.file.dossier.overleg?.number === overleg.number
    const stored = isLast
      ? await storeDecision(deps, { found: { ...found, ...current, reach: new Map() }, content, decided, person, now })
      : await storeEarlier(deps, { found, before: overleg.revision, decided, person, now })
    if (stored !== 'stored') return 'changed'
  }
  const linkVersion = decided.kind === 'decided' ? decided.overleg.participants[seat.id]?.linkVersion : undefined
  await deps.open(createPersonalData).eraseSeat(seat, linkVersion ?? kept.participant.linkVersion, about)
  return 'erased'
}

interface Earlier {
  found: OpenFile
  before: number
  decided: Extract<ReturnType<typeof forget>, { kind: 'decided' }>
  person: Person
  now: Date
}

/** Of one that is over and not the last: nothing of the dossier tells of it. */
async function storeEarlier(
  deps: SeatDeps,
  { found, before, decided, person, now }: Earlier,
): Promise<'stored' | 'changed'> {
  const { overleg, details, mails, what, forgets } = decided
  const { service, file } = found
  const ttl = answersEnd(service, file.dossier)
  const sealed = await deps.seal(overleg.network, sealedFor(overleg), sealable(details))
  const toStore = { before, overleg, sealed, mails, now, ttl }
  const audited = { auditId: newId(deps), now, auditDays: service.network.retention.audit }
  const ofPlan = forgets === undefined ? [] : await planForgets(deps, file.dossier, forgets, { now, ttl })
  return deps.overlegs.store(toStore, audited, { who: person.id, what }, ofPlan)
}
