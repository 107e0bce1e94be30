/** The least a submit can be with the AWS SDK: the same read and a transaction of as many items, deciding and sealing nothing. */
import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const { LOKET_TABLE, DRAFTS_TABLE } = process.env
/** Of a request for an LCO: dossier, answers, address, two mails, plan, audit line, and the draft as its tombstone. */
const items = 8

export const handler = async (event: { rawPath: string }) => {
  const id = event.rawPath.split('/').at(-2) ?? ''
  const { Item } = await client.send(new GetCommand({ TableName: DRAFTS_TABLE, Key: { id }, ConsistentRead: true }))
  const reference = randomUUID()
  await client.send(
    new TransactWriteCommand({
      TransactItems: Array.from({ length: items }, (_, at) => ({
        // The answers are in one of them; the others are as small as a mail.
        Put: {
          TableName: LOKET_TABLE,
          Item: { pk: reference, sk: String(at), kept: at === 0 ? JSON.stringify(Item) : id },
        },
      })),
    }),
  )
  return { statusCode: 303, headers: { location: `/${reference}` }, body: '' }
}
