/** The private halves of the seal keys, which never leave KMS: it unwraps the content key for whoever its policy names. */
import type { Unwrap } from './unseal.ts'

/** `kid` is the KMS key's id (infra/handlers/seal-key.ts). The SDK is loaded at the first dossier, not at start. */
export function unwrapWithKms(): Unwrap {
  let loading: ReturnType<typeof load> | undefined
  return async (kid, encryptedKey) => {
    loading ??= load()
    const { client, DecryptCommand } = await loading
    const { Plaintext } = await client.send(
      new DecryptCommand({ KeyId: kid, CiphertextBlob: encryptedKey, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
    )
    if (!Plaintext) throw new Error('KMS gave no content key')
    return Plaintext
  }
}

async function load() {
  const { DecryptCommand, KMSClient } = await import('./kms-sdk.ts')
  return { client: new KMSClient({}), DecryptCommand }
}
