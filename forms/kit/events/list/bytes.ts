/** What a file holds, as text: which encoding it is in, and what is no text at all. */

/** As `TextDecoder` names them (WHATWG Encoding). */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const
export type Encoding = (typeof encodings)[number]

export const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (omgekeerd)',
  'windows-1252': 'Windows-1252',
  macintosh: 'Macintosh',
}

const startsWith = (bytes: Uint8Array, ...begin: number[]): boolean => begin.every((byte, at) => bytes[at] === byte)

/** Bytes that are looked at to see that every other one is empty. */
const looked = 4_000

/** In what encoding these bytes are: as their mark says, else as they can be read without a fault. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  const empty = [0, 0]
  const some = bytes.subarray(0, looked)
  for (const [at, byte] of some.entries()) if (byte === 0) empty[at % 2] = (empty[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = empty
  // Of a European language nearly every other byte is empty; a stray NUL in a list is not that.
  if (odd > some.length / 4) return 'utf-16le'
  if (even > some.length / 4) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Without the mark that may stand before it. */
export const decoded = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes)

/** A workbook of Excel or another program, new (a ZIP) or old (OLE): not text, and the person is told what to do. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)
