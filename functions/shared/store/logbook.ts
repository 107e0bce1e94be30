/**
 * A dossier's logbook: calls, and sealed notes. One item that grows: a dossier has a handful of lines, and so they are
 * kept, and forgotten, together.
 */
import * as z from 'zod'
import type { Connection } from './dynamo.ts'
import { logbookKey } from './keys.ts'

/** A call that was made, one that was missed, one that came back; or a note. */
const lineKind = z.enum(['gebeld', 'niet_bereikt', 'teruggebeld', 'notitie'])
export const callKinds = lineKind.options.filter((kind) => kind !== 'notitie')

const lineSchema = z.object({
  id: z.string(),
  /** ISO UTC. */
  at: z.iso.datetime(),
  /** Id of the person of the network. */
  who: z.string(),
  kind: lineKind,
  /** The text of a note, as a JWE. */
  sealed: z.string().optional(),
})
export type LogbookLine = z.infer<typeof lineSchema>

export const logbookSchema = z.object({ lines: z.array(lineSchema).default([]) })

/** An item holds 400 KB; a sealed note of 2,000 characters is under 4 KB. */
const mostLines = 90

/** The update that adds lines at the end; `ttl` (epoch seconds) when the dossier is closed. */
export const appendLines = (reference: string, lines: readonly LogbookLine[], ttl: number | undefined) => ({
  Key: logbookKey(reference),
  UpdateExpression: `SET #lines = list_append(if_not_exists(#lines, :none), :lines)${ttl === undefined ? ' REMOVE #ttl' : ', #ttl = :ttl'}`,
  ConditionExpression: 'attribute_not_exists(#lines) OR size(#lines) < :most',
  ExpressionAttributeNames: { '#lines': 'lines', '#ttl': 'ttl' },
  ExpressionAttributeValues: {
    ':none': [],
    ':lines': [...lines],
    ':most': mostLines,
    ...(ttl === undefined ? {} : { ':ttl': ttl }),
  },
})

export type Logbook = ReturnType<typeof createLogbook>

export function createLogbook({ dynamo, tables }: Connection) {
  return {
    /** Adds a line; `full` when the dossier has too many already. */
    async add(reference: string, line: LogbookLine, ttl: number | undefined): Promise<'added' | 'full'> {
      const { client, UpdateCommand } = await dynamo()
      try {
        await client.send(new UpdateCommand({ TableName: tables.loket, ...appendLines(reference, [line], ttl) }))
        return 'added'
      } catch (error) {
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return 'full'
        throw error
      }
    },
  }
}
