/**
 * That something happened with a dossier which makes no plan of mails anew: a call, a note, an answer of a guest. The mailer looks here
 * when a mail for silence is due (planned-mails.ts). One small write of its own, so that nobody who answers has to read what is planned.
 */
import * as z from 'zod'
import { brusselsDate } from '../../../forms/kit/time.ts'
import type { Connection } from './dynamo.ts'
import { dossierKey, signOfLifeKey } from './keys.ts'
import { logEnds } from './outbox-item.ts'
import { despiteConflicts, type TransactItems, transact } from './transact.ts'

const signSchema = z.object({ at: z.iso.datetime() })

/** The Brussels date of the last one; undefined while there was none. */
export const lifeIn = (item: Record<string, unknown> | undefined): string | undefined =>
  item && brusselsDate(new Date(signSchema.parse(item).at))

/** May be written without a right to read. */
const signPut = (TableName: string, reference: string, now: Date) => ({
  TableName,
  Item: { ...signOfLifeKey(reference), at: now.toISOString(), ttl: logEnds(now) },
})

/**
 * After what was done is stored, and not with it: twenty-two people who answer at once would wait for each other. What was done counts,
 * also when this fails: then a reminder comes a little early.
 */
export async function leaveSignOfLife({ dynamo, tables }: Connection, reference: string, now: Date): Promise<void> {
  const { client, PutCommand } = await dynamo()
  await despiteConflicts(() => client.send(new PutCommand(signPut(tables.loket, reference, now)))).catch(
    () => undefined,
  )
}

/** The same of somebody of the network, for what has no room for it in its own write: in the dossier too. */
export async function leaveSignOfStaff({ dynamo, tables }: Connection, reference: string, now: Date): Promise<void> {
  await transact(dynamo, staffDidSomething(tables.loket, reference, now)).catch(() => undefined)
}

/** With what was done, for a write that has room for it. */
export const signOfLife = (TableName: string, reference: string, now: Date) => ({
  Put: signPut(TableName, reference, now),
})

/** Of somebody of the network also in the dossier, where the status page reads it; on condition that it is there. */
export const staffDidSomething = (TableName: string, reference: string, now: Date): TransactItems => [
  signOfLife(TableName, reference, now),
  {
    Update: {
      TableName,
      Key: dossierKey(reference),
      UpdateExpression: 'SET livedOn = :today',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':today': brusselsDate(now) },
    },
  },
]
