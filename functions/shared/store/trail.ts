/**
 * Who came in, went out or was refused (docs/operate.md, "The trail"): one line each, with ids only, in the partition of the person, beside
 * the lists they saw and what was done about them. Of somebody who is not signed in there is no line here: a stranger could write
 * without end. Their failed sign-ins are lines of the log.
 */
import * as z from 'zod'
import { type Audited, auditItem } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { isKept } from './kept.ts'
import type { PersonRef } from './keys.ts'
import { personPartition, trailKey, trailPrefix } from './keys.ts'
import { queryAll } from './query-all.ts'

/** Whose partition a line goes to: a person's, or else that of an account which belongs to nobody; `-` is no network. */
export const trailOf = ({ identity, who }: { identity: string; who?: PersonRef | undefined }): PersonRef =>
  who ?? { network: '-', person: identity }

export interface TrailLine {
  /**
   * `sessie voorbij`: ended by time, by an unbinding or by a new sign-in. `geweigerd`: a page or action that is not theirs, or is not
   * there. `niet binnengelaten`: the provider knows them, and that was not enough.
   */
  what: 'aangemeld' | 'afgemeld' | 'sessie voorbij' | 'geweigerd' | 'niet binnengelaten'
  /** Names the session; opens nothing. */
  session?: string | undefined
  /** Of what was refused: the answer's status, and the route as it is written in the code, without what was typed in it. */
  status?: number
  route?: string
  reference?: string | undefined
  /** Of a sign-in: why. */
  code?: string
  /** Id of whoever ended the session, when that was another person. */
  by?: string
}

const keptSchema = z.object({ at: z.iso.datetime(), what: z.string() })

export type Trail = ReturnType<typeof createTrail>

export function createTrail({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  return {
    /** Before what it tells is shown. */
    async note({ network, person }: PersonRef, line: TrailLine, about: Audited): Promise<void> {
      const { client, PutCommand } = await dynamo()
      const keyOf = (at: string, id: string) => trailKey(network, person, at, id)
      await client.send(new PutCommand({ TableName, Item: auditItem(keyOf, about, line) }))
    },

    /** When somebody signed in from this moment on, oldest first. */
    async signIns({ network, person }: PersonRef, since: Date, now: Date): Promise<Date[]> {
      const lines = await queryAll(dynamo, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': personPartition(network, person),
          ':from': `${trailPrefix}${since.toISOString()}`,
          ':to': `${trailPrefix}~`,
        },
      })
      const kept = z.array(keptSchema).parse(lines.filter(isKept(now)))
      return kept.filter(({ what }) => what === 'aangemeld').map(({ at }) => new Date(at))
    },
  }
}
