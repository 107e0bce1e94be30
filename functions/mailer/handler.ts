/** What wakes the mailer: the stream of the table (the fast path) or the clockwork's sweep (the guarantee). */
import * as z from 'zod'
import { inRequest } from '../shared/request.ts'
import { itemKeySchema } from '../shared/store/item-key.ts'
import { mailPrefix, outboxPartition } from '../shared/store/keys.ts'
import type { Deliver } from './deliver.ts'

/** The stream carries keys only; other items than mails pass by when a filter is missing. */
const streamEventSchema = z.object({
  Records: z.array(
    z.object({
      eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
      dynamodb: z.object({
        SequenceNumber: z.string(),
        Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
      }),
    }),
  ),
})
const sweepEventSchema = z.object({
  keys: z.array(itemKeySchema),
  /** Mails to many: they leave at a pace. */
  paced: z.boolean().optional(),
  /** The run of the clockwork; a deploy of the mailer comes before that of the clockwork, which may not tell yet. */
  requestId: z.string().optional(),
})

/** What the sweep sends. */
export type SweepEvent = z.infer<typeof sweepEventSchema>

const eventSchema = z.union([streamEventSchema, sweepEventSchema])

/** What the stream is told: read on from the first of these again. */
interface PartialBatch {
  batchItemFailures: { itemIdentifier: string }[]
}

export const createHandler =
  (deliver: Deliver, deliverPaced: Deliver = deliver) =>
  async (event: unknown): Promise<PartialBatch> => {
    const parsed = eventSchema.parse(event)
    if ('Records' in parsed) return deliverRecords(deliver, parsed.Records)
    const { keys, paced, requestId } = parsed
    const swept = () => deliverKeys(paced ? deliverPaced : deliver, keys)
    return requestId === undefined ? swept() : inRequest(requestId, swept)
  }

type StreamRecord = z.infer<typeof streamEventSchema>['Records'][number]

async function deliverRecords(deliver: Deliver, records: readonly StreamRecord[]): Promise<PartialBatch> {
  const mails = records.flatMap(({ eventName, dynamodb: { Keys, SequenceNumber } }) => {
    const key = { pk: Keys.pk.S, sk: Keys.sk.S }
    const isNewMail = eventName === 'INSERT' && key.pk.startsWith(outboxPartition) && key.sk.startsWith(mailPrefix)
    return isNewMail ? [{ key, itemIdentifier: SequenceNumber }] : []
  })
  const failed = await deliver(mails.map(({ key }) => key))
  const failures = mails.filter(({ key }) => failed.some(({ pk, sk }) => pk === key.pk && sk === key.sk))
  return { batchItemFailures: failures.map(({ itemIdentifier }) => ({ itemIdentifier })) }
}

/** The sweep comes again within a minute; failing makes the alarm see it. */
async function deliverKeys(deliver: Deliver, keys: SweepEvent['keys']): Promise<PartialBatch> {
  const failed = await deliver(keys)
  if (failed.length > 0) throw new Error(`${failed.length} mails could not be handled`)
  return { batchItemFailures: [] }
}
