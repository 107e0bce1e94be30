/** Which column holds what: by the names above, and where those say nothing by what stands below. */
import { cellText } from './cell.ts'
import { type Meaning, meaningsOf, type Role } from './headers.ts'
import type { Row } from './rows.ts'

export interface Table {
  /** Names of the columns as they were written; empty when there are none. */
  headers: readonly string[]
  /** Line of the names; absent when there are none. */
  headerLine?: number
  /** Lines above the names, such as a title. */
  above: readonly number[]
  people: readonly Row[]
}

/** Rows among which the names of the columns stand: below a title and the date of the list. */
const looked = 15
/** Rows that tell what a column holds. */
const sampled = 200

const holdsAddress = (cell: string): boolean => cell.includes('@')

/** How many of the cells are names of columns; none when it is no such row. */
function namesIn({ cells }: Row): number {
  if (cells.some(holdsAddress)) return 0
  const found = meaningsOf(cells).filter((meaning) => meaning !== undefined)
  return found.length > 1 || found.includes('email') || found.includes('adres') ? found.length : 0
}

/** Looks for the names of the columns above the first address. */
export function tableOf(rows: readonly Row[]): Table {
  const first = rows.findIndex(({ cells }) => cells.some(holdsAddress))
  const candidates = rows.slice(0, first < 0 ? looked : Math.min(first, looked))
  const counts = candidates.map(namesIn)
  const most = Math.max(0, ...counts)
  // Of two rows with as many names the last: what stands above it is a title.
  const at = first < 0 ? counts.indexOf(most) : counts.lastIndexOf(most)
  const header = most > 0 ? candidates[at] : undefined
  if (!header) return { headers: [], above: [], people: rows }
  return {
    headers: header.cells.map(cellText),
    headerLine: header.line,
    above: rows.slice(0, at).map(({ line }) => line),
    people: rows.slice(at + 1),
  }
}

/** What stands in a column of the first rows, row by row. */
const cellsOf = (rows: readonly Row[], column: number): string[] =>
  rows.slice(0, sampled).map(({ cells }) => cellText(cells[column] ?? ''))

/** Of the cells that are filled in. */
function share(cells: readonly string[], test: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length
}

/** What each column is used for, before anybody corrects it. */
export function rolesOf({ headers, people }: Table, width: number): Role[] {
  const filled = Array.from({ length: width }, (_, column) => cellsOf(people, column))
  const meanings = meaningsOf(headers)
  const addresses = filled.map((cells) => share(cells, holdsAddress))
  const named = byName(meanings, addresses)
  const isEmail = (column: number) =>
    named.length > 0 ? named.includes(column) : addresses[column] === Math.max(...addresses) && addresses[column] > 0
  const firstEmail = filled.findIndex((_, column) => isEmail(column))
  const found = filled.map((_, column): Role | undefined => {
    // By what stands below it alone only one column is the address.
    if (isEmail(column) && (named.length > 0 || column === firstEmail)) return 'email'
    const meaning = meanings[column]
    return meaning === undefined || meaning === 'email' || meaning === 'adres' ? undefined : meaning
  })
  return headers.length > 0 ? found.map((role) => role ?? 'niets') : byContent(filled, found, filled[firstEmail] ?? [])
}

/** Columns that are called an e-mail address, unless it is another one that holds them; "Adres" only when it does. */
function byName(meanings: readonly (Meaning | undefined)[], addresses: readonly number[]): number[] {
  const none = Math.max(0, ...addresses) === 0
  return meanings.flatMap((meaning, column) => {
    const holds = (addresses[column] ?? 0) > 0
    if (meaning === 'email') return holds || none ? [column] : []
    return meaning === 'adres' && (addresses[column] ?? 0) >= 0.5 ? [column] : []
  })
}

const isOneWord = (cell: string): boolean => !/\s/.test(cell)
/** A name or a dienst: letters, no date and no number. */
const isWords = (cell: string): boolean => /\p{L}{2}/u.test(cell) && !/\d/.test(cell)

/** Without names above: the columns with words are the name, in one or two of them, then the organisation. */
function byContent(
  filled: readonly string[][],
  found: readonly (Role | undefined)[],
  emails: readonly string[],
): Role[] {
  const words = filled.flatMap((cells, column) =>
    found[column] === undefined && share(cells, isWords) > 0.6 ? [column] : [],
  )
  const [one = -1, two = -1] = words
  const [ones = [], twos = []] = [filled[one] ?? [], filled[two] ?? []]
  const apart = two >= 0 && share(ones, isOneWord) > 0.6 && namesApart(ones, twos, emails)
  const roles = found.map((role) => role ?? 'niets')
  const order: Role[] = apart ? [...apart, 'organisatie', 'functie'] : ['naam', 'organisatie', 'functie']
  for (const [at, column] of words.entries()) roles[column] = order[at] ?? 'niets'
  return roles
}

/** Whether two columns are a first and a family name, and in which order: the addresses end with it, `jan.peeters@…`, `jpeeters@…`. */
function namesApart(ones: readonly string[], twos: readonly string[], emails: readonly string[]): Role[] | undefined {
  const locals = emails.map((email) => plain(email.split('@')[0] ?? ''))
  const ends = (cells: readonly string[]) =>
    cells.filter((cell, at) => {
      const [name, local = ''] = [plain(cell), locals[at]]
      return name.length > 2 && local.length > name.length && local.endsWith(name)
    }).length
  const [inOrder, turned] = [ends(twos), ends(ones)]
  if (Math.max(inOrder, turned) < emails.length / 3) return undefined
  return turned > inOrder ? ['familienaam', 'voornaam'] : ['voornaam', 'familienaam']
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
