/** A postcode and a whole number out of what people write around them; undefined when something else may be meant. */
import { cleanNumber } from './clean.ts'
import { wholeNumberShape } from './questions/questions.ts'

/** Longer is an address, or a story. */
const longest = 80

/** A municipality, in words: "Sint-Lievens-Houtem (Zottegem)"; and what may stand between it and the number. */
const place = String.raw`\p{L}[\p{L}\p{M}' .()/-]*`
const gap = "[ ,;:.()/'-]*"
/** `9300`, `B-9300`, `9300 Aalst`, `Moorsel, 9308`, `9.300` as a spreadsheet shows a number. */
const withPlace = new RegExp(
  String.raw`^\(?(?:${place}${gap})??(?:\bBE?[ -]?)?([1-9])[. ]?(\d{3})(?:${gap}${place})?${gap}$`,
  'iu',
)
/** Of a neighbour, `L-1234`; and with the two letters of a Dutch one, `1234 AB` ("3665 As" is a municipality). */
const abroad = /^(?:NL|LU?X?|FR?|DE?|AT?|CH|DK|NO?)[ -]?\d|^\d{4} ?(?:\p{Lu}{2}|\p{Ll}{2})$/u

export function readPostcode(typed: string): string | undefined {
  const text = cleanNumber(typed)
  if (text.length > longest || abroad.test(text)) return undefined
  const [, first, rest] = withPlace.exec(text) ?? []
  return first && rest && `${first}${rest}`
}

/** `3`, `03`, `3.`; half of something is no whole number, and no word of it is guessed. */
export function readWholeNumber(typed: string): number | undefined {
  const digits = cleanNumber(typed).replace(/\.$/, '')
  return wholeNumberShape.test(digits) ? Number(digits) : undefined
}
