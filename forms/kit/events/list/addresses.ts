/** Addresses as a mail program gives them: `Jan Peeters <jan@x.be>; An <an@x.be>`, one a line, or one after the other. */

/** Somebody in a text of addresses, or a piece of it in which no address stands. */
export interface Loose {
  /** Where it stands: line, from 1, and how many came before it on that line. */
  line: number
  nth: number
  naam: string
  /** As it was written. */
  email: string
}

/** No sign of an address. */
const stops = /[\s<>()[\]{}",;:|@]/
/** Code units of an address on each side of its @, and more. */
const longestSide = 250

interface Found {
  from: number
  to: number
  written: string
}

/** What has the shape of an address, in the order of the text; each sign is looked at a few times, however long the text is. */
export function addressesIn(text: string): Found[] {
  const found: Found[] = []
  let before = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at
    while (from > before && at - from < longestSide && !stops.test(text[from - 1] ?? ' ')) from -= 1
    let to = at + 1
    while (to < text.length && to - at < longestSide && !stops.test(text[to] ?? ' ')) to += 1
    if (from === at || to === at + 1) continue
    found.push({ from, to, written: text.slice(from, to) })
    before = to
  }
  return found
}

/** "Aan:" and the like, before the addresses of a mail. */
const label = /^\s*(?:aan|to|à|cc|bcc|cci|van|from|de)\s*:/i

/** Code units of the words before an address that are looked at; a name has 200 at most. */
const longestWords = 2_000

/** The words before an address without what holds them together. */
const nameIn = (text: string): string =>
  text
    .slice(-longestWords)
    .replace(label, '')
    .replace(/mailto:/gi, '')
    .replace(/^\s*\d{1,4}[.)]\s+/, '')
    .replace(/^[\s<>()[\]{}"',;:|*•·–-]+|[\s<>()[\]{}"',;:|*•·–-]+$/g, '')
    .replaceAll('"', '')

/** Pieces between `;`, but for one within quotation marks, with where they begin. */
function piecesOf(line: string): string[] {
  if (!line.includes('"') || line.split('"').length % 2 === 0) return line.split(/[;\t]/)
  return line.match(/(?:"[^"]*"|[^";\t])+/g) ?? []
}

/** Everybody in a line; the same address twice in a row, as Outlook and a web page write it, is one. */
function looseIn(text: string, line: number): Loose[] {
  const all: Loose[] = []
  const put = (naam: string, email: string) => all.push({ line, nth: all.length + 1, naam, email })
  for (const piece of piecesOf(text)) {
    const found = addressesIn(piece)
    if (found.length === 0) {
      const words = nameIn(piece)
      if (words) put(words, '')
      continue
    }
    let end = 0
    let last = ''
    for (const { from, to, written } of found) {
      const words = nameIn(piece.slice(end, from))
      end = to
      if (written.toLowerCase() === last.toLowerCase() && words === '') continue
      put(words, written)
      last = written
    }
    const after = /^[>\s]*\(([^()]+)\)\s*$/.exec(piece.slice(end))?.[1]
    const only = all.at(-1)
    if (after && only?.naam === '') only.naam = nameIn(after)
  }
  return all
}

/** Everybody in a text of addresses. */
export const looseAddresses = (lines: readonly string[]): Loose[] =>
  lines.flatMap((text, at) => (text.trim() === '' ? [] : looseIn(text, at + 1)))

/** `Jan <jan@x.be>` */
function isBracketed(piece: string): boolean {
  const at = piece.indexOf('@', piece.indexOf('<') + 1)
  return piece.includes('<') && at >= 0 && piece.indexOf('>', at) >= 0
}

/** Lines that tell whether this is a table or addresses one after the other. */
const looked = 50

/**
 * Whether a text is no table: its lines are names with an address in brackets, or several addresses after each other, or an
 * address each. In a table a piece between two signs is more often something else.
 */
export function isLoose(lines: readonly string[]): boolean {
  const some = lines.filter((line) => line.trim() !== '').slice(0, looked)
  const pieces = some.flatMap((line) => piecesOf(line.slice(0, 20_000))).filter((piece) => nameIn(piece) !== '')
  const withOne = pieces.filter((piece) => piece.includes('@'))
  if (withOne.length === 0) return false
  const bracketed = withOne.filter(isBracketed).length
  // Names with an address in brackets, some on one line: in a table each row has one.
  if (some.some((line) => piecesOf(line).filter(isBracketed).length > 1)) return true
  if (withOne.length < pieces.length * 0.8) return false
  const commas = withOne.some((piece) => piece.includes(','))
  const several = withOne.some((piece) => addressesIn(piece).length > 1)
  return bracketed >= withOne.length / 2 || several || !commas
}

/** "Peeters, Jan" is Jan Peeters; a dienst or a function behind a comma is not turned around. */
export function inOrder(naam: string): string {
  const [, family = '', first = ''] = /^([^,\d]{2,60}), ?(\p{Lu}[^\s,\d]*(?: \p{Lu}[^\s,\d]*)?)$/u.exec(naam) ?? []
  const shouts = (text: string) => text.length > 1 && text === text.toUpperCase()
  if (!family || family.split(' ').length > 4 || (shouts(first) && !shouts(family))) return naam
  return `${first} ${family}`
}
