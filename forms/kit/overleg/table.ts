/** Who sits at the table, as the page of it is filled in: one row a person or service (docs/overleg.md §2). */

import { cleanedIn, type Read } from '../clean.ts'
import type { RawInput } from '../questions/answers.ts'
import { emailError } from '../questions/common-pages.ts'
import type { FieldError } from '../questions/page.ts'
import { cellName, readCellName, rowNumbers } from '../questions/questions.ts'
import { dayProblem, readDay } from '../read-day.ts'
import { readEmail } from '../read-email.ts'
import { readPhone } from '../read-phone.ts'
import {
  capitalised,
  holdsNationalNumber,
  isBlank,
  nationalNumberMessage,
  textProblem,
  uncapitalised,
  unreadableIn,
} from '../text.ts'
import { brusselsDate, dateInWords } from '../time.ts'
import type { Details } from './details.ts'
import { discussedHow, type Reach, reaches, type Seat, type Seated, type Secrecy, seats, secrecies } from './overleg.ts'

export const tableRows = 'deelnemers'
/** People at one table. */
const mostSeated = 22
/** Characters of a name, of a person or a service: what a request may hold (forms/kit/questions/questions.ts) can be taken over. */
const mostOfName = 200
/** Rows that a page shows empty, to go on with. */
export const emptyRows = 3

/** Who is reached by phone on a number of their own; an interpreter is booked for each assignment, with whoever is free. */
export const hasOwnPhone = (wie: Seat): boolean => wie !== 'client' && wie !== 'tolk'

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
  /** Who sits at the table now: an id of anybody else is as good as none. */
  standing: readonly Pick<Seated, 'id' | 'wie'>[]
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
  const ids = knownIds(raw, context.standing)
  const rows = rowNumbersOf(raw).flatMap((at) => readRow(raw, at, ids.get(at), errors, gaps))
  errors.push(...wrongAtTable(rows, context))
  const discussed = readDiscussed(raw, context)
  if (discussed.error) errors.push(discussed.error)
  return {
    input: {
      rows,
      ...(discussed.consent ? { consent: discussed.consent } : {}),
      // Nothing chosen is not "no": the careful way holds until somebody asked.
      speaksFreely: oneOf(['nee', 'ja', 'weet_niet'] as const, cleanedIn(raw, 'vrij_spreken')) ?? 'weet_niet',
    },
    errors: inOrder(errors),
    gaps: inOrder(gaps),
  }
}

/** By number of the row: who of the table it is. Somebody named twice is the first one; the other is new. */
function knownIds(raw: RawInput, standing: Context['standing']): ReadonlyMap<number, string> {
  const left = new Set(standing.map(({ id }) => id))
  return new Map(
    rowNumbersOf(raw).flatMap((at) => {
      const id = cleanedIn(raw, nameAt(at, 'id'))
      return left.delete(id) ? [[at, id] as const] : []
    }),
  )
}

/** What is wrong with the table as a whole, also with who stands there and was not sent. */
function wrongAtTable(rows: readonly TableRow[], { standing, withClient }: Context): FieldError[] {
  const others = standing.filter(({ id }) => !rows.some((row) => row.id === id))
  const stay = rows.filter(({ leaves }) => !leaves)
  const last = stay.at(-1)
  const tooMany =
    last && stay.length + others.length > mostSeated
      ? [{ name: nameAt(last.at, 'naam'), message: `Aan één tafel kunnen hoogstens ${mostSeated} mensen` }]
      : []
  if (!withClient) return tooMany
  const gone = rows.filter(({ wie, leaves }) => wie === 'client' && leaves)
  const without = gone.length === 0 && ![...stay, ...others].some(({ wie }) => wie === 'client')
  return [
    ...tooMany,
    ...gone.map(({ at }) => ({ name: nameAt(at, 'weg'), message: clientStays })),
    // As somebody else they would be off it too.
    ...(without ? [{ name: nameAt(rows[0]?.at ?? 0, 'wie'), message: clientStays }] : []),
  ]
}

const clientStays = 'De cliënt zelf kan niet van tafel. Wil de cliënt stoppen? Stop dan de aanvraag'

const nameAt = (at: number, column: Column): string => cellName(tableRows, at, column)

const oneOf = <Value extends string>(values: readonly Value[], given: string): Value | undefined =>
  values.find((value) => value === given)

const rowsAsked = { name: tableRows, columns: columns.map((name) => ({ name })) }

/** Numbers of all rows a browser sent. */
export const rowNumbersOf = (raw: RawInput): number[] => rowNumbers(rowsAsked, raw)

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
function readRow(
  raw: RawInput,
  at: number,
  id: string | undefined,
  errors: FieldError[],
  gaps: FieldError[],
): TableRow[] {
  const value = (column: Column) => {
    const typed = cleanedIn(raw, nameAt(at, column))
    return isBlank(typed) ? '' : typed
  }
  const leaves = value('weg') === 'ja'
  const wie = oneOf(seats, value('wie')) ?? 'dienst'
  const typed = (['naam', 'dienst', 'email', 'telefoon'] as const).some((column) => value(column) !== '')
  if (!id && (leaves || (!typed && wie !== 'client'))) return []
  const { wrong, missing, contact } = readWho(value, wie)
  const named = (list: readonly Wrong[]) => list.map(([column, message]) => ({ name: nameAt(at, column), message }))
  // Whoever leaves need not be mended or completed first.
  if (!leaves) errors.push(...named(wrong))
  if (!leaves) gaps.push(...named(missing))
  return [
    {
      at,
      ...(id ? { id } : {}),
      wie,
      naam: value('naam'),
      dienst: value('dienst'),
      ...contact,
      beroepsgeheim: oneOf(secrecies, value('beroepsgeheim')) ?? 'weet_niet',
      leaves,
      incomplete: missing.length > 0 && !leaves,
    },
  ]
}

type Wrong = readonly [Column, string]

/** What is wrong with one row, and what is missing of it; and how they are reached. */
function readWho(value: (column: Column) => string, wie: Seat) {
  const wrong: Wrong[] = (['naam', 'dienst'] as const).flatMap((column) => {
    const problem = textProblem(value(column), mostOfName)
    return problem ? [[column, problem] as const] : []
  })
  const missing: Wrong[] = []
  const isClient = wie === 'client'
  const whom = value('dienst') || value('naam')
  if (!whom && !isClient) missing.push(['naam', 'Noem de persoon of de dienst'])
  const called = wrong.length > 0 || !whom ? 'deze rij' : whom
  const bereik = oneOf(reaches, value('bereik'))
  if (!bereik) missing.push(['bereik', `Kies hoe ${isClient ? 'de cliënt' : called} bereikbaar is`])
  if (!isClient && !oneOf(secrecies, value('beroepsgeheim')))
    missing.push(['beroepsgeheim', `Kies of ${called} gebonden is door beroepsgeheim. ‘Weet niet’ mag ook`])
  const reached = bereik ? { bereik } : {}
  if (isClient) {
    if (bereik === 'mail') wrong.push(['bereik', 'Kies telefoon of brief voor de cliënt. Loket mailt een cliënt niet'])
    // How a client is reached safely stands with the request, and is not kept twice.
    return { wrong, missing, contact: { ...reached, email: '', telefoon: '' } }
  }
  const noEmail = `Vul een e-mailadres in voor ${called}, of kies telefoon of brief`
  const email = contactIn(value('email'), (typed) => readEmail(typed, emailError))
  if (holdsNationalNumber(value('email'))) wrong.push(['email', nationalNumberMessage])
  else if (email.problem) wrong.push(['email', about(called, email.problem)])
  else if (bereik === 'mail' && !email.value) missing.push(['email', noEmail])
  const noPhone = `Vul een telefoonnummer in voor ${called}, of kies mail of brief`
  const phone = contactIn(value('telefoon'), (typed) => readPhone(typed, noPhone))
  if (phone.problem) wrong.push(['telefoon', about(called, phone.problem, noPhone)])
  else if (bereik === 'telefoon' && !phone.value && hasOwnPhone(wie)) missing.push(['telefoon', noPhone])
  return { wrong, missing, contact: { ...reached, email: email.value, telefoon: phone.value } }
}

/** Nothing typed is no address, and nothing wrong. */
function contactIn(typed: string, read: (typed: string) => Read<string>): { value: string; problem?: string } {
  if (typed === '') return { value: '' }
  const unread = unreadableIn(typed)
  const found: Read<string> = unread === undefined ? read(typed) : { problem: unread }
  return 'value' in found ? found : { value: '', problem: found.problem }
}

/** With whose it is: a table has many rows, and each problem is read above them all. */
const about = (called: string, problem: string, own?: string): string =>
  problem === own ? problem : `${capitalised(called)}: ${uncapitalised(problem)}`

/** When the table was discussed with the client: not in the future, not before the request. */
function readDiscussed(raw: RawInput, { now, receivedAt, withClient }: Context) {
  const typed = cleanedIn(raw, 'besproken_op')
  if (!withClient || isBlank(typed)) return {}
  const discussed = discussedOn(typed, { from: brusselsDate(new Date(receivedAt)), today: brusselsDate(now) })
  if ('problem' in discussed) return { error: { name: 'besproken_op', message: discussed.problem } }
  return {
    consent: { on: discussed.value, how: oneOf(discussedHow, cleanedIn(raw, 'hoe_besproken')) ?? ('zelf' as const) },
  }
}

/** The day on which something was discussed, or what is wrong with it; Brussels dates. */
export function discussedOn(typed: string, { from, today }: { from: string; today: string }): Read<string> {
  const near = { until: today }
  const day = readDay(typed, near)
  if (!day) return { problem: dayProblem(typed, near) ?? 'Vul een datum in, bijvoorbeeld 27/4/2021' }
  if (day > today) return { problem: 'Kies een dag die niet in de toekomst ligt' }
  return day < from ? { problem: `Kies een dag na de aanvraag (${dateInWords(from)})` } : { value: day }
}

const inOrder = (errors: readonly FieldError[]): FieldError[] => {
  const place = ({ name }: FieldError) => readCellName(name)?.index ?? Number.POSITIVE_INFINITY
  return [...errors].sort((one, other) => place(one) - place(other))
}
