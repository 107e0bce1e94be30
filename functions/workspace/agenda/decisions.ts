/** What a meeting decides about one dossier, as a page of the kit: the moves of its lifecycle that a meeting can make. */
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Ask, Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { movesFor } from '../../../forms/kit/lifecycle/move.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import type { Option, Question } from '../../../forms/kit/questions/questions.ts'
import { pageOf } from '../dossier/small-pages.ts'

/** `ABC-7K3M-9QX2-4T.toelichting`: every card of the page has its own fields. */
export const fieldOf = (reference: string, name: string): string => `${reference}.${name}`

/** Its own name of a field: the ask, or `besluit`. */
export const ownName = (reference: string, field: string): string => field.slice(fieldOf(reference, '').length)

export interface Card {
  service: Service
  dossier: Dossier
  moves: readonly Move[]
  page: Page
}

/** Who decides, and whom and what they can choose. */
interface Deciding {
  person: Person
  content: NetworkContent
  people: readonly Option[]
}

/** Nothing is chosen beforehand: what nobody chooses stays on the agenda. */
export function cardOf(service: Service, dossier: Dossier, { person, content, people }: Deciding): Card {
  const possible = movesFor(service, dossier, person).filter(({ inTeamMeeting }) => inTeamMeeting)
  const moves = possible.toSorted((one, other) => placeOf(one) - placeOf(other))
  const own = (name: string) => fieldOf(dossier.reference, name)
  const asks = [...new Set([...toWhom, ...moves.flatMap((move) => move.asks ?? [])])].filter((ask) =>
    moves.some((move) => move.asks?.includes(ask)),
  )
  const questions = asks.flatMap((ask): Question[] => {
    const asking = moves.filter((move) => move.asks?.includes(ask))
    const [first] = asking
    const question = first && pageOf(first, service, content, people).questions.find(({ name }) => name === ask)
    const when = { question: own('besluit'), is: asking.map(({ action }) => action) }
    return question ? [{ ...question, ...briefly.get(ask), name: own(ask), when }] : []
  })
  return {
    service,
    dossier,
    moves,
    page: {
      slug: dossier.reference,
      title: dossier.reference,
      questions: [
        {
          kind: 'choice',
          name: own('besluit'),
          label: `Wat beslist het team over ${dossier.reference}?`,
          error: 'Kies wat het team beslist',
          optional: true,
          options: moves.map(({ action, label, short = label }) => ({ value: action, label: short })),
        },
        ...questions,
      ],
    },
  }
}

/** Who works on it, then what ends it, last what puts it off. */
const placeOf = ({ putsOff, asks = [] }: Move): number => (putsOff ? 2 : asks.includes('aanbod') ? 1 : 0)

/** Asked before the rest. */
const toWhom: readonly Ask[] = ['persoon', 'aanbod', 'beller']

/** Short, and so that they fit each of the decisions that ask it. */
const briefly: ReadonlyMap<Ask, Partial<Pick<Question, 'label' | 'error' | 'hint'>>> = new Map([
  ['persoon', { label: 'Wie krijgt het, of belt met het advies?', error: 'Kies wie dit dossier krijgt, of belt' }],
  ['aanbod', { label: 'Naar welk aanbod?', error: 'Kies naar welk aanbod' }],
  ['beller', { label: 'Wie belt die dienst mee?' }],
  [
    'toelichting',
    {
      label: 'Welk advies, of waarom past iets anders beter?',
      error: 'Schrijf welk advies, of waarom',
      hint: '',
    },
  ],
  ['drempels', { label: 'Welke drempel zag u?', hint: '' }],
])

/** The move that was chosen for a card, and its answers by their own names. */
export interface Decided {
  move: Move
  answers: Answers
}

export function decisionOf({ dossier: { reference }, moves }: Card, answers: Answers): Decided | undefined {
  const own = Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      name.startsWith(fieldOf(reference, '')) ? [[ownName(reference, name), value] as const] : [],
    ),
  )
  const move = moves.find(({ action }) => action === own.besluit)
  return move && { move, answers: own }
}
