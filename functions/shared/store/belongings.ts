/**
 * What belongs to a dossier, in one list: every kind of item of its own partition and of its outbox, and what becomes of it. Reading,
 * ending, erasing and taking along all follow it. An item that is not on it, as those of its overlegs, is taken for personal: it goes with an erasure,
 * ends with the dossier where the werkruimte ends it, and is named in the copy a person gets.
 */
import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Connection } from './dynamo.ts'
import {
  addressKey,
  answersKey,
  auditPrefix,
  consultationPrefix,
  dossierKey,
  linePrefix,
  logbookKey,
  mailPrefix,
  outboxPartition,
  planKey,
  tablePartition,
} from './keys.ts'
import { queryAll } from './query-all.ts'
import { despiteConflicts, unlessRefused } from './transact.ts'

interface Belonging {
  /** Its sort key, or how that begins when there are many. */
  sk: string
  in: 'dossier' | 'outbox'
  /** Whether the page of the dossier reads it. */
  shown: boolean
  /** With an erasure: deleted, or changed there by hand, or kept because it holds ids only. */
  erasure: 'goes' | 'by hand' | 'stays'
  /** With the dossier, with its answers, which may end before it, with the logbook, or at a time of its own. */
  ends: 'dossier' | 'answers' | 'logbook' | 'own'
  /** Whether there is one, for what not every dossier has. */
  isThere?: (dossier: Dossier) => boolean
}

const belongings: readonly Belonging[] = [
  // The open part is what the rest ends with.
  { sk: dossierKey('').sk, in: 'dossier', shown: true, erasure: 'by hand', ends: 'own' },
  { sk: answersKey('').sk, in: 'dossier', shown: true, erasure: 'goes', ends: 'answers' },
  { sk: logbookKey('').sk, in: 'dossier', shown: true, erasure: 'by hand', ends: 'logbook' },
  { sk: linePrefix, in: 'dossier', shown: true, erasure: 'goes', ends: 'logbook' },
  { sk: auditPrefix, in: 'dossier', shown: true, erasure: 'stays', ends: 'own' },
  { sk: consultationPrefix, in: 'dossier', shown: false, erasure: 'stays', ends: 'own' },
  {
    ...{ sk: addressKey('').sk, in: 'outbox', shown: false, erasure: 'goes', ends: 'dossier' },
    isThere: ({ applicant }) => applicant !== undefined,
  },
  { sk: mailPrefix, in: 'outbox', shown: false, erasure: 'goes', ends: 'own' },
  { sk: planKey('').sk, in: 'outbox', shown: false, erasure: 'goes', ends: 'own' },
]

const keySchema = z.object({ pk: z.string(), sk: z.string() })
type BelongingKey = z.infer<typeof keySchema>

const isOf =
  ({ pk, sk }: BelongingKey) =>
  (one: Belonging) =>
    (one.in === 'outbox') === pk.startsWith(outboxPartition) &&
    (one.sk.endsWith('#') ? sk.startsWith(one.sk) : sk === one.sk)

/** Undefined for what is not on the list. */
const belongingOf = (item: unknown): Belonging | undefined => belongings.find(isOf(keySchema.parse(item)))

/** Whether an erasure deletes it; what is changed there by hand is not deleted, and not left as it is. */
export const goesWithErasure = (item: unknown): boolean => (belongingOf(item)?.erasure ?? 'goes') === 'goes'

/** The items that end with the dossier, or with its answers, each by its key. */
export const endingWith = (dossier: Dossier) =>
  belongings.flatMap(({ sk, in: where, ends, isThere = () => true }) =>
    (ends === 'dossier' || ends === 'answers') && isThere(dossier)
      ? [{ Key: { pk: partitionOf(where, dossier.reference), sk }, with: ends }]
      : [],
  )

const partitionOf = (where: Belonging['in'], reference: string): string =>
  where === 'dossier' ? dossierKey(reference).pk : `${outboxPartition}${reference}`

/** Where the page of a dossier reads its partition: as few stretches as leave out what it does not show. */
export function stretches(list: readonly Pick<Belonging, 'sk' | 'in' | 'shown'>[] = belongings): [string, string][] {
  const found: [string, string][] = []
  let open = false
  for (const { sk, shown } of list
    .filter((one) => one.in === 'dossier')
    .toSorted((one, other) => (one.sk < other.sk ? -1 : 1))) {
    const end = sk.endsWith('#') ? `${sk}\uffff` : sk
    const last = found.at(-1)
    if (shown && open && last) last[1] = end
    else if (shown) found.push([sk, end])
    open = shown
  }
  return found
}

export type Belongings = ReturnType<typeof createBelongings>

/** The items of a dossier that are not on the list. */
export function createBelongings({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  async function others(reference: string): Promise<BelongingKey[]> {
    const found = await Promise.all(
      [partitionOf('dossier', reference), partitionOf('outbox', reference), tablePartition(reference)].map((pk) =>
        queryAll(dynamo, {
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ProjectionExpression: 'pk, sk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
        }),
      ),
    )
    return z.array(keySchema).parse(found.flat().filter((item) => !belongingOf(item)))
  }

  return {
    /** By their sort keys. */
    others: async (reference: string): Promise<string[]> => (await others(reference)).map(({ sk }) => sk),

    /** Lets them end with the dossier (epoch seconds), or not any more. */
    async endOthers(reference: string, ttl: number | undefined): Promise<void> {
      const { client, UpdateCommand } = await dynamo()
      const updates = (await others(reference)).map((Key) => {
        const update = new UpdateCommand({
          ...{ TableName, Key, ConditionExpression: 'attribute_exists(pk)' },
          ...setEnd(ttl),
        })
        return unlessRefused(despiteConflicts(() => client.send(update)))
      })
      await Promise.all(updates)
    },
  }
}

/** Sets the end of an item (epoch seconds), or takes it away when the dossier is open again. */
export const setEnd = (ttl: number | undefined) => ({
  UpdateExpression: ttl === undefined ? 'REMOVE #ttl' : 'SET #ttl = :ttl',
  ExpressionAttributeNames: { '#ttl': 'ttl' },
  ...(ttl === undefined ? {} : { ExpressionAttributeValues: { ':ttl': ttl } }),
})
