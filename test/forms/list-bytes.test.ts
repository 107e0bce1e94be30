/** Files in the encodings that programs here write, and characters that another program broke. */
import { describe, expect, it } from 'vitest'
import { decoded, encodingOf, isWorkbook } from '../../forms/kit/events/list/bytes.ts'
import { mendMojibake } from '../../forms/kit/events/list/mojibake.ts'

const text = 'naam;e-mail\r\nZoë D’Hondt;zoe@caw.example'
const utf16 = (order: 'le' | 'be', mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
const windows = Buffer.from(text.replace('’', '\u0092'), 'latin1')

describe('een bestand', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 met een merkteken', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 LE', utf16('le', true), 'utf-16le'],
    ['UTF-16 BE', utf16('be', true), 'utf-16be'],
    ['UTF-16 LE zonder merkteken', utf16('le', false), 'utf-16le'],
    ['UTF-16 BE zonder merkteken', utf16('be', false), 'utf-16be'],
    ['Windows-1252', windows, 'windows-1252'],
  ] as const)('%s', (_, bytes, encoding) => {
    expect([encodingOf(bytes), decoded(bytes, encodingOf(bytes))]).toEqual([encoding, text])
  })

  it.each([
    ['leeg', [], 'utf-8'],
    ['één NUL in een tekst', [...Buffer.from('Noor\u0000;noor@caw.example')], 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    expect(encodingOf(Uint8Array.from(bytes))).toBe(encoding)
  })

  it.each([
    ['xlsx', [0x50, 0x4b, 3, 4, 20], true],
    ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], true],
    ['PK in een tekst', [...Buffer.from('PKL;x')], false],
  ])('%s is een werkmap: %#', (_, bytes, is) => {
    expect(isWorkbook(Uint8Array.from(bytes))).toBe(is)
  })
})

it.each([
  ['ZoÃ«', 'Zoë', 1],
  ['ZoÃƒÂ«', 'Zoë', 2],
  ['dâ€™Hondt, â‚¬ 5', 'd’Hondt, € 5', 2],
  ['FranÃ§ois en ZoÃ«', 'François en Zoë', 2],
  ['Zoë François Åse', 'Zoë François Åse', 0],
  ['« citaat »', '« citaat »', 0],
  ['Ã alleen', 'Ã alleen', 0],
])('%s wordt %s', (broken, meant, mended) => {
  expect(mendMojibake(broken)).toEqual({ text: meant, mended })
})
