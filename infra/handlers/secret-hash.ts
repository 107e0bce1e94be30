/** Custom::SecretHash {SecretArn} → {Hash}: SHA-256 of a secret, for who must know it again and never have it. */
import { createHash } from 'node:crypto'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { customResource } from './custom-resource.ts'

const secrets = new SecretsManagerClient({})

export const handler = customResource(async (properties) => {
  const SecretId = String(properties.SecretArn)
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId }))
  if (!SecretString) throw new Error(`${SecretId} holds nothing`)
  return { physicalId: SecretId, data: { Hash: createHash('sha256').update(SecretString).digest('base64url') } }
})
