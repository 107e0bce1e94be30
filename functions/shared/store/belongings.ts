/**
 * What belongs to a dossier, in one list: every kind of item of its own partition, of that of its overlegs and of its outbox, and what becomes of it. Reading,
 * ending, erasing and taking along all follow it. An item that is not on it is taken for personal: it goes with an erasure,
 * ends with the dossier where the werkruimte ends it, and is named in the copy a person gets.
 */
import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Connection } from './dynamo.ts'
import { type ItemKey, itemKeySchema } from './item-key.ts'
import {
  actionPlanKey,
  addressKey,
  answersKey,
  auditPrefix,
  awaitedAddressKey,
  callingKey,
  consultationPrefix,
  dossierKey,
  erasedPlanKey,
  familyPrefix,
  linePrefix,
  logbookKey,
  mailPrefix,
  outboxPartition,
  overlegKey,
  ownTaskPrefix,
  planKey,
  planSaidKey,
  planVersionKey,
  signOfLifeKey,
  tablePartition,
  trailPrefix,
  undoKey,
} from './keys.ts'
import { queryAll } from './query-all.ts'
import { addressesIn, createTableItems } from './table-items.ts'

type Where = 'dossier' | 'outbox' | 'table'

interface Belonging {
  /** Its sort key, or how that begins when there are many. */
  sk: string
  in: Where
  /** Whether the page of the dossier reads it. */
  shown: boolean
  /** With an erasure: deleted, or changed there by hand, or kept because it holds ids only. */
  erasure: 'goes' | 'by hand' | 'stays'
  /** With the dossier, with its answers, which may end before it, after it in batches, with the logbook, or at a time of its own. */
  ends: 'dossier' | 'answers' | 'after' | 'logbook' | 'own'
  /** Whether there is one, for what not every dossier has. */
  isThere?: (dossier: Dossier) => boolean
}

const belongings: readonly Belonging[] = [
  // The open part is what the rest ends with.
  { sk: dossierKey('').sk, in: 'dossier', shown: true, erasure: 'by hand', ends: 'own' },
  { sk: answersKey('').sk, in: 'dossier', shown: true, erasure: 'goes', ends: 'answers' },
  { sk: logbookKey('').sk, in: 'dossier', shown: true, erasure: 'by hand', ends: 'logbook' },
  { sk: linePrefix, in: 'dossier', shown: true, erasure: 'goes', ends: 'logbook' },
  { sk: ownTaskPrefix, in: 'dossier', shown: true, erasure: 'goes', ends: 'logbook' },
  { sk: undoKey('').sk, in: 'dossier', shown: true, erasure: 'goes', ends: 'own' },
  { sk: auditPrefix, in: 'dossier', shown: true, erasure: 'stays', ends: 'own' },
  { sk: callingKey('').sk, in: 'dossier', shown: true, erasure: 'goes', ends: 'own' },
  // References alone; of a dossier that is erased, whoever takes its words away needs them to take the other side away too.
  { sk: familyPrefix, in: 'dossier', shown: true, erasure: 'by hand', ends: 'own' },
  { sk: consultationPrefix, in: 'dossier', shown: false, erasure: 'stays', ends: 'own' },
  {
    ...{ sk: addressKey('').sk, in: 'outbox', shown: false, erasure: 'goes', ends: 'dossier' },
    isThere: ({ applicant }) => applicant !== undefined,
  },
  // For three days, until it is confirmed.
  { sk: awaitedAddressKey('').sk, in: 'outbox', shown: false, erasure: 'goes', ends: 'own' },
  // Its overlegs, what was said about them, and who came along a link when.
  { sk: overlegKey('', '').sk, in: 'table', shown: false, erasure: 'goes', ends: 'after' },
  { sk: trailPrefix, in: 'table', shown: false, erasure: 'goes', ends: 'after' },
  // Its plan, what guests said of it, and what was agreed; the day of its erasure stays a year, for the links.
  { sk: actionPlanKey('').sk, in: 'table', shown: false, erasure: 'goes', ends: 'after' },
  { sk: planSaidKey('', '').sk, in: 'table', shown: false, erasure: 'goes', ends: 'after' },
  { sk: planVersionKey('', '').sk, in: 'table', shown: false, erasure: 'goes', ends: 'after' },
  { sk: erasedPlanKey('').sk, in: 'table', shown: false, erasure: 'by hand', ends: 'own' },
  { sk: mailPrefix, in: 'outbox', shown: false, erasure: 'goes', ends: 'own' },
  { sk: signOfLifeKey('').sk, in: 'outbox', shown: false, erasure: 'stays', ends: 'own' },
  { sk: planKey('').sk, in: 'outbox', shown: false, erasure: 'goes', ends: 'own' },
]

const isOf =
  ({ pk, sk }: ItemKey) =>
  (one: Belonging) =>
    one.in === whereIs(pk) && (one.sk.endsWith('#') ? sk.startsWith(one.sk) : sk === one.sk)

function whereIs(pk: string): Where {
  if (pk.startsWith(outboxPartition)) return 'outbox'
  return pk.startsWith(tablePartition('')) ? 'table' : 'dossier'
}

/** Undefined for what is not on the list. */
const belongingOf = (item: unknown): Belonging | undefined => belongings.find(isOf(itemKeySchema.parse(item)))

/** Whether an erasure deletes it; what is changed there by hand is not deleted, and not left as it is. */
export const goesWithErasure = (item: unknown): boolean => (belongingOf(item)?.erasure ?? 'goes') === 'goes'

/** The items that end with the dossier, or with its answers, each by its key. */
export const endingWith = (dossier: Dossier) =>
  belongings.flatMap(({ sk, in: where, ends, isThere = () => true }) =>
    (ends === 'dossier' || ends === 'answers') && isThere(dossier)
      ? [{ Key: { pk: partitionOf(where, dossier.reference), sk }, with: ends }]
      : [],
  )

function partitionOf(where: Where, reference: string): string {
  if (where === 'table') return tablePartition(reference)
  return where === 'dossier' ? dossierKey(reference).pk : `${outboxPartition}${reference}`
}

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
  const tableItems = createTableItems({ dynamo, tables })

  /** By key; of an overleg also who sits there, as their addresses are elsewhere. */
  async function all(reference: string): Promise<Record<string, unknown>[]> {
    const found = await Promise.all(
      (['dossier', 'outbox', 'table'] as const).map((where) =>
        queryAll(dynamo, {
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ProjectionExpression: 'pk, sk, #reference, #number, participants',
          ExpressionAttributeNames: { '#reference': 'reference', '#number': 'number' },
          ExpressionAttributeValues: { ':pk': partitionOf(where, reference) },
          ConsistentRead: true,
        }),
      ),
    )
    return found.flat()
  }
  const keysOf = (items: readonly unknown[]): ItemKey[] => z.array(itemKeySchema).parse(items)

  return {
    /** By their sort keys. */
    others: async (reference: string): Promise<string[]> =>
      keysOf((await all(reference)).filter((item) => !belongingOf(item))).map(({ sk }) => sk),

    /** Lets them end with the dossier (epoch seconds), or not any more; and what its overlegs have, with their addresses. */
    async endOthers(reference: string, ttl: number | undefined): Promise<void> {
      const items = await all(reference)
      const after = items.filter((item) => (belongingOf(item)?.ends ?? 'after') === 'after')
      await tableItems.end([...keysOf(after), ...addressesIn(items)], ttl)
    },
  }
}
