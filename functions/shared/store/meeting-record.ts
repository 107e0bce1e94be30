/**
 * What a team decided at a meeting: a line for each decision, ids only, in the partition of the agenda mails. It is written in the
 * transaction of the move that it tells, and kept as long as an audit line.
 */
import * as z from 'zod'
import { agendaSubject } from '../../../forms/kit/team-meeting/agenda.ts'
import { auditEnds } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { isKept } from './kept.ts'
import { agendaKey, decidedKey, decidedPrefix } from './keys.ts'
import { queryAll } from './query-all.ts'
import type { TransactItems } from './transact.ts'

const decisionSchema = z.object({
  reference: z.string(),
  form: z.string(),
  /** ISO UTC. */
  at: z.iso.datetime(),
  /** Id of who wrote it down. */
  who: z.string(),
  /** The action of the move. */
  what: z.string(),
  /** Id of who got it, or of who calls. */
  person: z.string().optional(),
  /** Key of the offer it was referred to. */
  offer: z.string().optional(),
})
export type MeetingDecision = z.infer<typeof decisionSchema>

export interface NewDecision extends Omit<MeetingDecision, 'at'> {
  network: string
  /** Brussels date of the meeting. */
  date: string
  /** Of the dossier, once decided: the same decision is one line. */
  revision: number
  now: Date
  auditDays: number
}

const lineKeyOf = (network: string, date: string, { reference, revision }: { reference: string; revision: number }) =>
  decidedKey(agendaSubject(network), date, `${reference}#${revision}`)

export function createMeetingRecord({ dynamo, tables }: Connection) {
  const TableName = tables.loket
  return {
    /** The line of a decision, for its transaction. */
    line({ network, date, revision, now, auditDays, ...decision }: NewDecision): TransactItems[number] {
      const key = lineKeyOf(network, date, { reference: decision.reference, revision })
      return {
        Put: { TableName, Item: { ...key, ...decision, at: now.toISOString(), ttl: auditEnds({ now, auditDays }) } },
      }
    },

    /** Taken back: its line goes, in the same transaction. `revision`: of the dossier, once decided. */
    struck: (network: string, date: string, of: { reference: string; revision: number }): TransactItems[number] => ({
      Delete: { TableName, Key: lineKeyOf(network, date, of) },
    }),

    /** All that was decided at the meeting of this date, in the order in which it was. */
    async list(network: string, date: string, now: Date): Promise<MeetingDecision[]> {
      const items = await queryAll(dynamo, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: {
          ':pk': agendaKey(agendaSubject(network)).pk,
          ':prefix': `${decidedPrefix}${date}#`,
        },
        ConsistentRead: true,
      })
      const lines = z.array(decisionSchema).parse(items.filter(isKept(now)))
      return lines.sort((one, other) => one.at.localeCompare(other.at))
    },
  }
}
