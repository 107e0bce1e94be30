/** What a dossier holds of another that can be of the same family (family.ts), as its page reads it. */
import * as z from 'zod'
import { likenesses } from '../../../forms/kit/search/likeness.ts'
import { familyKey, familyPrefix } from './keys.ts'

/** On the timeline of both. */
export const dismissedLine = 'ander gezin'

const itemSchema = z.object({
  sk: z.string(),
  why: z.array(z.enum(likenesses)),
  /** ISO UTC, when it was found. */
  at: z.iso.datetime(),
  /** Somebody said that it is another family. */
  dismissed: z.literal(true).optional(),
  ttl: z.number().optional(),
})

/** Another dossier that can be of the same family. */
export type Alike = Omit<z.infer<typeof itemSchema>, 'sk'> & { reference: string }

export function alikeAmong(items: readonly { sk: string; item: unknown }[]): Alike[] {
  return items
    .filter(({ sk }) => sk.startsWith(familyPrefix))
    .map(({ item }) => {
      const { sk, ...alike } = itemSchema.parse(item)
      return { reference: sk.slice(familyPrefix.length), ...alike }
    })
}

/** Both sides of a pair. */
export const sidesOf = (one: string, other: string) => [familyKey(one, other), familyKey(other, one)]
