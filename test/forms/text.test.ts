import { describe, expect, it } from 'vitest'
import { cleanText } from '../../forms/kit/clean.ts'
import {
  countCharacters,
  holdsNationalNumber,
  isBlank,
  textProblem,
  unreadableIn,
  withoutAccents,
} from '../../forms/kit/text.ts'
import { numbersFrom } from '../support/numbers.ts'

describe('rijksregisternummer', () => {
  // Fictitious people: 30 July 1985, and 1 January 2001 (counted with a leading 2).
  it.each([
    ['with dots', '85.07.30-033.28'],
    ['without anything', '85073003328'],
    ['with spaces', '85 07 30 033 28'],
    ['inside a sentence', 'Nummer 85.07.30-033.28, graag bellen'],
    ['after other digits', '12 85 07 30 033 28'],
    ['born in 2001', '01.01.01-001.26'],
    ['bis number, month + 20', '85.27.30-033.71'],
    ['bis number, month + 40', '85.47.30-033.17'],
    ['full-width digits', '８５０７３００３３２８'],
    ['a filler between the digits', [...'85073003328'].join('\u3164')],
    ['a joiner between the digits', [...'85073003328'].join('\u034f')],
    ['a stroke through each digit', [...'85073003328'].map((digit) => `${digit}\u0336`).join('')],
  ])('%s is found', (_, text) => expect(holdsNationalNumber(text)).toBe(true))

  it.each([
    ['wrong check digits', '85.07.30-033.29'],
    ['a month that does not exist', '85.14.30-033.00'],
    ['a phone number after a plus', '+85 07 30 033 28'],
    ['an account number', 'BE68 5390 0754 7034'],
    ['more digits than a number has', '850730033281'],
    ['ordinary numbers', 'op 21/5/2027 om 14.30 uur, 3 kinderen'],
  ])('%s is not', (_, text) => expect(holdsNationalNumber(text)).toBe(false))
})

describe('characters', () => {
  it.each([
    ['plain text', 'abc', 3],
    ['Zoë D’Hondt', 'Zoë D’Hondt', 11],
    ['a decomposed é', 'e\u0301', 1],
    ['a family emoji', '👨‍👩‍👧‍👦', 1],
    ['a new line', 'a\nb', 3],
  ])('%s', (_, text, count) => expect(countCharacters(text)).toBe(count))

  it.each([[''], ['  \n '], ['\u200b\u200d\ufeff'], ['\u2060 \u00ad']])('%j shows nothing', (text) =>
    expect(isBlank(text)).toBe(true),
  )
  it.each([
    ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
    ['Braille without dots', '\u2800'],
    ['a joiner that joins nothing', '\u034f'],
    ['variation selectors', '\ufe0f\u{e0100}\u180b'],
    ['tags', '\u{e0041}\u{e0001}'],
    ['marks on nothing', ' \u0301\u20e3'],
    ['Khmer vowels that are not drawn', '\u17b4\u17b5'],
    ['line and paragraph separators', '\u2028\u2029'],
  ])('%s show nothing', (_, text) => expect(isBlank(text)).toBe(true))
  it.each([['a'], ['\u202eabc'], ['0'], ['e\u0301'], ['\u1100\u1160'], ['8\ufe0f\u20e3']])(
    '%j shows something',
    (text) => expect(isBlank(text)).toBe(false),
  )
  it.each([['a\u0000'], ['\ufffd']])('%j cannot be read', (text) => expect(unreadableIn(text)).toBeDefined())
  it.each([['a\nb\tc'], ['\u202eabc'], ['Zoë']])('%j can', (text) => expect(unreadableIn(text)).toBeUndefined())
})

describe('a text is bounded three ways', () => {
  const marks = (count: number) => `e${'\u0301'.repeat(count)}`
  const message = (place: number, letter = '') =>
    `Teken ${place}${letter && ` (“${letter}”)`} heeft te veel accenten of delen. Typ het opnieuw, zonder.`

  it.each([
    ['Vietnamese', 'Nguyễn Thị Hạnh đồng ý'],
    ['Vietnamese, taken apart', 'Nguyễn Thị Hạnh đồng ý'.normalize('NFD')],
    ['Hebrew with vowels and accents', 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים'],
    ['Arabic with vowels', 'السَّلَامُ عَلَيْكُمْ'],
    ['Devanagari', 'हिन्दी क्षत्रिय र्त्स्न्य'],
    ['Thai', 'ที่นี่ น้ำ ผู้ใหญ่'],
    ['Burmese', 'ကြွှို့ံ မြန်မာ'],
    ['Khmer', 'ស្ត្រី ខ្មែរ'],
    ['Tibetan, the tallest stack', 'ཧྐྵྨླྺྼྻྂ'],
    ['Korean', '한국어'.normalize('NFD')],
    ['emoji of many parts', '👩🏽‍❤️‍💋‍👨🏿👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿8️⃣🇧🇪'],
    ['200 family emoji', '👨‍👩‍👧‍👦'.repeat(200)],
    ['200 Tibetan stacks', 'ཧྐྵྨླྺྼྻྂ'.repeat(200)],
    ['eight marks', marks(8)],
  ])('%s is fine', (_, text) => expect(textProblem(cleanText(text), 200)).toBeUndefined())

  it.each([
    ['nine marks', `ab ${marks(9)}`, message(4, 'e')],
    ['nine marks on a letter that has one in its code', `é${'\u0302'.repeat(8)}`, message(1, 'e')],
    ['30,500 marks', marks(30_500), message(1, 'e')],
    ['marks with joiners between', `e${'\u0301\u200d'.repeat(9)}`, message(1, 'e')],
    ['marks on nothing', '\u0489'.repeat(600), message(1)],
    ['marks that stand beside the letter', `क${'\u093e'.repeat(600)}`, message(1, 'क')],
    ['forty people joined to one', '👨\u200d'.repeat(40), message(1)],
    ['a hundred letters that are one syllable', '\u1100'.repeat(100), message(1, '\u1100')],
    ['Zalgo', 'H̶̡̢̛̱̖̪͖̀̐̍͌̈́ȩ̶̛̖̤̟͖̯̑́̍͊̃̕', message(1, 'H')],
    [
      '200 emoji of fifteen codes',
      '👩🏽‍❤️‍💋‍👨🏿'.repeat(200),
      'Dit antwoord heeft te veel samengestelde tekens, zoals emoji. Laat er een aantal weg.',
    ],
    ['201 flags', '🇧🇪'.repeat(201), '1 teken te veel. U kunt hier hoogstens 200 tekens schrijven.'],
  ])('%s is not', (_, text, problem) => expect(textProblem(cleanText(text), 200)).toBe(problem))

  it('characters are the same, wherever the text is cut to be counted', () => {
    const segmenter = new Intl.Segmenter('nl', { granularity: 'grapheme' })
    const parts = [
      'a',
      'e\u0301',
      '👍🏽',
      '👨‍👩‍👧‍👦',
      '🇧',
      '🇪',
      'क्',
      'ष',
      '\ud83c',
      '\udffb',
      '\r',
      '\n',
      '中',
      '\u0600',
    ]
    const { below, text: textOf } = numbersFrom(7)
    for (let round = 0; round < 2_000; round += 1) {
      const text = textOf(parts, below(300))
      expect(countCharacters(text)).toBe([...segmenter.segment(text)].length)
    }
  })

  // Seconds and gigabytes, when all of it is cut up or put in order at once.
  it.each([
    ['marks in the wrong order', `e${'\u0301\u0316'.repeat(16_000)}`],
    ['characters that are no letters', `${'e\u0301\u00ad'.repeat(10_000)}`],
    ['Chinese', '中'.repeat(21_000)],
    ['digits with marks', `8${'\u0301\u0316'.repeat(16_000)}5`],
  ])('64 KB of %s takes no time', (_, text) => {
    const before = process.cpuUsage()
    textProblem(cleanText(text), 5000)
    withoutAccents(text)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(500)
  })
})
