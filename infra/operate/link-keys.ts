/**
 * The keys of personal links, in a stage's secret. A new one is known everywhere before the first link is made with it, and a
 * change is written only on top of the version that was read: of two people at once, one is told to look again.
 */
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager'
import { parseSecrets, refreshMs, type Secrets } from '../../functions/shared/secrets.ts'
import { region } from '../stages.ts'

/** A function reads the secret anew after `refreshMs`, by its own clock and as far as its last answer was under way. */
const knownEverywhereMs = refreshMs + 30_000

interface Version {
  id: string
  secrets: Secrets
}

export type LinkKeySecret = ReturnType<typeof openSecret>

export function openSecret(SecretId: string) {
  const client = new SecretsManagerClient({ region, maxAttempts: 2 })

  async function read(): Promise<Version> {
    const { VersionId = '', SecretString } = await client.send(new GetSecretValueCommand({ SecretId }))
    return { id: VersionId, secrets: parseSecrets(SecretString) }
  }

  return {
    read,

    /** Secrets Manager moves the label of the version in use only away from the version it is on: compare and swap. */
    async replace(before: Version, secrets: Secrets): Promise<'replaced' | 'changed'> {
      const { VersionId = '' } = await client.send(
        new PutSecretValueCommand({
          SecretId,
          SecretString: JSON.stringify(secrets),
          VersionStages: ['AWSPENDING'],
        }),
      )
      const move = { SecretId, VersionStage: 'AWSCURRENT', MoveToVersionId: VersionId, RemoveFromVersionId: before.id }
      try {
        await client.send(new UpdateSecretVersionStageCommand(move))
        return 'replaced'
      } catch (error) {
        if (!(error instanceof Error && error.name === 'InvalidParameterException')) throw error
        // Or only the answer to a first try got lost.
        return (await read()).id === VersionId ? 'replaced' : 'changed'
      }
    },
  }
}

const changedMeanwhile = () =>
  new Error(
    'Somebody else changed the keys at this moment, and theirs are kept. Look what is there, and run this again.',
  )

interface Rotation {
  secret: LinkKeySecret
  /** 32 random bytes, base64. */
  newKey: () => string
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<unknown>
  say: (line: string) => void
}

/** Puts a new key to use and keeps the old ones. Broken off while it waits, the next run goes on with the same key. */
export async function rotateLinkKey({ secret, newKey, wait, say }: Rotation): Promise<void> {
  const before = await secret.read()
  const { linkKeys } = before.secrets
  const id = waitingKey(linkKeys) ?? nextId(linkKeys)
  if (!linkKeys.keys[id]) {
    const keys = { ...linkKeys.keys, [id]: newKey() }
    const outcome = await secret.replace(before, { ...before.secrets, linkKeys: { ...linkKeys, keys } })
    if (outcome === 'changed') throw changedMeanwhile()
  }
  say(
    `Key ${id} is there. In ${knownEverywhereMs / 60_000} minutes every function knows it, then it is put to use: wait.`,
  )
  await wait(knownEverywhereMs)

  const known = await secret.read()
  const { current, keys } = known.secrets.linkKeys
  if (current !== id) {
    if (current !== linkKeys.current || !keys[id]) throw changedMeanwhile()
    const outcome = await secret.replace(known, { ...known.secrets, linkKeys: { current: id, keys } })
    if (outcome === 'changed') throw changedMeanwhile()
  }
  say(`Key ${id} is in use. Links made with key ${linkKeys.current} keep working until it is dropped.`)
}

/** Ends every link that was made with an old key. */
export async function dropLinkKey(secret: LinkKeySecret, id: string): Promise<void> {
  const before = await secret.read()
  const { current, keys } = before.secrets.linkKeys
  if (!Object.hasOwn(keys, id)) throw new Error(`There is no key ${id}, only ${Object.keys(keys).join(', ')}.`)
  if (id === current) throw new Error(`Key ${id} is in use: rotate first, or every link stops.`)
  const { [id]: _dropped, ...rest } = keys
  const outcome = await secret.replace(before, { ...before.secrets, linkKeys: { current, keys: rest } })
  if (outcome === 'changed') throw changedMeanwhile()
}

type LinkKeys = Secrets['linkKeys']

/** Ids are numbers, in the order in which the keys were made. */
const newest = ({ keys }: LinkKeys): number => Math.max(0, ...Object.keys(keys).map(Number).filter(Number.isInteger))
const nextId = (linkKeys: LinkKeys): string => String(newest(linkKeys) + 1)

/** A key that was made and never put to use. */
const waitingKey = (linkKeys: LinkKeys): string | undefined =>
  newest(linkKeys) > Number(linkKeys.current) ? String(newest(linkKeys)) : undefined
