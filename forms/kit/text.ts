/** Text as people type it: cleaned once, counted as people count, and never a national number. */
import { once } from './once.ts'

/** Composed (NFC), line ends as \n, no spaces around. */
export const cleanText = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()

/** Accents and other marks gone, letters in their plain form: "Coördinator" becomes "Coordinator". */
export const withoutAccents = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')

/** With a capital, as at the start of a sentence or above a group; what begins with no letter stays as it is. */
export const capitalised = (text: string): string => text.replace(/^\p{L}/u, (letter) => letter.toUpperCase())

/** A text with its `{word}`s filled in; one without a value was refused with the registry (text-problems.ts). */
export const fillIn = <Word extends string>(text: string, values: Readonly<Record<Word, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (written, word) => (Object.hasOwn(values, word) ? values[word as Word] : written))

/** Nothing a person could see: only spaces and invisible format characters. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}]*$/u.test(text)

/** Control characters, and what a broken encoding leaves behind (functions/shared/web/body.ts). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for.
export const isUnreadable = (text: string): boolean => /[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/.test(text)

const graphemes = once(() => new Intl.Segmenter('nl', { granularity: 'grapheme' }))

/** Characters as a person counts them: a family emoji is one. */
export const countCharacters = (text: string): number =>
  // Counting code units is enough, and much faster, for text without marks, joiners or pairs.
  /^[\n\u0020-\u007e\u00a0-\u02ff\u2010-\u201f\u20ac]*$/.test(text)
    ? text.length
    : [...graphemes().segment(text)].length

const numberShape =
  /(?=(?<![\d])(\d{2})[.\s/\p{Pd}]?(\d{2})[.\s/\p{Pd}]?(\d{2})[.\s/\p{Pd}]{0,3}(\d{3})[.\s/\p{Pd}]{0,3}(\d{2})(?!\d))/gu

/**
 * Whether the text holds a valid rijksregisternummer or bisnummer (Royal Decree of 3 April 1984): six digits of
 * birth date, serial number, and 97 minus the remainder by 97, counted with a leading 2 for births from 2000.
 * Digits after a `+` on one line are a phone number (domain.md §3.8). Invisible characters, which come along when a
 * number is pasted, hide nothing.
 */
export function holdsNationalNumber(text: string): boolean {
  const withoutPhones = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\+[\d \t./()-]+/g, ' ')
  for (const [, yy = '', mm = '', dd = '', serial = '', check] of withoutPhones.matchAll(numberShape)) {
    const plausible = Number(mm) % 20 <= 12 && Number(mm) < 53 && Number(dd) <= 31
    const digits = yy + mm + dd + serial
    if (plausible && [digits, `2${digits}`].some((number) => 97 - (Number(number) % 97) === Number(check))) return true
  }
  return false
}
