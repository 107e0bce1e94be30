/** What is kept of one person at the table of an overleg: opened, and taken along (docs/overleg.md §8). */

import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { type Details, fullNameOf } from '../../../forms/kit/overleg/details.ts'
import type { Overleg, Participant } from '../../../forms/kit/overleg/overleg.ts'
import { ownWordsSealedFor } from '../../../forms/kit/overleg/own-words.ts'
import { type Said, saidBy } from '../../../forms/kit/overleg/said.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import type { FoundSeat } from '../../shared/store/find-person.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { subjectsOfSeat } from '../../shared/store/table-items.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { findInNetwork, type OpenFile } from '../dossier/access.ts'
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

export type SeatDeps = Pick<
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
export async function keptSeat(deps: SeatDeps, network: Network, seat: FoundSeat): Promise<KeptSeat | undefined> {
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
