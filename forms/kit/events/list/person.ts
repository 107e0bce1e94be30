/** One row of a table as a person: the columns of a name together, the first address that is filled in. */
import { cleanText } from '../../clean.ts'
import { addressesIn, inOrder } from './addresses.ts'
import { cellText } from './cell.ts'
import type { Role } from './headers.ts'
import type { Candidate } from './judge.ts'
import type { Row } from './rows.ts'

/** Google puts several addresses of somebody in one cell. */
const several = ' ::: '

/** `width`: columns of the table; what stands beyond it is under none. */
export function candidateOf({ cells, line }: Row, roles: readonly Role[], width: number): Candidate {
  const all = (role: Role): string[] =>
    cells.flatMap((cell, at) => (roles[at] === role && cellText(cell) !== '' ? [cellText(cell)] : []))
  const emails = all('email').map((cell) => cell.split(several)[0] ?? '')
  const written = emails.find((cell) => addressesIn(cell).length > 0) ?? emails[0] ?? ''
  const [bracketed = ''] = /^[^<@]+(?=<[^<>]*@)/.exec(written) ?? []
  const naam = nameOf(all('naam')[0], all('voornaam'), all('familienaam')) || inOrder(withoutQuotes(bracketed))
  const loose = cells.slice(width).some((cell) => cleanText(cell) !== '')
  return {
    place: String(line),
    where: `Regel ${line}`,
    cells: {
      naam,
      email: written,
      organisatie: all('organisatie')[0] ?? '',
      functie: all('functie')[0] ?? '',
    },
    ...(loose ? { loose: true } : {}),
  }
}

const withoutQuotes = (text: string): string => text.replaceAll('"', '').trim()

/** A whole name, or what the columns make together; a first name that stands in the family name too is not said twice. */
function nameOf(whole: string | undefined, first: readonly string[], family: readonly string[]): string {
  if (whole) return inOrder(whole)
  const [firsts, families] = [first.join(' '), family.join(' ')]
  const words = (text: string) => text.toLowerCase().split(/\s+/)
  const said = firsts !== '' && words(firsts).every((word) => words(families).includes(word))
  if (said && families.includes(' ')) return inOrder(families)
  return firsts === '' ? inOrder(families) : [firsts, families].filter(Boolean).join(' ')
}
