/**
 * A list as people have it, read before anything is kept: who is in it, what each column was taken for, and what is to be looked at,
 * each with its line. Pure; a person's corrections go in, and the same text with the same corrections always gives the same people.
 */
import { isBlank } from '../../text.ts'
import { inOrder, isLoose, looseAddresses } from './addresses.ts'
import { rolesOf, tableOf } from './columns.ts'
import { programOf, type Role } from './headers.ts'
import { type Candidate, type Judged, judge, type Mended } from './judge.ts'
import { candidateOf } from './person.ts'
import { type Delimiter, linesOf, type Row, rowsOf } from './rows.ts'

/** What somebody corrected on the page. */
export interface Corrections {
  /** By number of the column, from 0. */
  columns: ReadonlyMap<number, Role>
  /** By place of a line, what was typed instead. */
  mended: Mended
}

export interface Column {
  /** Number, from 0. */
  at: number
  /** As it was written; "Kolom 3" when nothing was. */
  name: string
  role: Role
}

export interface ReadList extends Judged {
  kind: 'list'
  /** "Excel, België" */
  source: string
  /** The columns that hold something; none of a text of addresses. */
  columns: readonly Column[]
  /** The first rows, cell by cell of those columns. */
  sample: readonly (readonly string[])[]
  /** Lines that were looked at: people and what is to be looked at. */
  lines: number
  /** What is told about the reading itself: a title that was skipped, a quotation mark that never closes. */
  notes: readonly string[]
}

/** No list at all, in words that say what to do. */
export interface NoList {
  kind: 'none'
  problem: string
}

const mostPeople = 10_000
/** Lines, empty ones and those within a cell too. */
const mostLines = 50_000
/** Rows that are shown so that a person sees whether the columns are right. */
const shownRows = 3
/** Columns that are looked at: an export of Outlook has 92, one of Google 80. */
const mostColumns = 120
/** Lines of a kind that are named. */
const namedLines = 5

/** 10.000, as a Belgian writes it. */
export const inThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

const none = (problem: string): NoList => ({ kind: 'none', problem })
const problems = {
  empty: 'Plak een lijst, of kies een bestand',
  nobody: 'Er staat niemand in de lijst. Kopieer ook de regels onder de namen van de kolommen.',
  noAddress:
    'We vinden geen e-mailadres in uw lijst. Kopieer de hele lijst, ook de kolom met de e-mailadressen, en plak ze hier opnieuw.',
  tooMany: `Er staan meer dan ${inThousands(mostPeople)} mensen in. Plak uw lijst in delen: hoogstens ${inThousands(mostPeople)} mensen per keer.`,
  tooManyLines: `Er staan meer dan ${inThousands(mostLines)} regels in. Kopieer alleen de regels met mensen, zonder lege regels.`,
  tooManyColumns: `Er staan meer dan ${mostColumns} kolommen in. Kopieer alleen de kolommen met de namen en de adressen.`,
}

const lineEnds = /\r\n?|\n/g

/**
 * What a press leads to. `seen`: what the page was read with that somebody pressed on, absent before anything was shown; `now`: what
 * it is read with now. What was not shown is never put on the list.
 */
export function stepAfter(
  { troubles }: Judged,
  { seen, now, again }: { seen: string | undefined; now: string; again: boolean },
): 'show' | 'show anew' | 'add' {
  if (seen === undefined || again) return 'show'
  if (seen !== now) return 'show anew'
  return troubles.some(({ stillWrong }) => stillWrong) ? 'show' : 'add'
}

/** `mostBytes`: of UTF-8, that each cell of a person may have. */
export function readList(text: string, corrections: Corrections, mostBytes: number): ReadList | NoList {
  if (isBlank(text)) return none(problems.empty)
  if ((text.match(lineEnds)?.length ?? 0) > mostLines) return none(problems.tooManyLines)
  const lines = linesOf(text)
  const read = rowsOf(text, mostPeople + 20)
  if (read.kind === 'longLine')
    return isLoose(lines) ? fromAddresses(lines, corrections, mostBytes) : none(tooLong(read.line))
  const table = tableOf(read.rows)
  if (!table.headerLine && isLoose(lines)) return fromAddresses(lines, corrections, mostBytes)
  if (table.people.length > mostPeople) return none(problems.tooMany)
  const width = read.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (width > mostColumns) return none(problems.tooManyColumns)
  if (table.people.length === 0) return none(table.headerLine ? problems.nobody : problems.empty)
  const roles = rolesOf(table, width).map((role, at) => corrections.columns.get(at) ?? role)
  if (!roles.includes('email') && corrections.columns.size === 0) return none(problems.noAddress)
  const ofTable = table.headerLine === undefined ? width : table.headers.length
  const candidates = table.people.map((row) => candidateOf(row, roles, ofTable))
  const columns = shownColumns(table.headers, roles, table.people)
  return {
    kind: 'list',
    source: sourceOf(read.delimiter, table.headers, width),
    columns,
    sample: table.people.slice(0, shownRows).map(({ cells }) => columns.map(({ at }) => shownCell(cells[at] ?? ''))),
    lines: candidates.length,
    notes: [...aboveInWords(table.above), ...quotesInWords(read.brokenQuotes)],
    ...judge(candidates, corrections.mended, mostBytes),
  }
}

function fromAddresses(lines: readonly string[], { mended }: Corrections, mostBytes: number): ReadList | NoList {
  const all = looseAddresses(lines)
  if (all.length > mostPeople) return none(problems.tooMany)
  const onLine = Map.groupBy(all, ({ line }) => line)
  const candidates = all.map(({ line, nth, naam, email }): Candidate => {
    const alone = onLine.get(line)?.length === 1
    return {
      place: alone ? String(line) : `${line}-${nth}`,
      where: alone ? `Regel ${line}` : `Regel ${line}, nummer ${nth}`,
      cells: { naam: inOrder(naam), email },
    }
  })
  const oneEach = onLine.size === all.length && all.every(({ naam }) => naam === '')
  return {
    kind: 'list',
    source: oneEach ? 'één adres per regel' : 'adressen uit een mail',
    columns: [],
    sample: [],
    lines: all.length,
    notes: [],
    ...judge(candidates, mended, mostBytes),
  }
}

const tooLong = (line: number): string =>
  `Regel ${line} is te lang om te lezen. Staat er een aanhalingsteken dat niet sluit, of staat de hele lijst op één regel? Plak elke persoon op een eigen regel.`

const sources: Record<Delimiter, string> = {
  ';': 'Excel, België',
  ',': 'Excel, Engels',
  '\t': 'cellen uit een rekenblad',
  '|': 'tabel',
}

function sourceOf(delimiter: Delimiter, headers: readonly string[], width: number): string {
  const program = programOf(headers)
  if (program) return program
  return width === 1 ? 'één kolom' : sources[delimiter]
}

/** Columns in which something stands, or that are used. */
const shownColumns = (headers: readonly string[], roles: readonly Role[], people: readonly Row[]): Column[] =>
  roles
    .map((role, at): Column => ({ at, role, name: headers[at] ? shownCell(headers[at]) : `Kolom ${at + 1}` }))
    .filter(({ at, role }) => role !== 'niets' || people.some(({ cells }) => (cells[at] ?? '').trim() !== ''))

/** Enough to know it by. */
const longestShown = 60
const shownCell = (cell: string): string =>
  cell.length > longestShown ? `${cell.slice(0, longestShown)}…` : cell.replace(/\s+/g, ' ').trim()

const linesInWords = (lines: readonly number[]): string => {
  const named = lines.slice(0, namedLines).join(', ')
  return `${lines.length === 1 ? 'Regel' : 'Regels'} ${named}${lines.length > namedLines ? ' en andere' : ''}`
}

const aboveInWords = (lines: readonly number[]): string[] =>
  lines.length === 0
    ? []
    : [
        `${linesInWords(lines)} ${lines.length === 1 ? 'staat' : 'staan'} boven de namen van de kolommen. Dat lazen we niet als mensen.`,
      ]

const quotesInWords = (lines: readonly number[]): string[] =>
  lines.length === 0
    ? []
    : [
        `${linesInWords(lines)}: een aanhalingsteken sluit niet. We lazen de regel zonder aanhalingstekens. Kijk na of alles juist staat.`,
      ]
