/** An overleg that its form cannot have: moves that are not there or lead elsewhere, questions and facts that nobody asks. */
import type { Form } from '../form.ts'
import type { Ask, Lifecycle, Move } from '../lifecycle/lifecycle.ts'
import type { OverlegOfForm, OverlegQuestions } from '../overleg/of-form.ts'
import type { Question } from '../questions/questions.ts'
import { unknownWord } from './nearest.ts'

const namesOf = (things: readonly { name: string }[]): string[] => things.map(({ name }) => name)
const at = (where: string, problems: readonly string[]): string[] => problems.map((problem) => `${where}: ${problem}`)

export function overlegProblems({ overleg, lifecycle, pages }: Form): string[] {
  if (!overleg) return []
  const all = pages.flatMap(({ questions }) => questions)
  return at('overleg', [
    ...at('moves', moveProblems(overleg, lifecycle)),
    ...at('questions', questionProblems(overleg.questions, all)),
    ...at('noun', nounProblems(overleg.noun, all)),
  ])
}

/** What an overleg can answer: its own day, and of a held one what the casemanager writes (docs/overleg.md §5). */
const answers: Readonly<Record<keyof OverlegOfForm['moves'], readonly Ask[]>> = {
  fix: ['datum'],
  fixAgain: ['datum'],
  move: ['datum'],
  cancel: [],
  hold: ['datum', 'toelichting'],
}

function moveProblems({ moves: named }: OverlegOfForm, { moves, assigned }: Lifecycle): string[] {
  const made = (action: string) => moves.filter((move) => move.action === action)
  const planned = made(named.fix)[0]?.to
  const entries = Object.entries(named) as [keyof typeof named, string][]
  return entries.flatMap(([name, action]) => {
    const found = made(action)
    if (found.length === 0)
      return unknownWord(
        `\`${name}\` names move`,
        action,
        moves.map((move) => move.action),
      )
    return found.flatMap((move) =>
      at(`\`${name}\``, [...askProblems(name, move), ...roadProblems(name, move, { planned, assigned })]),
    )
  })
}

function askProblems(name: keyof typeof answers, { action, asks = [] }: Move): string[] {
  const unasked = name === 'hold' ? [] : answers[name].filter((ask) => !asks.includes(ask))
  const unknown = asks.filter((ask) => !answers[name].includes(ask))
  return [
    ...unasked.map((ask) => `move \`${action}\` asks no \`${ask}\`, and must.`),
    ...unknown.map((ask) => `move \`${action}\` asks \`${ask}\`, which an overleg does not know.`),
  ]
}

interface Road {
  /** Where a dossier is once its day is fixed. */
  planned: Move['to'] | undefined
  assigned: string | undefined
}

function roadProblems(name: keyof typeof answers, { action, from, to }: Move, { planned, assigned }: Road): string[] {
  const wrong = (is: boolean, problem: string) => (is ? [`move \`${action}\` ${problem}`] : [])
  if (typeof planned !== 'string') return wrong(name === 'fix', 'must lead to a state.')
  switch (name) {
    case 'fix':
      return wrong(!assigned || !from.includes(assigned), 'must go from where a dossier is once somebody has it.')
    case 'fixAgain':
      return wrong(to !== planned, `must lead to \`${planned}\`.`)
    case 'move':
      return [
        ...wrong(!from.includes(planned), `must go from \`${planned}\`.`),
        ...wrong(typeof to === 'string' ? to !== planned : to.special !== 'same', `must stay in \`${planned}\`.`),
      ]
    case 'cancel':
      return [
        ...wrong(!from.includes(planned), `must go from \`${planned}\`.`),
        ...wrong(to !== assigned, `must lead back to \`${assigned}\`.`),
      ]
    case 'hold':
      return [
        ...wrong(!from.includes(planned), `must go from \`${planned}\`.`),
        ...wrong(to === planned || typeof to !== 'string', `must lead on from \`${planned}\`.`),
      ]
  }
}

/** Columns that a table is filled in from. */
const columns = ['dienst', 'contactpersoon', 'email'] as const

function questionProblems(named: OverlegQuestions, all: readonly Question[]): string[] {
  const { table, keyPerson, confidant, interpreter, wishes, before, shape } = named
  const asked = (what: string, name: string | undefined) =>
    name === undefined ? [] : unknownWord(`\`${what}\` is question`, name, namesOf(all))
  const find = (name: string | undefined) => all.find((question) => question.name === name)
  const rows = find(table)
  const key = find(keyPerson)
  const comes = find(confidant?.question)
  return [
    ...asked('table', table),
    ...(rows === undefined
      ? []
      : rows.kind === 'rows'
        ? columns.flatMap((column) => unknownWord('`table` needs column', column, namesOf(rows.columns)))
        : [`\`table\` is question \`${rows.name}\`, which has no rows.`]),
    ...asked('keyPerson', keyPerson),
    ...(key && (key.kind !== 'rowChoice' || (rows?.kind === 'rows' && key.rows.name !== table))
      ? [`\`keyPerson\` is question \`${key.name}\`, which chooses no row of the table.`]
      : []),
    ...asked('confidant', confidant?.question),
    ...asked('confidant.name', confidant?.name),
    ...asked('confidant.email', confidant?.email),
    ...(comes && confidant ? choiceProblems(comes, confidant.comes) : []),
    ...asked('interpreter', interpreter?.question),
    ...asked('interpreter.language', interpreter?.language),
    ...asked('wishes', wishes),
    ...asked('before', before),
    ...asked('shape', shape),
  ]
}

function choiceProblems(question: Question, comes: readonly string[]): string[] {
  if (question.kind !== 'choice') return [`\`confidant\` is question \`${question.name}\`, which is no choice.`]
  const values = question.options.map(({ value }) => value)
  return comes.flatMap((value) => unknownWord('`confidant` comes with answer', value, values))
}

function nounProblems(noun: OverlegOfForm['noun'], all: readonly Question[]): string[] {
  if (typeof noun === 'string') return []
  const facts = all.filter(({ trend }) => trend)
  const fact = facts.find(({ name }) => name === noun.fact)
  if (!fact) return unknownWord('is called by fact', noun.fact, namesOf(facts))
  if (fact.kind !== 'choice') return [`is called by question \`${fact.name}\`, which is no choice.`]
  const values = fact.options.map(({ value }) => value)
  return Object.keys(noun.nouns).flatMap((value) => unknownWord('is called otherwise for answer', value, values))
}
