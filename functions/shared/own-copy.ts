/**
 * What somebody sent, for their own browser and for nobody else: sealed to a key that follows from the secret in its cookie, of which
 * only a hash is kept. Who has the tables, every secret of ours and all code still cannot open it (docs/decisions/033).
 */
import { hkdfSync } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Answers } from '../../forms/kit/questions/answers.ts'

/** Whose copy it is: two of one browser have two keys, and none opens as that of another request. */
export interface CopyOf {
  /** Id of the draft it came from. */
  origin: string
  reference: string
}

/** 32 bytes, by HKDF with SHA-256 (RFC 5869): the secret has 256 random bits, so it needs no salt. */
export const copyKey = (secret: string, { origin }: CopyOf): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `loket antwoorden ${origin}`, 32))

/** A compact JWE (RFC 7516), `dir` and A256GCM; the reference is in its header, which is authenticated. Deflated first: text shrinks to a third. */
export async function sealOwnCopy(secret: string, of: CopyOf, answers: Answers): Promise<string> {
  const { CompactEncrypt } = await import('./jwe.ts')
  return new CompactEncrypt(deflateRawSync(JSON.stringify(answers)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ref: of.reference })
    .encrypt(copyKey(secret, of))
}
