/**
 * Counts what was kept before there were figures, once: dossiers by what their history tells, refusals by criterion, so that which went
 * together is gone (docs/decisions/035). For a command and for one's own machine, as it reads the whole table. Done again, it goes on
 * where it was broken off.
 */
import * as z from 'zod'
import { serviceOf } from '../../../forms/index.ts'
import { factsFrom, type Line } from '../../../forms/kit/figures/from-lines.ts'
import { countsOfAll, frozenFrom, refusedFor } from '../../../forms/kit/figures/tally.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { countItems } from './count-items.ts'
import type { Connection } from './dynamo.ts'
import { closingPartition } from './indexes.ts'
import { isKept } from './kept.ts'
import { auditKey, auditPrefix, dossierKey, referenceIn, reportKey, yearOfCounts } from './keys.ts'
import { queryAll } from './query-all.ts'
import { scanEach } from './scan-all.ts'
import { readDossier } from './stored-dossier.ts'
import { transact, unlessRefused } from './transact.ts'

const keySchema = z.object({ pk: z.string(), sk: z.string() }).catchall(z.unknown())
const lineSchema = z.object({ at: z.string(), what: z.string(), to: z.string().optional() })
const refusalSchema = z.object({ pk: z.string(), sk: z.string(), amount: z.number() })

/** Until 0.1.0: by month, with the criteria that went together. */
const oldRefusal = /^(\d{4})-\d{2}#(.+)$/
const refusalsOf = /^TELLING#([^#]+)#([^#]+)$/

/** How many dossiers were counted, and how many refusals. */
export async function countDossiers({ dynamo, tables }: Connection, now: Date) {
  const TableName = tables.loket
  const counted = { dossiers: 0, refusals: 0 }
  for await (const item of scanEach(dynamo, { TableName })) {
    const { pk, sk, facts } = keySchema.parse(item)
    const reference = referenceIn(pk)
    if (reference !== undefined && sk === dossierKey(reference).sk) {
      if (facts === undefined && isKept(now)(item) && (await count(readDossier(item)))) counted.dossiers += 1
    } else if (refusalsOf.test(pk) && oldRefusal.test(sk) && (await split(item))) counted.refusals += 1
  }
  await letYearsClose()
  return counted

  /** False when it changed meanwhile, or nobody knows its network: it is not counted yet. */
  async function count(dossier: Dossier): Promise<boolean> {
    const service = serviceOf(dossier)
    if (!service) return false
    const { reference, revision } = dossier
    const after = { ...dossier, facts: factsFrom(service.form, dossier, await linesOf(reference)) }
    const cancelled = await transact(dynamo, [
      {
        Update: {
          ...{ TableName, Key: dossierKey(reference) },
          UpdateExpression: 'SET facts = :facts',
          ConditionExpression: 'revision = :revision AND attribute_not_exists(facts)',
          ExpressionAttributeValues: { ':facts': after.facts, ':revision': revision },
        },
      },
      ...countItems(TableName, countsOfAll(service, after), reference, { waits: false }),
    ])
    return cancelled === undefined
  }

  async function linesOf(reference: string): Promise<Line[]> {
    const items = await queryAll(dynamo, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :lines)',
      ExpressionAttributeValues: { ':pk': auditKey(reference, '', '').pk, ':lines': auditPrefix },
      ConsistentRead: true,
    })
    return z.array(lineSchema).parse(items)
  }

  async function split(item: unknown): Promise<boolean> {
    const { pk, sk, amount } = refusalSchema.parse(item)
    const [, network = '', form = ''] = refusalsOf.exec(pk) ?? []
    const [, year = '', criteria = ''] = oldRefusal.exec(sk) ?? []
    const add = refusedFor(criteria.split('+'), amount)
    const cancelled = await transact(dynamo, [
      {
        Delete: {
          ...{ TableName, Key: { pk, sk } },
          ConditionExpression: 'amount = :amount',
          ExpressionAttributeValues: { ':amount': amount },
        },
      },
      ...countItems(TableName, [{ network, form, year, add }], sk, { waits: false }),
    ])
    return cancelled === undefined
  }

  /** Only once all is counted: a year that is over would be frozen half-way. */
  async function letYearsClose(): Promise<void> {
    const { client, UpdateCommand } = await dynamo()
    const [counters, frozen] = [new Map<string, { pk: string; sk: string; year: string }>(), new Set<string>()]
    for await (const item of scanEach(dynamo, { TableName, ProjectionExpression: 'pk, sk, dueAt' })) {
      const { pk, sk, dueAt } = keySchema.parse(item)
      const of = yearOfCounts({ pk, sk })
      if (of && dueAt === undefined) counters.set(`${pk} ${sk}`, { pk, sk, year: of.year })
      if (pk.startsWith(reportKey('', '').pk)) frozen.add(`${pk} ${sk}`)
    }
    for (const { pk, sk, year } of counters.values()) {
      const report = reportKey(yearOfCounts({ pk, sk })?.network ?? '', year)
      if (frozen.has(`${report.pk} ${report.sk}`)) continue
      await unlessRefused(
        client.send(
          new UpdateCommand({
            ...{ TableName, Key: { pk, sk } },
            UpdateExpression: 'SET #due = :due, dueAt = :at',
            ConditionExpression: 'attribute_not_exists(#due)',
            ExpressionAttributeNames: { '#due': 'due' },
            ExpressionAttributeValues: { ':due': closingPartition, ':at': frozenFrom(year).toISOString() },
          }),
        ),
      )
    }
  }
}
