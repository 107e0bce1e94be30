/** The list to sign, as lines of paper: cut in sheets that each fit on one A4 with their own head. */
import type { Attendee } from './presence.ts'

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

/** Millimetres of a sheet that lines have, of a line, and of each further line of text in it. */
const room = 178
const lineHeight = 9.5
const moreHeight = 5.7
/** Letters that fit beside each other in a column. */
const perLine = 20

const textLines = (text = ''): number =>
  text.split(/(?<=\s)/).reduce(
    ({ lines, used }, word) => {
      const fits = used + word.trimEnd().length <= perLine
      return fits
        ? { lines, used: used + word.length }
        : { lines: lines + Math.max(1, Math.ceil(word.length / perLine)), used: word.length % perLine }
    },
    { lines: 1, used: 0 },
  ).lines

const heightOf = ({ naam, organisatie }: SignLine): number =>
  lineHeight + moreHeight * (Math.max(textLines(naam), textLines(organisatie)) - 1)

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
