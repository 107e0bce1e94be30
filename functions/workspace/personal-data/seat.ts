/** What is kept of one person at the table of an overleg: opened, taken along, and forgotten (docs/overleg.md §8). */

import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import { answersEnd } from '../../../forms/kit/lifecycle/ends.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { type Details, fullNameOf, sealable } from '../../../forms/kit/overleg/details.ts'
import { forget } from '../../../forms/kit/overleg/forget.ts'
import type { Overleg, Participant } from '../../../forms/kit/overleg/overleg.ts'
import { ownWordsSealedFor } from '../../../forms/kit/overleg/own-words.ts'
import { type Said, saidBy } from '../../../forms/kit/overleg/said.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import { newId } from '../../shared/new-id.ts'
import { planForgets } from '../../shared/plan-along.ts'
import type { FoundSeat } from '../../shared/store/find-person.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { sealedFor } from '../../shared/store/overlegs.ts'
import { createPersonalData, type Erasure } from '../../shared/store/personal-data.ts'
import { subjectsOfSeat } from '../../shared/store/table-items.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { findInNetwork, type OpenFile } from '../dossier/access.ts'
import { storeDecision } from '../overleg/store-decision.ts'
import { seatInWords } from '../overleg/words.ts'
import { mailLine } from './kept.ts'
import { openKept, saidInWords } from './kept-overleg.ts'
import { exportOfSeatInPlan, type SeatInPlan, seatInPlan } from './kept-plan.ts'

export interface KeptSeat {
  seat: FoundSeat
  found: OpenFile
  overleg: Overleg
  details: Details
  participant: Participant
  said: Said
  /** What they typed, opened; absent when they typed nothing. */
  typed?: Answers
  /** What the plan of the dossier holds of them; absent where there is none. */
  ofPlan?: SeatInPlan
  /** Where their mail went, along every version of their link. */
  addresses: readonly string[]
  mails: readonly OutboxItem[]
}

type Deps = Pick<
  WorkspaceDeps,
  | 'dossierFiles'
  | 'overlegs'
  | 'actionPlans'
  | 'dossiers'
  | 'dossierMails'
  | 'addresses'
  | 'open'
  | 'seal'
  | 'unseal'
  | 'secrets'
  | 'random'
  | 'now'
>

/** Undefined when it never was, is erased, or is another network's. */
export async function keptSeat(deps: Deps, network: Network, seat: FoundSeat): Promise<KeptSeat | undefined> {
  const { reference, number, id } = seat
  const at = deps.now()
  const found = await findInNetwork(deps.dossierFiles, network, reference, at)
  const kept = found && (await deps.overlegs.read(reference, number, at))
  const participant = kept?.overleg.participants[id]
  if (!found || !kept || !participant) return undefined
  const subjects = subjectsOfSeat(seat, id, participant.linkVersion)
  const [{ overleg, details, said }, plan, addresses, mails] = await Promise.all([
    openKept(deps, kept),
    found.file.dossier.actionPlan && deps.actionPlans.readFor(reference, id, at),
    Promise.all(subjects.map((subject) => deps.addresses.read(subject, at))),
    Promise.all(subjects.map((subject) => deps.dossierMails.list(subject, at))),
  ])
  const own = saidBy(said, id)
  const typed = own.sealed === undefined ? undefined : await deps.unseal(ownWordsSealedFor(seat, id), own.sealed)
  return {
    ...{ seat, found, overleg, details, participant, said: own },
    ...(typed ? { typed } : {}),
    ...(plan ? { ofPlan: seatInPlan(plan, id) } : {}),
    addresses: [...new Set(addresses.flatMap((address) => address ?? []))],
    mails: mails.flat(),
  }
}

/** As the person gets it: nothing of anybody else at the table, nor of the client. */
export function exportOfSeat(kept: KeptSeat, content: NetworkContent, now: Date) {
  const { seat, overleg, details, participant, said, typed, ofPlan, addresses, mails } = kept
  return {
    referentie: seat.reference,
    overleg: seat.number,
    rol: seatInWords[participant.wie],
    naam: fullNameOf(details, seat.id),
    telefoon: details.names[seat.id]?.telefoon ?? '',
    adressen: addresses,
    bereik: participant.bereik ?? null,
    beroepsgeheim: participant.beroepsgeheim,
    nietMeerAanTafel: participant.leftAt ?? null,
    antwoorden: saidInWords(overleg, said),
    ingevuld: typed ?? null,
    aanwezig: overleg.present?.[seat.id] ?? null,
    ...(ofPlan ? { plan: exportOfSeatInPlan(ofPlan) } : {}),
    mails: mails.map((mail) => mailLine(mail, content, now)),
  }
}

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
export async function forgetSeat(deps: Deps, forgetting: Forgetting): Promise<Forgotten> {
  const { about } = forgetting
  for (const seat of await alsoSeatedAt(deps, forgetting)) {
    const auditId = `${about.auditId}-${seat.number}`
    if ((await forgetOne(deps, { ...forgetting, seat, about: { ...about, auditId } })) === 'changed') return 'changed'
  }
  return forgetOne(deps, forgetting)
}

/** Their seats in other overlegs of the dossier: the same seat, under the same name. */
async function alsoSeatedAt(deps: Deps, { network, seat }: Forgetting): Promise<FoundSeat[]> {
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
async function forgetOne(deps: Deps, { network, content, person, seat, about }: Forgetting): Promise<Forgotten> {
  const kept = await keptSeat(deps, network, seat)
  if (!kept) return 'gone'
  const { found, overleg, details, said } = kept
  const { now } = about
  const current = { overleg, details, said: new Map([[seat.id, said]]) }
  const decided = forget(current, seat.id, { by: person.id, now })
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
  deps: Deps,
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
