/**
 * Dossiers that can be of one family (docs/decisions/024): each of the two has an item that names the other, with what they have in common
 * and never a word of it. Both are written together, or neither, and end with the words of the one that ends first.
 */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Likeness } from '../../../forms/kit/search/likeness.ts'
import { type Audited, dossierAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { type Alike, alikeAmong, dismissedLine, sidesOf } from './family-item.ts'
import { dossierKey, familyPrefix, wordsKey } from './keys.ts'
import { queryAll } from './query-all.ts'
import type { KeptFamily } from './search-words.ts'
import { type TransactItems, transact } from './transact.ts'

/** Whoever writes the words of a dossier, until then; and what was read of the other, which must still be so. */
interface Judged {
  one: string
  until: Date
  other: string
  /** Absent when it is gone: it does not come back. */
  read: KeptFamily | undefined
}

interface Dismissal extends Audited {
  /** Id of a person of the network. */
  who: string
}

export function createFamily({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  const stillSo = ({ one, until, other, read }: Judged): TransactItems => [
    {
      ConditionCheck: {
        ...{ TableName, Key: wordsKey(one), ConditionExpression: 'busyUntil = :until AND attribute_not_exists(#due)' },
        ExpressionAttributeNames: { '#due': 'due' },
        ExpressionAttributeValues: { ':until': until.toISOString() },
      },
    },
    ...(read === undefined
      ? []
      : [
          {
            ConditionCheck: {
              ...{ TableName, Key: wordsKey(other) },
              ConditionExpression: '#family = :read AND attribute_not_exists(#due)',
              ExpressionAttributeNames: { '#due': 'due', '#family': 'family' },
              ExpressionAttributeValues: { ':read': read },
            },
          },
        ]),
  ]

  const removed = (one: string, other: string): TransactItems =>
    sidesOf(one, other).map((Key) => ({ Delete: { TableName, Key } }))

  /** What the table holds of one, also what is past its time. */
  async function of(reference: string): Promise<Alike[]> {
    const items = await queryAll(dynamo, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': dossierKey(reference).pk, ':prefix': familyPrefix },
      ConsistentRead: true,
    })
    return alikeAmong(items.map((item) => ({ sk: String(item.sk), item })))
  }

  return {
    of,

    /** Whoever said that they are not the same stays right. Nothing is written when one of the two changed: who changed it looks itself. */
    async keep(judged: Judged, why: readonly Likeness[], ttl: number | undefined, now: Date): Promise<void> {
      const ends = ttl === undefined ? ' REMOVE #ttl' : ', #ttl = :ttl'
      await transact(dynamo, [
        ...stillSo(judged),
        ...sidesOf(judged.one, judged.other).map((Key) => ({
          Update: {
            ...{ TableName, Key },
            UpdateExpression: `SET why = :why, #at = if_not_exists(#at, :now)${ends}`,
            ExpressionAttributeNames: { '#at': 'at', '#ttl': 'ttl' },
            ExpressionAttributeValues: {
              ...{ ':why': why, ':now': now.toISOString() },
              ...(ttl === undefined ? {} : { ':ttl': ttl }),
            },
          },
        })),
      ])
    },

    /** They have too little in common by now; on the same conditions. */
    async drop(judged: Judged): Promise<void> {
      await transact(dynamo, [...stillSo(judged), ...removed(judged.one, judged.other)])
    },

    /** Of a dossier that is erased. */
    async forget(reference: string): Promise<void> {
      for (const other of await of(reference)) await transact(dynamo, removed(reference, other.reference))
    },

    /** For everybody, with a line on the timeline of both; nothing when there is no such pair any more, or somebody was first. */
    async dismiss(one: Dossier, other: Dossier, { who, ...audited }: Dismissal): Promise<void> {
      const line = (about: Dossier, { reference }: Dossier) =>
        dossierAudit(TableName, about.reference, audited, { who, what: dismissedLine, related: reference })
      await transact(dynamo, [
        ...sidesOf(one.reference, other.reference).map((Key) => ({
          Update: {
            ...{ TableName, Key },
            UpdateExpression: 'SET dismissed = :yes',
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(dismissed)',
            ExpressionAttributeValues: { ':yes': true },
          },
        })),
        line(one, other),
        line(other, one),
      ])
    },
  }
}
