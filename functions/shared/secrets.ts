/** What Loket keeps in Secrets Manager: keys of personal links, the key that hides addresses, the key to the sign-in. */
import * as z from 'zod'
import { hmacOf } from './hash.ts'
import type { LinkKeys } from './links.ts'

/** 32 random bytes, base64: an empty or short key would let anybody make our links. */
const key = z.base64().refine((text) => Buffer.from(text, 'base64').length >= 32, 'is shorter than 32 bytes')

const linkKeysSchema = z
  .object({ current: z.string(), keys: z.record(z.string(), key) })
  .refine(({ current, keys }) => Object.hasOwn(keys, current), 'current names no key') satisfies z.ZodType<LinkKeys>

export const secretsSchema = z.object({
  linkKeys: linkKeysSchema,
  /** Base64. Addresses are counted and compared by their HMAC with this key, never as themselves. */
  addressKey: key,
})
export type Secrets = z.infer<typeof secretsSchema>

export type ReadSecrets = () => Promise<Secrets>

/** So that a rotated key is known everywhere within five minutes. */
export const refreshMs = 5 * 60_000

/** Reads the secret `arn` at first use, and again every five minutes; while Secrets Manager fails, the last one read serves. */
export function secretsFromManager(arn: string, now: () => Date): ReadSecrets {
  let latest: { secrets: Secrets; readAt: number } | undefined
  let reading: Promise<Secrets> | undefined

  async function refresh(): Promise<Secrets> {
    try {
      const secrets = await fetchSecrets(arn)
      latest = { secrets, readAt: now().getTime() }
      return secrets
    } catch (error) {
      if (latest) return latest.secrets
      throw error
    } finally {
      reading = undefined
    }
  }

  return async () => {
    if (latest && now().getTime() - latest.readAt < refreshMs) return latest.secrets
    reading ??= refresh()
    return reading
  }
}

/** Reads a secret that is one text and never changes, once a process: the key of the search. */
export function keyFromManager(arn: string): () => Promise<string> {
  let reading: Promise<string> | undefined
  return () => {
    reading ??= secretText(arn).catch((error: unknown) => {
      reading = undefined
      throw error
    })
    return reading
  }
}

async function secretText(arn: string): Promise<string> {
  const text = await fetchText(arn)
  if (!text) throw new Error('The secret is empty')
  return text
}

async function fetchSecrets(arn: string): Promise<Secrets> {
  return parseSecrets(await fetchText(arn))
}

async function fetchText(arn: string): Promise<string | undefined> {
  const { GetSecretValueCommand, SecretsManagerClient } = await import('./secrets-manager.ts')
  const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: arn }))
  return SecretString
}

/** What stands beside the keys is left as it is: whoever changes a key writes all of it again. */
export const parseSecrets = (text: string | undefined): Secrets => secretsSchema.loose().parse(parseJson(text))

/** The parser's own message quotes the text, and would put a piece of the secret in the log. */
function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    throw new Error('The secret holds no JSON')
  }
}

/** HMAC-SHA256 (base64url) of an address, so that the same address is recognised without being kept. */
export const addressHmac = (key: string, email: string): string => hmacOf(key, email.trim().toLowerCase())
