/**
 * Has the search look again at every dossier it does not know: those that were kept before there was a search, or before it looked for the
 * family (docs/decisions/024). For a command and for one's
 * own machine, as it reads the whole table; the sweep does the rest, so many a minute (functions/clockwork/sweep-waiting.ts).
 */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Connection } from './dynamo.ts'
import { changedPartition } from './indexes.ts'
import { dossierKey, referenceIn, referenceOfWords } from './keys.ts'
import { scanEach } from './scan-all.ts'
import { unlessRefused } from './transact.ts'

const keySchema = z.object({ pk: z.string(), sk: z.string(), family: z.unknown().optional() })

/** Counts them. Done again, it finds those that are still not known. */
export async function findAgain({ dynamo, tables }: Connection, now: Date): Promise<number> {
  const { client } = await dynamo()
  const [dossiers, known] = [new Set<string>(), new Set<string>()]
  const keys = {
    ...{ TableName: tables.loket, ProjectionExpression: 'pk, sk, #family' },
    ExpressionAttributeNames: { '#family': 'family' },
  }
  for await (const item of scanEach(dynamo, keys)) {
    const key = keySchema.parse(item)
    const [reference, words] = [referenceIn(key.pk), referenceOfWords(key)]
    if (words !== undefined && key.family !== undefined) known.add(words)
    else if (reference !== undefined && key.sk === dossierKey(reference).sk) dossiers.add(reference)
  }
  const unknown = [...dossiers].filter((reference) => !known.has(reference))
  for (const reference of unknown)
    await unlessRefused(
      client.send(
        new UpdateCommand({
          TableName: tables.loket,
          Key: dossierKey(reference),
          UpdateExpression: 'SET #due = :due, dueAt = :now',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#due)',
          ExpressionAttributeNames: { '#due': 'due' },
          ExpressionAttributeValues: { ':due': changedPartition, ':now': now.toISOString() },
        }),
      ),
    )
  return unknown.length
}
