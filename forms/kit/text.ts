/** Text as people type it: counted as people count, and never a national number. What cleans it is clean.ts. */
import { plainDigits, tooManyMarks } from './clean.ts'
import { once } from './once.ts'

const withoutMarks = (text: string): string => text.replace(/\p{M}/gu, '')

/** Accents and other marks gone, letters in their plain form: "Coördinator" becomes "Coordinator". */
export const withoutAccents = (text: string): string => withoutMarks(withoutMarks(text).normalize('NFKD'))

/** "A, B en C" */
export const inLine = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`

/** With a capital, as at the start of a sentence or above a group; what begins with no letter stays as it is. */
export const capitalised = (text: string): string => text.replace(/^\p{L}/u, (letter) => letter.toUpperCase())

/** Without its capital, as behind a colon; a name in capitals keeps them. */
export const uncapitalised = (text: string): string =>
  text.replace(/^\p{Lu}(?=\P{Lu})/u, (letter) => letter.toLowerCase())

/** A text with its `{word}`s filled in; one without a value was refused with the registry (text-problems.ts). */
export const fillIn = <Word extends string>(text: string, values: Readonly<Record<Word, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (written, word) => (Object.hasOwn(values, word) ? values[word as Word] : written))

/**
 * Nothing a person could see or say: only spaces, what is drawn as nothing (Unicode's Default_Ignorable_Code_Point: format
 * characters, fillers, selectors; a Braille cell without dots; control characters), and marks on nothing. A NUL is asked again.
 */
export const isBlank = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for.
  /^[\s\u0001-\u001f\u007f-\u009f\p{Cf}\p{DI}\p{M}\u2800\ufff9-\ufffc\ufffe\uffff]*$/u.test(text)

/** A NUL, which no program means, and what a broken encoding leaves behind (functions/shared/web/body.ts). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for.
const unreadable = /[\u0000\ufffd]/

/**
 * Where the first character stands that nobody can read, in words that say what to do; undefined when all can be read. In a
 * text of several lines a person counts from the begin of a line.
 */
export function unreadableIn(text: string): string | undefined {
  const at = text.search(unreadable)
  if (at < 0) return undefined
  const before = text.slice(0, at)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const lines = before.split('\n').length
  const where = `${text.includes('\n') ? `Regel ${lines}, teken` : 'Teken'} ${countCharacters(line) + 1}`
  const [, word] = /([\p{L}\p{N}'’-]{1,30})\P{L}*$/u.exec(line.slice(-60)) ?? []
  return `${where}${word ? ` (na “${word}”)` : ''} kunnen we niet lezen. Wis het en typ het opnieuw.`
}

const graphemes = once(() => new Intl.Segmenter('nl', { granularity: 'grapheme' }))

/** Plain text: no marks, joiners or pairs, so that a code unit is a character. Looking is much faster than cutting it up. */
const isPlain = (text: string): boolean => /^[\n\u0020-\u007e\u00a0-\u02ff\u2010-\u201f\u20ac]*$/.test(text)

/**
 * Code units that are cut up at a time: the engine's segmenter keeps a copy of its whole text with each character, so that
 * 64 KB at once would be gigabytes.
 */
const atOnce = 128

/** The text in pieces of one character as a person counts them; one that is longer than `atOnce` comes in parts. */
function* charactersOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    // Not through a pair: its first half alone is another character than both together.
    let end = at + atOnce
    while (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end += 1
    const pieces = [...graphemes().segment(text.slice(at, end))].map(({ segment }) => segment)
    // The last one may go on behind the cut.
    const whole = end < text.length && pieces.length > 1 ? pieces.slice(0, -1) : pieces
    yield* whole
    for (const piece of whole) at += piece.length
  }
}

/** Characters as a person counts them: a family emoji is one. */
export const countCharacters = (text: string): number => (isPlain(text) ? text.length : [...charactersOf(text)].length)

/** Code units (UTF-16) a text may have for each character it may have: a family emoji of four has 11. */
const unitsPerCharacter = 12
/** Code units of one character: the longest emoji of Unicode's own list (emoji-zwj-sequences.txt, 17.0) has 15. */
const mostUnits = 32
interface Overloaded {
  /** What everything else of the character is on top of. */
  base: string
  /** In the text, from 1. */
  place: number
}

/** The first character that would draw outside its own place; undefined when none would. */
function overloaded(text: string): Overloaded | undefined {
  if (isPlain(text)) return undefined
  let place = 0
  for (const character of charactersOf(text)) {
    place += 1
    if (character.length > mostUnits || tooManyMarks.test(character.normalize('NFD')))
      return { base: String.fromCodePoint(character.normalize('NFD').codePointAt(0) ?? 0), place }
  }
  return undefined
}

/** Where to look, and at which letter when it can be shown alone. */
const inWords = ({ base, place }: Overloaded): string =>
  `Teken ${place}${/[\p{L}\p{N}]/u.test(base) ? ` (“${base}”)` : ''}`

/**
 * Why a text that somebody types now cannot be taken, in words that say what to do; undefined when it can. `max`: characters
 * as a person counts them. For what comes in only: what is stored already stays as it is.
 */
export function textProblem(text: string, max: number): string | undefined {
  const unread = unreadableIn(text)
  if (unread) return unread
  if (holdsNationalNumber(text)) return nationalNumberMessage
  const heavy = overloaded(text)
  if (heavy) return `${inWords(heavy)} heeft te veel accenten of delen. Typ het opnieuw, zonder.`
  const tooMany = countCharacters(text) - max
  if (tooMany > 0)
    return `${tooMany} ${tooMany === 1 ? 'teken' : 'tekens'} te veel. U kunt hier hoogstens ${max.toLocaleString('nl-BE')} tekens schrijven.`
  return text.length > max * unitsPerCharacter
    ? 'Dit antwoord heeft te veel samengestelde tekens, zoals emoji. Laat er een aantal weg.'
    : undefined
}

export const nationalNumberMessage = 'Vul geen rijksregisternummer in'

const numberShape =
  /(?=(?<![\d])(\d{2})[.\s/\p{Pd}]?(\d{2})[.\s/\p{Pd}]?(\d{2})[.\s/\p{Pd}]{0,3}(\d{3})[.\s/\p{Pd}]{0,3}(\d{2})(?!\d))/gu

/**
 * Whether the text holds a valid rijksregisternummer or bisnummer (Royal Decree of 3 April 1984): six digits of
 * birth date, serial number, and 97 minus the remainder by 97, counted with a leading 2 for births from 2000.
 * Digits after a `+` on one line are a phone number (docs/domain.md §3.8). Marks and invisible characters, which come
 * along when a number is pasted, hide nothing; a control character stands between digits, or is not there.
 */
export const holdsNationalNumber = (text: string): boolean => {
  const plain = plainDigits(withoutMarks(text).normalize('NFKC')).replace(/[\p{Cf}\p{DI}]/gu, '')
  return (
    hasNationalNumber(plain) ||
    (controls.test(plain) && ['', ' '].some((as) => hasNationalNumber(plain.split(controls).join(as))))
  )
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for.
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffc-\uffff]/

function hasNationalNumber(plain: string): boolean {
  const withoutPhones = plain.replace(/\+[\d \t./()-]+/g, ' ')
  for (const [, yy = '', mm = '', dd = '', serial = '', check] of withoutPhones.matchAll(numberShape)) {
    const plausible = Number(mm) % 20 <= 12 && Number(mm) < 53 && Number(dd) <= 31
    const digits = yy + mm + dd + serial
    if (plausible && [digits, `2${digits}`].some((number) => 97 - (Number(number) % 97) === Number(check))) return true
  }
  return false
}
