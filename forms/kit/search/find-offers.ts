/**
 * Finds offers in the aanbod of several networks by what somebody types: small letters, no accents, and each word as the beginning of a
 * word of the offer. Pure: what each offer says now is handed over (content.ts).
 */
import type { FirstOffer } from '../content.ts'
import type { Network } from '../network.ts'
import { levensdomeinOptions } from '../questions/levensdomeinen.ts'
import { unreadableIn, withoutAccents } from '../text.ts'

/** Characters (UTF-16) that are looked at; who types more finds nothing. */
export const longestSearch = 200

/** A letter alone would find everything. */
const shortestWord = 2
/** From so many letters on, a word is also found within another: `zorg` in `thuiszorg`. */
const shortestInside = 4

/** Words that say nothing of what is sought: "hulp voor mijn cliënt bij schulden" seeks `schulden`. */
const emptyWords = new Set(
  'aan als bij client clienten de die dienst een en er gezin heb heeft help helpt het hulp ik in is met mijn naar nodig of om onze op te tot uit van voor wat we wie wil zijn zoek zoekt'.split(
    ' ',
  ),
)

/** The words that are looked for; none when nothing can be found by what was typed. */
export function wordsSought(typed: string): readonly string[] {
  if (typed.length > longestSearch || unreadableIn(typed)) return []
  const words = wordsOf(typed).filter(({ length }) => length >= shortestWord)
  const telling = words.filter((word) => !emptyWords.has(word))
  return [...new Set(telling.length > 0 ? telling : words)]
}

export interface OffersOf<Of extends FirstOffer = FirstOffer> {
  network: Pick<Network, 'slug' | 'name' | 'place'>
  aanbod: Readonly<Record<string, Of>>
}

export interface Found<In extends OffersOf> {
  in: In
  /** The likeliest first; at least one. */
  offers: readonly (readonly [key: string, offer: In['aanbod'][string]])[]
}

/**
 * Per network what has every word, in the order of the networks: people look for their own region. `first`: the slug of one that comes
 * before all others.
 */
export function findOffers<In extends OffersOf>(
  words: readonly string[],
  everywhere: readonly In[],
  first?: string,
): readonly Found<In>[] {
  if (words.length === 0) return []
  const before = ({ network: { slug } }: In) => (slug === first ? 0 : 1)
  return everywhere
    .toSorted((one, other) => before(one) - before(other))
    .map((one) => ({ in: one, offers: offersIn(words, one) }))
    .filter(({ offers }) => offers.length > 0)
}

function offersIn<In extends OffersOf>(words: readonly string[], { network, aanbod }: In): Found<In>['offers'] {
  const around = wordsOf(`${network.place} ${network.name}`)
  return Object.entries(aanbod as Record<string, In['aanbod'][string]>)
    .map(([key, offer]) => ({ key, offer, weight: weightOf(words, offer, around) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ key, offer }) => [key, offer] as const)
}

/** A word in the name counts most, then one of its levensdomeinen, then any other; 0 when a word is missing. */
function weightOf(words: readonly string[], offer: FirstOffer, around: readonly string[]): number {
  const domains = levensdomeinOptions.filter(({ value }) => offer.levensdomeinen.includes(value))
  const { name, heading = '', description, audience, goal = '', approach = '' } = offer
  const places: readonly (readonly [weight: number, words: readonly string[]])[] = [
    [4, wordsOf(name)],
    [3, wordsOf([heading, ...domains.map(({ label }) => label)].join(' '))],
    [2, wordsOf([description, audience, goal, approach].join(' '))],
    [1, around],
  ]
  const weights = words.map((word) => places.find(([, of]) => of.some((one) => isIn(word, one)))?.[0] ?? 0)
  return weights.includes(0) ? 0 : weights.reduce((sum, weight) => sum + weight, 0)
}

const isIn = (sought: string, word: string): boolean =>
  word.startsWith(sought) || (sought.length >= shortestInside && word.includes(sought))

const wordsOf = (text: string): string[] =>
  withoutAccents(text)
    .toLowerCase()
    .replace(/['’.\u00ad]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
