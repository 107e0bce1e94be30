/** Who sits at the table, as the page of it is filled in: one row a person or service (docs/overleg.md §2). */
import { normalizeEmail, normalizePhone } from '../contact.ts'
import { readDay } from '../local-time.ts'
import type { RawInput } from '../questions/answers.ts'
import type { FieldError } from '../questions/page.ts'
import { cellName, readCellName } from '../questions/questions.ts'
import { cleanText, isBlank, textProblem } from '../text.ts'
import { brusselsDate, dateInWords } from '../time.ts'
import type { Details } from './details.ts'
import { discussedHow, type Reach, reaches, type Seat, type Secrecy, seats, secrecies } from './overleg.ts'

export const tableRows = 'deelnemers'
/** People at one table. */
export const mostSeated = 22
/** Characters of a name, of a person or a service. */
const mostOfName = 100
/** Rows that a page shows empty, to go on with. */
export const emptyRows = 3

/** Columns of a row; `id` is hidden, `weg` a tick. */
const columns = ['id', 'wie', 'naam', 'dienst', 'bereik', 'email', 'telefoon', 'beroepsgeheim', 'weg'] as const
type Column = (typeof columns)[number]

export interface TableRow {
  /** Number of the row on the page, for what is wrong with it. */
  at: number
  /** Absent: new. */
  id?: string
  wie: Seat
  naam: string
  dienst: string
  bereik?: Reach
  email: string
  telefoon: string
  beroepsgeheim: Secrecy
  leaves: boolean
  /** Something that must be known before the client is asked is not. */
  incomplete: boolean
}

export interface TableInput {
  rows: readonly TableRow[]
  /** What was discussed with the client now. */
  consent?: { on: string; how: (typeof discussedHow)[number] }
  speaksFreely: NonNullable<Details['speaksFreely']>
}

interface Context {
  now: Date
  /** ISO UTC: the client cannot have agreed before anybody asked. */
  receivedAt: string
  withClient: boolean
}

export interface ReadTable {
  input: TableInput
  /** What must be mended whatever is pressed. */
  errors: readonly FieldError[]
  /** What must be filled in before the client is asked; may stay open while it is kept half-way. */
  gaps: readonly FieldError[]
}

export function readTable(raw: RawInput, context: Context): ReadTable {
  const errors: FieldError[] = []
  const gaps: FieldError[] = []
  const rows = rowNumbersOf(raw).flatMap((at) => readRow(raw, at, errors, gaps))
  if (rows.filter(({ leaves }) => !leaves).length > mostSeated)
    errors.push({ name: nameAt(mostSeated, 'naam'), message: `Aan één tafel kunnen hoogstens ${mostSeated} mensen` })
  for (const { at, wie, leaves } of rows)
    if (wie === 'client' && leaves)
      errors.push({
        name: nameAt(at, 'weg'),
        message: 'De cliënt zelf kan niet van tafel. Wil de cliënt stoppen? Stop dan de aanvraag',
      })
  const discussed = readDiscussed(raw, context)
  if (discussed.error) errors.push(discussed.error)
  return {
    input: {
      rows,
      ...(discussed.consent ? { consent: discussed.consent } : {}),
      // Nothing chosen is not "no": the careful way holds until somebody asked.
      speaksFreely: oneOf(['nee', 'ja', 'weet_niet'] as const, typedIn(raw, 'vrij_spreken')) ?? 'weet_niet',
    },
    errors: inOrder(errors),
    gaps: inOrder(gaps),
  }
}

const nameAt = (at: number, column: Column): string => cellName(tableRows, at, column)

const typedIn = (raw: RawInput, name: string): string => cleanText(raw.get(name)?.[0] ?? '')

const oneOf = <Value extends string>(values: readonly Value[], given: string): Value | undefined =>
  values.find((value) => value === given)

/** Numbers of all rows a browser sent. */
export function rowNumbersOf(raw: RawInput): number[] {
  const numbers = [...raw.keys()].flatMap((field) => {
    const cell = readCellName(field)
    return cell?.rows === tableRows ? [cell.index] : []
  })
  return [...new Set(numbers)].sort((one, other) => one - other)
}

/** Every field the page can send, each at most once. */
export const tableFields = (raw: RawInput): ReadonlyMap<string, boolean> =>
  new Map([
    ...rowNumbersOf(raw).flatMap((at) => columns.map((column): [string, boolean] => [nameAt(at, column), false])),
    ...['vrij_spreken', 'besproken_op', 'hoe_besproken', 'revision', 'actie'].map((name): [string, boolean] => [
      name,
      false,
    ]),
  ])

/** None for an empty row, or for one that was never kept and leaves. */
function readRow(raw: RawInput, at: number, errors: FieldError[], gaps: FieldError[]): TableRow[] {
  const value = (column: Column) => typedIn(raw, nameAt(at, column))
  const id = /^[a-z0-9]{1,20}$/.test(value('id')) ? value('id') : undefined
  const leaves = value('weg') === 'ja'
  const typed = (['naam', 'dienst', 'email', 'telefoon'] as const).some((column) => !isBlank(value(column)))
  const wie = oneOf(seats, value('wie')) ?? 'dienst'
  if (!id && (leaves || (!typed && wie !== 'client'))) return []
  const wrong = (list: FieldError[], column: Column, message: string) =>
    list.push({ name: nameAt(at, column), message })
  for (const column of ['naam', 'dienst'] as const) {
    const problem = textProblem(value(column), mostOfName)
    if (problem) wrong(errors, column, problem)
  }
  const whom = value('dienst') || value('naam')
  const called = whom || 'deze rij'
  const gapsBefore = gaps.length
  const isClient = wie === 'client'
  if (!whom && !isClient) wrong(gaps, 'naam', 'Noem de persoon of de dienst')
  const bereik = oneOf(reaches, value('bereik'))
  const whose = isClient ? 'de cliënt' : called
  if (!bereik) wrong(gaps, 'bereik', `Kies hoe ${whose} bereikbaar is`)
  if (isClient && bereik === 'mail')
    wrong(errors, 'bereik', 'Kies telefoon of brief voor de cliënt. Loket mailt een cliënt niet')
  const email = readContact(value('email'), normalizeEmail)
  if (email.wrong) wrong(errors, 'email', `Vul een e-mailadres in voor ${called}, of kies telefoon of brief`)
  else if (bereik === 'mail' && !email.value)
    wrong(gaps, 'email', `Vul een e-mailadres in voor ${called}, of kies telefoon of brief`)
  const telefoon = readContact(value('telefoon'), normalizePhone)
  if (telefoon.wrong) wrong(errors, 'telefoon', `Vul een telefoonnummer in voor ${whose}, of kies mail of brief`)
  // The client's number is not kept: how they are reached safely stands with the request.
  else if (bereik === 'telefoon' && !telefoon.value && !isClient)
    wrong(gaps, 'telefoon', `Vul een telefoonnummer in voor ${called}, of kies mail of brief`)
  const secrecy = oneOf(secrecies, value('beroepsgeheim'))
  if (!secrecy && !isClient)
    wrong(gaps, 'beroepsgeheim', `Kies of ${called} gebonden is door beroepsgeheim. ‘Weet niet’ mag ook`)
  return [
    {
      at,
      ...(id ? { id } : {}),
      wie,
      naam: value('naam'),
      dienst: value('dienst'),
      ...(bereik ? { bereik } : {}),
      email: email.value ?? '',
      telefoon: telefoon.value ?? '',
      beroepsgeheim: secrecy ?? 'weet_niet',
      leaves,
      incomplete: gaps.length > gapsBefore && !leaves,
    },
  ].map((row) => {
    // Whoever leaves need not be completed first.
    if (leaves) gaps.splice(gapsBefore)
    return row
  })
}

function readContact(typed: string, read: (text: string) => string | undefined) {
  if (isBlank(typed)) return { value: undefined, wrong: false }
  const value = read(typed)
  return { value, wrong: value === undefined }
}

/** When the table was discussed with the client: not in the future, not before the request. */
function readDiscussed(raw: RawInput, { now, receivedAt, withClient }: Context) {
  const typed = typedIn(raw, 'besproken_op')
  if (!withClient || isBlank(typed)) return {}
  const on = readDay(typed)
  const error = onDay(on, { from: brusselsDate(new Date(receivedAt)), today: brusselsDate(now) })
  if (!on || error)
    return { error: { name: 'besproken_op', message: error ?? 'Vul een datum in, bijvoorbeeld 27/4/2021' } }
  return { consent: { on, how: oneOf(discussedHow, typedIn(raw, 'hoe_besproken')) ?? ('zelf' as const) } }
}

/** What is wrong with a day on which something was discussed; Brussels dates. */
export function onDay(day: string | undefined, { from, today }: { from: string; today: string }): string | undefined {
  if (!day) return 'Vul een datum in, bijvoorbeeld 27/4/2021'
  if (day > today) return 'Kies een dag die niet in de toekomst ligt'
  return day < from ? `Kies een dag na de aanvraag (${dateInWords(from)})` : undefined
}

const inOrder = (errors: readonly FieldError[]): FieldError[] => {
  const place = ({ name }: FieldError) => readCellName(name)?.index ?? mostSeated + 1
  return [...errors].sort((one, other) => place(one) - place(other))
}
