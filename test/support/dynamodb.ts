/** A real DynamoDB for tests: the run's one engine (global-setup.ts), with tables of their own for who asks. */
import { randomUUID } from 'node:crypto'
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { inject } from 'vitest'
import { pointAtLocalEngines } from '../../functions/local/aws-environment.ts'
import { type Engine, startDynamoDbLocal } from '../../functions/local/dynamodb-local.ts'
import { createTables } from '../../functions/local/tables.ts'
import { type Connection, connect, type Tables } from '../../functions/shared/store/dynamo.ts'

export interface TestDynamo {
  connection: Connection<Tables>
  /** For what the store has no words for. */
  client: DynamoDBClient
  /** Deletes the tables. */
  stop(): Promise<void>
}

/** Each test file has a database of its own in the engine (global-setup.ts); letters and digits only. */
const accessKey = randomUUID().replaceAll('-', '')

let own: Engine | undefined

/**
 * For a long proof: from here on this file's tables are in an engine that starts now, so that what it measures is not slowed by all
 * that ran before it. Gives where it answers.
 */
export async function startOwnEngine(): Promise<Engine> {
  own = await startDynamoDbLocal({ perAccessKey: true })
  return own
}

/** Two empty tables that nobody else uses. */
export async function startDynamo(): Promise<TestDynamo> {
  const engine = own ?? inject('dynamodb')
  if ('problem' in engine) throw new Error(engine.problem)
  pointAtLocalEngines({ dynamodb: engine.endpoint, accessKey }, process.env)
  const client = new DynamoDBClient({})
  const id = randomUUID()
  const tables = { loket: `loket-${id}`, drafts: `drafts-${id}` }
  await createTables(client, tables)
  return {
    connection: connect(tables),
    client,
    stop: async () => {
      for (const TableName of Object.values(tables)) await client.send(new DeleteTableCommand({ TableName }))
      client.destroy()
    },
  }
}

/** The same for a test that leaves its tables to the end of the run. */
export async function freshTables(): Promise<Connection<Tables>> {
  return (await startDynamo()).connection
}
