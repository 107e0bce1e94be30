/**
 * Signalen and casussen: what people write beside the figures of their network, sealed, an item each (docs/decisions/035). Every
 * change says in the same transaction who did it, with ids and nothing of the text.
 */
import { type Writing, type WritingKind, type WritingRef, writingSchema } from '../../../forms/kit/figures/writing.ts'
import { type Audited, auditItem } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { isKept } from './kept.ts'
import { casusPrefix, signaalPrefix, writingKey, yearAuditKey } from './keys.ts'
import { queryAll } from './query-all.ts'
import { type TransactItems, transact } from './transact.ts'

/** Which ones: all casussen; signalen of every year, or of one. */
export interface Which {
  kind: WritingKind
  year?: string
}

/** "geschreven", "gewijzigd", "nagelezen", "teruggegeven", "weggehaald" */
type Told = Audited & { who: string; what: string }

export function createWritings({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  /** False when somebody else was first. */
  async function withLine(
    network: string,
    { kind, id }: WritingRef,
    { who, what, ...about }: Told,
    write: TransactItems,
  ) {
    const line = auditItem((at, of) => yearAuditKey(network, at, of), about, {
      who,
      what: `${kind} ${what}`,
      writing: id,
    })
    return (await transact(dynamo, [...write, { Put: { TableName, Item: line } }])) === undefined
  }

  return {
    /** Undefined when it never was, or is gone. */
    async read(network: string, of: WritingRef, now: Date): Promise<Writing | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: writingKey(network, of), ConsistentRead: true }),
      )
      return Item && isKept(now)(Item) ? writingSchema.parse(Item) : undefined
    },

    /** The oldest first. */
    async list(network: string, { kind, year }: Which, now: Date): Promise<Writing[]> {
      const prefix = kind === 'signaal' ? signaalPrefix(year) : casusPrefix
      const items = await queryAll(dynamo, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': writingKey(network, { kind, year: '', id: '' }).pk, ':prefix': prefix },
        ConsistentRead: true,
      })
      const kept = items.filter(isKept(now)).map((item) => writingSchema.parse(item))
      return kept.sort((one, other) => one.on.localeCompare(other.on))
    },

    /** `before`: the revision it was read at; absent for a new one. False when somebody else was first. */
    write: (network: string, writing: Writing, before: number | undefined, told: Told): Promise<boolean> =>
      withLine(network, writing, told, [
        {
          Put: {
            TableName,
            Item: { ...writingKey(network, writing), ...writing },
            ...(before === undefined ? { ConditionExpression: 'attribute_not_exists(pk)' } : asRead(before)),
          },
        },
      ]),

    /** Likewise. */
    remove: (network: string, writing: Writing, told: Told): Promise<boolean> =>
      withLine(network, writing, told, [
        { Delete: { TableName, Key: writingKey(network, writing), ...asRead(writing.revision) } },
      ]),
  }
}

const asRead = (revision: number) => ({
  ConditionExpression: 'revision = :revision',
  ExpressionAttributeValues: { ':revision': revision },
})
