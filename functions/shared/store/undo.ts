/**
 * The last move of a dossier, for as long as it can be taken back: one small item beside it, which the next such move replaces. It
 * holds ids, dates and states. That its time is over is decided by what it says, not by its deletion.
 */
import { type MadeMove, madeMoveSchema } from '../../../forms/kit/lifecycle/undo.ts'
import { epochSeconds } from '../../../forms/kit/time.ts'
import { type Audited, dossierAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { lineKey, mailKey, undoKey } from './keys.ts'
import type { OutboxItem } from './outbox-item.ts'
import { type TransactItems, transact } from './transact.ts'

/** The write that goes with the move. */
export const undoItem = (TableName: string, reference: string, made: MadeMove): TransactItems[number] => ({
  Put: { TableName, Item: { ...undoKey(reference), ...made, ttl: epochSeconds(new Date(made.until)) } },
})

export const madeMoveOf = (item: unknown): MadeMove => madeMoveSchema.parse(item)

/** Nobody takes it to send it, and nobody did: it is held for a person, or waits. */
const unclaimed = {
  ConditionExpression: '#status IN (:waits, :held) AND attempts = :none',
  ExpressionAttributeNames: { '#status': 'status' },
  ExpressionAttributeValues: { ':waits': 'wacht', ':held': 'aangehouden', ':none': 0 },
}

/** Whether a mail of the move was taken to be sent, or is gone; `mails`: all of its dossier. */
export const mailLeft = ({ mails }: Pick<MadeMove, 'mails'>, all: readonly OutboxItem[]): boolean =>
  mails.some((id) => {
    const mail = all.find(({ mailId }) => mailId === id)
    return !mail || mail.attempts > 0 || (mail.status !== 'wacht' && mail.status !== 'aangehouden')
  })

/** Mails of the move that leave by themselves: those that wait for their time, and whether somebody let them go. */
export function waitingOf({ mails }: Pick<MadeMove, 'mails'>, all: readonly OutboxItem[], now: Date) {
  const waiting = all.filter(
    ({ mailId, status, cancelled }) => mails.includes(mailId) && status === 'wacht' && !cancelled,
  )
  return { count: waiting.length, leaveNow: waiting.some(({ plannedAt }) => plannedAt <= now.toISOString()) }
}

export function createUndo({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  return {
    /** What goes along with taking a move back: its mails go, on condition that none was taken; its reason is marked. */
    writesOf: (reference: string, { mails, note, revision }: MadeMove, now: Date): TransactItems => [
      {
        Delete: {
          TableName,
          Key: undoKey(reference),
          ConditionExpression: 'revision = :revision',
          ExpressionAttributeValues: { ':revision': revision },
        },
      },
      ...mails.map((mailId) => ({ Delete: { TableName, Key: mailKey(reference, mailId), ...unclaimed } })),
      ...(note === undefined ? [] : [markUndone(TableName, reference, note, now)]),
    ],

    /** The mails that wait leave now; false when one of them did already: then nothing is written. */
    async sendNow(reference: string, mails: readonly string[], act: Audited & { who: string }): Promise<boolean> {
      const { who, ...audited } = act
      const cancelled = await transact(dynamo, [
        ...mails.map((mailId) => dueNow(TableName, mailKey(reference, mailId), act.now)),
        dossierAudit(TableName, reference, audited, { who, what: 'mail meteen verstuurd', mail: mails.join(' ') }),
      ])
      return cancelled === undefined
    },
  }
}

function dueNow(TableName: string, Key: ReturnType<typeof mailKey>, now: Date): TransactItems[number] {
  return {
    Update: {
      TableName,
      Key,
      UpdateExpression: 'SET dueAt = :now, plannedAt = :now',
      ConditionExpression: '#status = :waits AND attempts = :none AND dueAt > :now',
      ExpressionAttributeNames: unclaimed.ExpressionAttributeNames,
      ExpressionAttributeValues: { ':waits': 'wacht', ':none': 0, ':now': now.toISOString() },
    },
  }
}

/** Its text stays: somebody wrote it. */
const markUndone = (TableName: string, reference: string, note: string, now: Date): TransactItems[number] => ({
  Update: {
    TableName,
    Key: lineKey(reference, note),
    UpdateExpression: 'SET undoneAt = :now',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':now': now.toISOString() },
  },
})
