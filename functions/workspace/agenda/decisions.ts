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

/** In place of a move: it stays on the agenda. */
export const later = 'later'

/** `ABC-7K3M-9QX2-4T.toelichting`: every card of the page has its own fields. */
export const fieldOf = (reference: string, name: string): string => `${reference}.${name}`

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

export function cardOf(service: Service, dossier: Dossier, { person, content, people }: Deciding): Card {
  const moves = movesFor(service, dossier, person).filter(({ inTeamMeeting }) => inTeamMeeting)
  const own = (name: string) => fieldOf(dossier.reference, name)
  const asks = [...new Set(moves.flatMap((move) => move.asks ?? []))]
  const questions = asks.flatMap((ask): Question[] => {
    const asking = moves.filter((move) => move.asks?.includes(ask))
    const [first] = asking
    const question = first && pageOf(first, service, content, people).questions.find(({ name }) => name === ask)
    const when = { question: own('besluit'), is: asking.map(({ action }) => action) }
    return question ? [{ ...question, name: own(ask), when, ...(asking.length > 1 ? alike[ask] : {}) }] : []
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
          label: 'Wat beslist het team?',
          error: 'Kies wat het team beslist',
          optional: true,
          options: [
            ...moves.map(({ action, label }) => ({ value: action, label })),
            { value: later, label: 'Nog niet beslist' },
          ],
        },
        ...questions,
      ],
    },
  }
}

/** The same field for several decisions: words that fit each of them. */
const alike: Partial<Record<Ask, Partial<Pick<Question, 'label' | 'error'>>>> = {
  persoon: { label: 'Wie krijgt dit dossier, of belt met het advies?', error: 'Kies wie dit dossier krijgt, of belt' },
  toelichting: { label: 'Welk advies, of waarom past iets anders beter?', error: 'Schrijf welk advies, of waarom' },
}

/** The move that was chosen for a card, and its answers by their own names. */
export interface Decided {
  move: Move
  answers: Answers
}

export function decisionOf({ dossier, moves }: Card, answers: Answers): Decided | undefined {
  const prefix = fieldOf(dossier.reference, '')
  const own = Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    ),
  )
  const move = moves.find(({ action }) => action === own.besluit)
  return move && { move, answers: own }
}
