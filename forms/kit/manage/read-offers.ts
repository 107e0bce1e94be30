/**
 * A file of the aanbod read back: what would be new, changed and the same, or everything that is to be mended, each with its line. A cell
 * that says what the offer says now is taken as that, so that a file that nobody edited changes nothing. Offers that are not in it stay.
 */
import { cleanText } from '../clean.ts'
import type { NetworkContent, Offer, StoredOffer } from '../content.ts'
import { type Row, rowsOf } from '../events/list/rows.ts'
import type { Answers, RawInput } from '../questions/answers.ts'
import { parsePage } from '../questions/parse.ts'
import type { Option } from '../questions/questions.ts'
import { readDay } from '../read-day.ts'
import { inLine, isBlank, withoutAccents } from '../text.ts'
import {
  cellsOf,
  columns,
  domainLabels,
  headings,
  type OfferCells,
  type OfferColumn,
  withoutSign,
} from './offer-file.ts'
import { keyForOffer } from './offer-key.ts'
import {
  fieldsOfOffer,
  isSameName,
  kindOptions,
  noForm,
  type OfferField,
  offerOfAnswers,
  offerPage,
  saysSame,
} from './offer-page.ts'

interface Known {
  content: Pick<NetworkContent, 'aanbod'>
  /** Of the network, by slug. */
  forms: readonly Option[]
  /** Keys that nobody gets (offer-key.ts). */
  taken: readonly string[]
  /** Brussels date: nothing was checked after it. */
  today: string
  now: Date
}

export interface ReadOffer {
  line: number
  key: string
  /** Absent for a new one. */
  before?: Offer
  to: StoredOffer
}

export interface ReadOffers {
  kind: 'offers'
  added: readonly ReadOffer[]
  changed: readonly ReadOffer[]
  /** How many say what they say now. */
  same: number
  /** Headings that say nothing to us. */
  ignored: readonly string[]
}

/** Nothing of it can be saved; in words that say what to do, the first lines first. */
export interface NoOffers {
  kind: 'none'
  problems: readonly string[]
}

/** Offers of one file, and wrong lines that are told. */
const mostRows = 500
const mostTold = 50
/** Columns that say nothing to us and are named; characters of one. */
const mostNamed = 10
const longestNamed = 40

const none = (...problems: string[]): NoOffers => ({ kind: 'none', problems })

export function readOffers(text: string, known: Known): ReadOffers | NoOffers {
  if (isBlank(text)) return none('Plak een lijst, of kies een bestand')
  const read = rowsOf(text, mostRows + 2, { exact: true })
  if (read.kind === 'longLine')
    return none(`Regel ${read.line} is te lang om te lezen. Staat er een aanhalingsteken dat niet sluit?`)
  const [broken] = read.brokenQuotes
  if (broken !== undefined)
    return none(`Regel ${broken}: een aanhalingsteken sluit niet. Zet er een tweede, of haal het weg.`)
  const [header, ...rows] = read.rows
  if (rows.length > mostRows) return none(`Er staan meer dan ${mostRows} regels in. Lees het bestand in delen in.`)
  const found = columnsOf(header?.cells ?? [])
  if (found.problems.length > 0) return none(...found.problems)
  if (rows.length === 0) return none('Er staat niets onder de namen van de kolommen.')
  return judged(
    rows.map((row) => ({ line: row.line, cells: cellsIn(row, found.at) })),
    found.ignored,
    known,
  )
}

const asHeading = (cell: string): string => withoutAccents(cleanText(cell)).toLowerCase().replace(/\s+/g, ' ')

/** In which column each heading stands, in any order. */
function columnsOf(cells: readonly string[]) {
  const written = cells.map(asHeading)
  const named = columns.map((column) => [column, asHeading(headings[column])] as const)
  const at = new Map(named.map(([column, heading]) => [column, written.indexOf(heading)]))
  const missing = columns.filter((column) => at.get(column) === -1)
  const twice = columns.filter((column) => written.filter((one) => one === asHeading(headings[column])).length > 1)
  const known = new Set(named.map(([, heading]) => heading))
  const ignored = cells.filter((cell, index) => cell.trim() !== '' && !known.has(written[index] ?? ''))
  return {
    at,
    ignored: ignored.slice(0, mostNamed).map((cell) => cell.trim().slice(0, longestNamed)),
    problems:
      missing.length === columns.length
        ? [`Op de eerste regel staan de namen van de kolommen: ${inLine(columns.map((one) => headings[one]))}.`]
        : [
            ...missing.map((column) => `De kolom ‘${headings[column]}’ ontbreekt.`),
            ...twice.map((column) => `De kolom ‘${headings[column]}’ staat er twee keer. Laat er één staan.`),
          ],
  }
}

const cellsIn = ({ cells }: Row, at: ReadonlyMap<OfferColumn, number>): OfferCells =>
  Object.fromEntries(columns.map((column) => [column, cells[at.get(column) ?? -1] ?? ''])) as OfferCells

interface Line {
  line: number
  cells: OfferCells
}

function judged(lines: readonly Line[], ignored: readonly string[], known: Known): ReadOffers | NoOffers {
  const above: Above = { lines: new Map(), names: [], keys: [] }
  const read = lines.map((one) => judgeLine(one, known, above))
  const problems = read.flatMap((one) => (one.kind === 'wrong' ? one.problems : []))
  const more = problems.length - mostTold
  if (problems.length > 0) return none(...problems.slice(0, mostTold), ...(more > 0 ? [`En nog ${more} andere.`] : []))
  const offers = (kind: 'added' | 'changed') => read.flatMap((one) => (one.kind === kind ? [one.offer] : []))
  const same = read.filter(({ kind }) => kind === 'same').length
  return { kind: 'offers', ignored, added: offers('added'), changed: offers('changed'), same }
}

/** What the lines above one say; a line adds itself to it. */
interface Above {
  /** By key, the line that has it. */
  lines: Map<string, number>
  /** Names that are new here: of two of one name nobody knows which is which. */
  names: string[]
  /** Keys that were given here. */
  keys: string[]
}

type JudgedLine =
  | { kind: 'wrong'; problems: readonly string[] }
  | { kind: 'same' }
  | { kind: 'added' | 'changed'; offer: ReadOffer }

function judgeLine({ line, cells }: Line, known: Known, above: Above): JudgedLine {
  const { aanbod } = known.content
  const wrong = (...problems: string[]): JudgedLine => ({
    kind: 'wrong',
    problems: problems.map((text) => `Regel ${line}: ${text}`),
  })
  const key = withoutSign(cells.sleutel).trim()
  if (key !== '' && !Object.hasOwn(aanbod, key))
    return wrong(`de sleutel ‘${key.slice(0, longestNamed)}’ kennen we niet. Laat hem leeg voor iets nieuws.`)
  const other = above.lines.get(key)
  if (other !== undefined) return wrong(`dezelfde sleutel als regel ${other}.`)
  if (key !== '') above.lines.set(key, line)
  const before = key === '' ? undefined : aanbod[key]
  const { problems, to, same } = offerIn(cells, key, before, known)
  if (problems.length > 0) return wrong(...problems)
  if (same) return { kind: 'same' }
  if (!before || !isSameName(before.name, to.name)) {
    if (above.names.some((name) => isSameName(name, to.name))) return wrong('deze naam staat al op een regel erboven.')
    above.names.push(to.name)
  }
  if (before) return { kind: 'changed', offer: { line, key, before, to } }
  const given = keyForOffer(to.name, [...known.taken, ...above.keys])
  above.keys.push(given)
  return { kind: 'added', offer: { line, key: given, to } }
}

/** What a line says; a cell that says what is there now is no cell to judge. */
function offerIn(cells: OfferCells, key: string, before: Offer | undefined, known: Known) {
  const { content, forms, today, now } = known
  const is = before && cellsOf(key, before, forms)
  const isSame = (column: OfferColumn) => is !== undefined && sameCell(cells[column], is[column])
  const page = offerPage({ content, forms, ...(before ? { self: key } : {}) })
  const typed = typedIn(cells, forms)
  const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now })
  const fields = before ? fieldsOfOffer(before) : undefined
  const kept = Object.fromEntries(
    Object.entries(fields ?? {})
      .filter(([name]) => isSame(name as OfferField))
      .map(([name, values]) => [name, name === 'levensdomeinen' ? values : (values[0] ?? '')]),
  )
  const dates = (['nagekeken_op', 'weg_sinds'] as const).map((column) => readDate(column, cells[column], today))
  const problems = [
    ...errors
      .filter(({ name }) => !(name in kept))
      .map(({ name, message }) => `${headings[name as OfferField]}: ${message}.`),
    ...dates.flatMap(({ column, problem }) => (problem && !isSame(column) ? [problem] : [])),
  ].map((text) => text.replace(/\.\.$/, '.'))
  const all: Answers = { ...answers, ...kept }
  const { checkedOn: _c, archivedOn: _a, ...said } = offerOfAnswers(all, before)
  const [checkedOn, archivedOn] = dates.map(({ column, date }) =>
    isSame(column) ? { nagekeken_op: before?.checkedOn, weg_sinds: before?.archivedOn }[column] : date,
  )
  const to: StoredOffer = { ...said, ...(checkedOn ? { checkedOn } : {}), ...(archivedOn ? { archivedOn } : {}) }
  return { problems, to, same: columns.every(isSame) || (before !== undefined && saysSame(to, before)) }
}

/** Line ends and what nobody sees make no difference; nor does the sign that keeps a formula harmless. */
const sameCell = (cell: string, now: string): boolean => {
  const [one, other] = [cell, now].map((text) => cleanText(withoutSign(text)))
  return one === other
}

/** What the form would have been sent. A word that no choice has stays as it is, and is refused there. */
function typedIn(cells: OfferCells, forms: readonly Option[]): RawInput {
  const plain = new Map(columns.map((column) => [column, [withoutSign(cells[column])]] as const))
  const [form = ''] = valuesOf(withoutSign(cells.formulier), forms)
  return new Map<string, readonly string[]>([
    ...plain,
    ['soort', valuesOf(cells.soort, kindOptions)],
    ['levensdomeinen', valuesOf(withoutSign(cells.levensdomeinen), domainLabels)],
    ['formulier', [form || noForm]],
  ])
}

/** By label or by value, one a line, or with `|` or `;` between. */
const valuesOf = (cell: string, options: readonly Option[]): string[] =>
  cell
    .split(/[\n|;]/)
    .map((one) => cleanText(one))
    .filter((one) => one !== '')
    .map(
      (one) => options.find(({ value, label }) => value === one || asHeading(label) === asHeading(one))?.value ?? one,
    )

function readDate(column: 'nagekeken_op' | 'weg_sinds', cell: string, today: string) {
  const typed = withoutSign(cell).trim()
  if (isBlank(typed)) return { column, date: undefined, problem: undefined }
  const date = readDay(typed)
  const problem =
    date === undefined
      ? `${headings[column]}: vul een datum in, bijvoorbeeld 20/11/2026, of laat dit leeg.`
      : date > today
        ? `${headings[column]}: deze datum moet nog komen.`
        : undefined
  return { column, date, problem }
}
