/** Forms as no person fills them in: what is on a page, with one of many kinds of nonsense in it. */
import type { Numbers } from './numbers.ts'
import type { Visitor } from './visitor.ts'

export interface Form {
  action: string
  /** Everything a browser could send, buttons too; every choice of a question. */
  fields: readonly (readonly [name: string, value: string])[]
}

/** The forms of a page that are posted. */
export function formsIn(html: string, path: string): Form[] {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = '', inside = '']) => {
    if (!/method="post"/.test(attributes)) return []
    const action = new URL(attributeIn(attributes, 'action') ?? path, `http://localhost${path}`)
    const controls = inside.matchAll(/<(input|textarea|button|select)([^>]*)>([^<]*)/g)
    const fields = [...controls].flatMap(([, kind, own = '', text = '']): [string, string][] => {
      const name = attributeIn(own, 'name')
      return name === undefined ? [] : [[name, kind === 'textarea' ? text.trim() : (attributeIn(own, 'value') ?? '')]]
    })
    return [{ action: action.pathname + action.search, fields }]
  })
}

const attributeIn = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"')

const kB = 1024
const texts: readonly string[] = [
  '',
  ' ',
  'gewone tekst',
  'x'.repeat(201),
  'x'.repeat(5001),
  'x'.repeat(2049),
  'x'.repeat(65 * kB),
  '中'.repeat(7000),
  'ﷺ'.repeat(3000),
  '👨‍👩‍👧‍👦'.repeat(900),
  `e${'\u0301'.repeat(600)}`,
  `e${'\u0301\u0316'.repeat(5000)}`,
  `${'e\u0301\u00ad'.repeat(2000)}`,
  '\u202e\u2066\u2067\u200f\u061c',
  '\u0000',
  '\u0001\u001b\u007f\u0085',
  '\ufffd\uffff\ufeff\u200b',
  '\ud800',
  '\udfff\ud800',
  'İıſKÅ',
  '\r\n\r\nBcc: sam@ocmw.example',
  '\u2028\u2029',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '{{7*7}}',
  '%00%ED%A0%80%zz%',
  '../../etc/passwd',
  '#pk|sk;"',
  '__proto__',
  'constructor',
  'toString',
  '{"a":{"b":[]}}',
  '[object Object]',
]
const numbers: readonly string[] = [
  '-1',
  '0',
  '1e309',
  'NaN',
  'Infinity',
  '0x10',
  '9'.repeat(400),
  '99999999999999999999',
  '2.5',
  '٣',
  '00000000000000000000001',
]
const addresses: readonly string[] = [
  `noor@${'A'.repeat(16_385)}`,
  'A'.repeat(16_385),
  `noor@${'A'.repeat(16_385)}.be`,
  `noor@${'xn--'.repeat(500)}.be`,
  'noor@xn--.be',
  'noor@[::1]',
  'noor@0x7f.1',
  'noor@例え.テスト',
  `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.be`,
  `noor@${'\u00ad'.repeat(300)}a.be`,
  '@',
  'https://[',
  'https://'.padEnd(3000, 'é'),
  'javascript:alert(1)',
  '+'.padEnd(5000, ' ').padEnd(5010, '4'),
  '0478/12.34.56',
  'LCO-7K3M-9QX2-4T',
  `${'LCO-7K3M-9QX2-4T '.repeat(1000)}`,
]
const dates: readonly string[] = [
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '31/12/9999',
  '1/1/0001',
  '29/2/2027',
  '275760-09-13',
  '28/3/2027',
  '31/10/2027',
  '2.30',
  '24.00',
  '23:59',
  '99.99',
]
const lists: readonly string[] = [
  'e-mail\r\n"',
  'e-mail;naam\r\na@b.be;"x""y\r\n',
  `e-mail;${'naam;'.repeat(2000)}\r\na@b.be`,
  `e-mail\r\n${'x\r\n'.repeat(5000)}`,
  `e-mail\r\n${Array.from({ length: 300 }, (_, index) => `a${index}@b.be`).join('\r\n')}`,
  `e-mail;naam\r\na@b.be;e${'\u0301'.repeat(600)}`,
  '\ufefféméil;\u0000',
]
const values = [...texts, ...numbers, ...addresses, ...dates, ...lists]

/** As bytes that no `encodeURIComponent` would write. */
const rawValues: readonly string[] = [
  '%ED%A0%80',
  '%ED%BF%BF%ED%A0%80',
  '%00',
  '%',
  '%F',
  '%zz',
  '%FF%FE',
  '%C0%AF',
  '%F4%90%80%80',
  '%E2%80%AE',
  '+'.repeat(3000),
  '%25'.repeat(3000),
  '='.repeat(3000),
]
const names: readonly string[] = [
  '__proto__',
  'constructor.prototype.x',
  'a[b][c]',
  'a'.padEnd(400, '[b]'),
  'betrokkenen[99].dienst',
  'betrokkenen[0].dienst',
  'betrokkenen[0][dienst]',
  'naam[]',
  '',
  ' ',
  'hasOwnProperty',
  '.',
  'x'.repeat(5000),
  '\u0000',
  'é\u0301',
]

const encode = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1)
const pair = (name: string, value: string): string => `${encode(name)}=${encode(value)}`

/** One body for this form, with something wrong in it. */
export function nonsenseFor({ fields }: Form, { below, pick, text }: Numbers): string {
  const own = fields.length > 0 ? fields : ([['x', '']] as const)
  const [target] = pick(own)
  const value = pick(values)
  const asSent = own.map(([name, kept]) => pair(name, kept))
  const changed = own.map(([name, kept]) => pair(name, name === target ? value : kept || pick(['', 'x', value])))
  const kinds: readonly (() => string[])[] = [
    () => changed,
    () => changed,
    () => changed,
    () => own.map(([name]) => pair(name, value)),
    () => own.map(([name, kept]) => (below(2) ? pair(name, pick(values)) : pair(name, kept))),
    () => own.map(([name, kept]) => (name === target ? `${encode(name)}=${pick(rawValues)}` : pair(name, kept))),
    () => own.flatMap(([name, kept]) => (name === target ? [] : [pair(name, kept)])),
    () => [...asSent, pair(target, value), pair(target, value)],
    () => [...asSent, pair(pick(names), value)],
    () => [...asSent, ...names.map((name) => pair(name, pick(texts)))],
    () =>
      own.map(([name, kept]) => pair(name === target ? `${name}${pick(['[0]', '[b][c]', '.x', '[]'])}` : name, kept)),
    () => Array.from({ length: pick([499, 501, 8000]) }, () => pick(['a', target, pair(target, 'x')])),
    () => [pick(rawValues), text(['&', '=', '%', 'a', '\u0000', '中', '\ud800', '+', ';'], below(3000))],
    () => [],
  ]
  return pick(kinds)().join('&')
}

/** Parts of an address that no link of ours has. */
export const nonsensePart = ({ pick }: Numbers): string =>
  pick([
    () => encodeURIComponent(pick(values).toWellFormed()).slice(0, 6000) || '_',
    () => pick(rawValues.filter((raw) => !raw.startsWith('='))).slice(0, 6000),
    () => 'A'.repeat(pick([1, 43, 255, 256, 2049, 6000])),
    () => pick(['d0000000-0000-7000-8000-000000000000', '2026-13-45', '9999-99-99', 'aanvaarden', 'test', 'x']),
  ])()

/** Sends what a form could be made to send. */
export const postRaw = (visitor: Visitor, path: string, body: string, origin: string): Promise<Response> =>
  visitor.send(path, { method: 'POST', body, headers: { origin, 'content-type': 'application/x-www-form-urlencoded' } })
