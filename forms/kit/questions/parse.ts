/** From what a browser sent to answers: one zod schema per question, every error at once, in Dutch. */
import * as z from 'zod'
import { cleanText, type Read } from '../clean.ts'
import { readEmail } from '../read-email.ts'
import { readPostcode, readWholeNumber } from '../read-number.ts'
import { readPhone } from '../read-phone.ts'
import { holdsNationalNumber, isBlank, nationalNumberMessage, textProblem, unreadableIn } from '../text.ts'
import type { Answers, AnswerValue, RawInput, Row } from './answers.ts'
import { holds } from './criteria.ts'
import { readDate } from './date.ts'
import type { FieldError, Page, RuleContext } from './page.ts'
import {
  type ChoiceQuestion,
  cellName,
  mostOf,
  perChoiceQuestions,
  type Question,
  type RowChoiceQuestion,
  type RowsQuestion,
  rowNumbers,
  type TextQuestion,
} from './questions.ts'

export interface ParsedPage {
  answers: Answers
  errors: readonly FieldError[]
}

/** Understands one page. `known` are the answers of the pages before it; the result holds this page's only. */
export function parsePage(page: Page, raw: RawInput, known: Answers, context: RuleContext): ParsedPage {
  const own: Record<string, AnswerValue> = {}
  const found: { at: number; errors: readonly FieldError[] }[] = []
  for (const [at, question] of page.questions.entries()) {
    if (question.when && !holds(question.when, { ...known, ...own })) continue
    const parsed = parseQuestion(question, raw, { ...known, ...own }, context.now)
    Object.assign(own, parsed.answers)
    found.push({ at, errors: parsed.errors })
  }
  for (const { about, check } of page.rules ?? []) {
    const at = page.questions.findIndex(({ name }) => name === about)
    if (found.some((one) => one.at === at && one.errors.length > 0)) continue
    const error = check({ ...known, ...own }, context)
    if (error) found.push({ at, errors: [error] })
  }
  // In the order of the page, as a person goes through it.
  const errors = found.sort((a, b) => a.at - b.at).flatMap((one) => one.errors)
  return { answers: own, errors }
}

/** `now`: what a date is judged by; without it every day that exists can be meant. */
export function parseQuestion(question: Question, raw: RawInput, answers: Answers, now?: Date): ParsedPage {
  switch (question.kind) {
    case 'rows':
      return parseRows(question, raw, now)
    case 'rowChoice':
      return parseRowChoice(question, raw)
    case 'perChoice':
      return perChoiceQuestions(question, answers)
        .map((field) => parseSingle(field, raw, now))
        .reduce(merge, nothing)
    default:
      // Text and choices, of which `buildSchema` knows every kind: a new one does not compile there, or here.
      return parseSingle(question, raw, now)
  }
}

const nothing: ParsedPage = { answers: {}, errors: [] }
const merge = (a: ParsedPage, b: ParsedPage): ParsedPage => ({
  answers: { ...a.answers, ...b.answers },
  errors: [...a.errors, ...b.errors],
})

function parseSingle(
  question: TextQuestion | ChoiceQuestion,
  raw: RawInput,
  now: Date | undefined,
  name = question.name,
): ParsedPage {
  const values = raw.get(name) ?? []
  const result = schemaOf(question).safeParse(question.kind === 'choices' ? values : (values[0] ?? ''))
  if (!result.success) {
    // Kept empty: it is asked again (agreement.ts).
    const message = question.askedAgain && values[0] === '' ? question.askedAgain : result.error.issues[0]?.message
    return { answers: {}, errors: [{ name, message: message ?? question.error }] }
  }
  if (question.kind !== 'date' || typeof result.data !== 'string') {
    const answer = result.data ?? ('otherwise' in question ? question.otherwise : undefined)
    return { answers: answer === undefined ? {} : { [name]: answer }, errors: [] }
  }
  // Alone of all kinds judged by the clock, which no schema that is kept knows.
  const date = readDate(question, result.data, now)
  return 'value' in date
    ? { answers: { [name]: date.value }, errors: [] }
    : { answers: {}, errors: [{ name, message: date.problem }] }
}

type AnswerSchema = z.ZodType<string | number | string[] | undefined>

const schemas = new WeakMap<Question, AnswerSchema>()

/** Built at first use and kept: a definition is a constant. */
function schemaOf(question: TextQuestion | ChoiceQuestion): AnswerSchema {
  const known = schemas.get(question)
  if (known) return known
  const schema = buildSchema(question)
  schemas.set(question, schema)
  return schema
}

function buildSchema(question: TextQuestion | ChoiceQuestion): AnswerSchema {
  const { error } = question
  switch (question.kind) {
    case 'choice':
      return optionally(
        question,
        z.enum(
          question.options.map(({ value }) => value),
          { error },
        ),
      )
    case 'choices': {
      const choice = z.enum(
        question.options.map(({ value }) => value),
        { error },
      )
      return z
        .array(choice, { error })
        .min(question.optional ? 0 : 1, { error })
        .transform((values) => [...new Set(values)])
    }
    case 'email':
      return optionally(
        question,
        z
          .string()
          .superRefine(noNationalNumber)
          .transform(understood((typed) => readEmail(typed, error))),
      )
    case 'phone':
      return optionally(question, z.string().transform(understood((typed) => readPhone(typed, error))))
    case 'postcode':
      return optionally(question, z.string().transform(understood(orProblem(readPostcode, error))))
    case 'wholeNumber':
      return optionally(question, z.string().transform(understood(orProblem(readWholeNumber, error))))
    case 'date':
      return optionally(question, z.string())
    case 'text':
    case 'longText': {
      const { read } = question
      // The number of a meeting is no national number, though it may look like one.
      if (read) return optionally(question, z.string().transform(understood((typed) => read(typed, question))))
      return optionally(question, z.string().superRefine(writable(mostOf(question))))
    }
  }
}

/** Cleaned, once for every kind. Nothing visible typed: absent when optional, the question's own error otherwise. */
function optionally(question: TextQuestion | ChoiceQuestion, schema: z.ZodType<string | number, string>): AnswerSchema {
  return z.string().transform((raw, context): string | number | undefined => {
    const typed = cleanText(raw)
    if (isBlank(typed)) {
      if (!question.optional) context.addIssue({ code: 'custom', message: question.error })
      return undefined
    }
    const unread = question.kind === 'choice' ? undefined : unreadableIn(typed)
    const result = unread === undefined ? schema.safeParse(typed) : undefined
    if (result?.success) return result.data
    context.addIssue({ code: 'custom', message: unread ?? result?.error.issues[0]?.message ?? question.error })
    return undefined
  })
}

const orProblem =
  <Value>(read: (typed: string) => Value | undefined, problem: string) =>
  (typed: string): Read<Value> => {
    const value = read(typed)
    return value === undefined ? { problem } : { value }
  }

const understood =
  <Value>(read: (typed: string) => Read<Value>) =>
  (typed: string, context: z.RefinementCtx<string>): Value => {
    const found = read(typed)
    if ('value' in found) return found.value
    context.addIssue({ code: 'custom', message: found.problem })
    return z.NEVER
  }

const noNationalNumber = (typed: string, context: z.RefinementCtx<string>) => {
  if (holdsNationalNumber(typed)) context.addIssue({ code: 'custom', message: nationalNumberMessage })
}

const writable = (max: number) => (typed: string, context: z.RefinementCtx<string>) => {
  const message = textProblem(typed, max)
  if (message) context.addIssue({ code: 'custom', message })
}

function parseRows(question: RowsQuestion, raw: RawInput, now: Date | undefined): ParsedPage {
  const rows: Row[] = []
  const errors: FieldError[] = []
  for (const index of filledRows(question, raw)) {
    const parsed = question.columns
      .map((column) => ({ column, result: parseSingle(column, raw, now, cellName(question.name, index, column.name)) }))
      .map(({ column, result }) => {
        errors.push(...result.errors)
        return [column.name, Object.values(result.answers)[0]] as const
      })
    rows.push(Object.fromEntries(parsed.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))))
  }
  if (rows.length > question.max) {
    errors.push({
      name: cellName(question.name, question.max, question.columns[0]?.name ?? ''),
      message: question.tooMany,
    })
  }
  if (rows.length === 0 && !question.optional) {
    errors.push({ name: cellName(question.name, 0, question.columns[0]?.name ?? ''), message: question.error })
  }
  return { answers: { [question.name]: rows }, errors }
}

/** Numbers of the rows in which something visible is typed, in order. */
function filledRows(question: RowsQuestion, raw: RawInput): number[] {
  return rowNumbers(question, raw).filter((index) =>
    question.columns.some(({ name }) => !isBlank(raw.get(cellName(question.name, index, name))?.[0] ?? '')),
  )
}

/** The row's number among the filled rows, so that it still points at the same service when empty rows are gone. */
function parseRowChoice(question: RowChoiceQuestion, raw: RawInput): ParsedPage {
  const given = raw.get(question.name)?.[0] ?? ''
  if (given === question.none.value) return { answers: { [question.name]: given }, errors: [] }
  const position = /^\d{1,2}$/.test(given) ? filledRows(question.rows, raw).indexOf(Number(given)) : -1
  return position >= 0
    ? { answers: { [question.name]: String(position) }, errors: [] }
    : { answers: {}, errors: [{ name: question.name, message: question.error }] }
}

/** Every field name a page can send, given the rows it sent, and those `beside` it; single-valued ones are false, `choices` true. */
export const fieldsOf = (page: Page, raw: RawInput, ...beside: readonly string[]): ReadonlyMap<string, boolean> =>
  new Map([
    ...page.questions.flatMap((question) => fieldsIn(question, raw)),
    ...beside.map((name): [string, boolean] => [name, false]),
  ])

function fieldsIn(question: Question, raw: RawInput): [string, boolean][] {
  switch (question.kind) {
    case 'rows':
      return rowNumbers(question, raw).flatMap((index) =>
        question.columns.map(({ name }): [string, boolean] => [cellName(question.name, index, name), false]),
      )
    case 'perChoice':
      return question.of.options.flatMap(({ value }) =>
        question.fields.map(({ name }): [string, boolean] => [`${name}.${value}`, false]),
      )
    case 'choices':
      return [[question.name, true]]
    case 'choice':
    case 'rowChoice':
    case 'text':
    case 'longText':
    case 'email':
    case 'phone':
    case 'postcode':
    case 'date':
    case 'wholeNumber':
      return [[question.name, false]]
  }
}

/** What may be kept of a page that is understood: a field hidden by another answer was not read, and is as good as not sent. */
export function withoutNationalNumbers(page: Page, raw: RawInput): RawInput {
  const refused = new Set(nationalNumberErrors(page, raw).map(({ name }) => name))
  return new Map([...raw].filter(([name]) => !refused.has(name)))
}

/** Fields whose text would put a national number in storage; looked for also in a page kept half-filled. */
export function nationalNumberErrors(page: Page, raw: RawInput): FieldError[] {
  const exempt = new Set(
    page.questions.filter((one) => one.kind === 'phone' || ('read' in one && one.read)).map(({ name }) => name),
  )
  return [...raw]
    .filter(([name, values]) => !exempt.has(name) && values.some(holdsNationalNumber))
    .map(([name]) => ({ name, message: nationalNumberMessage }))
}
