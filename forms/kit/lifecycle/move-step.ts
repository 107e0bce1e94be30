/** What follows when somebody sends the page of a move (docs/domain.md §4): decided here, carried out by the werkruimte. */
import type { AtWork } from '../absence.ts'
import type { Service } from '../form.ts'
import type { Answers, RawInput } from '../questions/answers.ts'
import type { FieldError, Page } from '../questions/page.ts'
import { parsePage } from '../questions/parse.ts'
import { brusselsDate } from '../time.ts'
import { askAboutDay, meantField } from '../unusual-day.ts'
import type { WorkingDays } from '../working-days.ts'
import { isTooEarly, type Refusal, refusalOf } from './allowed.ts'
import { type Command, commandOf, personIn } from './asks.ts'
import { type Dossier, shownRevision } from './dossier.ts'
import { type DoneLine, isLastDone } from './last-done.ts'
import type { Move } from './lifecycle.ts'

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
  days: WorkingDays
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
  /** `unusual`: a day that is asked about once; sent again with it as what was meant, it goes on. */
  | { kind: 'mend'; errors: readonly FieldError[]; unusual?: string }
  | { kind: 'make'; command: Command & { by: AtWork }; answers: Answers }

export function moveStep(sent: SentMove): MoveStep {
  const { dossier, move, page, typed, person, now } = sent
  const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now })
  if (isRepeat(sent, answers)) return { kind: 'done' }
  if (!sent.mayOpen) return { kind: 'hidden' }
  const refusal = refusalOf(move, dossier, person)
  if (shownRevision(dossier, typed.get('revision')?.[0]) !== dossier.revision) return stale(sent, refusal)
  if (refusal) return { kind: 'refused', refusal }
  if (isTooEarly(move, dossier, now)) return { kind: 'refused', refusal: 'not-yet' }
  if (errors.length > 0) return { kind: 'mend', errors }
  return asksAboutDay(sent, answers) ?? { kind: 'make', command: commandOf(move, person, answers), answers }
}

/** The day that was filled in is a weekend, a holiday or far away, and nobody said yet that it is meant. */
function asksAboutDay({ typed, days, now }: SentMove, { datum: day }: Answers): MoveStep | undefined {
  if (typeof day !== 'string' || typed.get(meantField)?.[0] === day) return undefined
  const message = askAboutDay(day, brusselsDate(now), days)
  return message === undefined ? undefined : { kind: 'mend', errors: [{ name: 'datum', message }], unusual: day }
}

/** The last thing that was done is this very move, by this person, from the page they look at. */
function isRepeat({ dossier, history, move, typed, person: by }: SentMove, { datum, stand }: Answers): boolean {
  // As typed: whoever holds the dossier by now is no longer somebody to choose.
  const text = (name: string) => typed.get(name)?.[0]
  const [revision, offer, person] = [text('revision'), text('aanbod'), personIn(text)]
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
