/** The list to sign, as lines of paper: cut in sheets that each fit on one A4 with their own head. */
import { type Attendee, familyFirst } from './presence.ts'

export interface SignLine {
  number: number
  naam?: string | undefined
  organisatie?: string | undefined
}

/** Lines left open for who was not expected. */
const openLines = 4

/** A line for everybody who is expected; of who comes along without a name, one to write it on. */
export function signLines(expected: readonly Attendee[]): SignLine[] {
  const people: Omit<SignLine, 'number'>[] = expected.flatMap(({ naam, organisatie, along }) => [
    { naam, organisatie },
    ...Array.from({ length: along?.said ?? 0 }, () => ({ organisatie: naam && `samen met ${naam}` })),
  ])
  return [...people, ...Array.from({ length: openLines }, () => ({}))].map((line, index) => ({
    number: index + 1,
    ...line,
  }))
}

/** Millimetres of a sheet that lines have, with room for a long title; of a line, and of each further line of text in it. */
const room = 185
const lineHeight = 9.5
const moreHeight = 5
/** Letters that fit beside each other in a column. */
const perLine = 17

/** As a browser breaks it: at spaces and after hyphens, and a long word anywhere. */
function textLines(text = ''): number {
  let [lines, used] = [1, 0]
  for (const piece of text.match(/[^\s-]+-?|-/g) ?? []) {
    const space = used > 0 ? 1 : 0
    if (used + space + piece.length <= perLine) {
      used += space + piece.length
      continue
    }
    lines += (used > 0 ? 1 : 0) + Math.ceil(piece.length / perLine) - 1
    used = piece.length % perLine || perLine
  }
  return lines
}

const heightOf = ({ naam, organisatie }: SignLine): number =>
  lineHeight + moreHeight * (Math.max(textLines(naam && familyFirst(naam)), textLines(organisatie)) - 1)

/** In order; a sheet is never empty. */
export function sheetsOf(lines: readonly SignLine[]): SignLine[][] {
  const sheets: SignLine[][] = []
  let left = 0
  for (const line of lines) {
    const height = heightOf(line)
    if (height > left || sheets.length === 0) {
      sheets.push([])
      left = room
    }
    sheets.at(-1)?.push(line)
    left -= height
  }
  return sheets
}
