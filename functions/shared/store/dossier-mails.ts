/** The mails of one dossier as a coordinator sees them: their fate, and sending one again (docs/domain.md §1). */
import * as z from 'zod'
import { unreachedMark } from '../../../forms/kit/lifecycle/not-reached.ts'
import type { NetworkDays } from '../../../forms/kit/network-days.ts'
import { belgianDays } from '../../../forms/kit/working-days.ts'
import { currentRequestId } from '../request.ts'
import { addressSchema } from './address-item.ts'
import { type Audited, dossierAudit, personAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { bulkPartition, duePartition } from './indexes.ts'
import { isKept } from './kept.ts'
import { addressKey, dossierKey, isPlanKey, outboxPartition, planKey, signOfLifeKey } from './keys.ts'
import { allMails } from './mail-plan.ts'
import type { MailKey } from './mail-queue.ts'
import { createMarks } from './marks.ts'
import { isReturned, mayBeMissed, type OutboxItem, outboxItemSchema } from './outbox-item.ts'
import { queryAll } from './query-all.ts'
import { lifeIn } from './sign-of-life.ts'
import { despiteConflicts, transact, unlessRefused } from './transact.ts'

const keySchema = z.object({ sk: z.string() })
const versionSchema = z.object({ linkVersion: z.number().optional() })

/** A person acts on a mail. */
export interface MailAct extends Audited {
  network: string
  /** Id of the person. */
  who: string
}

interface AtOfNetwork {
  now: Date
  days: NetworkDays
}

export function createDossierMails({ dynamo, tables }: Connection) {
  const marks = createMarks({ dynamo, tables })
  const of = ({ pk, sk }: MailKey) => ({ TableName: tables.loket, Key: { pk, sk } })

  /** Whoever acts on a mail that came back saw to it: called, or sends it again. It is marked anew when that comes back too. */
  async function mendOf(mail: OutboxItem): Promise<void> {
    const of = isReturned(mail) ? unreachedMark(mail.notification) : undefined
    if (of) await marks.mend(of.reference, of.mark)
  }

  /**
   * Beside the dossier the mail is about. An invitation, an overview or a link to a draft is about none: that line stays
   * with whoever acted, by the id of the mail alone, because a draft's own id opens it.
   */
  function line({ mailId, notification }: OutboxItem, what: string, { network, who, ...audited }: MailAct) {
    return 'reference' in notification && notification.reference
      ? dossierAudit(tables.loket, notification.reference, audited, { who, what, mail: mailId })
      : personAudit(tables.loket, { network, person: who }, audited, { who, what, mail: mailId })
  }

  /** From there to the plan: the sign of life, the mails and the plan itself. */
  const outboxOf = (reference: string, from: string) =>
    queryAll(dynamo, {
      TableName: tables.loket,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :plan',
      ExpressionAttributeValues: {
        ':pk': `${outboxPartition}${reference}`,
        ...{ ':from': from, ':plan': planKey(reference).sk },
      },
      ConsistentRead: true,
    })

  function mailsAmong(items: readonly Record<string, unknown>[], reference: string, { now, days }: AtOfNetwork) {
    const plan = items.find((item) => isPlanKey(keySchema.parse(item)))
    // Of a planned mail of 0.1.0, older than the mail log, only that it was taken back is left.
    const stored = items.filter((item) => item !== plan && item.notification !== undefined)
    const life = lifeIn(items.find((item) => keySchema.parse(item).sk === signOfLifeKey(reference).sk))
    return allMails(z.array(outboxItemSchema).parse(stored), plan, days, life).filter(isKept(now))
  }

  /** Of the link in a mail to an applicant; undefined for every other mail, and when the dossier is gone. */
  async function linkVersionFor({ notification }: OutboxItem): Promise<number | undefined> {
    if (notification.to !== 'aanvrager' || !('reference' in notification)) return undefined
    const { client, GetCommand } = await dynamo()
    const { Item } = await client.send(
      new GetCommand({ TableName: tables.loket, Key: dossierKey(notification.reference), ConsistentRead: true }),
    )
    return versionSchema.parse(Item ?? {}).linkVersion
  }

  return {
    /** Oldest first; the ones that wait for a later moment too. When one leaves that waits for silence: `withAddress` knows it. */
    list: async (reference: string, now: Date): Promise<OutboxItem[]> =>
      mailsAmong(await outboxOf(reference, signOfLifeKey(reference).sk), reference, { now, days: belgianDays }),

    /** The same with the days of the network, and the address they go to, in one read. */
    async withAddress(reference: string, { now, days }: AtOfNetwork) {
      const items = await outboxOf(reference, addressKey(reference).sk)
      const address = items.find((item) => keySchema.parse(item).sk === addressKey(reference).sk)
      return {
        mails: mailsAmong(items, reference, { now, days }),
        address: address && isKept(now)(address) ? addressSchema.parse(address).email : undefined,
      }
    },

    /**
     * Puts a held, failed or returned mail back in line, and says who did; false when it is none of these any more:
     * then nothing is written. To an applicant it goes with a link that opens, whatever was taken back since. One that was
     * planned for a later moment waits for it; one of many (`bulk`) leaves at their pace.
     */
    async sendAgain(mail: OutboxItem, act: MailAct, { bulk = false } = {}): Promise<boolean> {
      await mendOf(mail)
      const version = await linkVersionFor(mail)
      const requestId = currentRequestId()
      const now = act.now.toISOString()
      const at = mail.plannedAt > now ? mail.plannedAt : now
      const cancelled = await transact(dynamo, [
        {
          Update: {
            ...of(mail),
            UpdateExpression: `SET #status = :waits, attempts = :none, plannedAt = :at, dueAt = :at, due = :due, released = :yes${version === undefined ? '' : ', notification.linkVersion = :version'}${requestId === undefined ? '' : ', requestId = :request'} REMOVE reason, triedSince, fate, fateAt, cancelled, settledBy, settledAt, rij, rijSinds`,
            ConditionExpression:
              'attribute_not_exists(replaced) AND (#status IN (:held, :failed) OR fate IN (:returned, :complaint))',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: {
              ...{ ':waits': 'wacht', ':held': 'aangehouden', ':failed': 'mislukt' },
              ...{ ':returned': 'niet_aangekomen', ':complaint': 'klacht' },
              ...{ ':none': 0, ':at': at, ':due': bulk ? bulkPartition : duePartition, ':yes': true },
              ...(version === undefined ? {} : { ':version': version }),
              ...(requestId === undefined ? {} : { ':request': requestId }),
            },
          },
        },
        line(mail, 'mail opnieuw verstuurd', act),
      ])
      return cancelled === undefined
    },

    /** Somebody saw to it in another way. */
    mend: marks.mend,

    /** Takes a mail out of the list of mails that need a person, and says who did; false when it is not in it any more. */
    async settle(mail: OutboxItem, act: MailAct): Promise<boolean> {
      await mendOf(mail)
      const cancelled = await transact(dynamo, [
        {
          Update: {
            ...of(mail),
            UpdateExpression: 'SET settledBy = :person, settledAt = :now REMOVE rij, rijSinds',
            ConditionExpression: 'attribute_exists(rij)',
            ExpressionAttributeValues: { ':person': act.who, ':now': act.now.toISOString() },
          },
        },
        line(mail, 'mail opgelost', act),
      ])
      return cancelled === undefined
    },

    /**
     * The address was corrected: what did not reach the old one is in the mail that went to the new one, and waits for nobody any
     * more. Done again it changes nothing.
     */
    async replaced(mails: readonly OutboxItem[], { who, now }: Pick<MailAct, 'who' | 'now'>): Promise<void> {
      const { client, UpdateCommand } = await dynamo()
      const replace = (mail: OutboxItem) => {
        const update = new UpdateCommand({
          ...of(mail),
          UpdateExpression: 'SET replaced = :yes, settledBy = :person, settledAt = :now REMOVE rij, rijSinds',
          // Sent again at this moment, it is no mail of before any more.
          ConditionExpression: 'plannedAt = :plannedAt AND #status <> :waits',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: {
            ...{ ':yes': true, ':person': who, ':now': now.toISOString() },
            ...{ ':plannedAt': mail.plannedAt, ':waits': 'wacht' },
          },
        })
        return unlessRefused(despiteConflicts(() => client.send(update)))
      }
      await Promise.all(mails.filter(mayBeMissed).map(replace))
    },
  }
}
