/** In whose place somebody does something with a dossier: of a colleague who is away, and holds it or is to call for it. */
import { type AtWork, colleagueHolding, type Replaced } from '../absence.ts'
import { inHandsOf } from './service-call.ts'

type InHands = Parameters<typeof inHandsOf>[0]

export const colleagueIn = (who: AtWork, dossier: InHands): Replaced | undefined =>
  colleagueHolding(who, dossier.holder) ?? colleagueHolding(who, inHandsOf(dossier))

/** Ids of who does something with it, and for whom: as every line that tells it has them. */
export function doneBy(who: AtWork, dossier: InHands): { who: string; for?: string } {
  const colleague = colleagueIn(who, dossier)
  return { who: who.id, ...(colleague ? { for: colleague.person.id } : {}) }
}

/** Ids of the colleagues in whose place they look at these. */
export const colleaguesAmong = (who: AtWork, dossiers: readonly InHands[]): string[] => [
  ...new Set(dossiers.flatMap((one) => doneBy(who, one).for ?? [])),
]
