/**
 * The secrets of a local Loket, in one file that only its owner can read. In the cloud these are Secrets Manager and
 * KMS keys; losing this file makes every link and every sealed answer on this machine unreadable.
 */
import { generateKeyPair, randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import * as z from 'zod'
import { secretsSchema } from '../shared/secrets.ts'
import { startProblem } from './start-problem.ts'

const jwk = z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string() })
const keysSchema = secretsSchema.extend({
  /** Hides the words that dossiers are found by; a file of before there was a search has none. */
  searchKey: z.string().optional(),
  /** By network: what seals its answers and, in development only, what opens them. */
  sealKeys: z.record(z.string(), z.object({ public: jwk, private: jwk })),
})
export type LocalKeys = z.infer<typeof keysSchema> & { searchKey: string }

/** Reads the key file; the first start writes it, and a network that is new gets its key. */
export async function readLocalKeys(file: string, networks: readonly string[]): Promise<LocalKeys> {
  const stored = await read(file)
  const keys: z.infer<typeof keysSchema> = stored ?? {
    linkKeys: { current: '1', keys: { '1': secret() } },
    addressKey: secret(),
    sealKeys: {},
  }
  const without = networks.filter((network) => !Object.hasOwn(keys.sealKeys, network))
  const { searchKey = secret() } = keys
  if (stored?.searchKey && without.length === 0) return { ...stored, searchKey }
  const added = await Promise.all(without.map(async (network) => [network, await sealKey()] as const))
  const complete = { ...keys, searchKey, sealKeys: { ...keys.sealKeys, ...Object.fromEntries(added) } }
  // Whole or not at all: half a key file would lose every key.
  await writeFile(`${file}.part`, `${JSON.stringify(complete, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.part`, file)
  return complete
}

async function read(file: string): Promise<z.infer<typeof keysSchema> | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    return keysSchema.parse(JSON.parse(text))
  } catch {
    throw startProblem(`The key file ${file} cannot be read. Put it back, or start with LOKET_FRESH=1 to begin empty.`)
  }
}

const secret = (): string => randomBytes(32).toString('base64')

async function sealKey(): Promise<LocalKeys['sealKeys'][string]> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const use = { use: 'enc', alg: 'RSA-OAEP-256' }
  return {
    public: jwk.parse({ ...pair.publicKey.export({ format: 'jwk' }), ...use }),
    private: jwk.parse({ ...pair.privateKey.export({ format: 'jwk' }), ...use }),
  }
}
