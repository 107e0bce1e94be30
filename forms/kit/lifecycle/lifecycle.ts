/**
 * What can happen to a dossier: its states and the moves between them, written down once per form. The werkruimte
 * draws its buttons from this table, the status page and the mails their words (docs/domain.md §4, §5).
 */
import type { Role } from '../content-schema.ts'
import { findNamed, type Renamed } from '../formerly.ts'
import type { Answers } from '../questions/answers.ts'
import { holds, type Rule } from '../questions/criteria.ts'

export interface State extends Renamed {
  name: string
  /** In lists: "overleg gepland". */
  label: string
  /**
   * What the applicant reads on the status page and in a mail: whole sentences, with at most the words of `statusFills`
   * between braces.
   */
  statusText: string
  /** The same in a mail, where that must say less: the name of a service tells what the trouble is. */
  mailText?: string
  /**
   * Of a referral, `{samen}` in the texts above: said only while somebody has the task to call the service, and once they did. Each
   * with a space after it.
   */
  together?: { due: string; done: string }
  /** What somebody of the network does next, in a list: "lees en wijs toe". Absent when nothing is left to do. */
  next?: string
  /** Working days within which that is done, counted from the move; absent when the move itself sets a date. */
  within?: number
  /** Nothing more will happen by itself: the retention period runs. */
  closed?: true
  /** The client stopped: the answers go first (docs/domain.md §7, "withdrawn"). */
  withdrawn?: true
  /** No form knows it (any more): it came with an older version, and is shown by its name until somebody chooses another. */
  verouderd?: true
  /** It goes on as a dossier of another form (forms/kit/lifecycle/relocate.ts): nothing brings this one back. */
  movedAway?: true
  /** The clock of the answer date stands still. */
  waits?: true
  /** The move that leads on from here, where the order of the states does not tell. */
  forward?: string
  /** On the date of the next thing, whoever holds it gets a mail that says this; `reminderFills` are its words. */
  reminder?: string
  /** What the applicant reads is a promise: once the date of the next thing passed, they read that it is late. */
  promises?: true
  /** On the agenda of the team's meeting: the date of the next thing is a meeting's (forms/kit/team-meeting/meetings.ts). */
  onAgenda?: true
  /**
   * In the figures of a year: "Een ander aanbod", where a request went whose dossier came here last of all such states.
   * `onlyUndecided`: it counts only where nothing was decided before.
   */
  counted?: { as: string; onlyUndecided?: true }
  /**
   * A dossier can begin here. What the applicant is promised then, on the receipt and in the first mail, with the words
   * of `promiseFills`; the answer date counts from here.
   */
  promise?: string
  /** "Wat gebeurt er nu?" for who begins here, when it differs from the form's own. */
  afterwards?: readonly string[]
}

/** What a promise may say between braces; `{aanvraag}` is the form's own noun, `{datum}` the date of the next thing. */
export const promiseFills = ['aanvraag', 'antwoordVoor', 'datum'] as const
export type PromiseFill = (typeof promiseFills)[number]
/** The same of where a request stands; `{tel}` becomes the network's number, to tap on. */
export const statusFills = [...promiseFills, 'behandelaar', 'aanbod', 'samen', 'bestemming', 'tel'] as const
export type StatusFill = Exclude<(typeof statusFills)[number], 'tel'>
/** And of a reminder to staff. */
export const reminderFills = ['aanvraag', 'datum'] as const
export type ReminderFill = (typeof reminderFills)[number]

/** And of what a move explains: how long things are kept, in days. */
export const explanationFills = ['aanvraag', 'bewaard', 'ingetrokken'] as const
export type ExplanationFill = (typeof explanationFills)[number]

/** What a person fills in to make a move. */
export type Ask =
  /** A person of the network, who has it in hand from then on: holds it, or calls the service (`callsService`). */
  | 'persoon'
  /** Who calls the service it is referred to, together with the applicant: whoever makes the move, unless they name somebody. */
  | 'beller'
  /** An entry of the network's aanbod: the referral. */
  | 'aanbod'
  /** A sealed note: why. */
  | 'toelichting'
  /** "Welke drempel zag u?" */
  | 'drempels'
  /** A day from today on, on which the next thing happens. */
  | 'datum'
  /** A state of the form. */
  | 'stand'

export interface Move {
  /** In the posted form and in the audit line. */
  action: string
  /** On the button. */
  label: string
  /** In the history, "Overleg gepland"; the words of the button when absent. */
  done?: string
  from: readonly string[]
  /** A state; or the same one; the one before the pause; the beginning again, with whoever held it; or a chosen one. */
  to: string | { special: 'same' | 'resume' | 'again' | 'chosen' }
  by: readonly (Role | 'aanvrager')[]
  asks?: readonly Ask[]
  /** What of that may stay empty. */
  optional?: readonly Ask[]
  /** Its own words for what it asks, in place of the usual ones (asks.ts): "Wanneer is het overleg?". */
  words?: Partial<Record<Ask, { label: string; error?: string }>>
  /** Above what it asks: what happens then, with the words of `explanationFills`. */
  explains?: string
  /** The answer to "Is uw cliënt daar geraakt?" after a referral; `later`: not yet, it is asked again. */
  arrived?: 'yes' | 'later' | 'no'
  /** Nobody holds it any more; so only while somebody does. */
  givesBack?: true
  /** Only while somebody holds it, or only while nobody does. */
  held?: 'by-somebody' | 'by-nobody'
  /** It ends a call: on the list of who answers the phone and, where it asks nothing, on the page that logs one (forms/kit/call.ts). */
  endsCall?: true
  /** On one line beside the others that a meeting can choose; the words of the button when absent. */
  short?: string
  /** One of the ways a meeting can decide about what is on its agenda. */
  inTeamMeeting?: true
  /** A meeting talked about it and puts it off: it is on the agenda of the next one. */
  putsOff?: true
  /** The applicant, who said that it is urgent, was called. */
  callsBack?: true
  /** Also for who does not hold the dossier, as long as nobody does: whoever answers the phone. */
  unheld?: true
  /** For a request a machine seemed to send: a person says it is real. */
  forSuspect?: true
  /** What was written goes after it: apart from the rest, with what happens in words (`explains`). */
  erases?: true
  /** Of the applicant: only until somebody works on it with the client, who decides from then on (docs/overleg.md §2). */
  untilUnderWay?: true
  /** The applicant's service stops, so that the client must be called; or they were. */
  callsClient?: 'ask' | 'done'
  /** It says that what a date was for happened: not before that day. */
  afterItsDay?: true
  /** As long as somebody must call the service it was referred to: somebody else does it, or it was done. */
  callsService?: 'handOn' | 'done'
  /** Who gets a mail: the applicant the words of the new state, the others that something is for them. */
  tells?: readonly ('aanvrager' | 'holder' | 'caller' | 'triage')[]
}

/** The first state is where a dossier begins, unless its answers make it begin elsewhere. */
export interface Lifecycle {
  states: readonly State[]
  begin?: { when: Rule; state: string }
  /** Where a dossier is once somebody holds it; a form without one is answered by whoever reads it. */
  assigned?: string
  /** Some time after a referral: "Is uw cliënt daar geraakt?" */
  inquiry: string
  moves: readonly Move[]
}

/** The state by its name, of today or before; what nobody knows is one by itself, so that its dossier is never hidden. */
export const stateOf = ({ states }: Pick<Lifecycle, 'states'>, name: string): State =>
  findNamed(states, (state) => state.name, name) ?? {
    name,
    label: name,
    statusText: 'Uw {aanvraag} is bij ons. Wilt u weten hoe het ermee staat? Bel {tel}.',
    next: 'zet in een bekende stand',
    verouderd: true,
  }

const isKnown = (lifecycle: Lifecycle, name: string): boolean => !stateOf(lifecycle, name).verouderd

/** Out of a state nobody knows. Nobody is mailed: for whoever asked nothing happened. */
const intoKnownState = {
  action: 'bekende_stand',
  label: 'Zet in een bekende stand',
  from: [],
  to: { special: 'chosen' },
  by: ['coordinator'],
  asks: ['stand'],
} as const satisfies Move

/** What can happen in a state. In one that nobody knows: that it gets a known one, and what can be done in every open state. */
export function movesIn(lifecycle: Lifecycle, state: string): readonly Move[] {
  const { moves } = lifecycle
  if (isKnown(lifecycle, state)) return [...moves, intoKnownState]
  const always = moves.filter(({ from }) => openStates(lifecycle).every((open) => from.includes(open)))
  return [intoKnownState, ...always].map((move) => ({ ...move, from: [state] }))
}

/** What somebody can choose for a dossier in a state that nobody knows; moving on has a page of its own. */
export const choosableStates = ({ states }: Lifecycle): readonly State[] => states.filter(({ movedAway }) => !movedAway)

/** Names of the states in which a dossier can begin. */
const beginnings = ({ states, begin }: Lifecycle): readonly (string | undefined)[] => [states[0]?.name, begin?.state]

/** Where a request counts as gone to, once its dossier came into this state; `before`: where it did until then. */
export function wayOf(lifecycle: Lifecycle, state: string, before: string | undefined): string | undefined {
  const { name, counted } = stateOf(lifecycle, state)
  const isDecided = before !== undefined && !beginnings(lifecycle).includes(before)
  return !counted || (counted.onlyUndecided && isDecided) ? before : name
}

/** Where a dossier with these answers begins. */
export function firstState({ states, begin }: Lifecycle, answers: Answers): State {
  const [first] = states
  const state = begin && holds(begin.when, answers) ? states.find(({ name }) => name === begin.state) : first
  if (!state) throw new Error('A lifecycle names no state to begin in')
  return state
}

export const isClosed = (lifecycle: Lifecycle, name: string): boolean => stateOf(lifecycle, name).closed === true

export const openStates = ({ states }: Lifecycle): readonly string[] =>
  states.filter(({ closed }) => !closed).map(({ name }) => name)

/** Actions of the moves that made it wait in this state: what was written with the last of them is our question. None where it does not wait. */
export function askingActions(lifecycle: Lifecycle, state: string): readonly string[] {
  const { name, waits } = stateOf(lifecycle, state)
  return waits ? lifecycle.moves.filter(({ to }) => to === name).map(({ action }) => action) : []
}

/** "Welke drempel zag u?" at closing and referral; counted without names (docs/domain.md §2, "signalen"). */
export const drempels = [
  { value: 'geen', label: 'Geen drempel' },
  { value: 'wachtlijst', label: 'Wachtlijst' },
  { value: 'kostprijs', label: 'Kostprijs' },
  { value: 'uitsluiting', label: 'Uitsluiting' },
  { value: 'aanbod_past_niet', label: 'Het aanbod past niet' },
  { value: 'geen_vertrouwen', label: 'Geen vertrouwen' },
  { value: 'slechte_ervaring', label: 'Slechte ervaring' },
  { value: 'methodiek', label: 'De methodiek past niet bij de leefwereld' },
  { value: 'afbakening', label: 'Strikte afbakening' },
  { value: 'dakloos_of_opgenomen', label: 'Dakloosheid of vroegere opname' },
  { value: 'overgang', label: 'Overgang na opname' },
  { value: 'andere', label: 'Andere' },
] as const
