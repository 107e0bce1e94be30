/**
 * What people typed in a request, piece by piece: to look somebody up in it, and to decide of each piece whether it goes along with
 * who asks for a copy (GDPR art. 15(4), docs/domain.md §7).
 */
import { asRead, pagesWithCall, type Service } from './form.ts'
import type { Answers, AnswerValue, Row } from './questions/answers.ts'
import { perChoiceQuestions, type Question } from './questions/questions.ts'
import { capitalised } from './text.ts'

/** Who can ask what we keep in a request: who filled it in, or whom it is about. */
export type Asker = 'aanvrager' | 'client'

export interface Passage {
  /** In a posted form: `a.doel`, of a row `a.betrokkenen.0`. */
  key: string
  /** "bij “Betrokken diensten”" */
  where: string
  text: string
  /** Whose it is, as far as the form says; of others where it does not. */
  of: Asker | 'anderen'
}

/** In place of what does not go along. */
export const leftOut = 'weggelaten: gaat over iemand anders'

/** Chosen from a list, or a number: the form's words, not theirs. */
const chosen: ReadonlySet<Question['kind']> = new Set([
  'choice',
  'choices',
  'rowChoice',
  'wholeNumber',
  'postcode',
  'date',
])

interface Known {
  label: string
  kind: Question['kind']
  /** The browser may fill it in: it is about whoever fills in the form. */
  self: boolean
}

function knownOf(service: Pick<Service, 'form' | 'pages'>, answers: Answers): ReadonlyMap<string, Known> {
  const questions = pagesWithCall(service).flatMap((page) => page.questions.map(asRead))
  const known = questions.flatMap((question): [string, Known][] =>
    question.kind === 'perChoice'
      ? perChoiceQuestions(question, answers).map(({ name, group, label }) => [
          name,
          { label: `${capitalised(group)}: ${label}`, kind: 'longText', self: false },
        ])
      : [[question.name, { label: question.label, kind: question.kind, self: isSelf(question) }]],
  )
  return new Map(known)
}

/** A browser is told not to fill in what is about somebody else. */
const isSelf = ({ autocomplete }: Pick<Question, 'autocomplete'>): boolean =>
  autocomplete !== undefined && autocomplete !== 'off'

const keyOf = (name: string, row?: number): string => ['a', name, row].filter((part) => part !== undefined).join('.')

const isRow = (value: unknown): value is Row => typeof value === 'object'

/** Also what an older version asked, by its name: nobody knows any more whose that is. */
export function answerPassages(service: Pick<Service, 'form' | 'pages'>, answers: Answers): Passage[] {
  const known = knownOf(service, answers)
  return Object.entries(answers).flatMap(([name, value]): Passage[] => {
    const { label, kind, self } = known.get(name) ?? { label: name, kind: undefined, self: false }
    if (kind && chosen.has(kind)) return []
    const where = `bij “${label}”`
    const pieces = [value].flat()
    if (pieces.some(isRow))
      return pieces.map((row, at) => ({
        ...{ key: keyOf(name, at), where, text: textOf(row) },
        of: isRow(row) && isOfApplicant(row, answers) ? 'aanvrager' : 'anderen',
      }))
    const of = self ? 'aanvrager' : kind ? 'client' : 'anderen'
    return [{ key: keyOf(name), where, text: pieces.map(textOf).join(', '), of }]
  })
}

const textOf = (piece: string | number | Row): string =>
  isRow(piece) ? Object.values(piece).filter(Boolean).join(', ') : String(piece)

/** A row at the table that the applicant filled in for themselves: under their address, or their name. */
const isOfApplicant = (row: Row, { email, naam }: Answers): boolean =>
  Object.values(row).some((cell) => cell !== '' && (cell === email || cell === naam))

/** The answers with what was typed only where it was chosen; what was chosen in the form itself goes along. */
export function answersAlong(
  service: Pick<Service, 'form' | 'pages'>,
  answers: Answers,
  along: ReadonlySet<string>,
): Record<string, AnswerValue | readonly (Row | string)[]> {
  const kept = new Set(
    answerPassages(service, answers)
      .map(({ key }) => key)
      .filter((key) => !along.has(key)),
  )
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]): [string, AnswerValue | readonly (Row | string)[]] => {
      const rows = [value].flat()
      if (kept.has(keyOf(name))) return [name, leftOut]
      if (!rows.some(isRow)) return [name, value]
      return [name, rows.map((row, at) => (kept.has(keyOf(name, at)) || !isRow(row) ? leftOut : row))]
    }),
  )
}
