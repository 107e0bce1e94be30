/**
 * What is stored, by the names of today (kit/formerly.ts). A name nobody knows stays as it is: it is shown, never refused
 * (docs/decisions/016).
 */
import { serviceOf } from './index.ts'
import { keyOf } from './kit/content.ts'
import type { Form, Service } from './kit/form.ts'
import type { Dossier } from './kit/lifecycle/dossier.ts'
import { stateOf } from './kit/lifecycle/lifecycle.ts'
import type { Answers, AnswerValue, Row } from './kit/questions/answers.ts'
import { cellName, type Question, readCellName } from './kit/questions/questions.ts'

export function byTodaysNames(dossier: Dossier): Dossier {
  const service = serviceOf(dossier)
  if (!service) return dossier
  const { network, form } = service
  const today = (state: string) => stateOf(form.lifecycle, state).name
  const { paused, referral } = dossier
  return {
    ...dossier,
    ...{ network: network.slug, form: form.slug, state: today(dossier.state) },
    ...(paused ? { paused: { ...paused, from: today(paused.from) } } : {}),
    ...(referral ? { referral: { ...referral, aanbod: keyOf(network.aanbod, referral.aanbod) } } : {}),
  }
}

/** New names by old ones: of fields, and within a question of its options or columns. */
interface Renames {
  fields: ReadonlyMap<string, string>
  within: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const kept = new WeakMap<Form, Renames | undefined>()

/** Undefined for a form in which nothing was ever called otherwise: most are read without any work. */
function renamesOf(form: Form): Renames | undefined {
  if (kept.has(form)) return kept.get(form)
  const questions = form.pages.flatMap((page) => page.questions)
  const fields = new Map(questions.flatMap(fieldsOf))
  const within = new Map(questions.map((question) => [question.name, new Map(partsOf(question))] as const))
  const any = fields.size > 0 || [...within.values()].some(({ size }) => size > 0)
  const renames = any ? { fields, within } : undefined
  kept.set(form, renames)
  return renames
}

type Pair = [old: string, today: string]
const pairs = (today: string, { formerly = [] }: { formerly?: readonly string[] }): Pair[] =>
  formerly.map((old): Pair => [old, today])

const fieldsOf = (question: Question): Pair[] =>
  question.kind === 'perChoice'
    ? question.fields.flatMap(({ name }) =>
        question.of.options.flatMap((option) =>
          pairs(option.value, option).map(([old, today]): Pair => [`${name}.${old}`, `${name}.${today}`]),
        ),
      )
    : pairs(question.name, question)

function partsOf(question: Question): Pair[] {
  if ('options' in question) return question.options.flatMap((option) => pairs(option.value, option))
  return 'columns' in question ? question.columns.flatMap((column) => pairs(column.name, column)) : []
}

/** Answers by the names that questions and options have today. */
export function answersByTodaysNames({ form }: Pick<Service, 'form'>, answers: Answers): Answers {
  const renames = renamesOf(form)
  if (!renames) return answers
  return Object.fromEntries(
    Object.entries(answers).map(([stored, value]) => {
      const name = renames.fields.get(stored) ?? stored
      return [name, within(renames.within.get(name), value)]
    }),
  )
}

function within(parts: ReadonlyMap<string, string> | undefined, value: AnswerValue): AnswerValue {
  const today = (part: string) => parts?.get(part) ?? part
  if (typeof value === 'string') return today(value)
  if (!Array.isArray(value)) return value
  const isRow = (one: string | Row): one is Row => typeof one === 'object'
  return value.some(isRow)
    ? value
        .filter(isRow)
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, text]) => [today(name), text])))
    : value.map((one) => today(String(one)))
}

/** What was typed on the pages of a draft: page by page, the texts of each field. */
type Typed = Record<string, Record<string, string[]>>

/** The same for a half-filled form. */
export function typedByTodaysNames(of: { network: string; form: string }, pages: Typed): Typed {
  const form = serviceOf(of)?.form
  const renames = form && renamesOf(form)
  if (!renames) return pages
  const fieldToday = (field: string): string => {
    const cell = readCellName(field)
    if (!cell) return renames.fields.get(field) ?? field
    const rows = renames.fields.get(cell.rows) ?? cell.rows
    return cellName(rows, cell.index, renames.within.get(rows)?.get(cell.column) ?? cell.column)
  }
  const fieldsToday = (fields: Typed[string]) =>
    Object.fromEntries(
      Object.entries(fields).map(([stored, texts]) => {
        const field = fieldToday(stored)
        return [field, texts.map((text) => renames.within.get(field)?.get(text) ?? text)]
      }),
    )
  return Object.fromEntries(Object.entries(pages).map(([page, fields]) => [page, fieldsToday(fields)]))
}
