/** Makes one move of a dossier: decides, and stores what was decided. Whatever is decided of a dossier is stored alike. */
import { actingFor } from '../../forms/kit/absence.ts'
import type { NetworkContent } from '../../forms/kit/content.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Command } from '../../forms/kit/lifecycle/asks.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { type Decision, decide } from '../../forms/kit/lifecycle/move.ts'
import type { Along, Moved } from './along.ts'
import { newId } from './new-id.ts'
import type { Dossiers, MoveToStore } from './store/dossiers.ts'

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
  /** What else such a decision changes, in the same transaction. */
  along?: (decision: Moved, now: Date) => Promise<Along>
}

/** `changed`: somebody else was first; the caller looks again. `full`: the logbook has no room for the reason. */
type Made =
  | { kind: 'moved'; dossier: Dossier }
  | { kind: 'changed' }
  | { kind: 'full' }
  | Extract<Decision, { kind: 'refused' }>

export async function makeMove(deps: Deps, { service, content, dossier, command, note, along }: Input): Promise<Made> {
  const at = deps.now()
  const decided = decide(service, content, dossier, command, at)
  if (decided.kind === 'refused') return decided
  const { decision, writes } = (await along?.(decided, at)) ?? { decision: decided, writes: [] }
  const { by, action, person, offer } = command
  const doer = by === 'aanvrager' ? { who: by } : { who: by.id, ...actingFor(by, dossier) }
  const audit = { ...doer, what: action, person, offer }
  const stored = await deps.dossiers.move(
    moveToStore(deps, { service, before: dossier, decision, note, audit, now: at }),
    writes,
  )
  return stored === 'moved' ? { kind: 'moved', dossier: decision.dossier } : { kind: stored }
}

interface Decided {
  service: Service
  before: Dossier
  decision: Moved
  note?: MoveToStore['note']
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
  auditId: newId(deps),
  auditDays: service.network.retention.audit,
})
