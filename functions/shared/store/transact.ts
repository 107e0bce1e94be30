/** One all-or-nothing write, with the engine's refusals turned into words (DynamoDB TransactWriteItems). */
import { setTimeout as wait } from 'node:timers/promises'
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { noteWritten } from '../request.ts'
import type { Connection } from './dynamo.ts'
import { referenceIn } from './keys.ts'

export type TransactItems = NonNullable<TransactWriteCommandInput['TransactItems']>

/** Positions of the items whose condition did not hold. */
export interface Cancelled {
  failedConditions: readonly number[]
}

const cancelledSchema = z.object({
  name: z.literal('TransactionCanceledException'),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })),
})

/** DynamoDB takes so many items in one transaction. */
const perTransaction = 100

/** Tries that lost from a neighbour writing the same item at the same moment. */
const attempts = 8

/**
 * Undefined when everything is written; the failed conditions when nothing is. A conflict with another transaction
 * says nothing yet about the outcome, so it is tried again; outages throw.
 */
export async function transact(dynamo: Connection['dynamo'], items: TransactItems): Promise<Cancelled | undefined> {
  const { client, TransactWriteCommand } = await dynamo()
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: items }))
      tell(items)
      return undefined
    } catch (error) {
      const cancelled = cancelledSchema.safeParse(error)
      if (!cancelled.success) throw error
      const codes = cancelled.data.CancellationReasons.map(({ Code }) => Code)
      const failedConditions = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []))
      if (failedConditions.length > 0) return { failedConditions }
      if (!codes.includes('TransactionConflict') || attempt === attempts) throw error
      await backOff(attempt)
    }
  }
}

/** As many subjects together as one transaction takes. */
export function inTransactions<Subject>(subjects: readonly Subject[], itemsOf: (subject: Subject) => TransactItems) {
  const groups: { subject: Subject; items: TransactItems }[][] = []
  let size = perTransaction
  for (const subject of subjects) {
    const items = itemsOf(subject)
    if (size + items.length > perTransaction) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push({ subject, items })
    size += items.length
  }
  return groups
}

/** A write of one item that meets a transaction on it says nothing yet about the outcome either. */
export async function despiteConflicts<Result>(write: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write()
    } catch (error) {
      const conflict = error instanceof Error && error.name === 'TransactionConflictException'
      if (!conflict || attempt === attempts) throw error
      await backOff(attempt)
    }
  }
}

/** False when DynamoDB refused the write because its condition did not hold; every other error stays an error. */
export async function unlessRefused<Result>(write: Promise<Result>): Promise<Result | false> {
  try {
    return await write
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false
    throw error
  }
}

/** Which dossiers a write is about, or that it is about none. */
function tell(items: TransactItems): void {
  const partitions = items.map(({ Put, Update, Delete }) => (Put?.Item ?? Update?.Key ?? Delete?.Key)?.pk)
  const references = partitions.flatMap((pk) => referenceIn(pk) ?? [])
  if (references.length === 0) noteWritten()
  for (const reference of references) noteWritten(reference)
}

const backOff = (attempt: number) => wait(2 ** attempt * 5)
