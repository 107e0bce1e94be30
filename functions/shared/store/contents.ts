/**
 * The content of each network (forms/kit/content.ts, docs/decisions/018): one item, which a process keeps for half a minute. Changing it:
 * content-changes.ts.
 */
import * as z from 'zod'
import { contentOf, type NetworkContent } from '../../../forms/kit/content.ts'
import { contentSchema, type StoredContent } from '../../../forms/kit/content-schema.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { Connection } from './dynamo.ts'
import { contentKey } from './keys.ts'

/** Of the file: what its content is found by, and made from. */
export type OfNetwork = Pick<Network, 'slug' | 'formerly' | 'aanbod'>

export const contentItemSchema = contentSchema.extend({
  /** Raised by every change. */
  revision: z.number(),
  /** Ids of people who are no longer there. Nobody gets one again: dossiers, audit lines and bindings name who had it. */
  gone: z.array(z.string()).default([]),
})

export interface ContentItem {
  content: StoredContent
  /** 0 when nothing is stored. */
  revision: number
  gone: readonly string[]
}

/**
 * Milliseconds for which a process shows what it read. The edge may show a page that was made of it for as long again
 * (functions/public/routes/content-pages.tsx): together a minute.
 */
const keptFor = 30_000

export type Contents = ReturnType<typeof createContents>

export function createContents({ dynamo, tables }: Connection, now: () => Date) {
  const TableName = tables.loket
  const kept = new Map<string, { at: number; content: Promise<NetworkContent> }>()

  /** One under a name of before counts until something is stored under that of today. */
  async function stored({ slug, formerly = [] }: OfNetwork): Promise<ContentItem> {
    const { client, GetCommand } = await dynamo()
    for (const name of [slug, ...formerly]) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: contentKey(name), ConsistentRead: true }))
      if (!Item) continue
      const { revision, gone, ...content } = contentItemSchema.parse(Item)
      return { content, gone, revision: name === slug ? revision : 0 }
    }
    return { content: contentSchema.parse({}), revision: 0, gone: [] }
  }

  return {
    /** As it is now, for who is about to change it. */
    stored,

    /** What the network has; callers at the same moment share one read, and one that failed is not kept. */
    of(network: OfNetwork): Promise<NetworkContent> {
      const at = now().getTime()
      const known = kept.get(network.slug)
      // A clock that was set back knows nothing of what was read later.
      if (known && at >= known.at && at < known.at + keptFor) return known.content
      const content = stored(network).then((item) => contentOf(network, item.content))
      kept.set(network.slug, { at, content })
      content.catch(() => {
        if (kept.get(network.slug)?.content === content) kept.delete(network.slug)
      })
      return content
    },

    /** Somebody changed it here: whoever asks next reads it again. */
    forget({ slug }: OfNetwork): void {
      kept.delete(slug)
    },
  }
}
