/** That a form has an overleg, and how: what fills in its table, and which moves of the dossier it makes. */
import type { Dossier } from '../lifecycle/dossier.ts'

/** Where an overleg stands, for who follows the request; `zonder`: the applicant is not at the table. */
export const overlegStandings = [
  'voorbereiden',
  'gepolst',
  'vastgelegd',
  'vastgelegd_zonder',
  'verplaatst',
  'verplaatst_zonder',
  'afgelast',
] as const
export type OverlegStanding = (typeof overlegStandings)[number]

/** The form's questions that its table is filled in from, by name. */
export interface OverlegQuestions {
  /** Rows of who is involved, with the columns `dienst`, `contactpersoon` and `email`; the applicant's is one of them. */
  table?: string
  /** The row of the client's fixed contact. */
  keyPerson?: string
  /** Whether somebody the client trusts comes along, with the answers that mean so; and their name and address. */
  confidant?: { question: string; comes: readonly string[]; name: string; email: string }
  /** Whether an interpreter is needed, and for which language. */
  interpreter?: { question: string; language: string }
  /** What to mind before anybody calls or writes to the client. */
  safeContact?: string
  /** Shown beside the moments. */
  wishes?: string
  before?: string
  shape?: string
}

export interface OverlegOfForm {
  /** What it is called in the middle of a sentence; where the form has several sorts, by an anonymous fact of the dossier. */
  noun: string | { fact: string; nouns: Readonly<Record<string, string>>; otherwise: string }
  /** A client sits at the table: their agreement, their moments first, their veto. */
  withClient: boolean
  questions: OverlegQuestions
  /** Actions of the dossier's moves that the overleg makes; none has a button of its own. */
  moves: {
    fix: string
    /** A next one is fixed, when an earlier one was held. */
    fixAgain: string
    move: string
    cancel: string
    hold: string
  }
  /** What whoever asked reads, with the fills of a state's own text (forms/kit/lifecycle/lifecycle.ts). */
  standings: Readonly<Record<OverlegStanding, string>>
}

/** Whether the overleg makes this move, so that nobody makes it by hand. */
export const isMadeByOverleg = (overleg: OverlegOfForm | undefined, action: string): boolean =>
  overleg !== undefined && Object.values(overleg.moves).includes(action)

export function nounOf({ noun }: OverlegOfForm, { trend }: Pick<Dossier, 'trend'>): string {
  if (typeof noun === 'string') return noun
  const fact = trend[noun.fact]
  return (typeof fact === 'string' ? noun.nouns[fact] : undefined) ?? noun.otherwise
}
