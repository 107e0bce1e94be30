/**
 * The report of a network's year: frozen as one text, so that it is the same by the byte whatever happens after it; beside it whether
 * it is public, and what was written to it then (docs/decisions/035). The public pages read this, and no counter.
 */
import * as z from 'zod'
import { type Report, reportSchema } from '../../../forms/kit/figures/report.ts'
import { frozenFrom } from '../../../forms/kit/figures/tally.ts'
import { type Audited, auditItem } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { reportKey, yearAuditKey } from './keys.ts'
import { queryAll } from './query-all.ts'
import { transact, unlessRefused } from './transact.ts'

/** What somebody wrote to it, agreed by a second reader. */
const noteSchema = z.object({ title: z.string(), text: z.string(), ask: z.string() })
export type PublicNote = z.infer<typeof noteSchema>

const publicSchema = z.object({
  /** ISO UTC. */
  at: z.iso.datetime(),
  /** Id of the person of the network who pressed. */
  by: z.string(),
  notes: z.array(noteSchema),
})

const standsSchema = z.object({
  year: z.string(),
  /** ISO UTC: 1 February, also when it came late. */
  frozenAt: z.iso.datetime(),
  /** Rises with each change of whether it is public. */
  revision: z.number(),
  public: publicSchema.optional(),
})
export type ReportStands = z.infer<typeof standsSchema>

const itemSchema = standsSchema.extend({ report: z.string() })
export interface FrozenReport extends ReportStands {
  report: Report
}

export type Reports = ReturnType<typeof createReports>

export function createReports({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  return {
    /** Undefined when that year is not frozen. */
    async read(network: string, year: string): Promise<FrozenReport | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: reportKey(network, year), ConsistentRead: true }),
      )
      if (!Item) return undefined
      const { report, ...stands } = itemSchema.parse(Item)
      return { ...stands, report: reportSchema.parse(JSON.parse(report)) }
    },

    /** The frozen years of a network, the last one first. */
    async list(network: string): Promise<ReportStands[]> {
      const items = await queryAll(dynamo, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ProjectionExpression: '#year, frozenAt, revision, #public',
        ExpressionAttributeNames: { '#year': 'year', '#public': 'public' },
        ExpressionAttributeValues: { ':pk': reportKey(network, '').pk },
        ConsistentRead: true,
      })
      return z.array(standsSchema).parse(items).toReversed()
    },

    /** Once: what is frozen never changes. Whether it was this time. */
    async freeze(report: Report): Promise<boolean> {
      const { network, year } = report
      const { client, PutCommand } = await dynamo()
      const stands: ReportStands = { year, frozenAt: frozenFrom(year).toISOString(), revision: 1 }
      const put = new PutCommand({
        TableName,
        Item: { ...reportKey(network, year), ...stands, report: JSON.stringify(report) },
        ConditionExpression: 'attribute_not_exists(pk)',
      })
      return (await unlessRefused(client.send(put))) !== false
    },

    /** With what was written to it; `undefined`: it is taken back. False when somebody else pressed meanwhile. */
    async show(
      network: string,
      { year, revision }: Pick<ReportStands, 'year' | 'revision'>,
      notes: readonly PublicNote[] | undefined,
      { who, ...audited }: Audited & { who: string },
    ): Promise<boolean> {
      const stands = notes && { at: audited.now.toISOString(), by: who, notes }
      const cancelled = await transact(dynamo, [
        {
          Update: {
            ...{ TableName, Key: reportKey(network, year) },
            UpdateExpression: `SET revision = :next${stands ? ', #public = :public' : ' REMOVE #public'}`,
            ConditionExpression: 'revision = :revision',
            ExpressionAttributeNames: { '#public': 'public' },
            ExpressionAttributeValues: {
              ...{ ':revision': revision, ':next': revision + 1 },
              ...(stands ? { ':public': stands } : {}),
            },
          },
        },
        {
          Put: {
            TableName,
            Item: auditItem((at, id) => yearAuditKey(network, at, id), audited, {
              ...{ who, year, what: notes ? 'jaaroverzicht openbaar' : 'jaaroverzicht teruggenomen' },
            }),
          },
        },
      ])
      return cancelled === undefined
    },
  }
}
