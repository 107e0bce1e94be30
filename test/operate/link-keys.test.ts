/** `npm run rotate-link-key`: a new key for links, known everywhere before it is used, and never one lost. */
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { linkToken, readLinkToken } from '../../functions/shared/links.ts'
import { type Secrets, secretsFromManager, secretsSchema } from '../../functions/shared/secrets.ts'
import { dropLinkKey, type LinkKeySecret, openSecret, rotateLinkKey } from '../../infra/operate/link-keys.ts'

const aws = mockClient(SecretsManagerClient)
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const begin = { linkKeys: { current: '1', keys: { '1': key(1) } }, addressKey: key(9), beside: 'left alone' }

/** Secrets Manager as far as it is used here: versions that never change, and labels that are moved. */
let versions: Map<string, string>
let labels: Map<string, string>
/** Its answers that get lost on the way, once. */
let lost: Set<string>
beforeEach(() => {
  versions = new Map([['v1', JSON.stringify(begin)]])
  labels = new Map([['AWSCURRENT', 'v1']])
  lost = new Set()
  clock = 0
  said.length = 0
  aws.reset()
  aws.on(GetSecretValueCommand, { SecretId: 'arn' }).callsFake(() => {
    const VersionId = labels.get('AWSCURRENT') ?? ''
    return { VersionId, SecretString: versions.get(VersionId) }
  })
  aws.on(PutSecretValueCommand, { SecretId: 'arn' }).callsFake(({ SecretString, VersionStages = ['AWSCURRENT'] }) => {
    const VersionId = `v${versions.size + 1}`
    versions.set(VersionId, SecretString)
    for (const stage of VersionStages) labels.set(stage, VersionId)
    return { VersionId }
  })
  aws.on(UpdateSecretVersionStageCommand, { SecretId: 'arn' }).callsFake((input) => {
    const { VersionStage, MoveToVersionId, RemoveFromVersionId } = input
    const refusal = Object.assign(new Error('The label is elsewhere'), { name: 'InvalidParameterException' })
    if (labels.get(VersionStage) !== RemoveFromVersionId) throw refusal
    labels.set(VersionStage, MoveToVersionId)
    if (lost.delete('UpdateSecretVersionStage')) throw refusal // As the try after a lost answer is refused.
    return {}
  })
})

let clock: number
const said: string[] = []
const now = () => new Date(clock)
/** Another person meanwhile, once. */
const rotation = (secret: LinkKeySecret, byte: number, meanwhile?: () => Promise<unknown>) => ({
  secret,
  newKey: () => key(byte),
  wait: async (ms: number) => {
    clock += ms
    await meanwhile?.()
  },
  say: (line: string) => void said.push(line),
})
const stored = (): Secrets => secretsSchema.parse(JSON.parse(versions.get(labels.get('AWSCURRENT') ?? '') ?? ''))
const ids = () => [stored().linkKeys.current, Object.keys(stored().linkKeys.keys)]

describe('a new key', () => {
  it('is put to use beside the old one; nothing else changes and no key is shown', async () => {
    await rotateLinkKey(rotation(openSecret('arn'), 2))
    const current = JSON.parse(versions.get(labels.get('AWSCURRENT') ?? '') ?? '')
    expect(current).toEqual({ ...begin, linkKeys: { current: '2', keys: { '1': key(1), '2': key(2) } } })
    expect(said.join()).toContain('Key 2 is in use')
    expect(said.join()).not.toContain(key(2))
  })

  /** A function that read the keys just before opens a link that another makes, while they are rotated and right after. */
  async function opens(passes: (ms: number) => number): Promise<boolean[]> {
    const target = { id: 'LCO-1', version: 1 }
    const slow = secretsFromManager('arn', now)
    await slow()
    const opened: boolean[] = []
    const tryLink = async () => {
      const { linkKeys } = await secretsFromManager('arn', now)()
      const link = linkToken(linkKeys, 'status', target)
      opened.push(readLinkToken((await slow()).linkKeys, 'status', link) !== undefined)
    }
    const wait = async (ms: number) => {
      await tryLink()
      clock += passes(ms)
    }
    await rotateLinkKey({ ...rotation(openSecret('arn'), 2), wait })
    await tryLink()
    return opened
  }

  it('makes no link that another function does not know yet', async () => {
    expect(await opens((ms) => ms)).toEqual([true, true])
  })

  it('would, if it did not wait: so the test above can fail', async () => {
    expect(await opens(() => 0)).toEqual([true, false])
  })

  it('broken off while it waits, the same key is put to use by the next run', async () => {
    const breaking = () => Promise.reject(new Error('Ctrl-C'))
    await expect(rotateLinkKey(rotation(openSecret('arn'), 2, breaking))).rejects.toThrow('Ctrl-C')
    expect(ids()).toEqual(['1', ['1', '2']])
    await rotateLinkKey(rotation(openSecret('arn'), 3))
    expect(stored().linkKeys).toEqual({ current: '2', keys: { '1': key(1), '2': key(2) } })
  })

  it('counts on from whatever is there', async () => {
    await rotateLinkKey(rotation(openSecret('arn'), 2))
    await dropLinkKey(openSecret('arn'), '1')
    await rotateLinkKey(rotation(openSecret('arn'), 3))
    expect(ids()).toEqual(['3', ['2', '3']])
  })

  it('is there though an answer of Secrets Manager got lost', async () => {
    lost.add('UpdateSecretVersionStage')
    await rotateLinkKey(rotation(openSecret('arn'), 2))
    expect(ids()).toEqual(['2', ['1', '2']])
  })

  it('is not made when Secrets Manager says no', async () => {
    const denied = Object.assign(new Error('denied'), { name: 'AccessDeniedException' })
    aws.on(UpdateSecretVersionStageCommand).rejects(denied)
    await expect(rotateLinkKey(rotation(openSecret('arn'), 2))).rejects.toThrow('denied')
    expect(ids()).toEqual(['1', ['1']])
  })
})

describe('two people at once', () => {
  /** Both read, then both write. */
  const together = (open: () => LinkKeySecret) => {
    const { promise: bothRead, resolve } = Promise.withResolvers<void>()
    let readers = 0
    return Promise.allSettled(
      [2, 3].map((byte) => {
        const secret = open()
        const read = async () => {
          const version = await secret.read()
          readers += 1
          if (readers === 2) resolve()
          await bothRead
          return version
        }
        return rotateLinkKey(rotation({ ...secret, read }, byte))
      }),
    )
  }
  const keysInUse = () => Object.values(stored().linkKeys.keys)

  it('one is told to look again, and no key that makes links is lost', async () => {
    const outcomes = await together(() => openSecret('arn'))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.objectContaining({ message: expect.stringContaining('run this again') }),
    })
    const winner = outcomes[0]?.status === 'fulfilled' ? 2 : 3
    expect(keysInUse()).toEqual([key(1), key(winner)])
  })

  it('without the comparison both think it is done, so this test can fail', async () => {
    const careless = (): LinkKeySecret => ({
      ...openSecret('arn'),
      replace: async (_, secrets) => {
        await new SecretsManagerClient({}).send(
          new PutSecretValueCommand({ SecretId: 'arn', SecretString: JSON.stringify(secrets) }),
        )
        return 'replaced'
      },
    })
    const outcomes = await together(careless)
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(keysInUse()).toHaveLength(2) // Of the three there were.
  })

  it('a second one while the first waits goes along with the same key', async () => {
    const second = () => rotateLinkKey(rotation(openSecret('arn'), 3))
    await rotateLinkKey(rotation(openSecret('arn'), 2, second))
    expect(stored().linkKeys).toEqual({ current: '2', keys: { '1': key(1), '2': key(2) } })
  })

  it('a key that was dropped meanwhile is not put to use', async () => {
    const dropping = () => dropLinkKey(openSecret('arn'), '2')
    await expect(rotateLinkKey(rotation(openSecret('arn'), 2, dropping))).rejects.toThrow('run this again')
    expect(ids()).toEqual(['1', ['1']])
  })
})

describe('dropping an old key', () => {
  it('ends its links, and only those', async () => {
    const target = { id: 'LCO-1', version: 1 }
    const old = linkToken(stored().linkKeys, 'status', target)
    await rotateLinkKey(rotation(openSecret('arn'), 2))
    const fresh = linkToken(stored().linkKeys, 'status', target)
    expect(readLinkToken(stored().linkKeys, 'status', old)).toEqual(target)
    await dropLinkKey(openSecret('arn'), '1')
    expect(readLinkToken(stored().linkKeys, 'status', old)).toBeUndefined()
    expect(readLinkToken(stored().linkKeys, 'status', fresh)).toEqual(target)
  })

  it.each([
    ['1', 'Key 1 is in use'],
    ['7', 'There is no key 7, only 1'],
    ['toString', 'There is no key toString'],
  ])('%s is refused: %s', async (id, message) => {
    await expect(dropLinkKey(openSecret('arn'), id)).rejects.toThrow(message)
    expect(aws.commandCalls(PutSecretValueCommand)).toEqual([])
  })
})
