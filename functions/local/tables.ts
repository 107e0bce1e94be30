/** The two tables on the local engine (docs/decisions/003). The engine deletes nothing: Loket's own clock does. */
import { setTimeout as wait } from 'node:timers/promises'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import type { Tables } from '../shared/store/dynamo.ts'
import {
  applicantIndex,
  dueIndex,
  holderIndex,
  lineAttributes,
  linesIndex,
  queueIndex,
} from '../shared/store/indexes.ts'

const index = (IndexName: string, hash: string, range: string, ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE') => ({
  IndexName,
  KeySchema: [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ],
  Projection: { ProjectionType },
})

const definitions = ({ loket, drafts }: Tables) =>
  [
    {
      TableName: loket,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'due', 'dueAt', 'rij', 'rijSinds', 'bij', 'applicant'].map(
        (AttributeName) => ({
          AttributeName,
          AttributeType: 'S',
        }),
      ),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
      GlobalSecondaryIndexes: [
        index(dueIndex, 'due', 'dueAt', 'KEYS_ONLY'),
        index(queueIndex, 'rij', 'rijSinds', 'ALL'),
        index(holderIndex, 'bij', 'rijSinds', 'ALL'),
        index(applicantIndex, 'applicant', 'pk', 'KEYS_ONLY'),
        {
          ...index(linesIndex, 'rij', 'rijSinds', 'INCLUDE'),
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...lineAttributes] },
        },
      ],
    },
    {
      TableName: drafts,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    },
  ] satisfies CreateTableCommandInput[]

/** Makes the tables that are absent, and the indexes that an older Loket did not have; resolves when all can be used. */
export async function createTables(client: DynamoDBClient, tables: Tables): Promise<void> {
  await Promise.all(definitions(tables).map((definition) => createTable(client, definition)))
}

async function createTable(client: DynamoDBClient, definition: CreateTableCommandInput): Promise<void> {
  const { TableName, AttributeDefinitions, GlobalSecondaryIndexes = [] } = definition
  try {
    await client.send(new CreateTableCommand(definition))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { TableName })
  const present = await indexesOf(client, TableName)
  // One at a time: the engine refuses two (CloudFormation does too).
  for (const Create of GlobalSecondaryIndexes.filter(({ IndexName = '' }) => !present.has(IndexName))) {
    const update = { TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create }] }
    await client.send(new UpdateTableCommand(update))
    while ((await indexesOf(client, TableName)).get(Create.IndexName ?? '') !== 'ACTIVE') await wait(100)
  }
}

/** The state of each index, by name. */
async function indexesOf(client: DynamoDBClient, TableName: string | undefined) {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }))
  return new Map(Table?.GlobalSecondaryIndexes?.map(({ IndexName = '', IndexStatus }) => [IndexName, IndexStatus]))
}
