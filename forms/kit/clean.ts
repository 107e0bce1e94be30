/**
 * The one step between what a browser sends and what is judged: what nobody sees and did not mean is taken out, and everything
 * that people do see stays. One way for words (`cleanText`), one for what has a shape of its own (`cleanCode`): an address, a
 * number, a day, an hour.
 */
import type { RawInput } from './questions/answers.ts'

/**
 * Marks on one base character. The tallest stack that is written, Tibetan ཧྐྵྨླྺྼྻྂ (haksmalawarayam), has 8; a Burmese syllable
 * up to 6, Hebrew with vowels and accents 5, Devanagari, Thai, Arabic and Vietnamese 4 or fewer. Unicode finds more than 4
 * suspect (UTS #39 §5.4) and 30 more than any language needs (UAX #15 §12.1).
 */
const mostMarks = 8
export const tooManyMarks = new RegExp(`(?:\\p{M}\\p{Cf}*){${mostMarks + 1}}`, 'u')

/** Nothing here is taken out or written otherwise. */
const isClean = (text: string): boolean =>
  /^[\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2026\u20ac]*$/.test(text)

/** Line ends: of Windows; Word's own within a paragraph (VT) and between pages (FF); of old mail (NEL) and of the web (LS, PS). */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/**
 * Where a word may be broken, or was: Word's optional hyphen (US), that of PDF readers (STX, U+FFFE), the soft hyphen. Nobody
 * sees it within a word. All but the last stand for something else too: between other characters they are a space.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this file is for.
const brokenWord = /(?<=\p{L})[\u0002\u001f\ufffe](?=\p{Ll})/gu

/** Word's hyphen at which a line does not break (RS). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above.
const boundHyphen = /(?<=[\p{L}\p{N}])\u001e(?=[\p{L}\p{N}])/gu

/** The bullets of Word, from fonts that only it has; elsewhere they are an empty box. */
const bullets = /[\uf0a7\uf0b7\uf0d8]/g

/** Every other control character, and the place of a picture that was pasted along. NUL stays, and is asked again. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above.
const controls = /[\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufff9-\ufffc\ufffe\uffff]+/g

/** No width at all, and no meaning in any script; that between two letters of a script without spaces ends a word. */
const noWidth = /[\u00ad\u2060\ufeff]|\u200b(?!(?<=[\p{L}\p{M}]\u200b)[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff])/gu

/** Spaces of one letter or less that look like a space: of a web page, a typesetter, a French keyboard. */
const spaces = /[\u00a0\u2000-\u200a\u202f\u205f]/g

/**
 * Words, as people see them. Composed (NFC), line ends as \n, no spaces around. What joins letters or emoji, or sets their
 * direction, stays (pages isolate it); typographic quotes and hyphens too. Marks without end are left as they are: putting them
 * in order takes the square of their number, and they are refused.
 */
export function cleanText(text: string): string {
  const lines = text.replace(lineEnds, '\n')
  if (isClean(lines)) return lines.trim()
  const seen = lines
    .replace(noWidth, '')
    .replace(brokenWord, '')
    .replace(boundHyphen, '-')
    .replace(bullets, '•')
    .replace(controls, ' ')
    .replace(spaces, ' ')
    .trim()
  return tooManyMarks.test(seen) ? seen : seen.normalize('NFC')
}

/** The same of a field with one value, as a browser sent it; empty when it did not. */
export const cleanedIn = (raw: RawInput, name: string): string => cleanText(raw.get(name)?.[0] ?? '')

/** Hyphens and dashes of every kind, the minus, and the bullet of a list. */
const hyphens = /[\p{Pd}\u2212\u2043]/gu
const quotes = /[\u2018\u2019\u201a\u201b\u2032\u02b9\u02bc\u00b4]/g
const doubleQuotes = /[\u201c-\u201f\u2033\u00ab\u00bb]/g
const slashes = /[\u2044\u2215]/g

/** As wide as a Chinese character (U+FF01–FF5E), or two letters in one as PDF has them (ﬁ): the plain ones. */
const inPlainLetters = (text: string): string =>
  text.replace(/[\uff01-\uff5e\ufb00-\ufb06]/g, (letter) => letter.normalize('NFKC'))

/**
 * What has a shape of its own, on one line: no letter of it is invisible, a space is a space, a hyphen a hyphen and an
 * apostrophe an apostrophe, whatever program typed it. A raised or circled digit stays what it is: "3²" is not 32.
 */
export const cleanCode = (text: string): string =>
  inPlainLetters(cleanText(text.replaceAll('\u001e', '-')).replace(/[\p{Cf}\p{DI}]/gu, ''))
    .replace(hyphens, '-')
    .replace(quotes, "'")
    .replace(doubleQuotes, '"')
    .replace(slashes, '/')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()

/** Arabic and Persian digits, which a keyboard of those languages types, as ours. */
export const plainDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

/** What is only digits and what stands between them. */
export const cleanNumber = (text: string): string => plainDigits(cleanCode(text))

/** What was meant, or what to mend about it, in words that say what to do. */
export type Read<Value> = { value: Value } | { problem: string }
