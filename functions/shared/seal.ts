/**
 * Sealed at the door: answers are encrypted to the network's public key the moment they are sent (JWE, RFC 7516).
 * Who accepts a request can never read one back.
 */
import type { importJWK, JWK } from 'jose'
import type { Answers } from '../../forms/kit/questions/answers.ts'

export type Seal = (network: string, reference: string, answers: Answers) => Promise<string>

/** RSAES-OAEP with SHA-256, which KMS can decrypt; the reference is bound in, so that no two dossiers can be swapped. */
export function createSeal(publicKeys: Readonly<Record<string, JWK>>): Seal {
  const keys = new Map<string, ReturnType<typeof importJWK>>()
  return async (network, reference, answers) => {
    const jwk = publicKeys[network]
    if (!jwk) throw new Error(`No seal key for network ${network}`)
    const { CompactEncrypt, importJWK } = await import('./jwe.ts')
    const key = keys.get(network) ?? importJWK(jwk, 'RSA-OAEP-256')
    keys.set(network, key)
    return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(answers)))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: jwk.kid ?? network, ref: reference })
      .encrypt(await key)
  }
}
