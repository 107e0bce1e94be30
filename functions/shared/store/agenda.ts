/**
 * What is on a team's agenda and undecided, by reference, in the partition of its agenda mails: one attribute per
 * meeting date holds a set of references. The mailer reads it when the mail leaves, and so never touches a dossier.
 */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { type AgendaMail, agendaSubject } from '../../../forms/kit/team-meeting/agenda.ts'
import { agendaKey } from './keys.ts'
import { outboxItem } from './outbox-item.ts'
import type { TransactItems } from './transact.ts'

interface Changed {
  /** Absent for a new dossier. */
  before?: Dossier
  /** Absent for one that is erased. */
  after?: Dossier
  /** Of the meeting it is on the agenda of now. */
  mail?: AgendaMail | undefined
  now: Date
}

/** Puts a dossier on the agenda of its meeting, with the mail that will name it, and takes it off the one before. */
export function agendaItems(table: string, { before, after, mail, now }: Changed): TransactItems {
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
      ExpressionAttributeNames: { ...(to ? { '#to': to } : {}), ...(from ? { '#from': from } : {}) },
      ExpressionAttributeValues: { ':reference': new Set([dossier.reference]) },
    },
  }
  return [entry, ...(mail ? [putOnce(table, { ...mail, now })] : [])]
}

/** A put that changes nothing when the mail is there: in a transaction a condition would undo the rest. */
function putOnce(table: string, mail: AgendaMail & { now: Date }) {
  const { pk, sk, ...item } = outboxItem(mail)
  const fields = Object.entries(item)
  return {
    Update: {
      TableName: table,
      Key: { pk, sk },
      UpdateExpression: `SET ${fields.map(([name]) => `#${name} = if_not_exists(#${name}, :${name})`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
    },
  }
}

/** References of an agenda item that are to be discussed at a meeting: its own, and what earlier ones left. */
export const referencesUntil = (item: Record<string, unknown>, date: string): string[] =>
  Object.entries(item)
    .filter(([name]) => /^\d{4}-\d{2}-\d{2}$/.test(name) && name <= date)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, references]) => (references instanceof Set ? [...references].map(String).sort() : []))
