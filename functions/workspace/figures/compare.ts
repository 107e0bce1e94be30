/**
 * What people typed in the dossiers that somebody names, to compare a text with. It is compared and never shown: that is no view of a
 * dossier, and no line says which dossiers a text came from (docs/decisions/035).
 */
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { inBatches } from '../../shared/store/in-batches.ts'
import { type TextDeps, textsOf } from '../personal-data/texts.ts'

/** Opened at a time: each asks the key service once for each text it has. */
const perBatch = 5
/** No more are opened, whatever somebody types: more than may be named. */
const mostOpened = 40

export async function compareWith(
  deps: TextDeps,
  { network, content }: { network: Network; content: NetworkContent },
  references: readonly string[],
) {
  const opened = await inBatches(
    references.slice(0, mostOpened),
    (reference) => textsOf(deps, network, reference),
    perBatch,
  )
  const there = opened.filter((one) => one !== undefined)
  return {
    found: new Set(there.map(({ dossier }) => dossier.reference)),
    sources: there.flatMap(({ texts }) => texts.map(({ text }) => text)),
    names: [
      ...Object.values(content.aanbod).map(({ name }) => name),
      ...content.people.map(({ employer }) => employer),
    ],
  }
}
