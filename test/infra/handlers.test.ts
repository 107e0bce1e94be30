import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { secretsSchema } from '../../functions/shared/secrets.ts'
import { handler as secretHandler } from '../../infra/handlers/initial-secret.ts'
import { handler as sealKeyHandler } from '../../infra/handlers/seal-key.ts'

const kms = mockClient(KMSClient)
const secrets = mockClient(SecretsManagerClient)
const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
const der = publicKey.export({ format: 'der', type: 'spki' })

/** CloudFormation's side: takes the answers. */
const answers: { contentType: string | undefined; body: Record<string, unknown> }[] = []
const server = createServer((request, response) => {
  let text = ''
  request.on('data', (chunk) => {
    text += chunk
  })
  request.on('end', () => {
    answers.push({ contentType: request.headers['content-type'], body: JSON.parse(text) })
    response.end()
  })
})

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())
beforeEach(() => {
  answers.length = 0
  kms.reset()
  secrets.reset()
})

function event(RequestType: 'Create' | 'Update' | 'Delete', properties: Record<string, string>) {
  const { port } = server.address() as AddressInfo
  return {
    RequestType,
    ResponseURL: `http://127.0.0.1:${port}/`,
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Logical',
    ResourceType: 'Custom::Test',
    ServiceToken: 'token',
    ResourceProperties: { ServiceToken: 'token', ...properties },
    ...(RequestType === 'Create' ? {} : { PhysicalResourceId: 'physical', OldResourceProperties: {} }),
  } as CloudFormationCustomResourceEvent
}

describe('the public seal key', () => {
  it('goes to the template as a JWK that names its key', async () => {
    kms.on(GetPublicKeyCommand, { KeyId: 'key-1' }).resolves({ PublicKey: der })
    await sealKeyHandler(event('Create', { KeyId: 'key-1' }))
    const [{ body, contentType } = { body: {}, contentType: 'none' }] = answers
    expect(contentType).toBe('')
    expect(body).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: 'key-1',
      StackId: 'stack',
      RequestId: 'request',
    })
    const jwk = JSON.parse((body.Data as { Jwk: string }).Jwk)
    expect(jwk).toEqual({ ...publicKey.export({ format: 'jwk' }), kid: 'key-1' })
  })

  it('fails the deploy with the reason, in place of letting it hang', async () => {
    kms.on(GetPublicKeyCommand).rejects(new Error('no such key'))
    await sealKeyHandler(event('Create', { KeyId: 'key-1' }))
    expect(answers[0]?.body).toMatchObject({ Status: 'FAILED', Reason: 'Error: no such key' })
  })

  it('is left alone when it goes', async () => {
    await sealKeyHandler(event('Delete', { KeyId: 'key-1' }))
    expect(answers[0]?.body).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'physical' })
    expect(kms.calls()).toEqual([])
  })
})

describe('the secret', () => {
  const missing = new ResourceNotFoundException({ message: 'no value', $metadata: {} })

  it('gets random keys in the form the functions read', async () => {
    secrets.on(GetSecretValueCommand).rejects(missing).on(PutSecretValueCommand).resolves({})
    await secretHandler(event('Create', { SecretArn: 'arn' }))
    await secretHandler(event('Create', { SecretArn: 'arn' }))
    const [first, second] = secrets
      .commandCalls(PutSecretValueCommand)
      .map(({ args }) => args[0].input.SecretString ?? '')
    const { linkKeys, addressKey } = secretsSchema.parse(JSON.parse(first ?? ''))
    expect(linkKeys.current).toBe('1')
    for (const key of [linkKeys.keys['1'], addressKey]) expect(Buffer.from(key ?? '', 'base64')).toHaveLength(32)
    expect(first).not.toBe(second)
    expect(answers[0]?.body).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'arn' })
    expect(JSON.stringify(answers)).not.toContain(addressKey)
  })

  it.each(['Create', 'Update'] as const)(
    'is never written twice, so that links in mail keep working (%s)',
    async (type) => {
      secrets.on(GetSecretValueCommand).resolves({ SecretString: '{"linkKeys":{}}' })
      await secretHandler(event(type, { SecretArn: 'arn' }))
      expect(secrets.commandCalls(PutSecretValueCommand)).toEqual([])
      expect(answers[0]?.body).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'arn' })
    },
  )

  it('is not written when nobody can tell whether it has a value', async () => {
    secrets.on(GetSecretValueCommand).rejects(new Error('AccessDenied'))
    await secretHandler(event('Create', { SecretArn: 'arn' }))
    expect(secrets.commandCalls(PutSecretValueCommand)).toEqual([])
    expect(answers[0]?.body).toMatchObject({ Status: 'FAILED' })
  })
})
