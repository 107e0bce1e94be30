/**
 * Opens what was sealed at the door (functions/shared/seal.ts): a compact JWE (RFC 7516) whose content key only the
 * network's private key gives back. In the cloud that key never leaves KMS, and only `workspace` and `guest` may ask
 * (infra/constructs/seal-keys.ts).
 */
import { createDecipheriv } from 'node:crypto'
import * as z from 'zod'
import type { Answers } from '../../forms/kit/questions/answers.ts'

/** Gives the content key back; `kid` names the key pair, as the seal wrote it down. */
export type Unwrap = (kid: string, encryptedKey: Uint8Array) => Promise<Uint8Array>

/** What was sealed for this reference: of a dossier, of an overleg; throws when it is another's, or was touched. */
export type Unseal = (reference: string, sealed: string) => Promise<Answers>

const headerSchema = z.object({
  alg: z.literal('RSA-OAEP-256'),
  enc: z.literal('A256GCM'),
  kid: z.string(),
  ref: z.string(),
})

const row = z.record(z.string(), z.string())
/** Answers as they come out of a seal. */
export const answersSchema: z.ZodType<Answers> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.array(z.string()), z.array(row)]),
)

export function createUnseal(unwrap: Unwrap): Unseal {
  return async (reference, sealed) => {
    const [header = '', key = '', iv = '', ciphertext = '', tag = ''] = sealed.split('.')
    const { kid, ref } = headerSchema.parse(JSON.parse(decode(header).toString()))
    if (ref !== reference) throw new Error('Sealed for another dossier')
    const decipher = createDecipheriv('aes-256-gcm', await unwrap(kid, decode(key)), decode(iv), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(header)).setAuthTag(decode(tag))
    const plain = Buffer.concat([decipher.update(decode(ciphertext)), decipher.final()])
    return answersSchema.parse(JSON.parse(plain.toString()))
  }
}

const decode = (text: string): Buffer => Buffer.from(text, 'base64url')
