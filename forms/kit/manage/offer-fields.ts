/** What of an offer people type in a shape of its own: postcodes in one line, and lists with one thing a line. */
import type { Read } from '../clean.ts'
import { cleanCode } from '../clean.ts'
import { isDialled, phoneInWords } from '../contact.ts'
import type { Answers } from '../questions/answers.ts'
import type { PageRule } from '../questions/page.ts'
import { postcodeShape } from '../questions/questions.ts'
import { readPhone } from '../read-phone.ts'
import { countCharacters, inLine } from '../text.ts'

/** More is no place any more. */
const mostPostcodes = 60
/** Things in a list, and characters of one. */
const mostOfList = 15
const mostOfThing = 200

export const postcodesOf = (typed: string): string[] => [...new Set(typed.split(/[^\p{L}\p{N}]+/u).filter(Boolean))]

/** "9300, 9308 9310;9320" is those four; what is no postcode is named. */
export function readPostcodes(typed: string): Read<string> {
  const codes = postcodesOf(cleanCode(typed))
  const wrong = codes.filter((code) => !postcodeShape.test(code))
  if (wrong.length > 0) {
    const shown = wrong.slice(0, 3).map((code) => `‘${code.slice(0, 20)}’`)
    return {
      problem: `${inLine(shown)} ${wrong.length === 1 ? 'is geen postcode' : 'zijn geen postcodes'}. Vul postcodes van 4 cijfers in, bijvoorbeeld 9300, 9308`,
    }
  }
  if (codes.length === 0) return { problem: 'Vul postcodes van 4 cijfers in, bijvoorbeeld 9300, 9308' }
  return codes.length > mostPostcodes
    ? { problem: `Dit zijn ${codes.length} postcodes. Er passen er ${mostPostcodes}.` }
    : { value: codes.join(', ') }
}

/**
 * As the public reads it, so in the groups that somebody typed: "0800 13 500". A short number (1712, 106) is dialled as it is.
 */
export function readOfferPhone(typed: string, { error }: { error: string }): Read<string> {
  const written = cleanCode(typed).replace(/\s+/g, ' ')
  if (/^1\d{2,3}$/.test(written) && isDialled(written)) return { value: written }
  const read = readPhone(typed, error)
  if ('problem' in read) return read
  return { value: /^[0+]\d[\d ]*\d$/.test(written) ? written : phoneInWords(read.value) }
}

/** One thing a line; empty lines are nothing. */
export const thingsOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Of a question with one thing a line. */
export const listRule = (name: string): PageRule => ({
  about: name,
  check: ({ [name]: typed }: Answers) => {
    const things = typeof typed === 'string' ? thingsOf(typed) : []
    const long = things.findIndex((one) => countCharacters(one) > mostOfThing)
    if (things.length > mostOfList)
      return { name, message: `Dit zijn ${things.length} regels. Er passen er ${mostOfList}.` }
    return long < 0
      ? undefined
      : { name, message: `Regel ${long + 1} is te lang. Een regel heeft hoogstens ${mostOfThing} tekens.` }
  },
})
