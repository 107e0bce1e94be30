/**
 * How a text becomes words to search by: the same for what is stored and for what somebody types, so that the two meet. Small
 * letters, no accents, no dots (`O.C.M.W.` is `ocmw`, `A.B.` is `ab`); numbers as a Belgian dials them.
 */
import { withoutAccents } from '../text.ts'

/** A word of one character leads to everybody. */
const shortest = 2
/** What goes on longer is the same word. */
const longest = 40
/** Beginnings of a word that find it too, in characters. */
const beginnings = [3, 4, 5] as const
/** The longest of them: what a longer word that is typed half is found by. */
const longestBeginning = 5
/** Of one dossier; a name has three, an organisation ten. */
const mostWords = 60
/** Code units of a text that is looked at: a field holds 200 (docs/domain.md §4). */
const longestText = 400

/** The words of a text, each once. An e-mail address is one word, as is a phone number, whatever stands between its digits. */
export const searchWords = (text: string): string[] => [
  ...new Set(
    joined(piecesOf(text))
      .filter(({ length }) => length >= shortest)
      .map((word) => word.slice(0, longest)),
  ),
]

/** The words that a stored text is found by: `D'Hondt` as `dhondt` and as `hondt`. */
export const storedWords = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => [...searchWords(text), ...searchWords(text.replace(/['’]/g, ' '))]))].slice(
    0,
    mostWords,
  )

function piecesOf(text: string): string[] {
  const plain = withoutAccents(text.slice(0, longestText))
    .toLowerCase()
    // As it is dialled from Belgium: `+32 (0)478`, `0032 478` and `0478` are one number.
    .replace(/(?:\+|(?<!\d)00)32[\s./-]*(?:\(0\))?[\s./-]*(?=\d)/g, ' 0')
    .replace(/(?<!\d)00(?=[1-9]\d)/g, ' ')
    .replace(/[.'’]/g, '')
  return plain
    .split(/[\s,;:()<>/\\|"]+/u)
    .flatMap((piece) =>
      /[^@]@[^@]/.test(piece) ? [piece.replace(/[^\p{L}\p{N}@]/gu, '')] : piece.split(/[^\p{L}\p{N}]+/u),
    )
    .filter((piece) => piece !== '')
}

/** Digits that follow each other are one number, letters that stand alone are initials; `D-2` is one word, or it would be none. */
function joined(pieces: readonly string[]): string[] {
  const found: { word: string; kind: 'digits' | 'letter' | 'word' }[] = []
  for (const word of pieces) {
    const kind = /^\d+$/.test(word) ? 'digits' : /^\p{L}$/u.test(word) ? 'letter' : 'word'
    const last = found.at(-1)
    if (last && last.kind === kind && kind !== 'word') last.word += word
    else if (last?.kind === 'letter' && /^\d$/.test(word))
      found.push({ word: `${found.pop()?.word}${word}`, kind: 'word' })
    else found.push({ word, kind })
  }
  return found.map(({ word }) => word)
}

/** A word, and the beginnings that find it too. */
export const withBeginnings = (word: string): string[] => {
  const letters = [...word]
  return [word, ...beginnings.filter((size) => size < letters.length).map((size) => letters.slice(0, size).join(''))]
}

/** The beginning by which a longer word is found that is typed half; undefined when the word itself is stored whatever follows. */
export const beginningOf = (word: string): string | undefined =>
  word.length > longestBeginning ? [...word].slice(0, longestBeginning).join('') : undefined

/** Characters of a reference that find it. */
const pieceSize = 4
/** Its letters as somebody reads them out (reference.ts): a prefix has letters that its code has not. */
const readOut = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')

/** All pieces of four characters of a reference's code. */
export function piecesOfReference(reference: string): string[] {
  const code = readOut(reference).slice(3)
  return Array.from({ length: Math.max(0, code.length - pieceSize + 1) }, (_, at) => code.slice(at, at + pieceSize))
}

/** A part of a reference, as typed: the piece that leads to it, and whether a reference holds all that was typed. */
export interface PartOfReference {
  piece: string
  isIn: (reference: string) => boolean
}

/** Undefined when it cannot be one. */
export function readPart(typed: string): PartOfReference | undefined {
  const part = readOut(typed)
  const asOne = !/\s/.test(typed.trim()) || /\d/.test(typed)
  return asOne && part.length >= pieceSize && part.length <= 13
    ? { piece: part.slice(-pieceSize), isIn: (reference) => readOut(reference).includes(part) }
    : undefined
}
