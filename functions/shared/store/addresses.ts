/** The applicant's address: kept once, beside the mails that go there; looked up and corrected by a person of the network. */
import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { PromisedMail } from '../../../forms/kit/post/mail.ts'
import { type Audited, dossierAudit } from './audit.ts'
import { dossierItem } from './dossiers.ts'
import type { Connection } from './dynamo.ts'
import { isKept } from './kept.ts'
import { addressKey } from './keys.ts'
import { type OutboxItem, outboxItem } from './outbox-item.ts'
import { transact } from './transact.ts'

interface Correction extends Audited {
  before: Dossier
  /** As forms/kit/lifecycle/readdressed.ts decided it. */
  after: Dossier
  email: string
  /** What the new address gets. */
  mails: readonly (PromisedMail & { mailId: string })[]
  /** Mails of this dossier: those that still wait go to the new address, with a link that opens. */
  log: readonly OutboxItem[]
  /** Id of a person of the network. */
  who: string
}

const addressSchema = z.object({ email: z.string().optional() })

export type Addresses = ReturnType<typeof createAddresses>

export function createAddresses({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  return {
    /** The typed address of a dossier or draft; undefined when there is none, or it is erased or past its time. */
    async read(subject: string, now: Date): Promise<string | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ TableName, Key: addressKey(subject), ConsistentRead: true }))
      return Item && isKept(now)(Item) ? addressSchema.parse(Item).email : undefined
    },

    /**
     * One transaction; `changed` when somebody else was first: nothing is written. The address ends when the dossier does.
     */
    async correct({ before, after, email, mails, log, who, ...audited }: Correction): Promise<'stored' | 'changed'> {
      const { reference, ttl, linkVersion } = after
      const waiting = log.filter(
        ({ notification, status, cancelled }) => status === 'wacht' && !cancelled && notification.to === 'aanvrager',
      )
      const cancelled = await transact(dynamo, [
        {
          Put: {
            TableName,
            Item: dossierItem(after),
            ConditionExpression: 'revision = :revision',
            ExpressionAttributeValues: { ':revision': before.revision },
          },
        },
        {
          Update: {
            TableName,
            Key: addressKey(reference),
            UpdateExpression: `SET email = :email${ttl === undefined ? '' : ', #ttl = :ttl'}`,
            ...(ttl === undefined ? {} : { ExpressionAttributeNames: { '#ttl': 'ttl' } }),
            ExpressionAttributeValues: {
              ':email': email,
              ...(ttl === undefined ? {} : { ':ttl': ttl }),
            },
          },
        },
        ...waiting.map(({ pk, sk }) => ({
          Update: {
            TableName,
            Key: { pk, sk },
            UpdateExpression: 'SET notification.linkVersion = :version',
            ConditionExpression: 'attribute_exists(notification.linkVersion)',
            ExpressionAttributeValues: { ':version': linkVersion },
          },
        })),
        ...mails.map((mail) => ({
          Put: { TableName, Item: outboxItem({ subject: reference, now: audited.now, ...mail }) },
        })),
        dossierAudit(TableName, reference, audited, { who, what: 'adres verbeterd' }),
      ])
      return cancelled ? 'changed' : 'stored'
    },
  }
}
