/** The least a function that keeps something can be: one PutItem with the AWS SDK. */
import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))

export const handler = async (event: { body?: string }) => {
  const id = randomUUID()
  await client.send(new PutCommand({ TableName: process.env.DRAFTS_TABLE, Item: { id, body: event.body ?? '' } }))
  return { statusCode: 303, headers: { location: `/${id}` }, body: '' }
}
