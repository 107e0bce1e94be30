/**
 * Everything that is kept of the overlegs of a dossier and of its plan, wherever it is: their own partition, what waits and what left
 * about them, and of every version of every participant's link the address and the mails. It grows with the table, so nothing here is one
 * transaction: it is done in batches, and done again where it was left (docs/overleg.md §8).
 */
import * as z from 'zod'
import { mailSubjectOf, overlegSubject } from '../../../forms/kit/overleg/rounds.ts'
import { planSubject } from '../../../forms/kit/plan/plan-rounds.ts'
import type { Connection } from './dynamo.ts'
import { endItem } from './end-item.ts'
import { inBatches } from './in-batches.ts'
import { type ItemKey, itemKeySchema } from './item-key.ts'
import {
  actionPlanKey,
  addressKey,
  erasedPlanKey,
  guestTrailKey,
  outboxPartition,
  overlegKey,
  planKey,
  planSaidKey,
  planTrail,
  saidKey,
  tablePartition,
} from './keys.ts'
import { queryAll } from './query-all.ts'
import { despiteConflicts } from './transact.ts'

/** Of an overleg no more than where its mails are: what else it holds may be of another version. */
const seatsSchema = z.object({
  reference: z.string(),
  number: z.string(),
  participants: z.record(z.string(), z.looseObject({ linkVersion: z.number() })),
  revision: z.number().optional(),
})
export type SeatsOf = z.infer<typeof seatsSchema>

/** Of a plan van aanpak no more than that it is there. */
const actionPlanSchema = z.object({ reference: z.string(), revision: z.number().optional() })

export interface TableItems {
  /**
   * The overlegs, the plan van aanpak and the plans of their mails: without them no link and no page opens any of the rest, and
   * nothing leaves.
   */
  heads: Head[]
  rest: ItemKey[]
  /** Of all mail about them. */
  subjects: string[]
}

/** `revision`: as it was read; whoever changes it meanwhile may add somebody, or something, that nothing here names. */
export type Head = ItemKey & { revision?: number | undefined }

/** Subjects of mail to one participant: one for every version of their link. */
export const subjectsOfSeat = (of: Pick<SeatsOf, 'reference' | 'number'>, id: string, linkVersion: number): string[] =>
  Array.from({ length: linkVersion }, (_, before) => mailSubjectOf(of, id, before + 1))

const headsOf = (of: SeatsOf): Head[] => [
  { ...overlegKey(of.reference, of.number), revision: of.revision },
  planKey(overlegSubject(of)),
]

const subjectsOf = (of: SeatsOf): string[] =>
  Object.entries(of.participants).flatMap(([id, { linkVersion }]) => subjectsOfSeat(of, id, linkVersion))

/** Where the addresses of its participants are kept, of these items of its partition. */
export const addressesIn = (items: readonly unknown[]): ItemKey[] =>
  items.flatMap((item) => {
    const seats = seatsSchema.safeParse(item)
    return seats.success ? subjectsOf(seats.data).map(addressKey) : []
  })

export function createTableItems({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  const query = (pk: string, prefix = '') =>
    queryAll(dynamo, {
      TableName,
      KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ...(prefix === '' ? {} : { ':prefix': prefix }) },
      ConsistentRead: true,
    })

  /** Its items; the day of an erasure is nobody's, and stays. */
  const itemsOf = async (reference: string) => {
    const { sk: erased } = erasedPlanKey(reference)
    return (await query(tablePartition(reference))).filter(({ sk }) => sk !== erased)
  }

  async function mailsOf(subjects: readonly string[]): Promise<ItemKey[]> {
    const found: ItemKey[] = []
    await inBatches(subjects, async (subject) => {
      found.push(...z.array(itemKeySchema).parse(await query(`${outboxPartition}${subject}`)))
    })
    return found
  }

  return {
    /** All of it, by key. */
    async of(reference: string): Promise<TableItems> {
      const items = await itemsOf(reference)
      const overlegs = items.flatMap((item) => {
        const seats = seatsSchema.safeParse(item)
        return seats.success ? [seats.data] : []
      })
      const plans = items
        .filter(({ sk }) => sk === actionPlanKey(reference).sk)
        .map((item) => actionPlanSchema.parse(item))
      const ofPlan = planSubject({ reference })
      const headsOfPlan = plans.flatMap(({ revision }): Head[] => [
        { ...actionPlanKey(reference), revision },
        planKey(ofPlan),
      ])
      const subjects = [ofPlan, ...overlegs.flatMap((of) => [overlegSubject(of), ...subjectsOf(of)])]
      const mails = await mailsOf(subjects)
      const heads = [...overlegs.flatMap(headsOf), ...headsOfPlan]
      const isHead = ({ pk, sk }: ItemKey) => heads.some((head) => head.pk === pk && head.sk === sk)
      return { heads, rest: [...z.array(itemKeySchema).parse(items), ...mails].filter((key) => !isHead(key)), subjects }
    },

    /** What there is once the heads are gone: also an answer, and its mail, that came while they were being deleted. */
    async left(reference: string, subjects: readonly string[]): Promise<ItemKey[]> {
      const items = z.array(itemKeySchema).parse(await itemsOf(reference))
      return [...items, ...(await mailsOf(subjects))]
    },

    /** What one participant left: their answers, to an overleg and a plan, and when they came, and mails along every version of their link; their addresses apart. */
    async ofSeat(of: Pick<SeatsOf, 'reference' | 'number'>, id: string, linkVersion: number) {
      const { reference, number } = of
      const subjects = subjectsOfSeat(of, id, linkVersion)
      const addresses = subjects.map(addressKey)
      const trails = [number, planTrail].map((trail) => guestTrailKey(reference, trail, id, ''))
      const [mails, ...lines] = await Promise.all([mailsOf(subjects), ...trails.map(({ pk, sk }) => query(pk, sk))])
      const isAddress = ({ pk, sk }: ItemKey) => addresses.some((one) => one.pk === pk && one.sk === sk)
      return {
        addresses,
        rest: [
          ...mails.filter((key) => !isAddress(key)),
          ...z.array(itemKeySchema).parse(lines.flat()),
          saidKey(reference, number, id),
          planSaidKey(reference, id),
        ],
      }
    },

    /** Lets each of them end at a moment (epoch seconds), or not any more; what is gone meanwhile stays gone. */
    async end(keys: readonly ItemKey[], ttl: number | undefined): Promise<void> {
      await inBatches(keys, (key) => endItem({ dynamo, tables }, key, ttl))
    },

    async remove(keys: readonly ItemKey[]): Promise<void> {
      const { client, DeleteCommand } = await dynamo()
      await inBatches(keys, ({ pk, sk }) =>
        despiteConflicts(() => client.send(new DeleteCommand({ TableName, Key: { pk, sk } }))),
      )
    },
  }
}
