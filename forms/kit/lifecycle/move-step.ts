/** What follows when somebody sends the page of a move (docs/domain.md §4): decided here, carried out by the werkruimte. */
import type { AtWork } from '../absence.ts'
import type { Service } from '../form.ts'
import type { Answers, RawInput } from '../questions/answers.ts'
import type { FieldError, Page } from '../questions/page.ts'
import { parsePage } from '../questions/parse.ts'
import { type Refusal, refusalOf } from './allowed.ts'
import { type Command, commandOf } from './asks.ts'
import { type Dossier, shownRevision } from './dossier.ts'
import type { Move } from './lifecycle.ts'

/** What was done to a dossier, as it is kept. */
interface DoneLine {
  /** ISO UTC. */
  at: string
  who: string
  what: string
  person?: string | undefined
  offer?: string | undefined
  mail?: string | undefined
}

/** Whether the last thing that was done is this; who sent a mail again changed nothing of the dossier. */
export function isLastDone(history: readonly DoneLine[], done: Omit<DoneLine, 'at' | 'mail'>): boolean {
  const latest = history.findLast(({ mail }) => mail === undefined)?.at
  return history.some(
    ({ at, who, what, person, offer }) =>
      at === latest && who === done.who && what === done.what && person === done.person && offer === done.offer,
  )
}

export interface SentMove {
  service: Service
  dossier: Dossier
  history: readonly DoneLine[]
  move: Move
  page: Page
  /** The fields of the page, with `revision` and `bij`: the revision and the holder that it was made from. */
  typed: RawInput
  person: AtWork
  /** Whether the dossier is theirs to open, now. */
  mayOpen: boolean
  now: Date
}

export type MoveStep =
  /** A second press of the button: it is done, and not done twice. */
  | { kind: 'done' }
  /** Not for whoever may not open it: they hear nothing. */
  | { kind: 'hidden' }
  /** The dossier is not what the page was made from; it can be sent again. */
  | { kind: 'again' }
  /** The same, and it cannot: `takenBy`, the id of who holds it now. */
  | { kind: 'changed'; takenBy: string | undefined }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'mend'; errors: readonly FieldError[] }
  | { kind: 'make'; command: Command & { by: AtWork }; answers: Answers }

export function moveStep(sent: SentMove): MoveStep {
  const { dossier, move, page, typed, person, now } = sent
  const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now })
  if (isRepeat(sent, answers)) return { kind: 'done' }
  if (!sent.mayOpen) return { kind: 'hidden' }
  const refusal = refusalOf(move, dossier, person)
  if (shownRevision(dossier, typed.get('revision')?.[0]) !== dossier.revision) return stale(sent, refusal)
  if (refusal) return { kind: 'refused', refusal }
  return errors.length > 0
    ? { kind: 'mend', errors }
    : { kind: 'make', command: commandOf(move, person, answers), answers }
}

/** The last thing that was done is this very move, by this person, from the page they look at. */
function isRepeat({ dossier, history, move, typed, person: by }: SentMove, { datum, stand }: Answers): boolean {
  // As typed: whoever holds the dossier by now is no longer somebody to choose.
  const [revision, given, caller, offer] = ['revision', 'persoon', 'beller', 'aanbod'].map(
    (name) => typed.get(name)?.[0],
  )
  const person = given ?? caller
  return (
    shownRevision(dossier, revision) === dossier.revision - 1 &&
    isLastDone(history, { who: by.id, what: move.action, person, offer }) &&
    (datum === undefined || datum === dossier.nextOn) &&
    (stand === undefined || stand === dossier.state)
  )
}

function stale({ dossier: { holder }, move, page, typed }: SentMove, refusal: Refusal | undefined): MoveStep {
  const [before] = typed.get('bij') ?? []
  const taken = holder !== undefined && (before === undefined ? move.asks?.includes('persoon') : before !== holder)
  if (!taken && page.questions.length > 0 && !refusal) return { kind: 'again' }
  return { kind: 'changed', takenBy: taken ? holder : undefined }
}
