/**
 * A dossier's logbook: calls, and sealed notes, an item each. Beside them one item names them all: a line comes on condition of
 * it, so that each comes once, none comes after an erasure, and all end together.
 */
import * as z from 'zod'
import { lookAgain } from '../look-again.ts'
import { type Audited, dossierAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { endItem } from './end-item.ts'
import { isKept } from './kept.ts'
import { lineKey, linePrefix, logbookKey } from './keys.ts'
import { staffDidSomething } from './sign-of-life.ts'
import { type TransactItems, transact } from './transact.ts'

/** A call that was made, one that was missed, one that came back; or a note. */
const calls = ['gebeld', 'niet_bereikt', 'teruggebeld'] as const
const lineKind = z.enum([
  ...calls,
  'notitie',
  /** Of the applicant, who added it (additions.ts). */
  'toevoeging',
])
export const callKinds = calls
export type CallKind = (typeof calls)[number]
/** Of what was called; the others are what somebody typed. */
export const isCall = (kind: LogbookLine['kind']): kind is CallKind => calls.some((one) => one === kind)

/** `who`: id of the person; `for`: of the colleague they stood in for; `at`: ISO UTC. */
const doneSchema = z.object({ who: z.string(), for: z.string().exactOptional(), at: z.iso.datetime() })

export const lineSchema = z.object({
  id: z.string(),
  /** ISO UTC. */
  at: z.iso.datetime(),
  /** Id of the person of the network, or `aanvrager`. */
  who: z.string(),
  /** Id of the colleague they stood in for. */
  for: z.string().optional(),
  /** Of another network, when it came along with a dossier that was moved. */
  network: z.string().optional(),
  kind: lineKind,
  /** The text of a note, as a JWE. */
  sealed: z.string().optional(),
  /** What stood there before, oldest first: each as it was sealed, with who replaced it and when. */
  earlier: z.array(doneSchema.extend({ sealed: z.string() })).optional(),
  /** A call that was none after all: who said so, and when. */
  takenBack: doneSchema.optional(),
  /** The day by which an urgent call was to be, which this one was; Brussels date. */
  endedCall: z.iso.date().optional(),
  /** The move it explains was taken back; ISO UTC. */
  undoneAt: z.iso.datetime().optional(),
})
export type LogbookLine = z.infer<typeof lineSchema>

export const logbookHead = z.object({
  /** Of the lines, in the order in which they came. */
  ids: z.array(z.string()).default([]),
  /** When the applicant added one, oldest first; ISO UTC. */
  added: z.array(z.iso.datetime()).default([]),
  /** Lines of 0.1.0, which stood here. */
  lines: z.array(lineSchema).default([]),
  erased: z.literal(true).optional(),
  /** Epoch seconds; absent while the dossier is open. */
  ttl: z.number().optional(),
})
type Head = z.infer<typeof logbookHead>

/** What a person can read through; a dossier has a handful. */
export const mostLines = 90
/** A few more for the reasons that moves ask: a full logbook must not stop the work. */
export const mostWithReasons = 110
const keySchema = z.object({ sk: z.string() })

/** The lines among all items of a dossier, oldest first, those of 0.1.0 too; none once the logbook has ended. */
export function linesAmong(items: readonly Record<string, unknown>[], now: Date): LogbookLine[] {
  const kept = items.map((item) => ({ item, ...keySchema.parse(item) })).filter(({ item }) => isKept(now)(item))
  const head = logbookHead.parse(kept.find(({ sk }) => sk === logbookKey('').sk)?.item ?? {})
  const place = new Map(head.ids.map((id, index) => [id, index]))
  const lines = kept.filter(({ sk }) => sk.startsWith(linePrefix)).map(({ item }) => lineSchema.parse(item))
  const inOrder = lines
    .filter(({ id }) => place.has(id))
    .sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
  return [...head.lines, ...inOrder].sort((one, other) => one.at.localeCompare(other.at))
}

/** How many lines are named there may not have changed since they were counted. */
const asCounted = (count: number) =>
  count === 0
    ? { ConditionExpression: 'attribute_not_exists(ids)' }
    : { ConditionExpression: 'size(ids) = :count', ExpressionAttributeValues: { ':count': count } }

/** What stays of the logbook of an erased dossier, on condition that all its lines go: one that comes at that moment finds no place. */
export const erasedLogbook = (reference: string, items: readonly Record<string, unknown>[], ttl: number) => {
  const key = logbookKey(reference)
  const { ids } = logbookHead.parse(items.find((item) => keySchema.parse(item).sk === key.sk) ?? {})
  return { Item: { ...key, erased: true, ttl }, ...asCounted(ids.length) }
}

/** Somebody corrects a line. */
interface Correction extends Audited {
  /** Id of the person. */
  who: string
}

const doneBy = ({ who, now, ...act }: Correction) => ({
  ...{ who, at: now.toISOString() },
  ...(act.for === undefined ? {} : { for: act.for }),
})

interface NewLine {
  TableName: string
  reference: string
  line: LogbookLine
  /** Epoch seconds at which the logbook ends; undefined while the dossier is open. */
  ttl: number | undefined
}

/** A line, and its name among the others; the condition is the first's. */
const lineItems = (
  { TableName, reference, line, ttl }: NewLine,
  ConditionExpression: string,
  values: Record<string, unknown>,
): TransactItems => [
  {
    Update: {
      TableName,
      Key: logbookKey(reference),
      UpdateExpression: `SET ids = list_append(if_not_exists(ids, :none), :ids)${ttl === undefined ? ' REMOVE #ttl' : ', #ttl = :ttl'}`,
      ConditionExpression,
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':none': [],
        ':ids': [line.id],
        ...(ttl === undefined ? {} : { ':ttl': ttl }),
        ...values,
      },
    },
  },
  {
    Put: {
      TableName,
      Item: { ...lineKey(reference, line.id), ...line, ...(ttl === undefined ? {} : { ttl }) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
]

/** Why a move is made. `count`: as many lines as there may be before it, when the end changes with it. */
export const reasonItems = (about: NewLine, count: number | undefined): TransactItems =>
  count === undefined
    ? lineItems(about, 'attribute_not_exists(ids) OR size(ids) < :most', { ':most': mostWithReasons })
    : lineItems(about, asCounted(count).ConditionExpression, asCounted(count).ExpressionAttributeValues ?? {})

/** The end of a logbook without a new line: one that is not there is made, and goes with the rest. */
export const logbookEnds = (
  { TableName, reference, ttl }: Omit<NewLine, 'line'>,
  count: number,
): TransactItems[number] => {
  const { ConditionExpression, ExpressionAttributeValues } = asCounted(count)
  const values = { ...ExpressionAttributeValues, ...(ttl === undefined ? {} : { ':ttl': ttl }) }
  return {
    Update: {
      TableName,
      Key: logbookKey(reference),
      UpdateExpression: ttl === undefined ? 'REMOVE #ttl' : 'SET #ttl = :ttl',
      ConditionExpression,
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
    },
  }
}

export function createLogbook({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  async function read(reference: string): Promise<Head> {
    const { client, GetCommand } = await dynamo()
    const get = new GetCommand({ TableName, Key: logbookKey(reference), ConsistentRead: true })
    return logbookHead.parse((await client.send(get)).Item ?? {})
  }

  /** One of 0.1.0 has no item of its own. */
  async function endAll(reference: string, ids: readonly string[], ttl: number | undefined): Promise<void> {
    await Promise.all(ids.map((id) => endItem({ dynamo, tables }, lineKey(reference, id), ttl)))
  }

  return {
    /** Adds a line once, however often its id comes; `full` when the dossier has too many already, or is erased. */
    async add(reference: string, line: LogbookLine): Promise<'added' | 'already' | 'full'> {
      return lookAgain(async () => {
        const { ids, lines, erased, ttl } = await read(reference)
        if (ids.includes(line.id) || lines.some(({ id }) => id === line.id)) return 'already'
        if (erased || ids.length >= mostLines) return 'full'
        const { ConditionExpression, ExpressionAttributeValues = {} } = asCounted(ids.length)
        const open = `attribute_not_exists(erased) AND ${ttl === undefined ? 'attribute_not_exists(#ttl)' : '#ttl = :ttl'}`
        const items = lineItems(
          { TableName, reference, line, ttl },
          `${ConditionExpression} AND ${open}`,
          ExpressionAttributeValues,
        )
        const life = staffDidSomething(TableName, reference, new Date(line.at))
        const cancelled = await transact(dynamo, [...items, ...life])
        if (!cancelled) return 'added'
        // The dossier itself is gone.
        return cancelled.failedConditions.some((at) => at >= items.length) ? 'full' : undefined
      })
    },

    /** Another text in place of the one that was read, which stays beside it; false when somebody else was first, or it has no item. */
    async correct(
      reference: string,
      { id, sealed: was }: LogbookLine,
      sealed: string,
      act: Correction,
    ): Promise<boolean> {
      const { who, ...audited } = act
      const replaced = { sealed: was, ...doneBy(act) }
      const cancelled = await transact(dynamo, [
        {
          Update: {
            TableName,
            Key: lineKey(reference, id),
            UpdateExpression: 'SET sealed = :sealed, earlier = list_append(if_not_exists(earlier, :none), :replaced)',
            ConditionExpression: 'sealed = :was',
            ExpressionAttributeValues: { ':sealed': sealed, ':was': was, ':none': [], ':replaced': [replaced] },
          },
        },
        dossierAudit(TableName, reference, audited, { who, what: 'notitie verbeterd' }),
      ])
      return cancelled === undefined
    },

    /** A call was none after all; false when that was said already. The line stays. */
    async takeBack(reference: string, { id }: LogbookLine, act: Correction): Promise<boolean> {
      const { who, ...audited } = act
      const cancelled = await transact(dynamo, [
        {
          Update: {
            TableName,
            Key: lineKey(reference, id),
            UpdateExpression: 'SET takenBack = :by',
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(takenBack)',
            ExpressionAttributeValues: { ':by': doneBy(act) },
          },
        },
        dossierAudit(TableName, reference, audited, { who, what: 'contact teruggenomen' }),
      ])
      return cancelled === undefined
    },

    /**
     * Lets all lines end, or not any more, just before the dossier does: whoever is broken off in between does both again. Gives
     * how many there are: none may come before the dossier follows.
     */
    async endLines(reference: string, ttl: number | undefined): Promise<number> {
      const { ids } = await read(reference)
      await endAll(reference, ids, ttl)
      return ids.length
    },

    /** The dossier did not follow: the lines end when it does, which is told (epoch seconds). */
    async followDossier(reference: string): Promise<number | undefined> {
      const { ids, ttl } = await read(reference)
      await endAll(reference, ids, ttl)
      return ttl
    },
  }
}
