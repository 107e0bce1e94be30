/**
 * What can happen to a question, and to a call that somebody asks for: answered by phone by whoever reads it, or referred; nobody holds
 * it (docs/domain.md §5).
 */
import { commonMoves, commonStates, referredThemselves } from './kit/lifecycle/common-moves.ts'
import type { Lifecycle, State } from './kit/lifecycle/lifecycle.ts'

const { wacht } = commonStates

/** The words that differ: who asks for themselves is called, and reads nothing of the trade. */
interface Words {
  ingediend: State
  /** What whoever asked reads once it is answered. */
  answered: string
  /** The button that says so, and what it asks. */
  answer: { label: string; note: string }
  verplaatst: State
  ingetrokken: State
}

function lifecycleOf({ ingediend, answered, answer, verplaatst, ingetrokken }: Words): Lifecycle {
  const states: readonly State[] = [
    ingediend,
    wacht,
    { name: 'beantwoord', label: 'beantwoord', statusText: answered, closed: true },
    referredThemselves,
    verplaatst,
    ingetrokken,
  ]
  return {
    states,
    inquiry: 'Bent u daar geholpen?',
    moves: [
      {
        action: 'beantwoorden',
        label: answer.label,
        from: [ingediend.name, wacht.name],
        to: 'beantwoord',
        by: ['coordinator'],
        asks: ['toelichting'],
        optional: ['toelichting'],
        words: { toelichting: { label: answer.note } },
      },
      ...commonMoves(states),
    ],
  }
}

export const vraagLifecycle = lifecycleOf({
  ...commonStates,
  answered: 'Uw vraag is beantwoord. Nog een vraag? Bel {tel}.',
  answer: { label: 'De vraag is beantwoord', note: 'Wat was uw antwoord?' },
})

export const belMijLifecycle = lifecycleOf({
  ingediend: {
    ...commonStates.ingediend,
    statusText: 'We bellen u ten laatste op {antwoordVoor}.',
    promise: 'We bellen u ten laatste op {antwoordVoor}.',
    next: 'lees hoe u veilig belt, en bel',
  },
  answered: 'We belden u. Hebt u nog een vraag? Bel {tel}.',
  answer: { label: 'We spraken deze persoon', note: 'Wat spraken jullie af?' },
  verplaatst: {
    ...commonStates.verplaatst,
    statusText: 'We gaven uw vraag door aan collega’s. Zij bellen u. Duurt dat te lang? Bel {tel}.',
  },
  ingetrokken: {
    ...commonStates.ingetrokken,
    statusText: 'Uw vraag is gestopt: we bellen u niet. We wissen binnen 24 uur wat u invulde.',
  },
})
