/** Makes one move of a dossier: decides, and stores what was decided. Whatever is decided of a dossier is stored alike. */

import type { NetworkContent } from '../../forms/kit/content.ts'
import { countsOf } from '../../forms/kit/figures/tally.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Command } from '../../forms/kit/lifecycle/asks.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { doneBy } from '../../forms/kit/lifecycle/in-place.ts'
import { type Decision, decide } from '../../forms/kit/lifecycle/move.ts'
import { type MadeMove, waiting } from '../../forms/kit/lifecycle/undo.ts'
import type { Along, Moved } from './along.ts'
import { newId } from './new-id.ts'
import type { Dossiers, MoveToStore } from './store/dossiers.ts'
import type { NewDecision } from './store/meeting-record.ts'
import type { TransactItems } from './store/transact.ts'

interface Deps {
  dossiers: Pick<Dossiers, 'move'>
  now: () => Date
  random: (bytes: number) => Uint8Array
}

interface Input {
  service: Service
  content: NetworkContent
  dossier: Dossier
  command: Command
  /** The typed reason, sealed. */
  note?: MoveToStore['note']
  /** Whoever makes it can take it back for a while, and its mail waits so long. */
  undoable?: boolean | undefined
  meeting?: Meeting | undefined
  /** What else such a decision changes, in the same transaction. */
  along?: (decision: Moved, now: Date) => Promise<Along>
}

/** Of a team: what it decides goes in its record, and what is taken back goes out of it. */
export interface Meeting {
  /** Brussels date. */
  on: string
  lineOf: (decided: Omit<NewDecision, 'network' | 'date' | 'auditDays'>) => TransactItems[number]
}

/** `changed`: somebody else was first; the caller looks again. `full`: the logbook has no room for the reason. */
type Made =
  | { kind: 'moved'; dossier: Dossier }
  | { kind: 'changed' }
  | { kind: 'full' }
  | Extract<Decision, { kind: 'refused' }>

export async function makeMove(deps: Deps, input: Input): Promise<Made> {
  const { service, content, dossier, command, note, along, undoable, meeting } = input
  const at = deps.now()
  const decided = decide(service, content, dossier, command, at)
  if (decided.kind === 'refused') return decided
  const { decision: whole, writes } = (await along?.(decided, at)) ?? { decision: decided, writes: [] }
  const { by, action, person, offer } = command
  const doer = by === 'aanvrager' ? { who: by } : doneBy(by, dossier)
  const { decision, made } =
    undoable && writes.length === 0
      ? waiting(whole, { before: dossier, action, who: doer.who, note: note?.id, meeting: meeting?.on, now: at })
      : { decision: whole, made: undefined }
  const audit = { ...doer, what: action, person, offer }
  const { reference, form, revision } = decision.dossier
  const line = meeting?.lineOf({ reference, form, revision, who: doer.who, what: action, person, offer, now: at })
  const stored = await deps.dossiers.move(
    moveToStore(deps, { service, before: dossier, decision, note, made, audit, now: at }),
    line ? [...writes, line] : writes,
  )
  return stored === 'moved' ? { kind: 'moved', dossier: decision.dossier } : { kind: stored }
}

interface Decided {
  service: Service
  before: Dossier
  decision: Moved
  note?: MoveToStore['note']
  made?: MadeMove | undefined
  audit: MoveToStore['audit']
  now: Date
}

/** A decision as it is written. */
export const moveToStore = (
  deps: Pick<Deps, 'random'>,
  { service, decision: { dossier: after, mails, answersTtl }, ...about }: Decided,
): MoveToStore => ({
  ...about,
  after,
  mails,
  answersTtl,
  counts: countsOf(service, about.before, after, about.now),
  auditId: newId(deps),
  auditDays: service.network.retention.audit,
})
