/** The key of an offer that somebody adds: the last part of its address, and what dossiers and criteria name it by. It never changes. */
import { levensdomeinOptions } from '../questions/levensdomeinen.ts'
import { withoutAccents } from '../text.ts'

/** Characters, without the number behind it. */
const longest = 40

/** What stands where a key would: pages of Beheer, and the levensdomeinen of the public list. */
export const takenKeys: readonly string[] = ['nieuw', 'importeren', ...levensdomeinOptions.map(({ value }) => value)]

/** Names that every object has. */
const isOfObjects = (key: string): boolean => key in {}

/**
 * Out of its name: "Fietsen voor iedereen" is `fietsen-voor-iedereen`, a second one `fietsen-voor-iedereen-2`. `taken`: the keys that were
 * ever given, archived ones too; capitals make no other key, as no address has them.
 */
export function keyForOffer(name: string, taken: readonly string[]): string {
  const known = new Set([...takenKeys, ...taken].map((key) => key.toLowerCase()))
  const words =
    withoutAccents(name)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const base = words.join('-').slice(0, longest).replace(/-$/, '') || 'aanbod'
  const isFree = (key: string) => !known.has(key) && !isOfObjects(key)
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? base : `${base}-${count}`
    if (isFree(key)) return key
  }
}
