/**
 * One e-mail address out of what people paste: from a mail program, an address book, a spreadsheet, a link. Read only where
 * nothing else can be meant; otherwise it says what to mend. What is an address is contact.ts.
 */
import { cleanCode, type Read } from './clean.ts'
import { normalizeEmail } from './contact.ts'

const example = 'bijvoorbeeld naam@dienst.be'

const problems = {
  incomplete: `Dit adres is niet volledig. Kijk het na, ${example}`,
  spaces: `Vul alleen het adres in, zonder spaties of andere woorden, ${example}`,
  comma: `Er staat een komma in dit adres waar een punt hoort. Kijk het na, ${example}`,
  long: `Dit adres is te lang. Kijk het na, ${example}`,
  wrong: `Dit adres klopt niet. Kijk het na, ${example}`,
}

/** Code units of an address with a name around it, twice: more is no address, and is not looked at. */
const longestTyped = 700

/** An address with nothing around it. */
const addressShape = /[^\s<>()[\]{}",;:|@]+@[^\s<>()[\]{}",;:|@]+/g

/** `mailto:`, in a link or before one; and the subject that a link may bring along. */
const withoutMailto = (text: string): string =>
  /mailto:/i.test(text) ? text.replace(/mailto:/gi, ' ').replace(/(@[^\s?>)\]]+)\?[^\s>)\]]*/g, '$1') : text

/** Quotes and stops around an address belong to the sentence or the list it stood in. */
const withoutEnds = (text: string): string => text.replace(/^['.]+|['.!?]+$/g, '')

/** What may stand before an address: nothing, "E-mail:", or a name and a bracket. */
const before = /^[\s<>()[\]{}"',;:.|*-]*$|^[\s"'*-]*(?:e-?)?mail(?:-?adres)?\s*[:=]?\s*[<([]?\s*$|^[^@]*[<([]\s*$/i
/** After it: nothing, or one word about it in brackets, "(werk)". */
const after = /^[\s<>()[\]{}"',;:.!?|*]*$|^\s*\(\p{L}+\)[\s,;.]*$/u
/** Between the same address twice, as Outlook and a web page give it. */
const between = /^[\s<>()[\]{}"',;:|]*$/

/** `error`: what the question says when there is no address, or more than one. */
export function readEmail(typed: string, error: string): Read<string> {
  const text = withoutMailto(cleanCode(typed))
  if (text.length > longestTyped) return { problem: problems.long }
  // A keyboard that puts a space after a word.
  const joined = /^[^\s@]+ ?@ ?[^\s@]+$/.test(text) ? text.replaceAll(' ', '') : text
  const found = [...joined.matchAll(addressShape)]
  const [first] = found
  if (!first || found.length !== joined.split('@').length - 1) return { problem: problemIn(joined, error) }
  const addresses = found.map(([written]) => normalizeEmail(withoutEnds(written)))
  const [address] = addresses
  if (!address || addresses.some((one) => one?.toLowerCase() !== address.toLowerCase()))
    return { problem: problemIn(joined, error) }
  const [left = '', ...others] = joined.split(addressShape)
  const right = others.pop() ?? ''
  return before.test(left) && after.test(right) && others.every((one) => between.test(one))
    ? { value: address }
    : { problem: problemIn(joined, error) }
}

function problemIn(text: string, error: string): string {
  const parts = text.split('@')
  if (parts.length > 2) return error
  const core = text.replace(/^[^@]*[<([]|[>)\]][^@]*$/g, '').replace(/^[\s"';:,.]+|[\s"';:,.]+$/g, '')
  const [local = '', domain = ''] = core.split('@')
  if (parts.length === 1 || local === '' || domain === '') return problems.incomplete
  if (/^[^\s,;]*[,;] ?\p{L}+$/u.test(domain)) return problems.comma
  if (/[\s,;:"]/.test(core)) return problems.spaces
  if (local.length > 64 || domain.length > 190) return problems.long
  if (!/\..*\p{L}{2}/u.test(domain)) return problems.incomplete
  const strange = /[^\w!#$%&'*+/=?^`{|}~.-]/u.exec(local)?.[0]
  return strange && /[\p{L}\p{S}]/u.test(strange)
    ? `“${strange}” kan niet voor de @ van een e-mailadres staan. Kijk het na, ${example}`
    : problems.wrong
}
