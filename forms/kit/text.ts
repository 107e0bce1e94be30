/** Text as people type it: cleaned once, counted as people count, and never a national number. */
import { once } from './once.ts'

/**
 * Marks on one base character. The tallest stack that is written, Tibetan ཧྐྵྨླྺྼྻྂ (haksmalawarayam), has 8; a Burmese syllable
 * up to 6, Hebrew with vowels and accents 5, Devanagari, Thai, Arabic and Vietnamese 4 or fewer. Unicode finds more than 4
 * suspect (UTS #39 §5.4) and 30 more than any language needs (UAX #15 §12.1).
 */
const mostMarks = 8
const tooManyMarks = new RegExp(`(?:\\p{M}\\p{Cf}*){${mostMarks + 1}}`, 'u')

/**
 * Composed (NFC), line ends as \n, no spaces around. Marks without end are left as they are: putting them in order takes the
 * square of their number, and they are refused.
 */
export const cleanText = (text: string): string =>
  (tooManyMarks.test(text) ? text : text.normalize('NFC')).replace(/\r\n?/g, '\n').trim()

const withoutMarks = (text: string): string => text.replace(/\p{M}/gu, '')

/** Accents and other marks gone, letters in their plain form: "Coördinator" becomes "Coordinator". */
export const withoutAccents = (text: string): string => withoutMarks(withoutMarks(text).normalize('NFKD'))

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
 * characters, fillers, selectors; a Braille cell without dots), and marks on nothing.
 */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}\p{DI}\p{M}\u2800]*$/u.test(text)

/** Control characters, and what a broken encoding leaves behind (functions/shared/web/body.ts). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for.
export const isUnreadable = (text: string): boolean => /[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/.test(text)

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
  if (isUnreadable(text)) return 'Een teken in dit antwoord kunnen we niet lezen. Typ het opnieuw.'
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
 * along when a number is pasted, hide nothing.
 */
export function holdsNationalNumber(text: string): boolean {
  const withoutPhones = withoutMarks(text)
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{DI}]/gu, '')
    .replace(/\+[\d \t./()-]+/g, ' ')
  for (const [, yy = '', mm = '', dd = '', serial = '', check] of withoutPhones.matchAll(numberShape)) {
    const plausible = Number(mm) % 20 <= 12 && Number(mm) < 53 && Number(dd) <= 31
    const digits = yy + mm + dd + serial
    if (plausible && [digits, `2${digits}`].some((number) => 97 - (Number(number) % 97) === Number(check))) return true
  }
  return false
}
