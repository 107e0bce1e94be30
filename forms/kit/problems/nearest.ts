/** A word that is not known, and the known one that was surely meant. */

/** Nothing when the word is known; otherwise what is wrong, with the nearest known words, the likeliest first. */
export function unknownWord(what: string, word: string, known: readonly string[]): string[] {
  if (known.includes(word)) return []
  const [first, ...others] = known.toSorted((a, b) => distance(word, a) - distance(word, b)).slice(0, 4)
  if (first === undefined) return [`${what} \`${word}\`, and there is none.`]
  const also = others.length > 0 ? ` (Or: ${others.join(', ')}.)` : ''
  return [`${what} \`${word}\`. Did you mean \`${first}\`?${also}`]
}

/** Letters by which a new name differs from every known one: with fewer, a known one was meant. */
const leastNew = 3

/** The same for a word that may be new: nothing either when it is like none of them. */
export const almostKnown = (what: string, word: string, known: readonly string[]): string[] =>
  known.some((one) => distance(word, one) < leastNew) ? unknownWord(what, word, known) : []

/** How many letters to add, drop or change to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, over] of row.slice(0, -1).entries())
      next.push(Math.min(over + (letter === other[at] ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    row = next
  }
  return row.at(-1) ?? 0
}
