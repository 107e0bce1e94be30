/** The kinds of question Loket can ask. Label, validation, summary and statistics all derive from one question. */
import type { Read } from '../clean.ts'
import type { Renamed } from '../formerly.ts'
import type { Answers, RawInput, Row } from './answers.ts'
import type { Rule } from './criteria.ts'

export interface Option extends Renamed {
  value: string
  label: string
  /** What somebody typed, beside the label. */
  about?: string
  /** What it is about, in a few words that everybody knows: at most 30 characters. */
  examples?: string
  /** What to know before choosing it, each in a few words. */
  marks?: readonly string[]
  /** In words for who reads the answer, where the label speaks to whoever chooses it. */
  readAs?: string
  /** Of an option that is a place: an offer with a place rule knows by it whether it is for who lives there (referring.ts). */
  postcode?: string
  /** Choosing this leaves the form: whoever asks for themselves is called. */
  leadsTo?: 'callBack'
}

interface Asked extends Renamed {
  /** Field name in the HTML form, key in the answers. */
  name: string
  label: string
  /** Its label for who reads the answer, where the other speaks to whoever fills it in. */
  readAs?: string
  hint?: string
  /** What to do when it is missing or not understood. */
  error: string
  optional?: true
  /** Asked only when this holds; on the same page it is shown and hidden by the style sheet alone. */
  when?: Rule
  /** The HTML autocomplete token (WCAG 1.3.5). */
  autocomplete?: string
  /** Name of the question on this page that it agrees to: a change there asks this one again. */
  agreesTo?: string
  /** Of an agreement: how it is asked again, which says why, when what it agrees to changed. */
  askedAgain?: string
  /** Kept as an anonymous fact for the yearly trends. */
  trend?: true
  /** Shown in the list of dossiers, in this column. */
  listed?: 'over' | 'organisatie' | 'gemeente' | 'telefoon'
  /**
   * Who asks it, where not both do: only somebody of the team who takes a call, or only the form that people fill in
   * (forms/kit/call.ts).
   */
  askedBy?: 'call' | 'form'
  /** It says of whoever asks their name, or what they do: beside the number to call. */
  applicant?: 'name' | 'function'
  /** It says whom it is about, without naming them: others of the same family are known by it (forms/kit/search/same-family.ts). */
  designates?: true
  /** It says what to mind when the client is contacted: in full, wherever somebody is called. */
  safety?: true
  /** Names services that are involved: somebody who works for one of them is warned about before they get the dossier. */
  namesServices?: true
}

export interface TextQuestion extends Asked {
  kind: 'text' | 'longText' | 'email' | 'phone' | 'postcode' | 'date' | 'wholeNumber'
  /** Characters as a person counts them; 200 for one line, 5,000 for more unless set. */
  max?: number
  /** Of a date: which days can be meant, counted from today in Brussels. */
  between?: DayRange
  /** Of a line with a shape of its own, such as a link (read-link.ts): what was meant, in place of a text that anybody may write. */
  read?: (typed: string, question: TextQuestion) => Read<string>
}

/** Characters, as a person counts them, that an answer of several lines may have where nothing else is said. */
export const mostOfLongText = 5000

/** Characters that an answer in words may have. */
export const mostOf = ({ kind, max }: TextQuestion): number => max ?? (kind === 'longText' ? mostOfLongText : 200)
/** Outside it a day is no plan but a slip of the pen: it is asked again, with the reason. */
export interface DayRange {
  /** Days from today on which it begins: 0 is today, 1 tomorrow. Absent where a rule of the page says it, or a day that is over can be meant. */
  from?: number
  /** Years from today on which it ends; 0 is today, for what happened already. */
  years: number
}

/** Years ahead that somebody can plan: a day after that is a slip of the pen, "2072". */
export const yearsAhead = 10

export interface ChoiceQuestion extends Asked {
  /** `choice`: exactly one; `choices`: one or more. */
  kind: 'choice' | 'choices'
  options: readonly Option[]
  /** Of one choice that may stay open: what counts then, and is kept as if it were chosen. The most careful one. */
  otherwise?: string
}

/** A choice that a cell of a row can hold. */
export type OneChoice = ChoiceQuestion & { kind: 'choice' }

/** A small table: one row per service at the table, per afspraak of a plan. Empty rows are ignored. */
export interface RowsQuestion extends Asked {
  kind: 'rows'
  /** "Dienst": names each row. */
  rowName: string
  columns: readonly (TextQuestion | OneChoice)[]
  max: number
  /** What to do when more rows are filled than `max`. */
  tooMany: string
  /** Shown from the start, so that nobody has to ask for the first few. */
  shown: number
  /** Fills the first row with what is known already. */
  firstRow?: (answers: Answers) => Row
}

/** One of the rows of another question on the same page, by its number from 0, or none of them yet. */
export interface RowChoiceQuestion extends Asked {
  kind: 'rowChoice'
  rows: RowsQuestion
  none: Option
}

/** The same long texts once per choice made earlier: `<field>.<choice>`. */
export interface PerChoiceQuestion extends Asked {
  kind: 'perChoice'
  of: ChoiceQuestion
  fields: readonly { name: string; label: string }[]
  max: number
}

export type Question = TextQuestion | ChoiceQuestion | RowsQuestion | RowChoiceQuestion | PerChoiceQuestion

export const yesNo: readonly Option[] = [
  { value: 'ja', label: 'Ja' },
  { value: 'nee', label: 'Nee' },
]
export const yesNoUnknown: readonly Option[] = [...yesNo, { value: 'weet_niet', label: 'Weet ik niet' }]

/** A Belgian postcode, and a number of at most two digits: what a rule can expect is what a person can answer. */
export const postcodeShape = /^[1-9]\d{3}$/
export const wholeNumberShape = /^\d{1,2}$/

/** `betrokkenen[2].dienst` */
export const cellName = (rows: string, index: number, column: string): string => `${rows}[${index}].${column}`

/** Reads a field name that `cellName` made; a row has at most two digits. */
export function readCellName(field: string): { rows: string; index: number; column: string } | undefined {
  const [, rows, index, column] = /^(.+)\[(0|[1-9]\d?)\]\.(.+)$/.exec(field) ?? []
  return rows && index && column ? { rows, index: Number(index), column } : undefined
}

interface Rows {
  name: string
  columns: readonly { name: string }[]
}

/** Numbers of the rows the browser sent, filled or not. */
export function rowNumbers({ name, columns }: Rows, raw: RawInput): number[] {
  const numbers = new Set<number>()
  for (const field of raw.keys()) {
    const cell = readCellName(field)
    if (cell?.rows === name && columns.some((column) => column.name === cell.column)) numbers.add(cell.index)
  }
  return [...numbers].sort((a, b) => a - b)
}

/** Fields of one more row; none when there are as many as can be. */
export function nextRow(question: RowsQuestion, raw: RawInput): string[] {
  const next = (rowNumbers(question, raw).at(-1) ?? -1) + 1
  return next >= question.max ? [] : question.columns.map(({ name }) => cellName(question.name, next, name))
}

/** `examples`: those of its choice. */
type ChoiceField = TextQuestion & { group: string; examples?: string }

const choiceFields = new WeakMap<PerChoiceQuestion, ReadonlyMap<string, readonly ChoiceField[]>>()

/** The fields of each choice, made once: what is understood of a question is kept with it (parse.ts). */
function fieldsByChoice(question: PerChoiceQuestion): ReadonlyMap<string, readonly ChoiceField[]> {
  const known = choiceFields.get(question)
  if (known) return known
  const { of, fields, error, max } = question
  const made = new Map(
    of.options.map(({ value, label: group, examples }) => [
      value,
      fields.map(
        ({ name, label }): ChoiceField => ({
          kind: 'longText',
          name: `${name}.${value}`,
          label,
          group,
          ...(examples ? { examples } : {}),
          error,
          optional: true,
          max,
        }),
      ),
    ]),
  )
  choiceFields.set(question, made)
  return made
}

/** The long-text questions a perChoice question stands for, given the choices made. */
export function perChoiceQuestions(question: PerChoiceQuestion, answers: Answers): ChoiceField[] {
  const chosen = answers[question.of.name]
  return [...fieldsByChoice(question)].flatMap(([value, fields]) =>
    Array.isArray(chosen) && chosen.includes(value) ? fields : [],
  )
}
