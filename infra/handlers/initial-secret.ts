/** Custom::InitialSecret {SecretArn}: gives an empty secret its first value, and leaves one that has a value alone. */
import { randomBytes } from 'node:crypto'
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { customResource } from './custom-resource.ts'

const secrets = new SecretsManagerClient({})

export const handler = customResource(async (properties) => {
  const SecretId = String(properties.SecretArn)
  if (!(await hasValue(SecretId))) {
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(initialSecret()) }))
  }
  return { physicalId: SecretId }
})

async function hasValue(SecretId: string): Promise<boolean> {
  try {
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId }))
    return Boolean(SecretString)
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false
    throw error
  }
}

/** Link keys rotate by id: a new one becomes `current`, the old ones keep verifying. All keys are 32 bytes, base64. */
function initialSecret() {
  const key = () => randomBytes(32).toString('base64')
  return { linkKeys: { current: '1', keys: { 1: key() } }, addressKey: key() }
}
