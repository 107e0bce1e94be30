/**
 * Changes that whoever asked makes of how they are reached. What is asked and not confirmed stands in the table of drafts, without stream
 * or backup, for three days: `public` may not read the outbox, and must know the address again when it is confirmed.
 */
import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { confirmUntil } from '../../../forms/kit/lifecycle/reach.ts'
import type { MailPlan } from '../../../forms/kit/post/mail.ts'
import { epochSeconds } from '../../../forms/kit/time.ts'
import { formerName } from './address-item.ts'
import { type Audited, dossierAudit } from './audit.ts'
import { changedDossier } from './dossier-item.ts'
import type { Connection, Tables } from './dynamo.ts'
import { isKept } from './kept.ts'
import { addressKey, awaitedAddressKey, dossierKey } from './keys.ts'
import { planItems } from './mail-plan.ts'
import { transact } from './transact.ts'

/** No draft has such an id: an address names one by a UUID. */
export const reachChangeKey = (reference: string) => ({ id: `gegevens#${reference}` })

const changeSchema = z.object({
  /** Epoch milliseconds: tells the last change from those before it. */
  asked: z.number(),
  /** HMAC of what was asked and of the page it was asked on: the same again is a repeat. */
  once: z.string(),
  /** How many in a row, each within the time of the one before. */
  times: z.number(),
  /** The address, and the links of when it was asked; absent for a number alone. */
  email: z.string().optional(),
  linkVersion: z.number().optional(),
  /** It counts. */
  done: z.literal(true).optional(),
  /** Epoch seconds. */
  ttl: z.number(),
})
export type ReachChange = z.infer<typeof changeSchema>

interface NewChange extends Audited {
  before: Dossier
  after: Dossier
  /** What was known of changes before; the write is on condition of it. */
  known: ReachChange | undefined
  once: string
  email: string | undefined
  mails: MailPlan
}

interface Confirmation extends Audited {
  before: Dossier
  after: Dossier
  change: ReachChange & { email: string }
  mails: MailPlan
}

/** What an address or a number that changed is called in the trail. */
const who = 'aanvrager'

export function createReachChanges({ dynamo, tables }: Connection<Tables>) {
  const TableName = tables.loket
  const asKnown = (known: ReachChange | undefined, now: Date) =>
    known
      ? {
          ConditionExpression: 'asked = :known AND times = :times',
          ExpressionAttributeValues: { ':known': known.asked, ':times': known.times },
        }
      : // One that is past its time is not there, whatever the engine still holds.
        {
          ConditionExpression: 'attribute_not_exists(id) OR #ttl <= :now',
          ExpressionAttributeNames: { '#ttl': 'ttl' },
          ExpressionAttributeValues: { ':now': epochSeconds(now) },
        }

  /** On condition that the dossier is there, with these links: a correction by somebody of the network wins. */
  const unchanged = ({ reference, linkVersion }: Dossier) => ({
    Update: {
      TableName,
      Key: dossierKey(reference),
      UpdateExpression: 'SET linkVersion = :version',
      ConditionExpression: 'linkVersion = :version',
      ExpressionAttributeValues: { ':version': linkVersion },
    },
  })

  return {
    /** The last change that is not past its time. */
    async read(reference: string, now: Date): Promise<ReachChange | undefined> {
      const { client, GetCommand } = await dynamo()
      const get = new GetCommand({ TableName: tables.drafts, Key: reachChangeKey(reference), ConsistentRead: true })
      const { Item } = await client.send(get)
      return Item && isKept(now)(Item) ? changeSchema.parse(Item) : undefined
    },

    /** One transaction; `changed` when the dossier, or what was asked, changed since it was read. */
    async ask({ before, after, known, once, email, mails, ...about }: NewChange): Promise<'stored' | 'changed'> {
      const { reference } = before
      const { now } = about
      const ttl = epochSeconds(confirmUntil(now))
      const asked = now.getTime()
      const audit = (what: string) =>
        dossierAudit(TableName, reference, { ...about, auditId: `${about.auditId}-${what[0]}` }, { who, what })
      const cancelled = await transact(dynamo, [
        {
          Put: {
            TableName: tables.drafts,
            Item: {
              ...reachChangeKey(reference),
              ...{ asked, once, times: (known?.times ?? 0) + 1, ttl },
              ...(email === undefined ? {} : { email, linkVersion: before.linkVersion }),
            },
            ...asKnown(known, now),
          },
        },
        after === before ? unchanged(before) : changedDossier(TableName, before, after),
        ...(email === undefined
          ? []
          : [{ Put: { TableName, Item: { ...awaitedAddressKey(reference), email, asked, ttl } } }]),
        ...planItems(TableName, mails, { subject: reference, now }),
        ...(email === undefined ? [] : [audit('adres gevraagd')]),
        ...(after === before ? [] : [audit('nummer verbeterd')]),
      ])
      return cancelled ? 'changed' : 'stored'
    },

    /**
     * One transaction: the address counts, the one before is kept for the mail that tells so there. `public` reads neither. `changed` when
     * the dossier changed since it was read; `used` when the change was confirmed, or another was asked.
     */
    async confirm({ before, after, change, mails, ...about }: Confirmation): Promise<'stored' | 'changed' | 'used'> {
      const { reference, linkVersion, ttl } = after
      const { email, asked, ...left } = change
      const takesPlace = linkVersion !== before.linkVersion
      const sets = [
        ...(takesPlace ? ['#was = email'] : []),
        'email = :email, linkVersion = :version',
        ...(ttl === undefined ? [] : ['#ttl = :ttl']),
      ]
      const names = {
        ...(takesPlace ? { '#was': formerName(linkVersion) } : {}),
        ...(ttl === undefined ? {} : { '#ttl': 'ttl' }),
      }
      const cancelled = await transact(dynamo, [
        {
          Put: {
            TableName: tables.drafts,
            Item: { ...reachChangeKey(reference), ...left, asked, linkVersion, done: true },
            ConditionExpression: 'asked = :asked AND attribute_not_exists(done)',
            ExpressionAttributeValues: { ':asked': asked },
          },
        },
        changedDossier(TableName, before, after),
        {
          Update: {
            TableName,
            Key: addressKey(reference),
            UpdateExpression: `SET ${sets.join(', ')}`,
            ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
            ExpressionAttributeValues: {
              ...{ ':email': email, ':version': linkVersion },
              ...(ttl === undefined ? {} : { ':ttl': ttl }),
            },
          },
        },
        { Delete: { TableName, Key: awaitedAddressKey(reference) } },
        ...planItems(TableName, mails, { subject: reference, now: about.now }),
        dossierAudit(TableName, reference, about, { who, what: 'adres verbeterd' }),
      ])
      if (!cancelled) return 'stored'
      return cancelled.failedConditions.includes(0) ? 'used' : 'changed'
    },
  }
}
