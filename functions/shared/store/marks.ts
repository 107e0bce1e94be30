/**
 * That our mail about a dossier does not reach somebody, as a mark of the dossier's open part (forms/kit/lifecycle/not-reached.ts): a
 * set, so that told twice, late or in another order it is one mark. It raises no revision: nothing changed that people decide on.
 */
import { unreachedMark } from '../../../forms/kit/lifecycle/not-reached.ts'
import type { Notification } from '../../../forms/kit/post/notifications.ts'
import type { Connection } from './dynamo.ts'
import { dossierKey } from './keys.ts'
import { despiteConflicts, type TransactItems, unlessRefused } from './transact.ts'

export type Marks = ReturnType<typeof createMarks>

export function createMarks({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  return {
    /**
     * Marks whom this mail was to. False when it went along a link of the applicant that counts no more, as the address was mended
     * since, or the dossier is gone: then nothing is written.
     */
    async notReached(mail: Notification): Promise<boolean> {
      const of = unreachedMark(mail)
      if (!of) return false
      const linked = mail.to === 'aanvrager'
      const { client, UpdateCommand } = await dynamo()
      const update = new UpdateCommand({
        TableName,
        Key: dossierKey(of.reference),
        UpdateExpression: 'ADD notReached :mark',
        ConditionExpression: `attribute_exists(pk)${linked ? ' AND linkVersion = :version' : ''}`,
        ExpressionAttributeValues: {
          ':mark': new Set([of.mark]),
          ...(linked ? { ':version': mail.linkVersion } : {}),
        },
      })
      return unlessRefused(despiteConflicts(() => client.send(update).then(() => true)))
    },

    async mend(reference: string, mark: string): Promise<void> {
      const { client, UpdateCommand } = await dynamo()
      const { Update } = mending(TableName, reference, [mark])
      await unlessRefused(despiteConflicts(() => client.send(new UpdateCommand(Update))))
    },
  }
}

/** Takes these marks away, for the transaction that mends them. */
export const mending = (TableName: string, reference: string, marks: readonly string[]) =>
  ({
    Update: {
      TableName,
      Key: dossierKey(reference),
      UpdateExpression: 'DELETE notReached :marks',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':marks': new Set(marks) },
    },
  }) satisfies TransactItems[number]
