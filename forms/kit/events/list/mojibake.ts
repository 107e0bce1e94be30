/** "ZoÃ«" for "Zoë": UTF-8 that a program took for Windows-1252 before it was copied. */

/** The characters that Windows-1252 has at 0x80–0x9F (WHATWG Encoding, index windows-1252); the others are what they are. */
const high = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at))].map(
    (character, at) => [character, 0x80 + at],
  ),
)

/** What follows the first byte of a character in UTF-8, as Windows-1252 shows it. */
const tail = `[\\u0080-\\u00bf${[...high.keys()].join('')}]`
/** A first byte, with as many after it as it announces. */
const broken = new RegExp(`[\\u00c2-\\u00df]${tail}|[\\u00e0-\\u00ef]${tail}{2}|[\\u00f0-\\u00f4]${tail}{3}`, 'g')

const byteOf = (character: string): number => high.get(character) ?? character.charCodeAt(0)

function mendOne(written: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(written, byteOf))
  } catch {
    return written
  }
}

/** The text as it was meant, and how many characters were broken in it. Done twice: a list may have gone through two programs. */
export function mendMojibake(text: string): { text: string; mended: number } {
  let mended = 0
  const once = text.replace(broken, (written) => {
    const meant = mendOne(written)
    if (meant !== written) mended += 1
    return meant
  })
  return { text: once.replace(broken, mendOne), mended }
}
