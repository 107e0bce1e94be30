/** What a dossier that is erased was found by (search-words.ts), in the transaction of its erasure. */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { changedPartition } from './indexes.ts'
import { wordsKey } from './keys.ts'

/** With a dossier that is erased: the next sweep takes its postings away. */
export const forgetWords = (TableName: string, { reference, network }: Dossier, now: Date) => ({
  Update: {
    TableName,
    Key: wordsKey(reference),
    UpdateExpression: 'SET #network = :network, #due = :due, dueAt = :now REMOVE #ttl',
    ExpressionAttributeNames: { '#network': 'network', '#due': 'due', '#ttl': 'ttl' },
    ExpressionAttributeValues: { ':network': network, ':due': changedPartition, ':now': now.toISOString() },
  },
})
