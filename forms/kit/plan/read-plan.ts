/** The page of a plan, understood: what can be kept half-way, and what is wrong with it (docs/overleg.md §9). */
import { type Details, nameAtTable } from '../overleg/details.ts'
import type { Overleg } from '../overleg/overleg.ts'
import type { RawInput, Row } from '../questions/answers.ts'
import type { FieldError } from '../questions/page.ts'
import { nationalNumberErrors, parsePage } from '../questions/parse.ts'
import { cellName, readCellName } from '../questions/questions.ts'
import { bytesIn } from '../shorten.ts'
import { isBlank, nationalNumberMessage, uncapitalised } from '../text.ts'
import { type When, whens } from './action-plan.ts'
import { afspraakField, afspraakRows, goalField, goalRows, type PlanChoices, planPage } from './plan-fields.ts'
import { domainName } from './plan-gaps.ts'
import type { PlanInput } from './write-plan.ts'

/** Bytes of all that is typed: sealed it must fit in an item. *Ours.* */
const mostOfTexts = 80 * 1024

interface Context extends PlanChoices {
  overleg: Overleg
  details: Pick<Details, 'names'>
  /** Brussels dates: before the first nobody can have said yes to something, and not after today. */
  from: string | undefined
  today: string
}

export interface ReadPlan {
  input: PlanInput
  /** Numbers of the rows on the page, in the order of the input. */
  rows: { goals: readonly number[]; afspraken: readonly number[] }
  errors: readonly FieldError[]
}

export function readPlan(raw: RawInput, context: Context): ReadPlan {
  const typed = withoutEmptied(raw)
  const page = planPage(context)
  const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now: noonOf(context.today) })
  const goals = rowsIn(answers[goalRows])
  const afspraken = rowsIn(answers[afspraakRows])
  const rows = { goals: filledAt(typed, goalRows), afspraken: filledAt(typed, afspraakRows) }
  const { evaluatie_op: evaluationOn } = answers
  return {
    rows,
    input: {
      goals: goals.map(goalOf),
      afspraken: afspraken.map(afspraakOf),
      ...(typeof evaluationOn === 'string' ? { evaluationOn } : {}),
    },
    errors: inOrder([
      ...errors.map((error) => inWords(error, typed, context)),
      ...nationalNumberErrors(page, typed),
      ...twice(goals, rows.goals),
      ...goals.flatMap(({ domein }, at) =>
        domein ? [] : [{ name: goalField(rows.goals[at] ?? at, 'domein'), message: 'Kies een levensdomein' }],
      ),
      ...afspraken.flatMap((row, at) => wrongWith(row, rows.afspraken[at] ?? at, context)),
      ...(bytesIn(JSON.stringify([goals, afspraken])) > mostOfTexts
        ? [{ name: goalField(0, 'goed'), message: 'Dit plan is te lang om te bewaren. Kort teksten in' }]
        : []),
    ]),
  }
}

/** An instant on this Brussels date: all that a page of days has to know. */
const noonOf = (today: string): Date => new Date(`${today}T12:00:00Z`)

/** What is left of a row that was emptied: an id nobody sees, and a reason without anything to do. */
const leftovers = ['id', 'waarom']

/** A row that was emptied is no row. */
function withoutEmptied(raw: RawInput): RawInput {
  const filled = new Set(
    [...raw].flatMap(([name, [value = '']]) => {
      const cell = readCellName(name)
      return cell?.rows === afspraakRows && !leftovers.includes(cell.column) && !isBlank(value) ? [cell.index] : []
    }),
  )
  return new Map(
    [...raw].filter(([name]) => {
      const cell = readCellName(name)
      return cell?.rows !== afspraakRows || filled.has(cell.index)
    }),
  )
}

const rowsIn = (value: unknown): readonly Row[] => (Array.isArray(value) ? value : [])

const filledAt = (typed: RawInput, rows: string): number[] => {
  const numbers = [...typed].flatMap(([name, [value = '']]) => {
    const cell = readCellName(name)
    return cell?.rows === rows && !isBlank(value) ? [cell.index] : []
  })
  return [...new Set(numbers)].sort((one, other) => one - other)
}

function goalOf({ domein = '', goed = '', minder_goed = '', doel = '', wanneer }: Row): PlanInput['goals'][number] {
  const when: When | undefined = whens.find((one) => one === wanneer)
  return { domein, texts: { goed, minder_goed, doel }, ...(when ? { wanneer: when } : {}) }
}

const afspraakOf = ({ id, wat = '', afgesproken_op: agreedOn, ...row }: Row): PlanInput['afspraken'][number] => {
  const { wie, met, waarom, tegen, aanbod } = row
  return {
    ...(id ? { id } : {}),
    wat,
    ...Object.fromEntries(
      Object.entries({ wie, met, waarom, tegen, aanbod, agreedOn }).filter(([, value]) => value !== undefined),
    ),
  }
}

/** With the row it is in, and for a person who is gone, their name. */
function inWords({ name, message }: FieldError, typed: RawInput, { has, overleg, details }: Context): FieldError {
  const cell = message === nationalNumberMessage ? undefined : readCellName(name)
  if (cell?.rows === goalRows) {
    const domein = typed.get(cellName(goalRows, cell.index, 'domein'))?.[0] ?? ''
    return {
      name,
      message: domein && cell.column !== 'domein' ? `${domainName(has, domein)}: ${uncapitalised(message)}` : message,
    }
  }
  if (cell?.rows !== afspraakRows) return { name, message }
  const given = typed.get(name)?.[0] ?? ''
  const gone = cell.column === 'wie' || cell.column === 'met' ? overleg.participants[given] : undefined
  const who = gone && nameAtTable(details, { id: given, wie: gone.wie })
  const what = who ? `${who} zit niet meer aan tafel. Kies iemand anders` : uncapitalised(message)
  return { name, message: `Afspraak ${cell.index + 1}: ${what}` }
}

function twice(goals: readonly Row[], at: readonly number[]): FieldError[] {
  return goals.flatMap(({ domein }, place) =>
    domein && goals.findIndex((one) => one.domein === domein) < place
      ? [{ name: goalField(at[place] ?? place, 'domein'), message: 'Dit levensdomein staat er al' }]
      : [],
  )
}

function wrongWith({ wie, met, afgesproken_op: on }: Row, at: number, { from }: Context): FieldError[] {
  const wrong = (column: string, what: string) => [
    { name: afspraakField(at, column), message: `Afspraak ${at + 1}: ${what}` },
  ]
  return [
    ...(met !== undefined && met === wie ? wrong('met', 'kies iemand anders die helpt') : []),
    ...(on !== undefined && from !== undefined && on < from
      ? wrong('afgesproken_op', 'kies een dag vanaf het overleg')
      : []),
  ]
}

/** As a person goes through the page; one error a field. */
function inOrder(errors: readonly FieldError[]): FieldError[] {
  const first = errors.filter(({ name }, at) => errors.findIndex((one) => one.name === name) === at)
  const place = ({ name }: FieldError) => {
    const cell = readCellName(name)
    return cell ? (cell.rows === goalRows ? 0 : 1000) + cell.index : 2000
  }
  return first.sort((one, other) => place(one) - place(other))
}
