/** Dossiers: written once with everything that must follow, changed by transitions that leave an audit line. */

import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { inHandsOf } from '../../../forms/kit/lifecycle/service-call.ts'
import type { MadeMove } from '../../../forms/kit/lifecycle/undo.ts'
import type { MailPlan } from '../../../forms/kit/post/mail.ts'
import { standsOf } from '../../../forms/kit/post/over.ts'
import { addSeconds, epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import { lookAgain } from '../look-again.ts'
import { agendaItems, transactOnAgenda } from './agenda.ts'
import { type AuditLine, dossierAudit } from './audit.ts'
import { type Belongings, endingWith } from './belongings.ts'
import type { Draft } from './drafts.ts'
import { takeBackMails } from './drafts.ts'
import type { Connection, Tables } from './dynamo.ts'
import { erasedPlanItems } from './erased-plan.ts'
import { getAll } from './get-all.ts'
import { isKept } from './kept.ts'
import { answersKey, changedPartition, dossierKey, heldBy, placeInList, queueOf, suspectsOf } from './keys.ts'
import { createLogbook, type LogbookLine, logbookEnds, mostWithReasons, reasonItems } from './logbook.ts'
import { planItems } from './mail-plan.ts'
import { addressItem } from './outbox-item.ts'
import { endResting, movedTasks } from './own-task-items.ts'
import { setEnd } from './set-fields.ts'
import { leaveSignOfLife } from './sign-of-life.ts'
import { readDossier } from './stored-dossier.ts'
import { tasksAsRead } from './tasks-as-read.ts'
import type { TransactItems } from './transact.ts'
import { undoItem } from './undo.ts'

/** What a form came from: its draft, or for a form of one page the id it was handed out with. */
export type Origin = Draft | Handout

interface Handout {
  id: string
  network: string
  form: string
  browser: string
  /** HMAC of what is sent, to tell a repeat from a change. */
  content: string
}

/** What is written of every new dossier, whoever took it in. */
export interface Taken {
  dossier: Dossier
  /** The answers as a JWE, sealed to the network's key. */
  sealed: string
  email: string | undefined
  mails: MailPlan
  auditId: string
  now: Date
  auditDays: number
}

interface NewDossier extends Taken {
  origin: Origin
  /** Days the tombstone of the draft gives the same receipt. */
  receiptDays: number
  /** What else is written with it: a copy for the browser that sent it. */
  along?: TransactItems
}

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
  const put = (Item: Record<string, unknown>, ConditionExpression?: string) => ({
    Put: { TableName: tables.loket, Item, ...(ConditionExpression ? { ConditionExpression } : {}) },
  })

  /** The dossier comes first: where it is there already, that is the condition that fails. */
  const taken = (input: Taken, line: Omit<AuditLine, 'to'>) => {
    const { dossier, sealed, email, mails, now } = input
    const { reference } = dossier
    return [
      put(dossierItem(dossier), 'attribute_not_exists(pk)'),
      put({ ...answersKey(reference), sealed }),
      ...(email === undefined ? [] : [put(addressItem(reference, email))]),
      ...planItems(tables.loket, mails, { subject: reference, now }),
      ...agendaItems(tables.loket, { after: dossier }),
      dossierAudit(tables.loket, reference, input, { ...line, to: dossier.state }),
    ]
  }

  const filed = (input: FiledDossier) => {
    const { dossier, note, audit } = input
    const about = { TableName: tables.loket, reference: dossier.reference, ttl: undefined }
    return [...taken(input, audit), ...(note ? reasonItems({ ...about, line: note }, undefined) : [])]
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
    const { before, after, mails, note, made, audit: line, auditId, auditDays, now } = input
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
    /** One transaction: dossier, sealed answers, address, mails, audit line, and the draft replaced by a tombstone. */
    async submit(input: NewDossier): Promise<'stored' | 'already'> {
      const { origin, dossier, now, receiptDays, along = [] } = input
      const { reference } = dossier
      const cancelled = await transactOnAgenda(dynamo, [
        tombstone(tables.drafts, origin, reference, epochSeconds(addSeconds(now, receiptDays * secondsPerDay))),
        ...taken(input, { who: 'aanvrager', what: 'ingediend' }),
        ...('mailed' in origin && origin.mailed ? takeBackMails(tables.loket, origin.id) : []),
        ...along,
      ])
      if (!cancelled) return 'stored'
      if (cancelled.failedConditions.includes(0)) return 'already'
      throw new Error('A new reference was taken already') // 50 random bits: something else is wrong.
    },

    /** A request somebody of the network takes in. Its reference is the idempotency key: the caller derives it. */
    async file(input: FiledDossier): Promise<'stored' | 'already'> {
      return (await transactOnAgenda(dynamo, filed(input))) ? 'already' : 'stored'
    },

    /** The open part; undefined when it never was, or is erased. */
    async read(reference: string, now: Date): Promise<Dossier | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(
        new GetCommand({ TableName: tables.loket, Key: dossierKey(reference), ConsistentRead: true }),
      )
      return Item && isKept(now)(Item) ? readDossier(Item) : undefined
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

/**
 * A dossier as it is kept: in one list by its state, and in that of whose turn it is as long as something is left to do.
 * What has no date comes after all that has one, so that what is done never stands before what must be done.
 */
export function dossierItem(dossier: Dossier): Record<string, unknown> {
  const { notReached = [], ...kept } = dossier
  const { reference, network, form, state, suspect, nextOn, ttl } = kept
  const open = ttl === undefined
  const whose = inHandsOf(dossier)
  return {
    ...dossierKey(reference),
    ...kept,
    ...(notReached.length > 0 ? { notReached: new Set(notReached) } : {}),
    rij: suspect && open ? suspectsOf(network) : queueOf(network, form, state),
    rijSinds: placeInList(dossier),
    ...(whose && (open || nextOn) ? { bij: heldBy(network, whose) } : {}),
    // Whoever writes a dossier cannot read its answers: it only says that the search must look again.
    ...{ due: changedPartition, dueAt: dossier.stateSince },
  }
}

/**
 * On condition that nobody changed it since it was read. A mail that came back meanwhile, or a task of its own, raised no revision, so
 * that it makes nobody's open page stale; its mark counts here, or it would be written over.
 */
export const changedDossier = (TableName: string, before: Dossier, after: Dossier) => {
  const { notReached = [], revision } = before
  const marked = notReached.length > 0
  const tasks = tasksAsRead(before)
  return {
    Put: {
      TableName,
      Item: dossierItem(after),
      ConditionExpression: `revision = :revision AND ${marked ? 'notReached = :marks' : 'attribute_not_exists(notReached)'} AND ${tasks.condition}`,
      ExpressionAttributeNames: tasks.names,
      ExpressionAttributeValues: {
        ...{ ':revision': revision, ...tasks.values },
        ...(marked ? { ':marks': new Set(notReached) } : {}),
      },
    },
  }
}

/** The draft's key is the idempotency key: only one submit can turn it into a tombstone. */
function tombstone(table: string, origin: Origin, reference: string, ttl: number) {
  const { id, network, form, browser } = origin
  const linkVersion = 'linkVersion' in origin ? origin.linkVersion : 1
  const condition =
    'revision' in origin
      ? { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': origin.revision } }
      : { ConditionExpression: 'attribute_not_exists(id)' }
  const content = 'content' in origin ? { content: origin.content } : {}
  return {
    Put: {
      TableName: table,
      Item: { id, network, form, browser, linkVersion, sent: reference, ttl, ...content },
      ...condition,
    },
  }
}
