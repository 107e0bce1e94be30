/** Custom::SealKey {KeyId} → {Jwk}: the public half of an asymmetric KMS key as JSON Web Key. */
import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { customResource } from './custom-resource.ts'

const kms = new KMSClient({})

export const handler = customResource(async (properties) => {
  const keyId = String(properties.KeyId)
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }))
  if (!PublicKey) throw new Error(`KMS gave no public key for ${keyId}`)
  return { physicalId: keyId, data: { Jwk: JSON.stringify(publicJwk(PublicKey, keyId)) } }
})

/** `kid` travels in the header of each JWE, so that a dossier tells which key opens it after a change of keys. */
export function publicJwk(der: Uint8Array, kid: string) {
  const { kty, n, e } = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  })
  return { kty, n, e, kid }
}
