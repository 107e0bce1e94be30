/**
 * The content of each network (forms/kit/content.ts, docs/decisions/018): one item, which a process keeps for half a minute. What is
 * changed is changed as a whole, from the revision that was read, and leaves a line of who did it.
 */
import * as z from 'zod'
import { contentOf, contentSchema, type NetworkContent, type StoredContent } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { type Audited, auditItem } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { contentAuditKey, contentKey } from './keys.ts'
import { asRead } from './set-fields.ts'
import { transact } from './transact.ts'

/** Of the file: what its content is found by, and made from. */
type OfNetwork = Pick<Network, 'slug' | 'formerly' | 'aanbod'>

const itemSchema = contentSchema.extend({
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

interface Change extends Audited {
  /** What was read before. */
  revision: number
  /** Id of a person of the network, or `beheer`. */
  who: string
}

export type Put =
  | { kind: 'stored'; revision: number }
  /** Somebody else was first: read it again. */
  | { kind: 'changed' }
  /** These ids were somebody else's. */
  | { kind: 'reused'; ids: readonly string[] }

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
      const { revision, gone, ...content } = itemSchema.parse(Item)
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

    /** Takes the place of what was there at that revision. */
    async put(network: OfNetwork, content: StoredContent, { revision, who, ...about }: Change): Promise<Put> {
      const before = await stored(network)
      if (before.revision !== revision) return { kind: 'changed' }
      const ids = content.people.map(({ id }) => id)
      const reused = ids.filter((id) => before.gone.includes(id))
      if (reused.length > 0) return { kind: 'reused', ids: reused }
      const left = before.content.people.map(({ id }) => id).filter((id) => !ids.includes(id))
      const next = revision + 1
      const Item = { ...contentKey(network.slug), ...content, revision: next, gone: [...before.gone, ...left] }
      const refused = await transact(dynamo, [
        {
          Put: {
            TableName,
            Item,
            ...asRead(revision),
          },
        },
        {
          Put: {
            TableName,
            Item: auditItem((at, id) => contentAuditKey(network.slug, at, id), about, {
              ...{ who, what: 'inhoud gewijzigd', revision: next },
            }),
          },
        },
      ])
      kept.delete(network.slug)
      return refused ? { kind: 'changed' } : { kind: 'stored', revision: next }
    },
  }
}

/**
 * What a network has in the table that is in use, for one that came back from a backup (infra/operate/): who left since is not there
 * again, and mail goes to the mailboxes of now. False when there is nothing newer.
 */
export async function takeContentOver(from: Connection, to: Connection, network: string): Promise<boolean> {
  const Key = contentKey(network)
  const read = async ({ dynamo, tables }: Connection) => {
    const { client, GetCommand } = await dynamo()
    const { Item } = await client.send(new GetCommand({ TableName: tables.loket, Key, ConsistentRead: true }))
    return { Item, revision: Item ? itemSchema.parse(Item).revision : 0 }
  }
  const [live, restored] = await Promise.all([read(from), read(to)])
  if (live.revision <= restored.revision) return false
  const { client, PutCommand } = await to.dynamo()
  await client.send(new PutCommand({ TableName: to.tables.loket, Item: live.Item }))
  return true
}
