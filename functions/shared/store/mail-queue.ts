/**
 * The queue of mails: every mail that must be sent now or again. A mail is due when its `dueAt` has come, and taking it moves
 * `dueAt` forward by a lease. Plans wait in the same index (planned-mails.ts).
 */
import { addSeconds, epochSeconds } from '../../../forms/kit/time.ts'
import { createDue } from './due.ts'
import type { Connection } from './dynamo.ts'
import { bulkPartition, duePartition } from './indexes.ts'
import type { ItemKey } from './item-key.ts'
import { mailKey } from './keys.ts'
import {
  type HoldReason,
  isReturned,
  lastMailId,
  lastOf,
  type NewMail,
  type OutboxItem,
  outboxItem,
  outboxItemSchema,
  troubled,
} from './outbox-item.ts'
import { setFields } from './set-fields.ts'
import { despiteConflicts, transact, unlessRefused } from './transact.ts'

export type MailKey = ItemKey

/** Longer than one send can take (functions/mailer/ses.ts gives up after 10 s), shorter than a person would wait. */
export const leaseSeconds = 60

const fateSchema = outboxItemSchema.pick({ fate: true })

/** Mails put in one transaction; what another item of it says of them makes twenty-five writes. */
const putAtOnce = 24

/** Mails that leave at once, or mails to many. */
export type Lane = typeof duePartition | typeof bulkPartition

/** What happens to a mail after it was taken: attributes to write, and whether it still waits. */
type Change = Partial<
  Pick<OutboxItem, 'status' | 'reason' | 'dueAt' | 'triedSince' | 'sentAt' | 'messageId' | 'cancelled'>
> &
  Partial<ReturnType<typeof troubled>> & { due?: Lane }

export function createMailQueue(connection: Connection) {
  const { dynamo, tables } = connection
  const table = { TableName: tables.loket }
  const due = createDue(connection)

  /**
   * Writes what became of a taken mail; false when another worker took it since (the lease ran out), then nothing
   * is written. A mail that no longer waits leaves the due index.
   */
  async function settle(mail: OutboxItem, change: Change): Promise<boolean> {
    const { client, UpdateCommand } = await dynamo()
    const { set, names, values } = setFields(change)
    const stays = change.dueAt !== undefined
    const update = new UpdateCommand({
      ...table,
      Key: { pk: mail.pk, sk: mail.sk },
      ConditionExpression: '#status = :waits AND #attempts = :attempts',
      UpdateExpression: `${set}${stays ? '' : ' REMOVE #due, #dueAt'}`,
      ExpressionAttributeNames: {
        '#status': 'status',
        '#attempts': 'attempts',
        ...(stays ? {} : { '#due': 'due', '#dueAt': 'dueAt' }),
        ...names,
      },
      ExpressionAttributeValues: {
        ':waits': 'wacht',
        ':attempts': mail.attempts,
        ...values,
      },
    })
    // A person acts on the mail at this moment: what SES took must still be written down, or it is sent twice.
    return unlessRefused(despiteConflicts(() => client.send(update).then(() => true)))
  }

  /** All of these, or none; left out those that are there. */
  async function putNew(items: readonly ReturnType<typeof outboxItem>[]): Promise<void> {
    let left = items
    while (left.length > 0) {
      const cancelled = await transact(
        dynamo,
        left.map((Item) => ({ Put: { ...table, Item, ConditionExpression: 'attribute_not_exists(pk)' } })),
      )
      if (!cancelled) return
      left = left.filter((_, at) => !cancelled.failedConditions.includes(at))
    }
  }

  return {
    /**
     * Takes a due mail for `leaseSeconds`; undefined when it is not ours to send: sent, held, early, taken, gone, not needed any
     * more, or one of many that only leave at a pace.
     */
    async claim({ pk, sk }: MailKey, now: Date, lane: Lane = duePartition): Promise<OutboxItem | undefined> {
      const { client, UpdateCommand } = await dynamo()
      const update = new UpdateCommand({
        ...table,
        Key: { pk, sk },
        ConditionExpression:
          '#status = :waits AND #due = :lane AND #dueAt <= :now AND #ttl > :seconds AND attribute_not_exists(cancelled)',
        UpdateExpression: 'SET #dueAt = :lease ADD #attempts :one',
        ExpressionAttributeNames: {
          '#status': 'status',
          '#due': 'due',
          '#dueAt': 'dueAt',
          '#ttl': 'ttl',
          '#attempts': 'attempts',
        },
        ExpressionAttributeValues: {
          ':waits': 'wacht',
          ':lane': lane,
          ':now': now.toISOString(),
          ':seconds': epochSeconds(now),
          ':lease': addSeconds(now, leaseSeconds).toISOString(),
          ':one': 1,
        },
        ReturnValues: 'ALL_NEW',
      })
      const taken = await unlessRefused(client.send(update))
      return taken ? outboxItemSchema.parse(taken.Attributes) : undefined
    },

    /** SES took it. False: another worker took it too, it may arrive twice. */
    sent: (mail: OutboxItem, { now, messageId }: { now: Date; messageId: string }) =>
      settle(mail, { status: 'verstuurd', sentAt: now.toISOString(), messageId }),

    /** Not now; it becomes due again at this instant. `since`: the days in which it is tried begin only now. */
    retryAt: (mail: OutboxItem, dueAt: Date, since?: Date) =>
      settle(mail, { dueAt: dueAt.toISOString(), ...(since ? { triedSince: since.toISOString() } : {}) }),

    /** Among mails to many, where it leaves at their pace. */
    joinMany: (mail: OutboxItem, now: Date) => settle(mail, { due: bulkPartition, dueAt: now.toISOString() }),

    /** Kept for a person to look at; never sent by itself. */
    hold: (mail: OutboxItem, reason: HoldReason) =>
      settle(mail, { status: 'aangehouden', reason, ...troubled({ ...mail, reason }) }),

    /** Given up; visible until a person acts. */
    fail: (mail: OutboxItem, reason: HoldReason) =>
      settle(mail, { status: 'mislukt', reason, ...troubled({ ...mail, reason }) }),

    /** Puts a mail in the outbox; false when this very mail is there already. */
    async add(mail: NewMail): Promise<boolean> {
      const { client, PutCommand } = await dynamo()
      const put = new PutCommand({ ...table, Item: outboxItem(mail), ConditionExpression: 'attribute_not_exists(pk)' })
      return unlessRefused(client.send(put).then(() => true))
    },

    /** Puts these mails, so many at a time; one that is there already stays as it is, whatever became of it. */
    async addAll(mails: readonly NewMail[]): Promise<void> {
      for (let from = 0; from < mails.length; from += putAtOnce)
        await putNew(mails.slice(from, from + putAtOnce).map(outboxItem))
    },

    /** It is mails of its own now: nothing of it goes to SES. */
    done: (mail: OutboxItem, now: Date) => settle(mail, { status: 'verstuurd', sentAt: now.toISOString() }),

    /** Not sent, because it came too late to be of use. */
    skip: (mail: OutboxItem) => settle(mail, { status: 'overgeslagen', reason: 'te-laat' }),

    /**
     * Not now: of everything about this subject that must wait, the last leaves at `dueAt`, in one mail. Without `dueAt` it
     * only joins one that waits already; false when there is none.
     */
    async sendLast(mail: OutboxItem, dueAt?: Date): Promise<boolean> {
      const { client, GetCommand, PutCommand } = await dynamo()
      const Key = mailKey(mail.subject, lastMailId)
      for (;;) {
        const { Item } = await client.send(new GetCommand({ ...table, Key, ConsistentRead: true }))
        const before = Item && outboxItemSchema.parse(Item)
        const waiting = before?.status === 'wacht' && before.attempts === 0 && !before.cancelled ? before : undefined
        const at = waiting?.dueAt ?? dueAt?.toISOString()
        if (at === undefined) return false
        const { subject, requestId, createdAt } = mail
        const notification = waiting ? lastOf(waiting.notification, mail.notification) : mail.notification
        const now = new Date(createdAt)
        const put = new PutCommand({
          ...table,
          Item: outboxItem({ subject, mailId: lastMailId, notification, now, dueAt: new Date(at), requestId }),
          ...(before
            ? {
                ConditionExpression: 'attempts = :attempts AND notification = :notification',
                ExpressionAttributeValues: { ':attempts': before.attempts, ':notification': before.notification },
              }
            : { ConditionExpression: 'attribute_not_exists(pk)' }),
        })
        if (await unlessRefused(client.send(put))) return settle(mail, { cancelled: true })
      }
    },

    /** Whether one of these mails came back, or was called unwanted. */
    async cameBack(subject: string, mailIds: readonly string[]): Promise<boolean> {
      const { client, GetCommand } = await dynamo()
      for (const mailId of mailIds) {
        const { Item } = await client.send(new GetCommand({ ...table, Key: mailKey(subject, mailId) }))
        if (isReturned(fateSchema.parse(Item ?? {}))) return true
      }
      return false
    },

    /** Keys of what is due now, oldest first; mails to many wait in a lane of their own. */
    due: (now: Date, limit: number, lane: Lane = duePartition): Promise<MailKey[]> => due.keys(lane, now, limit),

    /** The earliest instant at or before `until` at which a mail is due; for a clock that steps through time. */
    async nextDue(until: Date): Promise<Date | undefined> {
      const lanes = await Promise.all([duePartition, bulkPartition].map((lane) => due.first(lane, until)))
      return lanes.flatMap((at) => at ?? []).sort((one, other) => one.getTime() - other.getTime())[0]
    },

    /** Not needed after all: it stays in the log, and waits for nothing any more. */
    cancel: (mail: OutboxItem) => settle(mail, { cancelled: true }),
  }
}
