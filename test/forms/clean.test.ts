/** What people paste, out of Word, a PDF, a mail program, an address book or a spreadsheet: cleaned before it is judged. */
import { describe, expect, it } from 'vitest'
import { cleanCode, cleanNumber, cleanText } from '../../forms/kit/clean.ts'
import { readHour } from '../../forms/kit/local-time.ts'
import { readDay } from '../../forms/kit/read-day.ts'
import { readEmail } from '../../forms/kit/read-email.ts'
import { readPostcode } from '../../forms/kit/read-number.ts'
import { readPhone } from '../../forms/kit/read-phone.ts'
import { holdsNationalNumber, isBlank, textProblem, unreadableIn } from '../../forms/kit/text.ts'
import { type Numbers, numbersFrom } from '../support/numbers.ts'

describe('words', () => {
  it.each([
    ['a line end within a paragraph of Word', 'een\u000btwee', 'een\ntwee'],
    ['a page end', 'een\u000ctwee', 'een\ntwee'],
    ['line ends of Windows, an old Mac, old mail and the web', 'a\r\nb\rc\u0085d\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
    ['Word’s hyphen that does not break', 'e\u001email, lco\u001eaanvraag', 'e-mail, lco-aanvraag'],
    ['the same sign between records', 'Jan \u001e Sam\u001e', 'Jan   Sam'],
    ['Word’s optional hyphen', 'samen\u001fwerking', 'samenwerking'],
    ['the same sign between fields', 'Jan\u001fPeeters', 'Jan Peeters'],
    ['a word that a PDF broke', 'samen\u0002werking, be\ufffegeleiding', 'samenwerking, begeleiding'],
    ['a soft hyphen', 'samen\u00adwerking', 'samenwerking'],
    ['other control characters', 'a\u0001b\u0007c\u001bd\u007fe\u0090f', 'a b c d e f'],
    ['the place of a picture', 'Groet\ufffc Noor', 'Groet  Noor'],
    ['a byte order mark', '\ufeffNoor', 'Noor'],
    ['zero width', 'No\u200bor\u2060 Peet\ufeffers', 'Noor Peeters'],
    ['spaces of a web page and a typesetter', 'Noor\u00a0van\u202fden\u2009Berg', 'Noor van den Berg'],
    ['a bullet of Word', '\uf0b7 eerst\n\uf0a7 dan', '• eerst\n• dan'],
    ['an é of two characters', 'Andre\u0301', 'André'],
  ])('%s', (_, typed, seen) => expect(cleanText(typed)).toBe(seen))

  it.each([
    ['typographic quotes and dashes', 'Zoë D’Hondt – “thuis”…'],
    ['a hyphen that does not break', 'e\u2011mail'],
    ['a family emoji', '👨‍👩‍👧‍👦'],
    ['a flag of parts', '🏴‍☠️'],
    ['Persian with joiners left out', 'می\u200cخواهم'],
    ['Sinhala with a joiner', 'ශ්\u200dරී'],
    ['Khmer with word ends', 'ខ្ញុំ\u200bចង់'],
    ['Arabic with marks of direction', '\u200fمركز\u200e CAW'],
    ['an override, which pages isolate', '\u202eedlam\u2066'],
    ['tabs and line ends', 'a\tb\n\nc'],
    ['a wide space of Chinese', '我\u3000们'],
    ['a NUL, which is asked again', 'a\u0000b'],
  ])('%s stay', (_, typed) => expect(cleanText(typed)).toBe(typed))

  it('is the same the second time', () => {
    const { below, text } = numbersFrom(18)
    const letters = [
      ...'abZé’-• \n',
      '\r',
      '\u000b',
      '\u001e',
      '\u001f',
      '\u0002',
      '\u200b',
      '\u00ad',
      '\u0301',
      '👨‍👩‍👧',
      '\ufffc',
      '\u0085',
    ]
    for (let round = 0; round < 2_000; round += 1) {
      const once = cleanText(text(letters, below(30)))
      expect(cleanText(once)).toBe(once)
    }
  })

  it('only what nobody sees is nothing', () => {
    for (const nothing of ['\u000b', '\u001e\u001f', '\u007f\u0085', '\ufffc', '\ufeff\u200b'])
      expect(isBlank(nothing)).toBe(true)
    expect(isBlank('\u0000')).toBe(false)
  })
})

describe('what nobody can read is told with its place', () => {
  it.each([
    ['a\u0000b', 'Teken 2 (na “a”)'],
    ['\u0000', 'Teken 1'],
    ['Wil graag\ufffd rust', 'Teken 10 (na “graag”)'],
    ['👨‍👩‍👧‍👦 \ufffd', 'Teken 3'],
    ['eerste regel\ntweede \ufffdregel', 'Regel 2, teken 8 (na “tweede”)'],
    ['eerste\ufffd\ntweede', 'Regel 1, teken 7 (na “eerste”)'],
  ])('%j: %s', (text, place) => {
    const told = `${place} kunnen we niet lezen. Wis het en typ het opnieuw.`
    expect([unreadableIn(text), textProblem(text, 200)]).toEqual([told, told])
  })
})

describe('a rijksregisternummer, whatever came along', () => {
  const digits = [...'85073003328']
  it.each(
    [
      '\u001e',
      '\u001f',
      '\u0002',
      '\u0001',
      '\u000b',
      '\u0085',
      '\u2028',
      '\u202a',
      '\u200b',
      '\u00ad',
      '\ufeff',
      '\ufffe',
      '\ufffc',
      '\u00a0',
      '\u2011',
    ].map((sign) => [sign]),
  )('%j between its parts and its digits', (sign) => {
    const parts = ['85', '07', '30', '033', '28'].join(sign)
    const after = /[\p{Cf}\p{DI}]/u.test(sign) ? [] : [`1${sign}${parts}`]
    for (const text of [parts, `Nr. ${parts}${sign}, graag`, ...after])
      expect([holdsNationalNumber(text), holdsNationalNumber(cleanText(text))]).toEqual([true, true])
    if (!/[\s\u2011]/.test(sign)) expect(holdsNationalNumber(digits.join(sign))).toBe(true)
  })

  it('in Arabic digits', () => {
    const arabic = digits.map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('')
    expect(holdsNationalNumber(arabic)).toBe(true)
  })
})

/** The same, as another program gives it. */
const sometimes = ({ below }: Numbers, one: string, other: string): string => (below(2) ? one : other)

/** Signs nobody sees, here and there; around it what a copy brings along. */
function pasted(numbers: Numbers, text: string): string {
  const unseen = ['\u200b', '\u00ad', '\u2060', '\ufeff', '\u202a', '\u202c', '\u200e', '\u2066', '\u2069', '']
  const around = ['', ' ', '\t', '\n', '\r\n', '\u000b', '\u00a0', '\u3000', '\u001f', '\u000c', '\u2028']
  const within = [...text].map((letter) => letter + (numbers.below(6) ? '' : numbers.pick(unseen))).join('')
  return numbers.pick(around) + numbers.pick(unseen) + within + numbers.pick(around)
}

const hyphens = ['-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\u001e']
const blanks = [' ', '\u00a0', '\u202f', '\u2009', '\t']
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
const digitsOf = (numbers: Numbers, text: string): string =>
  numbers.pick([
    text,
    text,
    text.replace(/\d/g, wide),
    text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  ])

const rounds = Array.from({ length: 200 }, (_, round) => [round] as const)

describe.each(rounds)('variant %i is as good as the plain one', (round) => {
  const numbers = numbersFrom(1_000 + round)
  const { pick } = numbers

  it('of an e-mail address', () => {
    const [plain, written] = pick([
      ['noor@caw.example', 'noor@caw.example'],
      ["o'brien@caw.example", pick(['o’brien@caw.example', "o'brien@caw.example", 'oʼbrien@caw.example'])],
      ['jan-piet@ocmw-aalst.example', `jan${pick(hyphens)}piet@ocmw${pick(hyphens)}aalst.example`],
    ] as const)
    const around = pick<(address: string) => string>([
      (address) => address,
      (address) => `mailto:${address}`,
      (address) => `mailto:${address}?subject=Vraag%20over%20zorg`,
      (address) => `<${address}>`,
      (address) => `Noor D’Hondt <${address}>`,
      (address) => `"D'Hondt, Noor" <${address}>;`,
      (address) => `“Noor” <${address}>`,
      (address) => `Noor [mailto:${address}]`,
      (address) => `Noor (${address})`,
      (address) => `${address}<mailto:${address}>`,
      (address) => `[${address}](mailto:${address})`,
      (address) => `${address};`,
      (address) => `${address},`,
      (address) => `${address}.`,
      (address) => `(${address})`,
      (address) => `'${address}'`,
      (address) => `«${address}»`,
      (address) => `E-mail: ${address}`,
      (address) => `${address} (werk)`,
    ])
    const typed = pasted(numbers, around(sometimes(numbers, written, wide(written).normalize('NFC'))))
    expect([typed, readEmail(typed, '')]).toEqual([typed, { value: plain }])
  })

  it('of a phone number', () => {
    const between = pick([...hyphens, ...blanks, '.', '/', '', '·'])
    const groups = pick([
      ['0478', '12', '34', '56'],
      ['+32', '478', '12', '34', '56'],
      ['+32 (0)478', '12', '34', '56'],
      ['0032', '478', '123', '456'],
      ['(0478)', '12', '34', '56'],
      ['(+32)', '478', '123', '456'],
      ['478', '12', '34', '56'],
      ['32', '478', '12', '34', '56'],
    ])
    const around = pick<(number: string) => string>([
      (number) => number,
      (number) => `tel:${number}`,
      (number) => `Tel: ${number}`,
      (number) => `Tel. ${number}`,
      (number) => `GSM ${number}`,
      (number) => `${number} (gsm)`,
      (number) => `${number} werk`,
      (number) => `${number};`,
      (number) => `"${number}"`,
    ])
    const typed = pasted(numbers, around(digitsOf(numbers, groups.join(between))))
    expect([typed, readPhone(typed, '')]).toEqual([typed, { value: '+32478123456' }])
  })

  it('of a postcode', () => {
    const number = digitsOf(numbers, '9308')
    const typed = pasted(
      numbers,
      pick([
        number,
        `${number}${pick(blanks)}Moorsel`,
        `Moorsel${pick(blanks)}${number}`,
        `B${pick(hyphens)}${number}`,
        `BE ${number} Moorsel`,
        `${number} Moorsel (Aalst)`,
        `Moorsel, ${number}`,
        `${number}.`,
      ]),
    )
    expect([typed, readPostcode(typed)]).toEqual([typed, '9308'])
  })

  it('of a date and an hour', () => {
    const figures = pick(['2027-06-08', '8/6/2027', '8.6.27', '08-06-2027', '8/6/’27', '08062027', '20270608'])
    const words = pick([
      '8 juni 2027',
      'di 8 juni 2027',
      'dinsdag 8 juni 2027',
      '8e juni 2027',
      '8 jun. ’27',
      'Dinsdag, 8 juni 2027',
    ])
    const typed = pasted(
      numbers,
      digitsOf(numbers, sometimes(numbers, figures, words)).replace(/-/g, () => pick(hyphens)),
    )
    expect([typed, readDay(typed)]).toEqual([typed, '2027-06-08'])
    const hour = pasted(
      numbers,
      digitsOf(
        numbers,
        pick(['9u30', '9.30', '09:30', '0930', '9,30', '9h30', '9.30 u', '9.30 uur', '9 u 30', '9u30 uur']),
      ),
    )
    expect([hour, readHour(hour)]).toEqual([hour, '09:30'])
  })
})

it('a raised, a circled or a half digit is not one of a number', () => {
  for (const text of ['3²', '①', '½']) expect(cleanNumber(text)).toBe(text)
})

it('an apostrophe, a quote and a slash are those of a keyboard', () => {
  expect(cleanCode('o’brien “x” 1⁄2 a–b\u3000c')).toBe(`o'brien "x" 1/2 a-b c`)
})

// Seconds, when a pattern goes back over what it read.
it.each([
  ['dots', '.'.repeat(64_000)],
  ['hyphens', `${'-'.repeat(64_000)}b`],
  ['letters', 'A'.repeat(64_000)],
  ['signs', '@'.repeat(64_000)],
  ['brackets', '<'.repeat(64_000)],
  ['spaces', `a${' '.repeat(64_000)}b`],
  ['control characters', `a${'\u001e\u001f'.repeat(32_000)}b`],
  ['a NUL behind dashes', `${'-'.repeat(64_000)}\u0000`],
  ['digits', '1'.repeat(64_000)],
])('64 KB of %s takes no time', (_, text) => {
  const before = process.cpuUsage()
  cleanText(text)
  unreadableIn(text)
  holdsNationalNumber(text)
  for (const read of [
    (typed: string) => readEmail(typed, ''),
    (typed: string) => readPhone(typed, ''),
    readPostcode,
    readDay,
    readHour,
  ])
    read(text)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(500)
})
