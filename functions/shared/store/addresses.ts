/** The applicant's address: kept once, beside the mails that go there; looked up and corrected by a person of the network. */

import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { MailPlan } from '../../../forms/kit/post/mail.ts'
import { addressSchema, formerName } from './address-item.ts'
import { type Audited, dossierAudit } from './audit.ts'
import { changedDossier } from './dossier-item.ts'
import type { Connection } from './dynamo.ts'
import { isKept } from './kept.ts'
import { addressKey, awaitedAddressKey, isPlanKey, planKey } from './keys.ts'
import { planItems, relinked, waitsForUndo, wasPlanned } from './mail-plan.ts'
import type { OutboxItem } from './outbox-item.ts'
import { despiteConflicts, type TransactItems, transact, unlessRefused } from './transact.ts'

interface Correction extends Audited {
  before: Dossier
  /** As forms/kit/lifecycle/readdressed.ts decided it. */
  after: Dossier
  email: string
  /** What the new address gets. */
  mails: MailPlan
  /** Mails of this dossier: those that still wait go to the new address, with a link that opens. */
  log: readonly OutboxItem[]
  /** Id of a person of the network. */
  who: string
  /** What else is corrected with it. */
  along?: TransactItems
}

/** Mails that leave at this very moment, and get the new link or make place: a hitch of SES keeps no more of one dossier. */
const mostLeaving = 8

/** It is on its way, perhaps tried again, or of a move that nobody can take back once this is done; what waits for a later moment is another mail. */
const leavesNow = (mail: OutboxItem, now: Date): boolean =>
  waitsForUndo(mail) || (!wasPlanned(mail) && mail.plannedAt <= now.toISOString())

/** Of an address that is not confirmed. */
const awaitedSchema = z.object({ email: z.string(), asked: z.number() })

export type Addresses = ReturnType<typeof createAddresses>

export function createAddresses({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  /** It goes along the new link; or does not go, where the one mail of the correction says it. */
  const leaving = ({ pk, sk }: OutboxItem, linkVersion: number, makesPlace: boolean) => ({
    Update: {
      TableName,
      Key: { pk, sk },
      UpdateExpression: `SET notification.linkVersion = :version${makesPlace ? ', cancelled = :yes REMOVE #due, dueAt' : ''}`,
      ConditionExpression: 'attribute_exists(notification.linkVersion)',
      ...(makesPlace ? { ExpressionAttributeNames: { '#due': 'due' } } : {}),
      ExpressionAttributeValues: { ':version': linkVersion, ...(makesPlace ? { ':yes': true } : {}) },
    },
  })

  async function readKept(subject: string, now: Date) {
    const { client, GetCommand } = await dynamo()
    const { Item } = await client.send(new GetCommand({ TableName, Key: addressKey(subject), ConsistentRead: true }))
    return Item && isKept(now)(Item) ? addressSchema.parse(Item) : undefined
  }

  return {
    /** The typed address of a dossier or draft; undefined when there is none, or it is erased or past its time. */
    read: async (subject: string, now: Date): Promise<string | undefined> => (await readKept(subject, now))?.email,

    /** The same, with the links that count for it. */
    readKept,

    /** An address that somebody gave in this change, while it can be confirmed. */
    async awaited(subject: string, asked: number, now: Date): Promise<string | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: awaitedAddressKey(subject), ConsistentRead: true }),
      )
      const kept = Item && isKept(now)(Item) ? awaitedSchema.parse(Item) : undefined
      return kept?.asked === asked ? kept.email : undefined
    },

    /** The address that counted until links of this version did. */
    async former(subject: string, linkVersion: number): Promise<string | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ TableName, Key: addressKey(subject), ConsistentRead: true }))
      return z.string().optional().parse(Item?.[formerName(linkVersion)])
    },

    async forgetFormer(subject: string, linkVersion: number): Promise<void> {
      const { client, UpdateCommand } = await dynamo()
      const forget = new UpdateCommand({
        TableName,
        Key: addressKey(subject),
        UpdateExpression: 'REMOVE #was',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#was': formerName(linkVersion) },
      })
      await unlessRefused(despiteConflicts(() => client.send(forget)))
    },

    /**
     * One transaction; `changed` when somebody else was first: nothing is written. The address ends when the dossier does.
     */
    async correct({
      before,
      after,
      email,
      mails,
      log,
      who,
      along = [],
      ...audited
    }: Correction): Promise<'stored' | 'changed'> {
      const { reference, ttl, linkVersion } = after
      const waiting = log
        .filter(
          ({ sk, notification, status, cancelled }) =>
            !isPlanKey({ sk }) && status === 'wacht' && !cancelled && notification.to === 'aanvrager',
        )
        .slice(-mostLeaving)
      const { client, GetCommand } = await dynamo()
      const plan = await client.send(new GetCommand({ TableName, Key: planKey(reference), ConsistentRead: true }))
      const cancelled = await transact(dynamo, [
        changedDossier(TableName, before, after),
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
        ...waiting.map((mail) => leaving(mail, linkVersion, mails.put.length > 0 && leavesNow(mail, audited.now))),
        ...relinked(TableName, plan.Item, linkVersion),
        ...planItems(TableName, mails, { subject: reference, now: audited.now }),
        dossierAudit(TableName, reference, audited, { who, what: 'adres verbeterd' }),
        ...along,
      ])
      return cancelled ? 'changed' : 'stored'
    },
  }
}
