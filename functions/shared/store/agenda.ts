/**
 * What is on a team's agenda and undecided, by reference, in the partition of its agenda mails: one attribute per
 * meeting date holds a set of references. The mailer reads it when the mail leaves, and so never touches a dossier.
 */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { agendaSubject, mostNamed } from '../../../forms/kit/team-meeting/agenda.ts'
import type { Connection } from './dynamo.ts'
import { agendaKey } from './keys.ts'
import { type Cancelled, type TransactItems, transact } from './transact.ts'

/** Of a set there is not, and of one with room. */
const hasRoom = 'attribute_not_exists(#to) OR size(#to) < :most'

/** As `transact`; what has no room on the agenda any more is written without being named there. */
export async function transactOnAgenda(
  dynamo: Connection['dynamo'],
  items: TransactItems,
): Promise<Cancelled | undefined> {
  const cancelled = await transact(dynamo, items)
  const isFull = (at: number) => items[at]?.Update?.ConditionExpression === hasRoom
  if (!cancelled?.failedConditions.every(isFull)) return cancelled
  return transact(
    dynamo,
    items.map((item, at) => (isFull(at) ? { Update: unnamed(item.Update) } : item)),
  )
}

interface Changed {
  /** Absent for a new dossier. */
  before?: Dossier
  /** Absent for one that is erased. */
  after?: Dossier
}

/** Puts a dossier on the agenda of its meeting, and takes it off the one before. */
export function agendaItems(table: string, { before, after }: Changed): TransactItems {
  const from = before?.agenda
  const to = after?.agenda
  const dossier = after ?? before
  if (!dossier || from === to) return []
  const changes = [...(to ? ['ADD #to :reference'] : []), ...(from ? ['DELETE #from :reference'] : [])]
  const entry = {
    Update: {
      TableName: table,
      Key: agendaKey(agendaSubject(dossier.network)),
      UpdateExpression: changes.join(' '),
      ...(to ? { ConditionExpression: hasRoom } : {}),
      ExpressionAttributeNames: { ...(to ? { '#to': to } : {}), ...(from ? { '#from': from } : {}) },
      ExpressionAttributeValues: { ':reference': new Set([dossier.reference]), ...(to ? { ':most': mostNamed } : {}) },
    },
  }
  return [entry]
}

type Entry = NonNullable<TransactItems[number]['Update']>

/** Off every agenda: the same item, which it is not on, so that the others keep their place in the transaction. */
function unnamed(entry: Entry | undefined): Entry {
  if (!entry) throw new Error('No entry of an agenda')
  const { ConditionExpression: _room, ExpressionAttributeValues: values = {}, ...rest } = entry
  const from = entry.ExpressionAttributeNames?.['#from']
  return {
    ...rest,
    UpdateExpression: `DELETE #to :reference${from ? ', #from :reference' : ''}`,
    ExpressionAttributeValues: { ':reference': values[':reference'] },
  }
}

/** References of an agenda item that were planned for these dates, the earliest first. */
const referencesOf = (item: Record<string, unknown>, isAsked: (planned: string) => boolean): string[] =>
  Object.entries(item)
    .filter(([name]) => /^\d{4}-\d{2}-\d{2}$/.test(name) && isAsked(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, references]) => (references instanceof Set ? [...references].map(String).sort() : []))

export function createAgendas({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }
  return {
    /** References that were planned for the dates that are asked for, and are undecided. */
    async agenda(network: string, isAsked: (planned: string) => boolean): Promise<string[]> {
      const { client, GetCommand } = await dynamo()
      const Key = agendaKey(agendaSubject(network))
      const { Item } = await client.send(new GetCommand({ ...table, Key, ConsistentRead: true }))
      return Item ? referencesOf(Item, isAsked) : []
    },
  }
}
