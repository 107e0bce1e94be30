/** What the page of a table shows before anybody typed: who the request named, or who sits there already (docs/overleg.md §2). */
import { phoneInWords } from '../contact.ts'
import type { Answers, RawInput, Row } from '../questions/answers.ts'
import { cellName } from '../questions/questions.ts'
import type { Details } from './details.ts'
import type { OverlegOfForm, OverlegQuestions } from './of-form.ts'
import { type Overleg, type Reach, type Seat, type Secrecy, seated } from './overleg.ts'
import { tableRows } from './table.ts'

/** One row as it is filled in. */
export interface FilledRow {
  /** Absent while they were not kept. */
  id?: string
  wie: Seat
  naam: string
  dienst: string
  bereik?: Reach
  email: string
  /** E.164; empty when none is known. */
  telefoon: string
  beroepsgeheim: Secrecy
}

/** What every form asks of whoever asks (forms/kit/questions/common-pages.ts). */
const applicantQuestions = { naam: 'naam', dienst: 'organisatie', email: 'email', telefoon: 'telefoon' } as const

/** Who comes, as the request says: the client, whom they trust, the interpreter, their fixed contact, and every other service. */
export function suggestedRows({ withClient, questions }: OverlegOfForm, answers: Answers = {}): readonly FilledRow[] {
  const services = servicesIn(questions, answers)
  return [
    ...(withClient ? [row('client', { bereik: 'brief' })] : []),
    ...confidantIn(questions, answers),
    ...interpreterIn(questions, answers),
    ...services.filter(({ wie }) => wie === 'spilfiguur'),
    ...services.filter(({ wie }) => wie !== 'spilfiguur'),
  ]
}

const row = (wie: Seat, known: Partial<FilledRow>): FilledRow => ({
  ...{ wie, naam: '', dienst: '', email: '', telefoon: '' },
  // Secrecy does not follow the diploma: nobody is taken for bound before they were asked.
  beroepsgeheim: 'weet_niet',
  ...known,
})

const textIn = (answers: Answers | Row, question: string | undefined): string => {
  const value = question === undefined ? undefined : answers[question]
  return typeof value === 'string' ? value : ''
}

function confidantIn({ confidant }: OverlegQuestions, answers: Answers): FilledRow[] {
  if (!confidant?.comes.includes(textIn(answers, confidant.question))) return []
  const [naam, email] = [textIn(answers, confidant.name), textIn(answers, confidant.email)]
  // Whom a client brings along need not be named: the seat is theirs all the same.
  const dienst = naam ? '' : 'Iemand die de cliënt meebrengt'
  return [row('vertrouwensfiguur', { naam, dienst, email, bereik: email ? 'mail' : 'brief' })]
}

function interpreterIn({ interpreter }: OverlegQuestions, answers: Answers): FilledRow[] {
  if (textIn(answers, interpreter?.question) !== 'ja') return []
  const dienst = ['Tolk', textIn(answers, interpreter?.language)].filter(Boolean).join(' ')
  return [row('tolk', { dienst, bereik: 'telefoon' })]
}

function servicesIn({ table, keyPerson }: OverlegQuestions, answers: Answers): FilledRow[] {
  const applicant = applicantIn(answers)
  if (table === undefined) return applicant ? [applicant] : []
  return rowsIn(answers, table).map((one, at) => {
    const [dienst, naam, email] = [textIn(one, 'dienst'), textIn(one, 'contactpersoon'), textIn(one, 'email')]
    const own = applicant !== undefined && (email ? email === applicant.email : dienst === applicant.dienst)
    const wie = textIn(answers, keyPerson) === String(at) ? 'spilfiguur' : 'dienst'
    return row(wie, { naam, dienst, email, telefoon: own ? applicant.telefoon : '', bereik: reachOf(email) })
  })
}

/** Whoever asked, by what every form asks of them. */
function applicantIn(answers: Answers): FilledRow | undefined {
  const { naam, dienst, email, telefoon } = applicantQuestions
  const [name, service, address] = [textIn(answers, naam), textIn(answers, dienst), textIn(answers, email)]
  if (!name && !service) return undefined
  const known = { naam: name, dienst: service, email: address, telefoon: textIn(answers, telefoon) }
  return row('dienst', { ...known, bereik: reachOf(address) })
}

const reachOf = (email: string): Reach => (email ? 'mail' : 'telefoon')

/** Rows of text only: a list of choices has the same shape on the outside. */
function rowsIn(answers: Answers, question: string): readonly Row[] {
  const value = answers[question]
  return Array.isArray(value) ? value.filter((one): one is Row => typeof one === 'object') : []
}

/** Who sits at the table now. `emailOf`: where mail to a participant goes; empty when there is no address. */
export const seatedRows = (
  overleg: Pick<Overleg, 'participants'>,
  { names }: Pick<Details, 'names'>,
  emailOf: (id: string) => string,
): readonly FilledRow[] =>
  seated(overleg).map(({ id, wie, bereik, beroepsgeheim }) => {
    const { naam = '', dienst = '', telefoon = '' } = names[id] ?? {}
    return row(wie, { id, naam, dienst, telefoon, email: emailOf(id), beroepsgeheim, ...(bereik ? { bereik } : {}) })
  })

/** As if somebody had typed it. */
export const typedRows = (rows: readonly FilledRow[]): RawInput =>
  new Map(
    rows.flatMap(({ telefoon, ...one }, at) =>
      Object.entries({ ...one, telefoon: phoneInWords(telefoon) }).map(([column, value]): [string, string[]] => [
        cellName(tableRows, at, column),
        [value],
      ]),
    ),
  )
