/**
 * A dossier's logbook: calls, and sealed notes. One item that grows: a dossier has a handful of lines, and so they are
 * kept, and forgotten, together.
 */
import * as z from 'zod'
import { noteWritten } from '../request.ts'
import type { Connection } from './dynamo.ts'
import { logbookKey } from './keys.ts'
import { despiteConflicts, unlessRefused } from './transact.ts'

/** A call that was made, one that was missed, one that came back; or a note. */
const lineKind = z.enum(['gebeld', 'niet_bereikt', 'teruggebeld', 'notitie'])
export const callKinds = lineKind.options.filter((kind) => kind !== 'notitie')

const lineSchema = z.object({
  id: z.string(),
  /** ISO UTC. */
  at: z.iso.datetime(),
  /** Id of the person of the network. */
  who: z.string(),
  /** Of another network, when it came along with a dossier that was moved. */
  network: z.string().optional(),
  kind: lineKind,
  /** The text of a note, as a JWE. */
  sealed: z.string().optional(),
})
export type LogbookLine = z.infer<typeof lineSchema>

export const logbookSchema = z.object({ lines: z.array(lineSchema).default([]) })

/** An item holds 400 KB; a sealed note of 2,000 characters is about 4 KB. */
const mostLines = 90
/** A few more for the reasons that moves ask: a full logbook must not stop the work. */
const mostWithReasons = 110

/** What stays of the logbook of an erased dossier: a line that comes at that very moment finds no place any more. */
export const erasedLogbook = (reference: string, ttl: number) => ({ ...logbookKey(reference), erased: true, ttl })

/** The update that adds lines at the end; `ttl` (epoch seconds) when the dossier is closed. */
export const appendLines = (reference: string, lines: readonly LogbookLine[], ttl: number | undefined) => ({
  Key: logbookKey(reference),
  UpdateExpression: `SET #lines = list_append(if_not_exists(#lines, :none), :lines)${ttl === undefined ? ' REMOVE #ttl' : ', #ttl = :ttl'}`,
  ConditionExpression: 'attribute_not_exists(#lines) OR size(#lines) < :most',
  ExpressionAttributeNames: { '#lines': 'lines', '#ttl': 'ttl' },
  ExpressionAttributeValues: {
    ':none': [],
    ':lines': [...lines],
    ':most': mostWithReasons,
    ...(ttl === undefined ? {} : { ':ttl': ttl }),
  },
})

export function createLogbook({ dynamo, tables }: Connection) {
  const key = (reference: string) => ({ TableName: tables.loket, Key: logbookKey(reference) })

  return {
    /**
     * Adds a line once, however often its id comes; `full` when the dossier has too many already, or is erased. Says nothing about
     * the end: closing a dossier leaves a logbook that knows its own, also an empty one (dossiers.ts).
     */
    async add(reference: string, line: LogbookLine): Promise<'added' | 'already' | 'full'> {
      const { client, GetCommand, UpdateCommand } = await dynamo()
      const update = new UpdateCommand({
        ...key(reference),
        UpdateExpression:
          'SET #lines = list_append(if_not_exists(#lines, :none), :lines), ids = list_append(if_not_exists(ids, :none), :ids)',
        ConditionExpression:
          'attribute_not_exists(erased) AND (attribute_not_exists(#lines) OR size(#lines) < :most) AND (attribute_not_exists(ids) OR NOT contains(ids, :id))',
        ExpressionAttributeNames: { '#lines': 'lines' },
        ExpressionAttributeValues: {
          ...{ ':none': [], ':lines': [line], ':most': mostLines },
          ...{ ':id': line.id, ':ids': [line.id] },
        },
      })
      try {
        if (await unlessRefused(despiteConflicts(() => client.send(update)))) {
          noteWritten(reference)
          return 'added'
        }
      } catch (error) {
        // An item beyond 400 KB is refused as invalid: 90 very long notes in a script of four bytes a letter.
        if (error instanceof Error && error.name === 'ValidationException') return 'full'
        throw error
      }
      const { Item } = await client.send(new GetCommand({ ...key(reference), ConsistentRead: true }))
      return logbookSchema.parse(Item ?? {}).lines.some(({ id }) => id === line.id) ? 'already' : 'full'
    },
  }
}
