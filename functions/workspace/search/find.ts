/** Finds dossiers by words: at most ten reads, however many dossiers there are (docs/decisions/023). */
import type { AtWork } from '../../../forms/kit/absence.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { Search } from '../../../forms/kit/search/read-search.ts'
import { beginningOf, type PartOfReference } from '../../../forms/kit/search/search-words.ts'
import { placeInList } from '../../shared/store/indexes.ts'
import type { Hit, SearchHits } from '../../shared/store/search-hits.ts'
import { mayOpen } from '../dossier/access.ts'
import { type Hide, hideWith } from './hide.ts'

/** More is no answer to who looks for one. */
export const mostFound = 50
/** Reads of postings, one a word or its beginning; with the piece of a reference and the dossiers themselves ten. */
const mostLooks = 5

interface Deps {
  openSearch: () => Promise<SearchHits>
  searchKey: () => Promise<string>
}

interface Looking {
  network: Network
  person: AtWork
  now: Date
}

/** `many`: more than are shown; another word may lead to fewer. */
export type Found = Dossier[] | 'many'

type Sought = Extract<Search, { kind: 'sought' }>

/** What this person may open of what is sought, in the order of the lists. */
export async function findDossiers(
  { openSearch, searchKey }: Deps,
  { network, person, now }: Looking,
  { words, part }: Sought,
): Promise<Found> {
  const [searchHits, key] = await Promise.all([openSearch(), searchKey()])
  const hide = hideWith(key, network.slug)
  const lookUp = (hmac: string) => searchHits.lookUp(hmac, now)
  const [ofPart, ofWords] = await Promise.all([referencesOf(lookUp, hide, part), leadsOf(lookUp, hide, words)])
  const leads = ofWords === 'many' ? [] : ofWords
  const hits = (await searchHits.read([...new Set([...ofPart, ...leads])], now)).filter(
    ({ dossier }) => dossier.network === network.slug && mayOpen(person, dossier),
  )
  const byPart = hits.filter(({ dossier }) => ofPart.includes(dossier.reference))
  const byWords = hits.filter(({ dossier }) => leads.includes(dossier.reference))
  const found = [...new Set([...byPart, ...thoseWith(words, byWords, hide)])].map(({ dossier }) => dossier)
  if (found.length > mostFound || (found.length === 0 && ofWords === 'many')) return 'many'
  return found.sort((one, other) => (placeInList(one) < placeInList(other) ? -1 : 1))
}

type LookUp = (hmac: string) => ReturnType<SearchHits['lookUp']>

/** So few share a piece of a reference that more are a coincidence. */
async function referencesOf(lookUp: LookUp, hide: Hide, part: PartOfReference | undefined): Promise<string[]> {
  if (!part) return []
  const found = await lookUp(hide('referentie', part.piece))
  return found === 'many' ? [] : found.filter(part.isIn).slice(0, mostFound + 1)
}

/**
 * The references that one of the words leads to, the first that leads to few: long words are tried first, as they are rarer. A long
 * word by its beginning, as it may be typed half; where that leads to too many, as it is.
 */
async function leadsOf(lookUp: LookUp, hide: Hide, words: readonly string[]): Promise<string[] | 'many'> {
  const terms = words
    .toSorted((one, other) => other.length - one.length)
    .flatMap((word) => [beginningOf(word) ?? [], word].flat())
  if (terms.length === 0) return []
  let crowded = false
  for (const [at, term] of terms.slice(0, mostLooks).entries()) {
    const found = await lookUp(hide('woord', term))
    // A whole word that nothing has, after a beginning that many have: another word may tell.
    const half = crowded && found.length === 0 && beginningOf(term) === terms[at - 1]
    if (found !== 'many' && !half) return found
    crowded = found === 'many'
  }
  return 'many'
}

/** Those that have all these words; those that have only a beginning of one count where none has them whole. */
function thoseWith(words: readonly string[], hits: readonly Hit[], hide: Hide): readonly Hit[] {
  const whole = words.map((word) => hide('woord', word))
  const begun = words.map((word) => hide('woord', beginningOf(word) ?? word))
  const having = (hidden: readonly string[]) => hits.filter((hit) => hidden.every((hmac) => hit.hidden.has(hmac)))
  const exact = having(whole)
  return exact.length > 0 ? exact : having(begun)
}
