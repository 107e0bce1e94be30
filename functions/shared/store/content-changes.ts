/**
 * Changing the content of a network (contents.ts): as a whole, on condition of the revision that was read, with a line of who changed
 * what from what to what. Those lines are its history, and what can be put back (docs/decisions/036); they go after the network's days
 * for audit lines. Their partition is the werkruimte's alone.
 */
import * as z from 'zod'
import type { StoredContent } from '../../../forms/kit/content-schema.ts'
import {
  type Changed,
  changedSchema,
  changesBetween,
  type Entry,
  isSame,
  losesCoordinator,
  type Wanted,
  withEntries,
} from '../../../forms/kit/manage/entries.ts'
import type { MailPlan } from '../../../forms/kit/post/mail.ts'
import { lookAgain } from '../look-again.ts'
import { type Audited, auditItem } from './audit.ts'
import { type ContentItem, type Contents, contentItemSchema, type OfNetwork } from './contents.ts'
import type { Connection } from './dynamo.ts'
import { contentChangeKey, contentKey } from './keys.ts'
import { planItems } from './mail-plan.ts'
import { queryAll, queryEach } from './query-all.ts'
import { asRead } from './set-fields.ts'
import { transact } from './transact.ts'

/** What was done: a form saved, one put back, a mailbox confirmed, a file read in, or all of it given by a command. */
const deeds = ['gewijzigd', 'teruggezet', 'bevestigd', 'ingelezen', 'gegeven'] as const
export type Deed = (typeof deeds)[number]

const lineSchema = z.object({
  /** It came to this revision. */
  revision: z.number(),
  /** ISO UTC. */
  at: z.iso.datetime(),
  /** Id of a person of the network, or `beheer`. */
  who: z.string(),
  what: z.enum(deeds).catch('gewijzigd'),
  /** The revision of the change that was put back. */
  undid: z.number().optional(),
  changed: changedSchema,
  /** It was too much to keep: only which entries. */
  large: z.literal(true).optional(),
})
/** One press, as it is kept. */
export type ContentChange = z.infer<typeof lineSchema>

interface Change extends Audited {
  /** What was read before. */
  revision: number
  who: string
  what: Deed
  undid?: number
  /** Mail that leaves because of it, and what it is about: stored with the change, or not at all. */
  promised?: { subject: string; mails: MailPlan } | undefined
}

type Written =
  | { kind: 'stored'; revision: number }
  /** Somebody else was first: read it again. */
  | { kind: 'changed' }
  /** It does not fit in one item. */
  | { kind: 'full' }

export type Put =
  | Exclude<Written, { kind: 'changed' }>
  /** Somebody else changed one of the same: what they did of those, newest first. */
  | { kind: 'changed'; since: ContentChange[] }
  /** The network would be without a coordinator. */
  | { kind: 'last' }

/** Bytes of UTF-8: no item of the table is larger than 128 KB (docs/decisions/003). */
const mostBytes = 120_000
const bytesOf = (item: unknown): number => new TextEncoder().encode(JSON.stringify(item)).length

export type ContentChanges = ReturnType<typeof createContentChanges>

export function createContentChanges(
  { dynamo, tables }: Connection,
  { stored, forget }: Pick<Contents, 'stored' | 'forget'>,
) {
  const TableName = tables.loket

  /** What came after a revision, newest first: of these entries, or of all. */
  async function changesSince(
    { slug }: OfNetwork,
    revision: number,
    entries?: readonly Entry[],
  ): Promise<ContentChange[]> {
    const all = z.array(lineSchema).parse(await queryAll(dynamo, linesAfter(TableName, slug, revision)))
    if (!entries) return all
    return all
      .map((one) => ({ ...one, changed: one.changed.filter((is) => entries.some((entry) => isSame(is, entry))) }))
      .filter(({ changed }) => changed.length > 0)
  }

  async function write(
    network: OfNetwork,
    before: ContentItem,
    content: StoredContent,
    { who, what, undid, promised, ...about }: Omit<Change, 'revision'>,
  ): Promise<Written> {
    const ids = content.people.map(({ id }) => id)
    const left = before.content.people.map(({ id }) => id).filter((id) => !ids.includes(id))
    const revision = before.revision + 1
    const gone = [...before.gone.filter((id) => !ids.includes(id)), ...left]
    const Item = { ...contentKey(network.slug), ...content, revision, gone }
    if (bytesOf(Item) > mostBytes) return { kind: 'full' }
    const line = { who, what, revision, ...(undid === undefined ? {} : { undid }) }
    const kept = asKept(changesBetween(before.content, content))
    const refused = await transact(dynamo, [
      { Put: { TableName, Item, ...asRead(before.revision) } },
      {
        Put: {
          TableName,
          Item: auditItem(() => contentChangeKey(network.slug, revision), about, { ...line, ...kept }),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      ...(promised ? planItems(TableName, promised.mails, { subject: promised.subject, now: about.now }) : []),
    ])
    forget(network)
    return refused ? { kind: 'changed' } : { kind: 'stored', revision }
  }

  return {
    /** As it is now, for who is about to change it. */
    stored,

    /** All of it, in place of what was there at that revision. `reused`: these ids were somebody else's. */
    async put(
      network: OfNetwork,
      content: StoredContent,
      { revision, ...about }: Omit<Change, 'what'>,
    ): Promise<Written | { kind: 'reused'; ids: readonly string[] }> {
      const before = await stored(network)
      if (before.revision !== revision) return { kind: 'changed' }
      const reused = content.people.map(({ id }) => id).filter((id) => before.gone.includes(id))
      if (reused.length > 0) return { kind: 'reused', ids: reused }
      return write(network, before, content, { what: 'gegeven', ...about })
    },

    /**
     * Makes these entries what is wanted. Whoever changed another entry since `revision` stands nobody in the way; `changed`: it was one
     * of these, so the second sees the first's before they decide again.
     */
    async change(network: OfNetwork, wanted: readonly Wanted[], { revision, ...about }: Change): Promise<Put> {
      return lookAgain(async () => {
        const before = await stored(network)
        const since = before.revision === revision ? [] : await changesSince(network, revision, wanted)
        if (since.length > 0) return { kind: 'changed', since }
        const after = withEntries(before.content, wanted)
        if (losesCoordinator(before.content, after)) return { kind: 'last' }
        if (changesBetween(before.content, after).length === 0) return { kind: 'stored', revision: before.revision }
        const put = await write(network, before, after, about)
        return put.kind === 'changed' ? undefined : put
      })
    },

    changesSince,

    /** One change; undefined when there is none, or not any more. */
    async read({ slug }: OfNetwork, revision: number): Promise<ContentChange | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ TableName, Key: contentChangeKey(slug, revision) }))
      return Item && lineSchema.parse(Item)
    },

    /** The last ones that are asked for, newest first, at most so many; and whether there are more. */
    async last({ slug }: OfNetwork, most: number, isAsked: (change: ContentChange) => boolean = () => true) {
      const found: ContentChange[] = []
      for await (const item of queryEach(dynamo, linesAfter(TableName, slug, 0), mostAtOnce)) {
        const change = lineSchema.parse(item)
        if (!isAsked(change)) continue
        if (found.length === most) return { changes: found, more: true }
        found.push(change)
      }
      return { changes: found, more: false }
    },
  }
}

/** Newest first. */
function linesAfter(TableName: string, network: string, revision: number) {
  const { pk, sk } = contentChangeKey(network, revision)
  return {
    TableName,
    KeyConditionExpression: 'pk = :pk AND sk > :sk',
    ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
    ScanIndexForward: false,
    ConsistentRead: true,
  }
}

/** Items of one read. */
const mostAtOnce = 50

/** From what to what, as long as that fits in an item. */
const asKept = (changed: readonly Changed[]) =>
  bytesOf(changed) <= mostBytes ? { changed } : { changed: changed.map(({ of, key }) => ({ of, key })), large: true }

/**
 * What a network has in the table that is in use, for one that came back from a backup (infra/operate/): who left since is not there
 * again, mail goes to the mailboxes of now, and what was changed since can be read. False when there is nothing newer.
 */
export async function takeContentOver(from: Connection, to: Connection, network: string): Promise<boolean> {
  const Key = contentKey(network)
  const read = async ({ dynamo, tables }: Connection) => {
    const { client, GetCommand } = await dynamo()
    const { Item } = await client.send(new GetCommand({ TableName: tables.loket, Key, ConsistentRead: true }))
    return { Item, revision: Item ? contentItemSchema.parse(Item).revision : 0 }
  }
  const [live, restored] = await Promise.all([read(from), read(to)])
  if (live.revision <= restored.revision) return false
  const { client, PutCommand } = await to.dynamo()
  const TableName = to.tables.loket
  const lines = await queryAll(from.dynamo, linesAfter(from.tables.loket, network, restored.revision))
  // The content last: cut short, it is done again.
  for (const Item of [...lines, live.Item]) await client.send(new PutCommand({ TableName, Item }))
  return true
}
