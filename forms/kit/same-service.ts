/** Whether two names of a service, as people type them, can be the same service. For a warning: a person decides. */
import { withoutAccents } from './text.ts'

/** What a network calls shortly, with the words it stands for: `{ SVK: 'Sociaal Verhuurkantoor' }` (content.ts). */
export type Abbreviations = Readonly<Record<string, string>>

/** Words that say nothing about which service it is: articles and the like, and legal forms. */
const emptyWords = new Set(
  'aan bij de den der een en het in la le les met of om op s t te ten ter tot uit van voor asbl bv cv ivzw npo nv vzw'.split(
    ' ',
  ),
)

/** Everywhere the same. */
const everywhere: Abbreviations = { st: 'sint', ste: 'sint' }

/** Two letters are somebody's initials by chance. */
const fewestInitials = 3

/**
 * Every word of the one is in the other, wherever it stands: "OCMW" and "Sociale dienst van het O.C.M.W.-Aalst" can both be the
 * service of somebody of "OCMW Aalst", "OCMW Gent" cannot. Words apart, words together and their initials are the same, and so
 * is an abbreviation that the network lists.
 */
export function canBeSameService(one: string, other: string, abbreviations: Abbreviations = {}): boolean {
  const inFull = inFullBy(abbreviations)
  const [words, others] = [inFull(wordsOf(one)), inFull(wordsOf(other))]
  return isWithin(words, others) || isWithin(others, words)
}

/** The words that say which service it is, as they are compared: abbreviations in full. */
export const serviceWords = (name: string, abbreviations: Abbreviations = {}): readonly string[] =>
  inFullBy(abbreviations)(wordsOf(name))

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

/** "v.z.w." and "o c m w" are one word: letters with the same sign between each two. */
const lettersApart = /(?<![\p{L}\p{N}])\p{L}([^\p{L}\p{N}]+)\p{L}(?:\1\p{L})*(?![\p{L}\p{N}])/gu

/** Without case, accents, signs and what nobody sees; the empty words only where there are no others. */
function wordsOf(name: string): readonly string[] {
  const words = withoutAccents(name)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .replace(lettersApart, (letters) => letters.replaceAll(/[^\p{L}]/gu, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !emptyWords.has(word))
  return telling.length > 0 ? telling : words
}

/** Puts the words an abbreviation stands for in its place; the longest first, from the left. */
function inFullBy(abbreviations: Abbreviations): (words: readonly string[]) => readonly string[] {
  const full = new Map(
    [...Object.entries(everywhere), ...Object.entries(abbreviations)].map(([short, long]) => [
      joined(wordsOf(short)),
      wordsOf(long),
    ]),
  )
  const longest = Math.max(...Object.keys(abbreviations).map((short) => wordsOf(short).length), 1)
  return (words) => {
    const written: string[] = []
    for (let from = 0; from < words.length; ) {
      const ends = Array.from({ length: longest }, (_, shorter) => from + longest - shorter)
      const to = ends.find((end) => end <= words.length && full.has(joined(words.slice(from, end))))
      written.push(
        ...(to === undefined ? words.slice(from, from + 1) : (full.get(joined(words.slice(from, to))) ?? [])),
      )
      from = to ?? from + 1
    }
    return written
  }
}

/** Every word, and all that stand side by side. */
const runsOf = (words: readonly string[]): (readonly string[])[] =>
  words.flatMap((_, from) => words.slice(from).map((__, length) => words.slice(from, from + length + 1)))

const joined = (run: readonly string[]): string => run.join('')

const initialsOf = (run: readonly string[]): string[] =>
  run.length < fewestInitials ? [] : [run.map(([first]) => first).join('')]
