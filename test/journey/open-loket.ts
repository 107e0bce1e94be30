/** The real runner on a database that the test can look into: everything that is stored. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { compactDecrypt, importJWK, type JWK } from 'jose'
import { databaseInTheRun, type LoketOptions, type RunningLoket, startLoket } from '../support/loket.ts'

type Item = Record<string, unknown>

export interface OpenLoket extends RunningLoket {
  /** All of both tables, in an order that is always the same. */
  stored(): Promise<{ loket: Item[]; drafts: Item[] }>
  /** What only the holder of the network's private key can read. */
  unseal(network: string, sealed: unknown): Promise<Record<string, unknown>>
}

export async function startOpenLoket(options: LoketOptions = {}): Promise<OpenLoket> {
  const database = databaseInTheRun()
  const loket = await startLoket({ ...options, env: { ...options.env, ...database } })
  const credentials = { accessKeyId: database.AWS_ACCESS_KEY_ID ?? 'local', secretAccessKey: 'local' }
  const endpoint = database.AWS_ENDPOINT_URL_DYNAMODB ?? process.env.AWS_ENDPOINT_URL_DYNAMODB ?? ''
  const plain = new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials })
  const client = DynamoDBDocumentClient.from(plain)
  const scan = async (TableName: string): Promise<Item[]> => {
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }))
    if (LastEvaluatedKey) throw new Error(`${TableName} holds more than one scan reads`)
    // A link may begin a sign-in (docs/local.md, "Local sign-in"): ten minutes of state and nonce, about nobody.
    return Items.filter(({ pk }) => !String(pk).startsWith('AANMELDING#')).toSorted((a, b) =>
      keyOf(a).localeCompare(keyOf(b)),
    )
  }
  return {
    ...loket,
    stored: async () => ({ loket: await scan('loket'), drafts: await scan('drafts') }),
    unseal: async (network, sealed) => {
      const keys: { sealKeys: Record<string, { private: JWK }> } = JSON.parse(
        await readFile(join(loket.dataFolder, 'keys.json'), 'utf8'),
      )
      const key = await importJWK(keys.sealKeys[network]?.private ?? {}, 'RSA-OAEP-256')
      const { plaintext } = await compactDecrypt(String(sealed), key)
      return JSON.parse(new TextDecoder().decode(plaintext))
    },
    stop: async (signal) => {
      const ended = await loket.stop(signal)
      plain.destroy()
      return ended
    },
  }
}

const keyOf = ({ pk, sk, id }: Item): string => [pk, sk, id].join(' ')
