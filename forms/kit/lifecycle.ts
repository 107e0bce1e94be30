/**
 * What can happen to a dossier: its states and the moves between them, written down once per form. The werkruimte
 * draws its buttons from this table, the status page and the mails their words (domain.md §4, §5).
 */
import type { Role } from './network.ts'

export interface State {
  name: string
  /** In lists: "overleg gepland". */
  naam: string
  /**
   * What the applicant reads on the status page and in a mail: whole sentences with at most `{aanvraag}` (the form's
   * own noun), `{antwoordVoor}`, `{behandelaar}`, `{aanbod}`, `{datum}` and `{tel}`.
   */
  tekst: string
  /** What somebody of the network does next, in a list: "lees en wijs toe". Absent when nothing is left to do. */
  volgende?: string
  /** Working days within which that is done, counted from the move; absent when the move itself sets a date. */
  binnen?: number
  /** Nothing more will happen by itself: the retention period runs. */
  gesloten?: true
  /** The client stopped: the answers go first (domain.md §7, "withdrawn"). */
  teruggetrokken?: true
  /** The clock of the answer date stands still. */
  wacht?: true
  /** On the date of the next thing, whoever holds it gets a mail. */
  herinnert?: true
}

/** What a person fills in to make a move. */
export type Ask =
  /** A person of the network, who holds the dossier from then on. */
  | 'persoon'
  /** An entry of the network's aanbod: the referral. */
  | 'aanbod'
  /** A sealed note: why. */
  | 'toelichting'
  /** "Welke drempel zag u?" */
  | 'drempels'
  /** A day from today on, on which the next thing happens. */
  | 'datum'

export interface Move {
  /** In the posted form and in the audit line. */
  action: string
  /** On the button. */
  label: string
  from: readonly string[]
  /** A state; or the same one; or the one before the pause; or the beginning again, with whoever held it. */
  to: string | { special: 'same' | 'resume' | 'again' }
  by: readonly (Role | 'aanvrager')[]
  asks?: readonly Ask[]
  /** Label of the date, "Wanneer is het overleg?". */
  vraagDatum?: string
  /** The answer to "Is uw cliënt daar geraakt?" after a referral. */
  geraakt?: 'ja' | 'nee'
  /** Nobody holds it any more. */
  geeftTerug?: true
  /** For a request a machine seemed to send: a person says it is real. */
  voorVerdacht?: true
  /** Who gets a mail: the applicant the words of the new state, the others that something is for them. */
  meldt?: readonly ('aanvrager' | 'behandelaar' | 'triage')[]
}

/** The first state is where every dossier begins. */
export interface Lifecycle {
  states: readonly State[]
  /** Where a dossier is once somebody holds it; a form without one is answered by whoever reads it. */
  toegewezen?: string
  /** Some time after a referral: "Is uw cliënt daar geraakt?" */
  navraag: string
  moves: readonly Move[]
}

/** The state by its name; a name no form knows is a bug. */
export function stateOf({ states }: Lifecycle, name: string): State {
  const state = states.find((candidate) => candidate.name === name)
  if (!state) throw new Error(`Unknown state: ${name}`)
  return state
}

export const isClosed = (lifecycle: Lifecycle, name: string): boolean => stateOf(lifecycle, name).gesloten === true

export const openStates = ({ states }: Lifecycle): readonly string[] =>
  states.filter(({ gesloten }) => !gesloten).map(({ name }) => name)

/** "Welke drempel zag u?" at closing and referral; counted without names (domain.md §2, "signalen"). */
export const drempels = [
  { value: 'geen', label: 'Geen drempel' },
  { value: 'wachtlijst', label: 'Wachtlijst' },
  { value: 'kostprijs', label: 'Kostprijs' },
  { value: 'uitsluiting', label: 'Uitsluiting' },
  { value: 'aanbod_past_niet', label: 'Het aanbod past niet' },
  { value: 'geen_vertrouwen', label: 'Geen vertrouwen' },
  { value: 'andere', label: 'Andere' },
] as const
