/**
 * Gives the open dossiers of somebody who falls ill to somebody else, or back to the list. Each is a move of its own
 * form, found by what it does and never by its name; what cannot be moved stays where it is, and is told.
 */
import { serviceOf } from '../../../forms/index.ts'
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Command } from '../../../forms/kit/lifecycle/asks.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { movesFor } from '../../../forms/kit/lifecycle/move.ts'
import { inHandsOf } from '../../../forms/kit/lifecycle/service-call.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { newId } from '../../shared/new-id.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { openServices, ownServiceAmong } from '../dossier/own-service.ts'
import { makeExplainedMove } from '../make-explained-move.ts'

/**
 * `weg`: not this person's any more; `niet-nu`: its state does not allow it; `dienst`: the receiver works for a service
 * that is involved, which asks a second thought per dossier; `vol`: no room for the reason.
 */
export const stayReasons = ['weg', 'niet-nu', 'dienst', 'vol'] as const
export type StayReason = (typeof stayReasons)[number]

export interface HandOver {
  network: Network
  content: NetworkContent
  by: Person
  /** Names the session in an audit line. */
  session: string
  /** Id of who holds them now. */
  from: string
  references: readonly string[]
  /** Back to the list when absent. */
  to?: Person | undefined
  /** Typed; kept with every dossier that goes, also where the move does not ask why. */
  reason?: string | undefined
}

export interface HandOverReport {
  moved: string[]
  stayed: { reference: string; reason: StayReason }[]
}

type Deps = Pick<
  WorkspaceDeps,
  'queue' | 'dossiers' | 'overlegs' | 'actionPlans' | 'dossierFiles' | 'seal' | 'unseal' | 'now' | 'random'
>

/** Everything somebody holds that still asks something, soonest first. */
export async function dossiersHeldBy(
  { queue, now }: Pick<Deps, 'queue' | 'now'>,
  network: string,
  person: string,
): Promise<Dossier[]> {
  const dossiers: Dossier[] = []
  let after: string | undefined
  do {
    const select = { of: 'holder', people: [person] } as const
    const page = await queue.list({ network, select, limit: 100, now: now(), after })
    dossiers.push(...page.dossiers)
    after = page.next
  } while (after !== undefined)
  return dossiers
}

/** The move of this form that hands a dossier over, or gives it back. */
export const handOverMove = (
  service: Service,
  dossier: Dossier,
  by: Person,
  to: 'somebody' | 'list',
): Move | undefined =>
  movesFor(service, dossier, by).find(({ asks, givesBack }) =>
    to === 'list' ? givesBack === true : asks?.includes('persoon') === true,
  )

export async function handOver(deps: Deps, wish: HandOver): Promise<HandOverReport> {
  const done: HandOverReport = { moved: [], stayed: [] }
  // One after the other: the same few people hear of all of them, and a transaction each is quick.
  const id = newId(deps)
  for (const reference of wish.references) {
    const handedOver = { id, references: [...done.moved] }
    const outcome = await lookAgain(() => handOverOne(deps, wish, reference, handedOver))
    if (outcome === 'moved') done.moved.push(reference)
    else done.stayed.push({ reference, reason: outcome })
  }
  return done
}

/** Why it stays where it is, when it does; undefined when somebody else changed it meanwhile. */
async function handOverOne(
  deps: Deps,
  wish: HandOver,
  reference: string,
  handedOver: Command['handedOver'],
): Promise<StayReason | 'moved' | undefined> {
  const { network, content, by, from, to, reason } = wish
  const file = await deps.dossierFiles.read(reference, deps.now())
  const service = file && serviceOf(file.dossier)
  if (!file || service?.network.slug !== network.slug || inHandsOf(file.dossier) !== from) return 'weg'
  const { dossier, sealed } = file
  const move = handOverMove(service, dossier, by, to ? 'somebody' : 'list')
  if (!move) return 'niet-nu'
  if (to && sealed) {
    // The answers are read to compare, so that is noted like any other view.
    await deps.dossierFiles.noteConsultation({
      ...{ reference, ...doneBy(by, dossier), session: wish.session, auditId: newId(deps), now: deps.now() },
      auditDays: network.retention.audit,
    })
    if (ownServiceAmong(to, await openServices(deps, service, { reference, sealed }), content)) return 'dienst'
  }
  const { action } = move
  const command = { action, by, person: to?.id, handedOver }
  const made = await makeExplainedMove(deps, { service, content, dossier, command, reason })
  switch (made.kind) {
    case 'moved':
      return 'moved'
    case 'changed':
      return undefined
    case 'refused':
      return 'niet-nu'
    case 'full':
      return 'vol'
  }
}
