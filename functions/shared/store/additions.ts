/**
 * What the applicant adds to a dossier: lines of its logbook, sealed, each once. Their moments stand with the names of the lines, so that the
 * status page shows when, and so that they are counted in the write that adds one. No revision rises: nobody's open page gets stale.
 */
import { mostAdditions } from '../../../forms/kit/lifecycle/additions.ts'
import type { MailPlan } from '../../../forms/kit/post/mail.ts'
import { type Audited, added, dossierAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { isKept } from './kept.ts'
import { lineKey, logbookKey } from './keys.ts'
import { logbookHead, mostLines } from './logbook.ts'
import { planItems } from './mail-plan.ts'
import { transact } from './transact.ts'

interface Addition extends Audited {
  reference: string
  /** The same for the same text of one form: it comes once. */
  id: string
  /** A JWE. */
  sealed: string
  mails: MailPlan
}

export function createAdditions({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  async function head(reference: string) {
    const { client, GetCommand } = await dynamo()
    return (await client.send(new GetCommand({ TableName, Key: logbookKey(reference), ConsistentRead: true }))).Item
  }

  return {
    /** When something was added, oldest first; ISO UTC. */
    async moments(reference: string, now: Date): Promise<readonly string[]> {
      const item = await head(reference)
      return item && isKept(now)(item) ? logbookHead.parse(item).added : []
    },

    /** `full`: there is no room for another one. `ended`: the dossier is closed or erased. */
    async add({ reference, id, sealed, mails, ...about }: Addition): Promise<'added' | 'already' | 'full' | 'ended'> {
      const at = about.now.toISOString()
      const who = 'aanvrager'
      const cancelled = await transact(dynamo, [
        {
          Update: {
            TableName,
            Key: logbookKey(reference),
            UpdateExpression:
              'SET ids = list_append(if_not_exists(ids, :none), :ids), added = list_append(if_not_exists(added, :none), :at)',
            ConditionExpression: [
              'attribute_not_exists(erased) AND attribute_not_exists(#ttl)',
              '(attribute_not_exists(added) OR size(added) < :most)',
              '(attribute_not_exists(ids) OR size(ids) < :lines)',
            ].join(' AND '),
            ExpressionAttributeNames: { '#ttl': 'ttl' },
            ExpressionAttributeValues: {
              ...{ ':none': [], ':ids': [id], ':at': [at] },
              ...{ ':most': mostAdditions, ':lines': mostLines },
            },
          },
        },
        {
          Put: {
            TableName,
            Item: { ...lineKey(reference, id), id, at, who, kind: 'toevoeging', sealed },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        ...planItems(TableName, mails, { subject: reference, now: about.now }),
        dossierAudit(TableName, reference, about, { who, what: added }),
      ])
      if (!cancelled) return 'added'
      const { ids, erased, ttl } = logbookHead.parse((await head(reference)) ?? {})
      if (ids.includes(id)) return 'already'
      return erased || ttl !== undefined ? 'ended' : 'full'
    },
  }
}
