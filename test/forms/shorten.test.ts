/** What a list shows of a text has its bounds, whatever a stranger typed. */
import { describe, expect, it } from 'vitest'
import { shorten } from '../../forms/kit/shorten.ts'

const bytes = (text: string) => Buffer.byteLength(text)
const [family, accent] = ['👩‍👩‍👧‍👦', '\u0301']

describe('shorten', () => {
  it.each([
    ['', 10, ''],
    ['precies 10', 10, 'precies 10'],
    ['een te veel', 10, 'een te…'],
    ['ëëëëë', 10, 'ëëëëë'],
    ['ëëëëëë', 10, 'ëëë…'],
    ['woord voor woord', 9, 'woord…'],
    [`ab${family}`, 27, `ab${family}`],
    [`ab${family}c`, 27, 'ab…'],
    [`a${accent.repeat(30_500)}`, 240, '…'],
    [`aan${accent.repeat(30_500)}`, 240, 'aa…'],
    ['a\ud83d', 4, 'a\ud83d'],
    ['aaa\ud83d\ud83d', 6, 'aaa…'],
  ])('%# past in zijn bytes', (text, most, expected) => {
    expect(shorten(text, most)).toBe(expected)
    expect(bytes(shorten(text, most))).toBeLessThanOrEqual(most)
  })

  it.each(['x', 'ë', '漢', '🏠', family, `e${accent}`, '\ud83d', '"'])('snijdt nooit in een teken: %j', (one) => {
    for (let most = 3; most < 80; most += 1) {
      const cut = shorten(one.repeat(50), most)
      expect(bytes(cut)).toBeLessThanOrEqual(most)
      if (cut.endsWith('…')) expect(cut.slice(0, -1).replaceAll(one, '')).toBe('')
    }
  })

  it('leest van een groot stuk alleen het begin', () => {
    const started = process.cpuUsage()
    shorten('a'.repeat(50_000_000), 240)
    expect(process.cpuUsage(started).user).toBeLessThan(100_000)
  })
})
