import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import {
  CreateTableCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { epochSeconds } from '../../forms/kit/time.ts'
import { startDynamoDbLocal } from '../../functions/local/dynamodb-local.ts'
import { findFreePort } from '../../functions/local/free-port.ts'
import { type StreamReader, startStreamReader } from '../../functions/local/stream-reader.ts'
import { createTables } from '../../functions/local/tables.ts'
import { queueIndex } from '../../functions/shared/store/indexes.ts'
import type { MailKey } from '../../functions/shared/store/outbox.ts'
import { createQueue } from '../../functions/shared/store/queue.ts'
import { removeExpired } from '../../functions/shared/store/remove-expired.ts'
import { startDynamo, type TestDynamo } from '../support/dynamodb.ts'
import { dossierOf, keep } from '../support/place-dossiers.ts'

let dynamo: TestDynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

const put = (TableName: string, item: Record<string, string | number>) =>
  dynamo.client.send(
    new PutItemCommand({
      TableName,
      Item: Object.fromEntries(
        Object.entries(item).map(([name, value]) => [
          name,
          typeof value === 'number' ? { N: `${value}` } : { S: value },
        ]),
      ),
    }),
  )

describe('tables', () => {
  it('of 0.1.0 get the index they lack, and every dossier in them is in its list', async () => {
    const loket = `oud-${Date.now()}`
    const old = { ...dynamo.connection, tables: { loket, drafts: dynamo.connection.tables.drafts } }
    const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const })
    const keys = (hash: string, range: string) => [
      { AttributeName: hash, KeyType: 'HASH' as const },
      { AttributeName: range, KeyType: 'RANGE' as const },
    ]
    await dynamo.client.send(
      new CreateTableCommand({
        TableName: loket,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'rij', 'rijSinds'].map(text),
        KeySchema: keys('pk', 'sk'),
        GlobalSecondaryIndexes: [
          { IndexName: queueIndex, KeySchema: keys('rij', 'rijSinds'), Projection: { ProjectionType: 'ALL' } },
        ],
      }),
    )
    const clock = { now: new Date('2026-11-23T09:00:00Z'), later: () => undefined }
    const dossier = await dossierOf({ deps: { seal: async () => 'jwe' }, clock } as never)
    await keep(old, dossier)
    await createTables(dynamo.client, old.tables)
    const select = { of: 'rows', rows: [dossier] } as const
    const { dossiers } = await createQueue(old).list({ network: 'aalst', select, limit: 25, now: clock.now })
    expect(dossiers).toEqual([dossier])
    await dynamo.client.send(new DeleteTableCommand({ TableName: loket }))
  })

  it('are left as they are when they exist', async () => {
    const { tables } = dynamo.connection
    await put(tables.drafts, { id: 'kept' })
    await createTables(dynamo.client, tables)
    const { Item } = await dynamo.client.send(
      new GetItemCommand({ TableName: tables.drafts, Key: { id: { S: 'kept' } } }),
    )
    expect(Item).toBeDefined()
  })
})

describe('expiry', () => {
  it('deletes at the second of expiry, in both tables, and nothing else', async () => {
    const { tables } = dynamo.connection
    const now = new Date('2021-05-01T08:00:00.000Z')
    const seconds = epochSeconds(now)
    await put(tables.drafts, { id: 'expired', ttl: seconds })
    await put(tables.drafts, { id: 'alive', ttl: seconds + 1 })
    await put(tables.drafts, { id: 'for ever' })
    await put(tables.loket, { pk: 'A', sk: 'expired', ttl: seconds - 1 })
    await put(tables.loket, { pk: 'A', sk: 'alive', ttl: seconds + 1 })
    expect(await removeExpired(dynamo.connection, 'drafts', now)).toBe(1)
    expect(await removeExpired(dynamo.connection, 'loket', now)).toBe(1)
    expect(await removeExpired(dynamo.connection, 'loket', now)).toBe(0)

    const isThere = async (TableName: string, Key: Record<string, { S: string }>) =>
      (await dynamo.client.send(new GetItemCommand({ TableName, Key }))).Item !== undefined
    expect(await isThere(tables.drafts, { id: { S: 'expired' } })).toBe(false)
    expect(await isThere(tables.drafts, { id: { S: 'alive' } })).toBe(true)
    expect(await isThere(tables.drafts, { id: { S: 'for ever' } })).toBe(true)
    expect(await isThere(tables.loket, { pk: { S: 'A' }, sk: { S: 'expired' } })).toBe(false)
    expect(await isThere(tables.loket, { pk: { S: 'A' }, sk: { S: 'alive' } })).toBe(true)
  })
})

describe('stream reader', () => {
  let reader: StreamReader
  afterEach(() => reader.stop())

  async function read(onMails: (keys: MailKey[]) => Promise<void>, onError: (error: unknown) => void = () => {}) {
    const table = dynamo.connection.tables.loket
    const streams = new DynamoDBStreamsClient({})
    reader = await startStreamReader({ table, dynamodb: dynamo.client, streams, onMails, onError, pollMs: 20 })
  }
  const until = async (done: () => boolean): Promise<void> => {
    const latest = performance.now() + 5_000
    while (!done() && performance.now() < latest) await wait(10)
  }

  it('hands over new mails, in order, and nothing that was there or is something else', async () => {
    const { loket } = dynamo.connection.tables
    await put(loket, { pk: 'OUTBOX#R', sk: 'MAIL#old' })
    const seen: string[] = []
    await read(async (keys) => {
      seen.push(...keys.map(({ pk, sk }) => `${pk} ${sk}`))
    })
    await put(loket, { pk: 'OUTBOX#R', sk: 'MAIL#1' })
    await put(loket, { pk: 'OUTBOX#R', sk: 'MAIL#1', again: 'changed' })
    await put(loket, { pk: 'OUTBOX#R', sk: 'ADRES' })
    await put(loket, { pk: 'DOSSIER#R', sk: 'MAIL#x' })
    const Key = { pk: { S: 'OUTBOX#R' }, sk: { S: 'MAIL#old' } }
    await dynamo.client.send(new DeleteItemCommand({ TableName: loket, Key }))
    await put(loket, { pk: 'OUTBOX#R', sk: 'MAIL#2' })
    await until(() => seen.length >= 2)
    expect(seen).toEqual(['OUTBOX#R MAIL#1', 'OUTBOX#R MAIL#2'])
  })

  it('goes on after an error', async () => {
    const { loket } = dynamo.connection.tables
    const seen: string[] = []
    const errors: unknown[] = []
    await read(
      async (keys) => {
        if (errors.length === 0) throw new Error('the mailer is away')
        seen.push(...keys.map(({ sk }) => sk))
      },
      (error) => errors.push(error),
    )
    await put(loket, { pk: 'OUTBOX#E', sk: 'MAIL#lost' }) // the sweep's
    await until(() => errors.length > 0)
    await put(loket, { pk: 'OUTBOX#E', sk: 'MAIL#next' })
    await until(() => seen.length > 0)
    expect(errors).toHaveLength(1)
    expect(seen).toEqual(['MAIL#next'])
  })
})

describe('DynamoDB Local', () => {
  it('takes another port when somebody took the one it found', async () => {
    const taken = await findFreePort()
    const squatter = createServer().listen(taken)
    await once(squatter, 'listening')
    const ports = [taken, await findFreePort()]
    const engine = await startDynamoDbLocal({ findPort: async () => ports.shift() ?? findFreePort() })
    expect(engine.endpoint).not.toContain(`:${taken}`)
    await engine.stop()
    await engine.ended
    squatter.close()
  })

  it('dies with a process that is killed', async () => {
    const script = `
      import { startDynamoDbLocal } from './functions/local/dynamodb-local.ts'
      console.log((await startDynamoDbLocal()).endpoint)`
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
    const [endpoint] = await once(parent.stdout.setEncoding('utf8'), 'data')
    const answers = () =>
      fetch(String(endpoint).trim()).then(
        () => true,
        () => false,
      )
    expect(await answers()).toBe(true)
    parent.kill('SIGKILL')
    const latest = performance.now() + 2_000
    while ((await answers()) && performance.now() < latest) await wait(20)
    expect(await answers()).toBe(false)
  })
})
