/** What SES told about a mail after it took it: kept with the mail, and in the list for a person when it came back. */
import type { Connection } from './dynamo.ts'
import type { MailKey } from './outbox.ts'
import { type OutboxItem, outboxItemSchema, troubled } from './outbox-item.ts'
import { despiteConflicts, unlessRefused } from './transact.ts'

type Fate = NonNullable<OutboxItem['fate']>

/**
 * From good to bad. Events come in any order and more than once, so the worst one told stays: a mail that was delivered
 * can still come back, and one that came back can no longer arrive.
 */
const ranks: readonly Fate[] = ['aangekomen', 'niet_aangekomen', 'klacht']

export interface FateToMark {
  fate: Fate
  /** When it happened, ISO UTC. */
  at: string
}

export type MailFates = ReturnType<typeof createMailFates>

export function createMailFates({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }
  return {
    async read(Key: MailKey): Promise<OutboxItem | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ ...table, Key, ConsistentRead: true }))
      return Item && outboxItemSchema.parse(Item)
    },

    /** False when the mail was sent again since, or as much or worse was told before: then nothing is written. */
    async mark(mail: OutboxItem, { fate, at }: FateToMark): Promise<boolean> {
      const { client, UpdateCommand } = await dynamo()
      const better = ranks.slice(0, ranks.indexOf(fate))
      const listed =
        fate !== 'aangekomen' && isForStaff(mail) && !mail.replaced
          ? troubled({ ...mail, reason: undefined })
          : undefined
      const update = new UpdateCommand({
        ...table,
        Key: { pk: mail.pk, sk: mail.sk },
        UpdateExpression: `SET fate = :fate, fateAt = :at${listed ? ', rij = :rij, rijSinds = :rijSinds' : ''}`,
        ConditionExpression: `plannedAt = :plannedAt AND (attribute_not_exists(fate)${better.map((_, index) => ` OR fate = :better${index}`).join('')})`,
        ExpressionAttributeValues: {
          ':fate': fate,
          ':at': at,
          ':plannedAt': mail.plannedAt,
          ...Object.fromEntries(better.map((name, index) => [`:better${index}`, name])),
          ...(listed ? { ':rij': listed.rij, ':rijSinds': listed.rijSinds } : {}),
        },
      })
      return unlessRefused(despiteConflicts(() => client.send(update).then(() => true)))
    },
  }
}

/** Nobody of the network can do anything about a link to a draft. */
const isForStaff = ({ notification }: OutboxItem): boolean => !('draft' in notification)
