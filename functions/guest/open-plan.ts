/** Who opens a link to a plan, and what they may see: their part of what was agreed last, by the table that holds now. */
import { findNetwork } from '../../forms/index.ts'
import type { Network } from '../../forms/kit/network.ts'
import { noDetails, readDetails } from '../../forms/kit/overleg/details.ts'
import type { Overleg, Seated } from '../../forms/kit/overleg/overleg.ts'
import { readParticipantId } from '../../forms/kit/overleg/rounds.ts'
import { type ActionPlan, versionBefore } from '../../forms/kit/plan/action-plan.ts'
import type { OpenVersion, PlanGuestNow } from '../../forms/kit/plan/guest-plan.ts'
import { planSaidOf } from '../../forms/kit/plan/plan-said.ts'
import { planSealedFor, readPlanTexts } from '../../forms/kit/plan/plan-texts.ts'
import { planGuestOf, runningOf } from '../../forms/kit/plan/who-sees.ts'
import { readLinkToken } from '../shared/links.ts'
import type { KeptPlan } from '../shared/store/action-plans.ts'
import { type KeptOverleg, sealedFor } from '../shared/store/overlegs.ts'
import type { GuestDeps } from './deps.ts'
import type { OpenGuest } from './open.ts'

export interface LinkedPlan {
  kind: 'found'
  kept: KeptPlan
  table: KeptOverleg
  network: Network
  who: Seated
}

export type ShutPlan =
  /** It opens nothing, whatever the reason; with the network where the link was one of ours. */
  | { kind: 'dead'; network?: Network | undefined }
  /** `on`: Brussels date. */
  | { kind: 'erased'; on: string; network?: Network | undefined }

/** A guest at the page of their plan. */
export interface OpenPlanGuest extends PlanGuestNow, Pick<OpenGuest, 'network' | 'content'> {}

/** The number in the link is that of the overleg where they were told of it; the table that holds may be another by now. */
export async function findPlanGuest(
  deps: Pick<GuestDeps, 'secrets' | 'actionPlans' | 'overlegs' | 'now'>,
  token: string,
): Promise<LinkedPlan | ShutPlan> {
  const target = readLinkToken((await deps.secrets()).linkKeys, 'plan', token)
  const named = target && readParticipantId(target.id)
  if (!target || !named) return { kind: 'dead' }
  const { reference, id } = named
  const kept = await deps.actionPlans.readFor(reference, id, deps.now())
  if (!kept) {
    const erased = await deps.actionPlans.erasedOn(reference, deps.now())
    return erased ? { kind: 'erased', on: erased.on, network: findNetwork(erased.network) } : { kind: 'dead' }
  }
  const { plan } = kept
  const network = findNetwork(plan.network)
  const table = await deps.overlegs.readFor(reference, plan.overleg, id, deps.now())
  const who = table && planGuestOf(table.overleg, id, target.version)
  // As long as nothing was agreed nobody was told of it.
  return table && network && who && plan.running
    ? { kind: 'found', kept, table, network, who }
    : { kind: 'dead', network }
}

export async function openPlanGuest(
  { actionPlans, unseal, contents, now }: Pick<GuestDeps, 'actionPlans' | 'unseal' | 'contents' | 'now'>,
  { kept: { plan, said, ttl }, table: { overleg, sealed }, network, who }: LinkedPlan,
): Promise<OpenPlanGuest> {
  const versionOf = async (number: string | undefined): Promise<OpenVersion | undefined> => {
    if (number === undefined) return undefined
    const found = await actionPlans.version(plan.reference, number, now())
    // A version ends with its plan.
    if (!found) throw new Error('A version of a plan is not there')
    return { version: found.version, texts: readPlanTexts(await unseal(planSealedFor(plan, number), found.sealed)) }
  }
  const number = runningOf(plan)?.number
  const [content, details, running, before] = await Promise.all([
    contents.of(network),
    sealed === undefined ? noDetails : unseal(sealedFor(overleg), sealed).then(readDetails),
    versionOf(number),
    versionOf(number && versionBefore(number)),
  ])
  const table = ledBy(overleg, plan)
  return { plan, running, before, overleg: table, details, who, said: planSaidOf(said, who.id), ttl, network, content }
}

/** Of an overleg that was held nobody keeps up who leads it. */
function ledBy({ holder: _, ...overleg }: Overleg, { holder }: ActionPlan): Overleg {
  return { ...overleg, ...(holder === undefined ? {} : { holder }) }
}
