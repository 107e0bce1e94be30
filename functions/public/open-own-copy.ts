/** Opens what `sealOwnCopy` sealed, for the browser that has the secret. */
import { createDecipheriv } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import * as z from 'zod'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { type CopyOf, copyKey } from '../shared/own-copy.ts'
import { answersSchema } from '../shared/unseal.ts'

/** Bytes: ten times what a draft holds. */
const mostInflated = 1024 * 1024

const headerSchema = z.object({ alg: z.literal('dir'), enc: z.literal('A256GCM'), ref: z.string() })

/** Throws for another browser, another request, and when it was touched. */
export function openOwnCopy(secret: string, of: CopyOf, sealed: string): Answers {
  const [header = '', , iv = '', ciphertext = '', tag = ''] = sealed.split('.')
  if (headerSchema.parse(JSON.parse(bytes(header).toString())).ref !== of.reference)
    throw new Error('A copy of another request')
  const decipher = createDecipheriv('aes-256-gcm', copyKey(secret, of), bytes(iv), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(header)).setAuthTag(bytes(tag))
  const plain = Buffer.concat([decipher.update(bytes(ciphertext)), decipher.final()])
  const text = inflateRawSync(plain, { maxOutputLength: mostInflated }).toString()
  return answersSchema.parse(JSON.parse(text))
}

const bytes = (part: string): Buffer => Buffer.from(part, 'base64url')
