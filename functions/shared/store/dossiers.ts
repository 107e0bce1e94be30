/** Dossiers: written once with everything that must follow, changed by transitions that leave an audit line. */

import type { YearCounts } from '../../../forms/kit/figures/tally.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { MadeMove } from '../../../forms/kit/lifecycle/undo.ts'
import type { MailPlan } from '../../../forms/kit/post/mail.ts'
import { standsOf } from '../../../forms/kit/post/over.ts'
import { lookAgain } from '../look-again.ts'
import { agendaItems, transactOnAgenda } from './agenda.ts'
import { type AuditLine, dossierAudit } from './audit.ts'
import { type Belongings, endingWith } from './belongings.ts'
import { countItems } from './count-items.ts'
import { changedDossier, type Taken, takenItems } from './dossier-item.ts'
import type { Connection, Tables } from './dynamo.ts'
import { erasedPlanItems } from './erased-plan.ts'
import { getAll } from './get-all.ts'
import { createIncoming } from './incoming.ts'
import { isKept } from './kept.ts'
import { dossierKey } from './keys.ts'
import { createLogbook, type LogbookLine, logbookEnds, mostWithReasons, reasonItems } from './logbook.ts'
import { planItems } from './mail-plan.ts'
import { endResting, movedTasks } from './own-task-items.ts'
import { setEnd } from './set-fields.ts'
import { leaveSignOfLife } from './sign-of-life.ts'
import { readDossier } from './stored-dossier.ts'
import type { TransactItems } from './transact.ts'
import { undoItem } from './undo.ts'

/** A dossier that somebody of a network took in. */
export interface FiledDossier extends Taken {
  /** Ids only: who took it in. */
  audit: Omit<AuditLine, 'from' | 'to'>
  /** What came along, typed and sealed. */
  note?: LogbookLine | undefined
}

/** One move, as forms/kit/lifecycle/move.ts decided it. */
export interface MoveToStore {
  before: Dossier
  after: Dossier
  mails: MailPlan
  /** What changes in the figures. */
  counts: readonly YearCounts[]
  /** Why, typed and sealed. */
  note?: LogbookLine | undefined
  /** To take it back, for as long as that can be. */
  made?: MadeMove | undefined
  /** Ids only: who did what. */
  audit: Omit<AuditLine, 'from' | 'to'>
  auditId: string
  now: Date
  /** Epoch seconds at which the answers and notes go, when that is before the dossier itself. */
  answersTtl?: number | undefined
  auditDays: number
}

export type Dossiers = ReturnType<typeof createDossiers>

/** `endOthers`: for who may look for what else a dossier has. */
export function createDossiers({ dynamo, tables }: Connection<Tables>, endOthers?: Belongings['endOthers']) {
  const logbook = createLogbook({ dynamo, tables })

  const filed = (input: FiledDossier) => {
    const { dossier, note, audit } = input
    const about = { TableName: tables.loket, reference: dossier.reference, ttl: undefined }
    return [
      ...takenItems(tables.loket, input, audit),
      ...(note ? reasonItems({ ...about, line: note }, undefined) : []),
    ]
  }

  const endOf = ({ after, answersTtl }: MoveToStore) => answersTtl ?? after.ttl
  const endChanges = ({ before, after }: MoveToStore) =>
    before.ttl !== after.ttl || before.tablesEnd !== after.tablesEnd

  /** Who may not look at its tables leaves them the end they have, and says so for who may. */
  function withTablesEnd({ before, after, ...input }: MoveToStore): MoveToStore {
    const { tablesEnd: _, ...known } = after
    const reopened = before.overleg && after.ttl === undefined ? before.ttl : undefined
    const end = endOthers ? undefined : (before.tablesEnd ?? reopened)
    return { ...input, before, after: { ...known, ...(end === undefined ? {} : { tablesEnd: end }) } }
  }

  const endsOf = (input: MoveToStore) =>
    endingWith(input.before).map(({ Key, with: whose }) => ({
      Update: { TableName: tables.loket, Key, ...setEnd(whose === 'answers' ? endOf(input) : input.after.ttl) },
    }))

  /** The dossier comes first: where somebody else changed it, that is the condition that fails. `lines`: of a logbook that ends. */
  const moved = (input: MoveToStore, lines: number | undefined) => {
    const { before, after, mails, counts, note, made, audit: line, auditId, auditDays, now } = input
    const { reference } = before
    const ttl = endOf(input)
    const logbookOf = { TableName: tables.loket, reference, ttl }
    return [
      changedDossier(tables.loket, before, after),
      ...planItems(tables.loket, mails, {
        subject: reference,
        now,
        revision: after.revision,
        stands: standsOf(after, made?.until),
      }),
      ...(made ? [undoItem(tables.loket, reference, made)] : []),
      ...agendaItems(tables.loket, { before, after }),
      ...countItems(tables.loket, counts, reference),
      ...movedTasks({ TableName: tables.loket, before, after, now, ttl }),
      ...(endChanges(input) ? endsOf(input) : []),
      // Who may not look at its tables changes nothing there.
      ...(endChanges(input) && endOthers ? erasedPlanItems(tables.loket, after, ttl) : []),
      ...(note ? reasonItems({ ...logbookOf, line: note }, lines) : []),
      ...(lines !== undefined && !note ? [logbookEnds(logbookOf, lines)] : []),
      dossierAudit(
        tables.loket,
        reference,
        { auditId, now, auditDays },
        { ...line, from: before.state, to: after.state },
      ),
    ]
  }

  /** A move, with what goes along with it; where only the logbook got another line meanwhile, it is made again. */
  async function store(made: MoveToStore, along: TransactItems = []): Promise<'moved' | 'changed' | 'full'> {
    const input = withTablesEnd(made)
    const { reference } = input.before
    return lookAgain(async () => {
      const lines = endChanges(input) ? await logbook.endLines(reference, endOf(input)) : undefined
      if (input.note && lines !== undefined && lines >= mostWithReasons) {
        await logbook.followDossier(reference)
        return 'full'
      }
      if (lines !== undefined) await endResting({ dynamo, tables }, input.before, endOf(input))
      const items = moved(input, lines)
      const cancelled = await transactOnAgenda(dynamo, [...items, ...along])
      if (!cancelled) {
        if (endChanges(input)) await endOthers?.(reference, endOf(input))
        if (!input.mails.takeBack.planned) await leaveSignOfLife({ dynamo, tables }, reference, input.now)
        return 'moved'
      }
      // What goes along was changed by somebody else, just as the dossier can be.
      const changed = cancelled.failedConditions.some((at) => at === 0 || at >= items.length)
      if (lines !== undefined && changed)
        await endResting({ dynamo, tables }, input.before, await logbook.followDossier(reference))
      if (changed) return 'changed'
      return lines === undefined ? 'full' : undefined
    })
  }

  return {
    ...createIncoming({ dynamo, tables }),

    /** A request somebody of the network takes in. Its reference is the idempotency key: the caller derives it. */
    async file(input: FiledDossier): Promise<'stored' | 'already'> {
      return (await transactOnAgenda(dynamo, filed(input))) ? 'already' : 'stored'
    },

    /** Several in one read; what is erased or past its time is not among them. */
    async readAll(references: readonly string[], now: Date): Promise<Dossier[]> {
      const found: Dossier[] = []
      for await (const item of getAll(dynamo, tables.loket, references.map(dossierKey), true))
        if (isKept(now)(item)) found.push(readDossier(item))
      return found
    },

    /**
     * One transaction; otherwise nothing is written: `changed` when somebody else was first and the caller looks
     * again, `full` when the logbook has no room for the note.
     */
    move: (input: MoveToStore, along?: TransactItems): Promise<'moved' | 'changed' | 'full'> => store(input, along),

    /** A dossier ends and goes on as another one: both, or neither. Otherwise as `move`; its new reference has 50 random bits. */
    relocate: (
      old: MoveToStore,
      next: FiledDossier,
      along: TransactItems = [],
    ): Promise<'moved' | 'changed' | 'full'> => store(old, [...filed(next), ...along]),
  }
}
