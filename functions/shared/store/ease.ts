/** How sending a request went, counted on what is left of its draft: once, and of nobody (docs/decisions/032). */
import type { Ease } from '../../../forms/kit/ease.ts'
import type { SentDraft } from './drafts.ts'
import type { Connection, Tables } from './dynamo.ts'
import { easeCountKey } from './keys.ts'
import { transact } from './transact.ts'

export const createEase = ({ dynamo, tables }: Connection<Tables>) => ({
  /** One more of a month, a network, a form and an answer; nothing when it was answered already, or is gone. */
  async count({ id, network, form }: SentDraft, month: string, ease: Ease): Promise<void> {
    await transact(dynamo, [
      {
        Update: {
          TableName: tables.drafts,
          Key: { id },
          UpdateExpression: 'SET easeTold = :yes',
          ConditionExpression: 'attribute_exists(sent) AND attribute_not_exists(easeTold)',
          ExpressionAttributeValues: { ':yes': true },
        },
      },
      {
        Update: {
          TableName: tables.loket,
          Key: easeCountKey(network, form, month, ease),
          UpdateExpression: 'ADD amount :one',
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
    ])
  },
})
