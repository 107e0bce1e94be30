/** Opens what `sealOwnCopy` sealed, for the browser that has the secret. */
import { inflateRawSync } from 'node:zlib'
import { compactDecrypt } from 'jose'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { answersSchema } from '../shared/answers-schema.ts'
import { type CopyOf, copyKey } from '../shared/own-copy.ts'

/** Bytes: ten times what a draft holds. */
const mostInflated = 1024 * 1024

/** Throws for another browser, another request, and when it was touched. */
export async function openOwnCopy(secret: string, of: CopyOf, sealed: string): Promise<Answers> {
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, copyKey(secret, of), {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  })
  if (protectedHeader.ref !== of.reference) throw new Error('A copy of another request')
  const text = inflateRawSync(plaintext, { maxOutputLength: mostInflated }).toString()
  return answersSchema.parse(JSON.parse(text))
}
