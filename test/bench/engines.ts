/** What the deployed `public` asks of AWS, on this machine: DynamoDB Local, and Secrets Manager in ten lines. */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { startDynamoDbLocal } from '../../functions/local/dynamodb-local.ts'
import { createTables } from '../../functions/local/tables.ts'
import type { Secrets } from '../../functions/shared/secrets.ts'
import { connect } from '../../functions/shared/store/dynamo.ts'

/** As the stage configures it; the host of a request is never believed. */
export const site = 'https://loket.example'

const secrets: Secrets = {
  linkKeys: { current: '1', keys: { '1': randomBytes(32).toString('base64') } },
  addressKey: randomBytes(32).toString('base64'),
}

export async function startEngines() {
  const engine = await startDynamoDbLocal()
  const secretsManager = createServer((_, response) => {
    response.setHeader('content-type', 'application/x-amz-json-1.1')
    response.end(JSON.stringify({ SecretString: JSON.stringify(secrets) }))
  }).listen(0, '127.0.0.1')
  await once(secretsManager, 'listening')
  const address = secretsManager.address()
  const tables = { loket: 'bench-loket', drafts: 'bench-drafts' }
  const jwk = generateKeyPairSync('rsa', { modulusLength: 3072 }).publicKey.export({ format: 'jwk' })
  const env = {
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    LOKET_URL: site,
    LOKET_TABLE: tables.loket,
    DRAFTS_TABLE: tables.drafts,
    SECRETS_ARN: 'bench',
    SEAL_KEYS: JSON.stringify({ aalst: jwk, limburg: jwk }),
    EDGE_KEYS: createHash('sha256').update(edgeSecret).digest('base64url'),
  }
  Object.assign(process.env, env)
  const client = new DynamoDBClient({})
  await createTables(client, tables)
  client.destroy()
  return {
    env,
    connection: connect(tables),
    stop: async () => {
      secretsManager.close()
      await engine.stop()
    },
  }
}

/** What CloudFront would bring along. */
export const edgeSecret = 'bench'

/** A browser of the bench: its secret, and what Loket keeps of it. */
export const browser = { secret: randomBytes(32).toString('base64url') }
export const browserHash = createHash('sha256').update(browser.secret).digest('base64url')
