/** Dossiers by the hidden words they are found by, in few reads whatever their number (docs/decisions/023). */
import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Connection } from './dynamo.ts'
import { getAll } from './get-all.ts'
import { itemKeySchema } from './item-key.ts'
import { isKept } from './kept.ts'
import { dossierKey, postingsOf, referenceOfWords, wordsKey } from './keys.ts'
import { queryPage } from './query-all.ts'
import { familySchema, hiddenSchema, type KeptFamily } from './search-words.ts'
import { readDossier } from './stored-dossier.ts'

/** A word that leads to more is looked at no further: another word of the same search may lead to fewer. */
export const mostPostings = 150

/** A dossier with the words it is found by. */
export interface Hit {
  dossier: Dossier
  hidden: ReadonlySet<string>
  /** What tells which family it is of; absent where that is not known yet. */
  family?: KeptFamily | undefined
}

const postingSchema = z.object({ sk: z.string() })
const wordsSchema = z.object({ hidden: hiddenSchema, family: familySchema.optional() })

const hitOf = ({ hidden, family }: z.infer<typeof wordsSchema>) => ({ hidden: new Set(hidden), family })

export type SearchHits = ReturnType<typeof createSearchHits>

export function createSearchHits({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  return {
    /** One read: the references a hidden word leads to, or that they are too many. */
    async lookUp(hmac: string, now: Date): Promise<string[] | 'many'> {
      const { items, next } = await queryPage(
        dynamo,
        {
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': postingsOf(hmac) },
          ConsistentRead: true,
        },
        mostPostings + 1,
      )
      if (next || items.length > mostPostings) return 'many'
      return z
        .array(postingSchema)
        .parse(items.filter(isKept(now)))
        .map(({ sk }) => sk)
    },

    /** One read for each fifty: what is erased or past its time is not among them, whatever led to it. */
    async read(references: readonly string[], now: Date): Promise<Hit[]> {
      const dossiers: Dossier[] = []
      const words = new Map<string, Omit<Hit, 'dossier'>>()
      const keys = references.flatMap((reference) => [dossierKey(reference), wordsKey(reference)])
      for await (const item of getAll(dynamo, TableName, keys, true)) {
        if (!isKept(now)(item)) continue
        const of = referenceOfWords(itemKeySchema.parse(item))
        if (of === undefined) dossiers.push(readDossier(item))
        else words.set(of, hitOf(wordsSchema.parse(item)))
      }
      return dossiers.map((dossier) => ({ dossier, hidden: new Set(), ...words.get(dossier.reference) }))
    },
  }
}
