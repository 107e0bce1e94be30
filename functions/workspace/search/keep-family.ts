/**
 * Keeps which other dossiers can be of the same family (docs/decisions/024): whoever writes the words of a dossier looks, before they
 * settle them, who else has the same designation, and judges those and the ones that were alike before.
 */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { lessCommon } from '../../../forms/kit/search/family-facts.ts'
import type { Likeness } from '../../../forms/kit/search/likeness.ts'
import { type FamilyFacts, familyLikeness } from '../../../forms/kit/search/same-family.ts'
import type { createFamily } from '../../shared/store/family.ts'
import type { Alike } from '../../shared/store/family-item.ts'
import type { Hit, SearchHits } from '../../shared/store/search-hits.ts'
import type { KeptFamily } from '../../shared/store/search-words.ts'
import type { Hide } from './hide.ts'

/** More is no family, but a way of writing that many share: the last ones are kept. */
const mostAlike = 10

export interface KeepFamilyDeps {
  family: ReturnType<typeof createFamily>
  openSearch: () => Promise<SearchHits>
  now: () => Date
}

/** The same, as the table holds it. */
export const hiddenFacts = (
  { designation, enough, organisation, telling, phone, email }: FamilyFacts,
  hide: Hide,
): FamilyFacts => {
  const ofOrganisation = (words: readonly string[]) => words.map((word) => hide('organisatie', word))
  return {
    ...{ designation: hide('aanduiding', designation), enough },
    ...{ organisation: ofOrganisation(organisation), telling: ofOrganisation(telling) },
    ...(phone === undefined ? {} : { phone: hide('woord', phone) }),
    ...(email === undefined ? {} : { email: hide('woord', email) }),
  }
}

interface Looked {
  dossier: Dossier
  /** In the clear; absent when it is about no client. */
  facts: FamilyFacts | undefined
  /** As they were written a moment ago. */
  family: KeptFamily
  /** This worker's, in which they stay so. */
  until: Date
  hide: Hide
}

export async function keepFamily(deps: KeepFamilyDeps, looked: Looked): Promise<void> {
  const { dossier, family, until } = looked
  const [known, hits] = [await deps.family.of(dossier.reference), await deps.openSearch()]
  const leads = await leadsOf(deps, hits, looked)
  const references = new Set([...known.map(({ reference }) => reference), ...leads])
  references.delete(dossier.reference)
  const found = new Map((await hits.read([...references], deps.now())).map((hit) => [hit.dossier.reference, hit]))
  const alike = alikeOf(dossier, family, [...found.values()])
  const last = new Set(alike.toSorted(latestFirst).slice(0, mostAlike))
  const was = (other: string) => known.find(({ reference }) => reference === other)
  const judged = (other: string) => ({
    ...{ one: dossier.reference, until, other },
    read: found.get(other)?.family,
  })
  for (const match of alike) {
    const { hit, why } = match
    const { reference } = hit.dossier
    const [before, ttl] = [was(reference), firstOf(family.ends, hit.family?.ends)]
    if ((before || last.has(match)) && !isSame(before, why, ttl))
      await deps.family.keep(judged(reference), why, ttl, deps.now())
  }
  for (const { reference } of known)
    if (!alike.some(({ hit }) => hit.dossier.reference === reference)) await deps.family.drop(judged(reference))
}

/** Who has the same designation; when those are too many, who has something else of this one that is less common. */
async function leadsOf({ now }: KeepFamilyDeps, hits: SearchHits, { facts, hide }: Looked): Promise<string[]> {
  if (!facts) return []
  const same = await hits.lookUp(hide('aanduiding', facts.designation), now())
  if (same !== 'many') return same
  const others = await Promise.all(lessCommon(facts).map((word) => hits.lookUp(hide('woord', word), now())))
  return others.flatMap((found) => (found === 'many' ? [] : found))
}

interface Match {
  hit: Hit
  why: Likeness[]
}

/** Of those, the ones of the same network that have enough in common; not what people connected, nor what one goes on as. */
const alikeOf = (dossier: Dossier, { facts }: KeptFamily, hits: readonly Hit[]): Match[] =>
  hits.flatMap((hit) => {
    const other = hit.dossier
    if (!facts || !hit.family?.facts || isKnown(dossier, other)) return []
    const why = familyLikeness(facts, hit.family.facts)
    return why ? [{ hit, why }] : []
  })

const isKnown = (one: Dossier, other: Dossier): boolean =>
  one.network !== other.network ||
  one.related.includes(other.reference) ||
  [one, other].some(({ movedTo }) => movedTo?.reference === one.reference || movedTo?.reference === other.reference)

const latestFirst = (one: Match, other: Match): number =>
  other.hit.dossier.receivedAt.localeCompare(one.hit.dossier.receivedAt)

const firstOf = (...ends: readonly (number | undefined)[]): number | undefined => {
  const known = ends.filter((end) => end !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}

const isSame = (before: Alike | undefined, why: readonly Likeness[], ttl: number | undefined): boolean =>
  before !== undefined && before.ttl === ttl && before.why.join() === why.join()
