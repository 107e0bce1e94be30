/** Who opens a link, and what they may see: one participant's part of one overleg, opened with the network's key. */
import { findNetwork } from '../../forms/index.ts'
import type { NetworkContent } from '../../forms/kit/content.ts'
import type { Network } from '../../forms/kit/network.ts'
import { noDetails, readDetails } from '../../forms/kit/overleg/details.ts'
import { type GuestNow, guestOf } from '../../forms/kit/overleg/guest.ts'
import type { Seated } from '../../forms/kit/overleg/overleg.ts'
import { noOwnWords, ownWordsSealedFor, readOwnWords } from '../../forms/kit/overleg/own-words.ts'
import { readParticipantId } from '../../forms/kit/overleg/rounds.ts'
import { saidBy } from '../../forms/kit/overleg/said.ts'
import { readLinkToken } from '../shared/links.ts'
import { type KeptOverleg, sealedFor } from '../shared/store/overlegs.ts'
import type { GuestDeps } from './deps.ts'

interface Linked {
  kind: 'found'
  kept: KeptOverleg
  network: Network
  who: Seated
}

/** A guest at their page. */
export interface OpenGuest extends GuestNow {
  network: Network
  content: NetworkContent
}

/** `dead`: it opens nothing, whatever the reason; with the network where the link was one of ours. */
export async function findGuest(
  deps: Pick<GuestDeps, 'secrets' | 'overlegs' | 'now'>,
  token: string,
): Promise<Linked | { kind: 'dead'; network?: Network | undefined }> {
  const target = readLinkToken((await deps.secrets()).linkKeys, 'overleg', token)
  const named = target && readParticipantId(target.id)
  if (!target || !named) return { kind: 'dead' }
  const kept = await deps.overlegs.readFor(named.reference, named.number, named.id, deps.now())
  const network = kept && findNetwork(kept.overleg.network)
  const who = kept && guestOf(kept.overleg, named.id, target.version)
  return kept && network && who ? { kind: 'found', kept, network, who } : { kind: 'dead', network }
}

export async function openGuest(
  { unseal, contents }: Pick<GuestDeps, 'unseal' | 'contents'>,
  { kept: { overleg, sealed, said }, network, who }: Linked,
): Promise<OpenGuest> {
  const own = saidBy(said, who.id).sealed
  const [content, details, ownWords] = await Promise.all([
    contents.of(network),
    sealed === undefined ? noDetails : unseal(sealedFor(overleg), sealed).then(readDetails),
    own === undefined ? noOwnWords : unseal(ownWordsSealedFor(overleg, who.id), own).then(readOwnWords),
  ])
  return { overleg, details, said, who, own: ownWords, network, content }
}
