/**
 * A pasted list or a file as rows of cells, whatever program it comes from. The library reads; what is decided here is which sign
 * separates the cells, and what to do with a quotation mark that never closes: a person is told the line, and the rest is read.
 */
import { parse } from 'csv-parse/sync'
import { isBlank } from '../../text.ts'

export interface Row {
  cells: readonly string[]
  /** In the text as it was given, from 1; of a row over several lines the first. */
  line: number
}

export type Delimiter = ';' | ',' | '\t' | '|'

export type Rows =
  | { kind: 'rows'; rows: readonly Row[]; delimiter: Delimiter; brokenQuotes: readonly number[] }
  /** A line that no list of people has. */
  | { kind: 'longLine'; line: number }

/** Characters of one line, with all its columns. */
const longestLine = 20_000
/** Lines of one cell: an address in Outlook has three or four. */
const mostLinesOfCell = 20
/** Lines that tell which sign separates the cells. */
const looked = 50
/** Tries to read on behind a quotation mark in the wrong place. */
const attempts = 20

const delimiters: readonly Delimiter[] = ['\t', ';', ',', '|']

/** With one sign for the end of a line, so that a line has the same number for everybody. */
export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n?|\n|\u2028|\u2029/)

const withoutQuoted = (line: string): string => line.replace(/"[^"]*"/g, '')

/** What Excel writes above a list, so that a program in another language finds the cells: `sep=;`. */
const told = /^\s*"?sep=(.)"?[\s;,]*$/i

function delimiterOf(lines: readonly string[]): Delimiter {
  const some = lines
    .filter((line) => line.trim() !== '')
    .slice(0, looked)
    .map(withoutQuoted)
  const counted = delimiters.map((delimiter) => some.filter((line) => line.includes(delimiter)).length)
  const most = Math.max(...counted)
  return delimiters[counted.indexOf(most)] ?? ';'
}

const quotesIn = (line: string): number => line.split('"').length - 1

/** Whether the cell that stays open at the end of this line is one over several lines: closed soon, and as a cell is closed. */
function closesAt(lines: readonly string[], from: number, delimiter: Delimiter): number | undefined {
  let end = from + mostLinesOfCell
  for (let at = from + 1; at < Math.min(lines.length, end); at += 1) {
    const line = lines[at] ?? ''
    const quote = line.replaceAll('""', '  ').indexOf('"')
    if (quote < 0) continue
    const next = line.slice(quote + 1).trimStart()[0]
    if (next !== undefined && next !== delimiter) return undefined
    if (quotesIn(line) % 2 === 1) return at
    // It closes one, and opens the next of the same row.
    end = at + mostLinesOfCell
  }
  return undefined
}

/** Takes the quotation marks out of a line where one of them opens what nothing closes. */
function withoutBroken(lines: string[], delimiter: Delimiter): number[] {
  const broken: number[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (quotesIn(line) % 2 === 0) continue
    const closing = closesAt(lines, at, delimiter)
    if (closing === undefined) {
      lines[at] = line.replaceAll('"', '')
      broken.push(at + 1)
    } else at = closing
  }
  return broken
}

/** A cell without the quotation marks around all of it, which the library leaves where others stand inside. */
const unquoted = (cell: string): string => {
  const text = cell.trim()
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

const faultSchema = (error: unknown) => error as { code?: string; lines?: number }

/**
 * The rows of a text; `most`: rows after which no more are read. `exact`: a file that a program wrote, in which a quotation mark that
 * stands inside a cell belongs to its text.
 */
export function rowsOf(text: string, most: number, { exact = false } = {}): Rows {
  const lines = linesOf(text)
  const [, sign] = told.exec(lines[0] ?? '') ?? []
  if (sign !== undefined) lines[0] = ''
  const delimiter = delimiters.find((one) => one === sign) ?? delimiterOf(lines)
  const long = lines.findIndex((line) => line.length > longestLine)
  if (long >= 0) return { kind: 'longLine', line: long + 1 }
  const brokenQuotes = withoutBroken(lines, delimiter)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const parsed = parse(lines.join('\n'), {
        delimiter,
        info: true,
        relax_column_count: true,
        relax_quotes: true,
        record_delimiter: '\n',
        ltrim: true,
        skip_empty_lines: true,
        // What a spreadsheet leaves of a row that was emptied.
        skip_records_with_empty_values: true,
        to: most,
        ...(attempt > attempts ? { quote: false } : {}),
      }) as unknown as Parsed[]
      const rows = parsed
        .map(rowOf)
        .map((row) => (exact ? row : { ...row, cells: row.cells.map(unquoted) }))
        .filter(({ cells }) => !cells.every(isBlank))
      return { kind: 'rows', rows, delimiter, brokenQuotes }
    } catch (error) {
      const { lines: line } = faultSchema(error)
      if (attempt > attempts || line === undefined) throw error
      lines[line - 1] = (lines[line - 1] ?? '').replaceAll('"', '')
      brokenQuotes.push(line)
    }
  }
}

const rowOf = ({ record, info: { lines } }: Parsed): Row => {
  const within = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
  return { cells: record, line: lines - within }
}
