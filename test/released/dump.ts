/**
 * What an older version wrote, as a file: both tables as the engine holds them, the test keys that open it, and where
 * the journeys led. Everybody in it is invented; every address ends in `.example`.
 */
import { readFile } from 'node:fs/promises'
import { type AttributeValue, DynamoDBClient, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import type { LocalKeys } from '../../functions/local/local-keys.ts'
import type { Secrets } from '../../functions/shared/secrets.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { testSealKeys } from '../support/app.ts'
import type { TestWorkspace } from '../support/workspace.ts'
import type { Told } from './journeys.ts'

type Item = Record<string, AttributeValue>

export interface Dump {
  /** When it was taken, ISO UTC. */
  now: string
  told: Told
  secrets: Secrets
  /** Of every network: made for this dump, used for nothing else. */
  sealKey: LocalKeys['sealKeys'][string]
  tables: Record<keyof Tables, Item[]>
}

/** A session belongs to a browser that is gone. */
const isKept = ({ pk }: Item) => !/^(SESSIE|AANMELDING)#/.test(pk?.S ?? '')

export async function dumpOf({ connection, clock, secrets }: TestWorkspace, told: Told): Promise<Dump> {
  const client = new DynamoDBClient({})
  const itemsOf = async (table: keyof Tables): Promise<Item[]> => {
    const items: Item[] = []
    for await (const { Items = [] } of paginateScan({ client }, { TableName: connection.tables[table] }))
      items.push(...Items.filter(isKept))
    return items
  }
  const { aalst: sealKey } = testSealKeys
  if (!sealKey) throw new Error('No seal key')
  const tables = { loket: await itemsOf('loket'), drafts: await itemsOf('drafts') }
  return { now: clock.now.toISOString(), told, secrets, sealKey, tables }
}

export const readDump = async (version: string): Promise<Dump> =>
  JSON.parse(await readFile(new URL(`${version}/dump.json`, import.meta.url), 'utf8'))

/** Puts everything of a dump in empty tables. */
export async function load({ tables }: Connection<Tables>, dump: Dump): Promise<void> {
  const client = new DynamoDBClient({})
  for (const name of ['loket', 'drafts'] as const)
    for (const Item of dump.tables[name]) await client.send(new PutItemCommand({ TableName: tables[name], Item }))
}
