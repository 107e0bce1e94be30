/** The mails of one dossier as a coordinator sees them: their fate, and sending one again (domain.md §1). */
import * as z from 'zod'
import type { Connection } from './dynamo.ts'
import { isKept } from './kept.ts'
import { duePartition, mailPrefix, outboxPartition } from './keys.ts'
import type { MailKey } from './outbox.ts'
import { type OutboxItem, outboxItemSchema } from './outbox-item.ts'

export type DossierMails = ReturnType<typeof createDossierMails>

export function createDossierMails({ dynamo, tables }: Connection) {
  return {
    /** Oldest first; the ones that wait for a later moment too. */
    async list(reference: string, now: Date): Promise<OutboxItem[]> {
      const { client, QueryCommand } = await dynamo()
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tables.loket,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :mails)',
          // Of a planned mail older than the mail log only that it was taken back is left.
          FilterExpression: 'attribute_exists(notification)',
          ExpressionAttributeValues: { ':pk': `${outboxPartition}${reference}`, ':mails': mailPrefix },
          ConsistentRead: true,
        }),
      )
      const mails = z.array(outboxItemSchema).parse(Items.filter(isKept(now)))
      return mails.sort((one, other) => (one.plannedAt < other.plannedAt ? -1 : 1))
    },

    /** Puts a held, failed or returned mail back in line; false when it is none of these any more. */
    async sendAgain({ pk, sk }: MailKey, now: Date): Promise<boolean> {
      const { client, UpdateCommand } = await dynamo()
      const update = new UpdateCommand({
        TableName: tables.loket,
        Key: { pk, sk },
        UpdateExpression:
          'SET #status = :waits, attempts = :none, plannedAt = :now, dueAt = :now, due = :due, released = :yes REMOVE reason, fate, fateAt, cancelled, settledBy, settledAt, rij, rijSinds',
        ConditionExpression: '#status IN (:held, :failed) OR fate IN (:returned, :complaint)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ...{ ':waits': 'wacht', ':held': 'aangehouden', ':failed': 'mislukt' },
          ...{ ':returned': 'niet_aangekomen', ':complaint': 'klacht' },
          ...{ ':none': 0, ':now': now.toISOString(), ':due': duePartition, ':yes': true },
        },
      })
      return unlessRefused(client.send(update))
    },

    /** Takes a mail out of the list of mails that need a person; false when it is not in it any more. */
    async settle({ pk, sk }: MailKey, person: string, now: Date): Promise<boolean> {
      const { client, UpdateCommand } = await dynamo()
      const update = new UpdateCommand({
        TableName: tables.loket,
        Key: { pk, sk },
        UpdateExpression: 'SET settledBy = :person, settledAt = :now REMOVE rij, rijSinds',
        ConditionExpression: 'attribute_exists(rij)',
        ExpressionAttributeValues: { ':person': person, ':now': now.toISOString() },
      })
      return unlessRefused(client.send(update))
    },
  }
}

/** False when DynamoDB refused the write because its condition did not hold; every other error stays an error. */
async function unlessRefused(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false
    throw error
  }
}
