/**
 * What is on a team's agenda and undecided, by reference, in the partition of its agenda mails: one attribute per
 * meeting date holds a set of references. The mailer reads it when the mail leaves, and so never touches a dossier.
 */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { agendaSubject } from '../../../forms/kit/team-meeting/agenda.ts'
import type { Connection } from './dynamo.ts'
import { agendaKey } from './keys.ts'
import type { TransactItems } from './transact.ts'

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
  return [
    {
      Update: {
        TableName: table,
        Key: agendaKey(agendaSubject(dossier.network)),
        UpdateExpression: changes.join(' '),
        ExpressionAttributeNames: { ...(to ? { '#to': to } : {}), ...(from ? { '#from': from } : {}) },
        ExpressionAttributeValues: { ':reference': new Set([dossier.reference]) },
      },
    },
  ]
}

/** References of an agenda item that are to be discussed at a meeting: its own, and what earlier ones left. */
const referencesUntil = (item: Record<string, unknown>, date: string): string[] =>
  Object.entries(item)
    .filter(([name]) => /^\d{4}-\d{2}-\d{2}$/.test(name) && name <= date)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, references]) => (references instanceof Set ? [...references].map(String).sort() : []))

export function createAgendas({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }
  return {
    /** References a team discusses at its meeting of this date: its own, and what earlier ones left undecided. */
    async agenda(network: string, date: string): Promise<string[]> {
      const { client, GetCommand } = await dynamo()
      const Key = agendaKey(agendaSubject(network))
      const { Item } = await client.send(new GetCommand({ ...table, Key, ConsistentRead: true }))
      return Item ? referencesUntil(Item, date) : []
    },
  }
}
