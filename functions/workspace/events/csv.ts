/**
 * Invitees from a spreadsheet, and the list back to one. What people export here has `;` (Belgian Excel) or `,`, headers in
 * Dutch, and lines somebody typed in a hurry: every problem is told with its line, and nothing is taken until all is right.
 */
import { parse } from 'csv-parse/sync'
import { mostWords } from '../../../forms/event-rsvp.ts'
import { cleanText } from '../../../forms/kit/clean.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { readEmail } from '../../../forms/kit/read-email.ts'
import { bytesIn } from '../../../forms/kit/shorten.ts'
import { textProblem } from '../../../forms/kit/text.ts'
import { brusselsLocal } from '../../../forms/kit/time.ts'
import { toCsv } from '../to-csv.ts'

export interface ImportedPerson {
  email: string
  naam?: string
  organisatie?: string
  functie?: string
}

export type Import =
  | { kind: 'people'; people: readonly ImportedPerson[] }
  | { kind: 'problems'; problems: readonly string[] }

const mostPeople = 10_000
/** Lines, empty ones and those within a cell too: reading one of another length than the first takes 20 µs. */
const mostLines = 50_000
/** Characters of one line, with all its columns. */
const longestLine = 20_000
/** Of a list in which every line is wrong, the first say enough. */
const mostProblems = 50

/** 10.000, as a Belgian writes it. */
export const inThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

const columns = {
  email: ['email', 'mail', 'emailadres', 'mailadres', 'adres'],
  naam: ['naam', 'genodigde'],
  voornaam: ['voornaam'],
  familienaam: ['familienaam', 'achternaam'],
  organisatie: ['organisatie', 'dienst'],
  functie: ['functie', 'rol'],
}
type Column = keyof typeof columns
type Cells = Partial<Record<Column, string>>

/** Columns with another name are left out. "E-mail adres" and "emailadres" are the same header. */
const columnOf = (header: string): Column | undefined => {
  const word = header.toLowerCase().replace(/[^a-z]/g, '')
  return (Object.keys(columns) as Column[]).find((column) => columns[column].includes(word))
}

export function readInvitees(text: string): Import {
  if ((text.match(/\r\n?|\n/g)?.length ?? 0) > mostLines) return { kind: 'problems', problems: [tooManyLines] }
  const lines = rowsOf(text)
  if (!lines) return { kind: 'problems', problems: ['We konden dit niet lezen als CSV. Kijk de aanhalingstekens na.'] }
  const [header, ...rows] = lines
  if (rows.length > mostPeople) return { kind: 'problems', problems: [tooMany] }
  const found = header?.record.map(columnOf) ?? []
  if (!found.includes('email'))
    return {
      kind: 'problems',
      problems: ['Regel 1: er is geen kolom “e-mail”. Zet bovenaan: naam;organisatie;functie;e-mail'],
    }
  const problems: string[] = []
  const people: ImportedPerson[] = []
  const seen = new Map<string, number>()
  for (const { record, line } of rows) {
    const cells: Cells = {}
    for (const [at, column] of found.entries()) if (column) cells[column] = cleanText(record[at] ?? '')
    const naam = cells.naam || [cells.voornaam, cells.familienaam].filter(Boolean).join(' ')
    const read = readEmail(cells.email ?? '', '')
    const email = 'value' in read ? read.value : undefined
    const key = email?.toLowerCase() ?? ''
    if (!email) problems.push(`Regel ${line}: “${shortened(cells.email ?? '')}” is geen e-mailadres`)
    else if (seen.has(key)) problems.push(`Regel ${line}: ${email} staat al op regel ${seen.get(key)}`)
    else if (hasLoose(record, header?.record ?? [])) problems.push(`Regel ${line}: te veel kolommen`)
    else problems.push(...cellProblems({ ...cells, naam }).map((problem) => `Regel ${line}: ${problem}`))
    if (!email) continue
    seen.set(key, seen.get(key) ?? line)
    const { organisatie, functie } = cells
    people.push({ email, ...(naam && { naam }), ...(organisatie && { organisatie }), ...(functie && { functie }) })
  }
  if (rows.length === 0) problems.push('Er staat niemand in de lijst.')
  return problems.length > 0 ? { kind: 'problems', problems: theFirst(problems) } : { kind: 'people', people }
}

const tooMany = `Er staan meer dan ${inThousands(mostPeople)} mensen in. Plak uw lijst in delen: hoogstens ${inThousands(mostPeople)} mensen per keer.`

const tooManyLines = `Er staan meer dan ${inThousands(mostLines)} regels in. Kopieer alleen de regels met mensen, zonder lege regels.`

const theFirst = (problems: readonly string[]): readonly string[] =>
  problems.length <= mostProblems
    ? problems
    : [
        ...problems.slice(0, mostProblems),
        `Er zijn nog ${inThousands(problems.length - mostProblems)} regels met een probleem. Verbeter eerst deze.`,
      ]

/** Characters of a cell, like those of a line in a form. */
const longestCell = 200

/** What is wrong with what stands in a column, and in which one. */
const cellProblems = (cells: Cells): string[] =>
  Object.entries(cells).flatMap(([column, cell]) => {
    const problem =
      textProblem(cell, longestCell) ??
      (bytesIn(cell) > mostWords.naam ? 'Deze tekst is te lang om te bewaren' : undefined)
    return problem ? [`${column}: ${problem}`] : []
  })

/** Enough to find it by, however much somebody pasted in one cell. */
const shortened = (cell: string): string => (cell.length > 80 ? `${cell.slice(0, 80)}…` : cell)

/** Whether a cell stands under no header. */
const hasLoose = (record: readonly string[], headers: readonly string[]): boolean =>
  record.some((cell, at) => cell !== '' && !headers[at])

/** Records with the line they begin on, no more than tell that there are too many; undefined when this is no CSV. */
function rowsOf(text: string): { record: string[]; line: number }[] | undefined {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter = [';', '\t', ','].find((one) => firstLine.includes(one)) ?? ';'
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      max_record_size: longestLine,
      relax_column_count: true,
      skip_empty_lines: true,
      // What a spreadsheet leaves of a row that was emptied.
      skip_records_with_empty_values: true,
      to: 1 + mostPeople + 1,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return parsed.map(({ record, info }) => ({ record, line: info.lines }))
  } catch {
    return undefined
  }
}

const inWords: Record<string, string> = { ja: 'Ja', nee: 'Nee', op_de_hoogte: 'Op de hoogte' }

const header = ['Naam', 'Organisatie', 'Functie', 'E-mail', 'Antwoord', 'Wachtlijst', 'Te laat', 'Casus', 'Opmerking']

/** Who was invited and what they said, for a spreadsheet. */
export function inviteesCsv(people: readonly { invitee: Invitee; email: string | undefined }[]): string {
  const rows = people.map(({ invitee, email }) =>
    [
      invitee.naam,
      invitee.organisatie,
      invitee.functie,
      email,
      invitee.antwoord ? inWords[invitee.antwoord] : 'Geen antwoord',
      invitee.wacht ? 'Ja' : 'Nee',
      invitee.laat ? inWords[invitee.laat.antwoord] : '',
      invitee.casus ? 'Ja' : 'Nee',
      invitee.opmerking,
      invitee.verdacht ? 'Ja' : 'Nee',
      invitee.answeredAt ? brusselsLocal(new Date(invitee.answeredAt)).replace('T', ' ') : '',
    ].map((cell) => cell ?? ''),
  )
  return toCsv([[...header, 'Verdacht', 'Geantwoord op'], ...rows])
}
