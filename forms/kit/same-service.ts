/** Whether two names of a service, as people type them, can be the same service. For a warning: a person decides. */
import { withoutAccents } from './text.ts'

/** Words that say nothing about which service it is: articles and the like, and legal forms. */
const emptyWords = new Set(
  'aan bij de den der en het in la le les of op s t te ten ter tot uit van voor asbl bv cv ivzw npo nv vzw'.split(' '),
)

/** Two letters are somebody's initials by chance. */
const fewestInitials = 3

/**
 * Every word of the one is in the other, wherever it stands: "OCMW" and "Sociale dienst van het O.C.M.W.-Aalst" can both be the
 * service of somebody of "OCMW Aalst", "OCMW Gent" cannot. Words apart, words together and their initials are the same.
 */
export function canBeSameService(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  return isWithin(words, others) || isWithin(others, words)
}

function isWithin(words: readonly string[], others: readonly string[]): boolean {
  const runs = runsOf(others)
  const together = new Set(runs.map(joined))
  const initials = new Set(runs.flatMap(initialsOf))
  const known = (run: readonly string[]) =>
    together.has(joined(run)) || initials.has(joined(run)) || initialsOf(run).some((letters) => together.has(letters))
  // How many words, from the first, are all in the other: some run of words after those may be too.
  const reached = new Set([0])
  for (const from of reached)
    for (let to = from + 1; to <= words.length; to += 1) if (known(words.slice(from, to))) reached.add(to)
  return words.length > 0 && reached.has(words.length)
}

/** Without case, accents, signs and what nobody sees; the empty words only where there are no others. */
function wordsOf(name: string): readonly string[] {
  const words = withoutAccents(name)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !emptyWords.has(word))
  return telling.length > 0 ? telling : words
}

/** Every word, and all that stand side by side. */
const runsOf = (words: readonly string[]): (readonly string[])[] =>
  words.flatMap((_, from) => words.slice(from).map((__, length) => words.slice(from, from + length + 1)))

const joined = (run: readonly string[]): string => run.join('')

const initialsOf = (run: readonly string[]): string[] =>
  run.length < fewestInitials ? [] : [run.map(([first]) => first).join('')]
