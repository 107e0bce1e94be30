/** On this machine the private keys are in the key file: what KMS does in the cloud, node does here. */
import { constants, createPrivateKey, privateDecrypt } from 'node:crypto'
import type { Unwrap } from '../shared/unseal.ts'
import type { LocalKeys } from './local-keys.ts'

/** Local keys have no `kid`: the seal then writes the network's slug (functions/shared/seal.ts). */
export const unwrapWithLocalKeys =
  (sealKeys: LocalKeys['sealKeys']): Unwrap =>
  async (kid, encryptedKey) => {
    const pair = sealKeys[kid]
    if (!pair) throw new Error(`No seal key ${kid}`)
    const key = createPrivateKey({ key: pair.private, format: 'jwk' })
    return privateDecrypt({ key, oaepHash: 'sha256', padding: constants.RSA_PKCS1_OAEP_PADDING }, encryptedKey)
  }
