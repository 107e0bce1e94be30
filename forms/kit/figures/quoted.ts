/**
 * Where a text repeats what people typed in a dossier: nothing that somebody said literally leaves it, in a signaal or in a casus
 * (docs/decisions/035). Compared without case, accents, punctuation and line ends: a quote that is typed over is a quote.
 */
import { withoutAccents } from '../text.ts'

/** Words in a row that are no coincidence; and fewer, when they are as long as a phrase. */
const quote = { words: 5, or: { words: 3, characters: 25 } } as const

interface Word {
  folded: string
  /** In the text as it was written, code units. */
  from: number
  to: number
}

/** Letters and digits, with what is inside a word: marks, what nobody sees, and an apostrophe ("foto's" as "fotos"). */
const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}\p{DI}]|['’‘ʼ´`](?=[\p{L}\p{N}]))*/gu
const unseen = /[\p{Cf}\p{DI}'’‘ʼ´`]/gu

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(word)].map(({ 0: found, index }) => ({
    folded: withoutAccents(found.replace(unseen, '').toLowerCase()),
    from: index,
    to: index + found.length,
  }))

/**
 * The pieces of a text, as its writer wrote them, that stand in one of the sources too; in their order. Not what is only the name
 * of a service that the network knows: a signaal may say which.
 */
export function quotedIn(text: string, sources: readonly string[], names: readonly string[] = []): string[] {
  const own = wordsOf(text)
  const places = new Map<string, number[]>()
  // From the last on: see `longestRuns`.
  for (const [at, { folded }] of [...own.entries()].reverse()) places.set(folded, [...(places.get(folded) ?? []), at])
  const longest = new Array<number>(own.length).fill(0)
  for (const source of sources) longestRuns(wordsOf(source), places, longest)
  const known = names.map(inOne)
  return piecesOf(text, own, longest).filter((piece) => !known.some((name) => name.includes(inOne(piece))))
}

/** Its words, each between spaces. */
const inOne = (text: string): string =>
  ` ${wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ')} `

/**
 * Of each word of one's own, how many words up to it stand in a row in the source; raised in `longest`. Places are gone through
 * from the last to the first, so that the word before still says how it was at the word before in the source.
 */
function longestRuns(source: readonly Word[], places: ReadonlyMap<string, readonly number[]>, longest: number[]): void {
  const runs = new Array<number>(longest.length).fill(0)
  const seenAt = new Array<number>(longest.length).fill(-1)
  for (const [at, { folded }] of source.entries())
    for (const place of places.get(folded) ?? []) {
      const before = at > 0 && place > 0 && seenAt[place - 1] === at - 1 ? (runs[place - 1] ?? 0) : 0
      runs[place] = before + 1
      seenAt[place] = at
      longest[place] = Math.max(longest[place] ?? 0, before + 1)
    }
}

function piecesOf(text: string, own: readonly Word[], longest: readonly number[]): string[] {
  const pieces: { first: number; last: number }[] = []
  for (const [last, words] of longest.entries()) {
    const first = last - words + 1
    if (!isQuote(own.slice(first, last + 1))) continue
    const before = pieces.at(-1)
    if (before && first <= before.last) {
      before.first = Math.min(before.first, first)
      before.last = last
    } else pieces.push({ first, last })
  }
  return pieces.map(({ first, last }) => text.slice(own[first]?.from, own[last]?.to))
}

function isQuote(words: readonly Word[]): boolean {
  if (words.length >= quote.words) return true
  const characters = words.reduce((sum, { folded }) => sum + folded.length + 1, -1)
  return words.length >= quote.or.words && characters >= quote.or.characters
}
