/** Advice: first a task for somebody by name, and given only once somebody says that they gave it. */
import type { Role } from '../content-schema.ts'
import type { Move } from './lifecycle.ts'

interface Advising {
  /** The states in which it can be asked, and given at once. */
  from: readonly string[]
  /** The state of who must still call with it. */
  asked: string
  /** The state once it was given. */
  given: string
  by: readonly Role[]
  teamMeeting: boolean
}

export const adviceMoves = ({ from, asked, given, by, teamMeeting }: Advising): Move[] => [
  {
    action: 'advies_vragen',
    label: 'Laat iemand bellen met advies',
    short: 'Advies',
    done: 'Advies gevraagd',
    explains: 'Wie u kiest, krijgt een mail en belt binnen 2 werkdagen. Pas daarna staat er dat er advies is.',
    from,
    to: asked,
    by: ['coordinator'],
    held: 'by-nobody',
    asks: ['persoon', 'toelichting'],
    words: {
      persoon: { label: 'Wie belt met het advies?', error: 'Kies wie met het advies belt' },
      toelichting: { label: 'Welk advies?', error: 'Schrijf welk advies' },
    },
    ...(teamMeeting ? { inTeamMeeting: true } : {}),
    tells: ['aanvrager', 'holder'],
  },
  {
    action: 'advies',
    label: 'Ik gaf het advies',
    done: 'Advies gegeven',
    from: [asked, ...from],
    to: given,
    by,
    asks: ['toelichting', 'drempels'],
    optional: ['toelichting'],
    words: { toelichting: { label: 'Welk advies gaf u?' } },
    tells: ['aanvrager'],
  },
]
