/**
 * The words that dossiers are found by, hidden (docs/decisions/023): a posting leads from one word to one dossier, and beside them stands
 * which ones a dossier has. One worker at a time writes those of a dossier: it holds them for `leaseSeconds`, and what it will write is
 * written down before it writes, so that whoever comes after it can take all of it away.
 */
import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { familyFactsSchema } from '../../../forms/kit/search/same-family.ts'
import { addressSchema } from './address-item.ts'
import type { ChangedKey } from './changed-dossiers.ts'
import type { Connection } from './dynamo.ts'
import { getAll } from './get-all.ts'
import { inBatches } from './in-batches.ts'
import { changedPartition } from './indexes.ts'
import { itemKeySchema } from './item-key.ts'
import { isKept } from './kept.ts'
import { addressKey, answersKey, dossierKey, postingKey, wordsKey } from './keys.ts'
import { readDossier } from './stored-dossier.ts'
import { despiteConflicts, transact, unlessRefused } from './transact.ts'

/** Longer than a worker can live (infra/workspace-stack.ts). */
export const leaseSeconds = 60

/** As a set where there are any: the engine keeps no empty one. */
export const hiddenSchema = z.preprocess(
  (kept) => (kept instanceof Set ? [...kept] : (kept ?? [])),
  z.array(z.string()),
)

/** What tells which family it is of, hidden (docs/decisions/024), and the epoch seconds at which that ends. */
export const familySchema = z.object({ facts: familyFactsSchema.optional(), ends: z.number().optional() })
export type KeptFamily = z.infer<typeof familySchema>

/** The words of a dossier as they are kept. */
const keptSchema = z.object({
  network: z.string(),
  /** Each by its HMAC, beginnings too. */
  hidden: hiddenSchema,
  /** Absent of words that are older than it. */
  family: familySchema.optional(),
  /** Epoch seconds at which the answers end, and these with them. */
  ttl: z.number().optional(),
  /** Epoch seconds at which the dossier ends, and the pieces of its reference with it; 0 while it is open. */
  piecesEnd: z.number().optional(),
  /** ISO UTC: until then another worker writes them. */
  busyUntil: z.string().optional(),
})
export type KeptWords = z.infer<typeof keptSchema>

/** An erasure asks for words that were never written, too. */
const erasedSchema = keptSchema.partial({ network: true })

/** All there is to find a dossier by. */
export interface Findable {
  /** Absent when it is erased or past its time. */
  dossier?: Dossier
  /** The answers as a JWE, and the epoch seconds at which they end; absent once erased. */
  answers?: { sealed: string; ttl?: number | undefined }
  address?: string | undefined
  words?: z.infer<typeof erasedSchema>
}

const answersSchema = z.object({ sealed: z.string(), ttl: z.number().optional() })

export type SearchWords = ReturnType<typeof createSearchWords>

export function createSearchWords({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  /** False when the condition did not hold. */
  async function update(Key: ChangedKey, how: Record<string, unknown>): Promise<boolean> {
    const { client, UpdateCommand } = await dynamo()
    const command = new UpdateCommand({ TableName, Key, ...how })
    return unlessRefused(despiteConflicts(() => client.send(command).then(() => true)))
  }

  return {
    /** As they are now. */
    async read(reference: string, now: Date): Promise<Findable> {
      const keys = [dossierKey(reference), answersKey(reference), addressKey(reference), wordsKey(reference)]
      const items = new Map<string, Record<string, unknown>>()
      for await (const item of getAll(dynamo, TableName, keys, true)) items.set(itemKeySchema.parse(item).sk, item)
      const find = ({ sk }: ChangedKey) => items.get(sk)
      const [dossier, answers, address] = [dossierKey(''), answersKey(''), addressKey('')].map((key) => {
        const item = find(key)
        return item && isKept(now)(item) ? item : undefined
      })
      const words = find(wordsKey(''))
      return {
        ...(dossier ? { dossier: readDossier(dossier) } : {}),
        ...(answers ? { answers: answersSchema.parse(answers) } : {}),
        ...(address ? { address: addressSchema.parse(address).email } : {}),
        ...(words ? { words: erasedSchema.parse(words) } : {}),
      }
    },

    /**
     * Takes them until then, with all there may be from now on; false when somebody else has them, or when the dossier changed or was
     * erased since it was read: what was made of it then is written no more.
     */
    async claim(
      { reference, revision }: Pick<Dossier, 'reference' | 'revision'>,
      { network, hidden, family = {} }: KeptWords,
      until: Date,
      now: Date,
    ): Promise<boolean> {
      const Update = {
        ...{ TableName, Key: wordsKey(reference) },
        UpdateExpression: `SET #network = :network, #family = :family, busyUntil = :until${hidden.length > 0 ? ', #hidden = :hidden' : ''}`,
        ConditionExpression: '(attribute_not_exists(busyUntil) OR busyUntil <= :now) AND attribute_not_exists(#due)',
        ExpressionAttributeNames: {
          ...{ '#network': 'network', '#due': 'due', '#family': 'family' },
          ...(hidden.length > 0 ? { '#hidden': 'hidden' } : {}),
        },
        ExpressionAttributeValues: {
          ':network': network,
          ':family': family,
          ':until': until.toISOString(),
          ':now': now.toISOString(),
          ...(hidden.length > 0 ? { ':hidden': new Set(hidden) } : {}),
        },
      }
      const ConditionCheck = {
        ...{ TableName, Key: dossierKey(reference) },
        ConditionExpression: 'revision = :revision',
        ExpressionAttributeValues: { ':revision': revision },
      }
      return (await transact(dynamo, [{ Update }, { ConditionCheck }])) === undefined
    },

    /** The same of a dossier that was erased. */
    claimErased: (reference: string, until: Date, now: Date) =>
      update(wordsKey(reference), {
        UpdateExpression: 'SET busyUntil = :until',
        ConditionExpression: 'attribute_not_exists(busyUntil) OR busyUntil <= :now',
        ExpressionAttributeValues: { ':until': until.toISOString(), ':now': now.toISOString() },
      }),

    /** They are written; false when the dossier was erased meanwhile, or the lease ran out. */
    settle(reference: string, { hidden, ttl, piecesEnd }: KeptWords, until: Date): Promise<boolean> {
      const [set, gone] = [['piecesEnd = :piecesEnd'], ['busyUntil']]
      if (hidden.length > 0) set.push('#hidden = :hidden')
      else gone.push('#hidden')
      if (ttl !== undefined) set.push('#ttl = :ttl')
      else gone.push('#ttl')
      return update(wordsKey(reference), {
        UpdateExpression: `SET ${set.join(', ')} REMOVE ${gone.join(', ')}`,
        ConditionExpression: 'busyUntil = :until AND attribute_not_exists(#due)',
        ExpressionAttributeNames: { '#due': 'due', '#ttl': 'ttl', '#hidden': 'hidden' },
        ExpressionAttributeValues: {
          ':until': until.toISOString(),
          ':piecesEnd': piecesEnd ?? 0,
          ...(hidden.length > 0 ? { ':hidden': new Set(hidden) } : {}),
          ...(ttl === undefined ? {} : { ':ttl': ttl }),
        },
      })
    },

    async putPostings(reference: string, hidden: readonly string[], ttl: number | undefined): Promise<void> {
      const { client, PutCommand } = await dynamo()
      const end = ttl === undefined ? {} : { ttl }
      await inBatches(hidden, async (hmac) => {
        await client.send(new PutCommand({ TableName, Item: { ...postingKey(hmac, reference), ...end } }))
      })
    },

    async removePostings(reference: string, hidden: readonly string[]): Promise<void> {
      const { client, DeleteCommand } = await dynamo()
      await inBatches(hidden, async (hmac) => {
        await client.send(new DeleteCommand({ TableName, Key: postingKey(hmac, reference) }))
      })
    },

    /** Last, of a dossier that is gone: nothing names its postings any more. */
    async remove(reference: string): Promise<void> {
      const { client, DeleteCommand } = await dynamo()
      await client.send(new DeleteCommand({ TableName, Key: wordsKey(reference) }))
    },

    /** The search knows this revision; a dossier that changed since stays among the changed. */
    known: (reference: string, revision: number | undefined) =>
      update(dossierKey(reference), {
        UpdateExpression: 'REMOVE #due, dueAt',
        ConditionExpression: `#due = :due${revision === undefined ? '' : ' AND revision = :revision'}`,
        ExpressionAttributeNames: { '#due': 'due' },
        ExpressionAttributeValues: {
          ':due': changedPartition,
          ...(revision === undefined ? {} : { ':revision': revision }),
        },
      }),

    /** Not now: it comes again then. */
    postpone: (key: ChangedKey, until: Date) =>
      update(key, {
        UpdateExpression: 'SET dueAt = :until',
        ConditionExpression: '#due = :due',
        ExpressionAttributeNames: { '#due': 'due' },
        ExpressionAttributeValues: { ':due': changedPartition, ':until': until.toISOString() },
      }),
  }
}
