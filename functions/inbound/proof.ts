/**
 * Whether a mail is of the domain its From names, as SES found when it took it in: the first Authentication-Results (RFC 8601) is its
 * own, written above whatever was sent.
 */
import type { Header } from 'postal-mime'

/** What SES calls itself there. */
const taker = 'amazonses.com'

export function provenFor(address: string, headers: readonly Header[]): boolean {
  const results = resultsOf(headers.find(({ key }) => key === 'authentication-results')?.value ?? '')
  const domain = domainOf(address)
  const [dmarc, ...others] = results.flatMap(({ method, result }) => (method === 'dmarc' ? [result] : []))
  if (others.length > 0) return false
  if (dmarc === 'pass') return true
  // Whose domain asks nothing is proven by its own signature, or by the server it names for its mail.
  return dmarc === 'none' && results.some((one) => passes(one, results, domain))
}

interface Result {
  method: string
  result: string
  /** What follows, by name. */
  about: ReadonlyMap<string, string>
}

/** Comments and what is quoted are somebody else's text. */
function resultsOf(value: string): Result[] {
  const [first = '', ...rest] = value
    .replace(/"[^"]*"/g, '')
    .replace(/\([^()]*\)/g, '')
    .split(';')
    .map((part) => part.trim())
  if (first !== taker) return []
  return rest.flatMap((part) => {
    const [head = '', ...about] = part.split(/\s+/)
    const [method = '', result = ''] = head.toLowerCase().split('=')
    return [{ method, result, about: new Map(about.map((pair) => splitAt(pair))) }]
  })
}

const splitAt = (pair: string): [string, string] => {
  const at = pair.indexOf('=')
  return [pair.slice(0, at).toLowerCase(), pair.slice(at + 1)]
}

function passes({ method, result, about }: Result, all: readonly Result[], domain: string): boolean {
  if (result !== 'pass') return false
  if (method === 'dkim') return isOf(domainOf(about.get('header.i') ?? about.get('header.d') ?? ''), domain)
  if (method !== 'spf') return false
  // SES puts a semicolon before it, as if it were a result of its own.
  const [envelope, ...others] = all.filter((one) => one.method === 'envelope-from')
  return envelope !== undefined && others.length === 0 && isOf(domainOf(envelope.result), domain)
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** The domain itself, or one below it. */
const isOf = (found: string, domain: string): boolean => found === domain || found.endsWith(`.${domain}`)
