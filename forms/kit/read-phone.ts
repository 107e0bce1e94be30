/**
 * One phone number out of what people paste: from an address book, a signature, a spreadsheet, a link. Read only where nothing
 * else can be meant; otherwise it says what to mend. What is a number is contact.ts.
 */
import { cleanNumber, type Read } from './clean.ts'
import { normalizePhone } from './contact.ts'

const example = 'bijvoorbeeld 0478 12 34 56'

const problems = {
  short: `Dit nummer is te kort. Vul het hele nummer in, ${example}`,
  long: `Dit nummer is te lang. Kijk het na, ${example}`,
  two: `Vul één telefoonnummer in, ${example}`,
  letters: `Er staan letters in dit nummer. Vul alleen het nummer in, ${example}`,
  strange: `Er staat een teken in dit nummer dat er niet hoort. Vul alleen het nummer in, ${example}`,
  start: `Dit nummer begint niet met 0 of +. Vul het hele nummer in, ${example}`,
  wrong: `Dit nummer klopt niet. Kijk het na, ${example}`,
}

/** Code units of a number with all that may stand around it. */
const longestTyped = 100

/** What people write beside a number to say which one it is: it tells nothing that is lost without it. */
const which = '(?:telefoon|tel|gsm|mobiel|mobile|mob|vast|werk|thuis|privé|prive|nummer|nr|phone|callto|t|m)'
const before = new RegExp(`^(?:${which}[.:\\s-]*)+(?=[+(\\d])`, 'i')
const afterwards = new RegExp(`(?<=\\d)[\\s,;:-]*[([]?${which}\\.?[)\\]]?[.,;]?$`, 'i')

/** The number without what it stood between in a list, a signature or a link. */
function bare(typed: string): string {
  return cleanNumber(typed)
    .replace(/^[\s"'<[,;:.]+|[\s"'>\],;:.]+$/g, '')
    .replace(before, '')
    .replace(afterwards, '')
    .replace(/^\(\+(\d+)\)/, '+$1')
    .replace(/[·•∙‧]/g, '.')
    .trim()
}

/** A Belgian mobile number of which a spreadsheet took the first 0, or WhatsApp the +: no other number of ours looks so. */
const withStart = (digits: string): string | undefined =>
  /^4[5-9]\d{7}$/.test(digits) ? `0${digits}` : /^324[5-9]\d{7}$/.test(digits) ? `+${digits}` : undefined

/** In E.164. `error`: what the question says when nothing like a number was typed. */
export function readPhone(typed: string, error: string): Read<string> {
  if (typed.length > longestTyped) return { problem: /\d/.test(typed) ? problems.long : error }
  const number = bare(typed)
  const plain = /^[\d\s./()-]+$/.test(number) ? withStart(number.replace(/\D/g, '')) : undefined
  const value = normalizePhone(plain ?? number)
  return value ? { value } : { problem: problemIn(number, error) }
}

function problemIn(number: string, error: string): string {
  const digits = number.replace(/\D/g, '')
  if (digits === '') return error
  const parts = number.split(/\s*[;,&|]\s*|\s+(?:of|en|or)\s+|\s+[/-]\s+/)
  if (parts.length > 1 && parts.every((part) => normalizePhone(bare(part)))) return problems.two
  if (/\p{L}/u.test(number)) return problems.letters
  if (!/^[+(]?[\d\s./()-]+$/.test(number)) return problems.strange
  const abroad = /^\+|^00/.test(number) && !/^(?:\+|00)32/.test(digits.startsWith('00') ? digits : `+${digits}`)
  if (abroad) return digits.length < 9 ? problems.short : digits.length > 15 ? problems.long : problems.wrong
  const own = digits.replace(/^(?:00)?320?(?=.)/, number.startsWith('+') || number.startsWith('00') ? '0' : '$&')
  if (!own.startsWith('0')) return own.length < 8 ? problems.short : own.length > 12 ? problems.long : problems.start
  const whole = /^04[5-9]/.test(own) ? 10 : 9
  return own.length < whole ? problems.short : own.length > whole ? problems.long : problems.wrong
}
