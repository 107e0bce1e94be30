/**
 * IAM by hand: is each call that a function made allowed by its policy in the template? Actions, tables, indexes and leading
 * keys are compared; the emulator itself lets everybody do everything.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Outputs, RecordedCall } from './cloud.ts'

const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat())
const statementSchema = z.object({
  Effect: z.literal('Allow'),
  Action: list,
  Resource: z.unknown(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
})
type Statement = z.infer<typeof statementSchema>

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() }),
  ),
})

/** What a call does, in the words of a policy. A transaction counts as the actions it consists of. */
interface Deed {
  action: string
  table?: string | undefined
  index?: string | undefined
  keys: string[]
}

/** Calls that no policy of the function allows, in words; every function of the app's templates is compared. */
export function unallowed(calls: readonly RecordedCall[], app: string, outputs: Outputs): string[] {
  const rights = readRights(app)
  const tables = Object.values(outputs).flatMap(Object.entries)
  const tableOf = (name: string) =>
    tables.find(([key, value]) => value === name && /Table$/.test(key))?.[0].replace('Table', '')
  const broken = calls.flatMap((call) => {
    const mine = [...rights].find(([logicalId]) => logicalId.startsWith(call.function))?.[1]
    if (!mine) return [`${call.function} has no policy`]
    return deedsOf(call)
      .filter(
        (deed) => !mine.some((statement) => allows(statement, { ...deed, table: deed.table && tableOf(deed.table) })),
      )
      .map(({ action, table, index, keys }) => [call.function, action, table, index, ...keys].filter(Boolean).join(' '))
  })
  return [...new Set(broken)]
}

/** Statements by the logical id of the function: its role is the one its policy names. */
function readRights(app: string): Map<string, Statement[]> {
  const rights = new Map<string, Statement[]>()
  for (const file of readdirSync(app).filter((name) => name.endsWith('.template.json'))) {
    const resources = Object.entries(templateSchema.parse(JSON.parse(readFileSync(join(app, file), 'utf8'))).Resources)
    for (const [id, { Type, Properties }] of resources) {
      if (Type !== 'AWS::Lambda::Function') continue
      const role = JSON.stringify(Properties?.Role)
      const policies = resources.filter(
        ([, { Type, Properties }]) =>
          Type === 'AWS::IAM::Policy' &&
          z
            .array(z.unknown())
            .parse(Properties?.Roles)
            .some((one) => role.includes(refIn(one))),
      )
      const statements = policies.flatMap(
        ([, { Properties }]) => policySchema.parse(Properties).PolicyDocument.Statement,
      )
      rights.set(id, statements)
    }
  }
  return rights
}
const policySchema = z.object({ PolicyDocument: z.object({ Statement: z.array(statementSchema) }) })
const refIn = (value: unknown) => z.object({ Ref: z.string() }).parse(value).Ref

const keySchema = z.record(z.string(), z.record(z.string(), z.unknown()))
const itemSchema = z.object({ TableName: z.string(), Key: keySchema.optional(), Item: keySchema.optional() })
const dynamoSchema = z.union([
  z.object({ TransactItems: z.array(z.record(z.string(), itemSchema)) }),
  z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(keySchema) })) }),
  itemSchema.extend({
    IndexName: z.string().optional(),
    KeyConditionExpression: z.string().optional(),
    ExpressionAttributeValues: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  }),
])

/** Letters of the services as IAM spells them. */
const prefixes: Record<string, string> = { email: 'ses' }
/** How IAM names a call that has another name in the API. */
const actions: Record<string, string> = { 'lambda:Invoke': 'lambda:InvokeFunction' }

function deedsOf({ service, name, parameters }: RecordedCall): Deed[] {
  const prefix = prefixes[service] ?? service
  const { Action } = z.object({ Action: z.string().optional() }).catch({}).parse(parameters) // Older services say it there.
  if (prefix !== 'dynamodb')
    return [{ action: actions[`${prefix}:${name}`] ?? `${prefix}:${Action ?? name}`, keys: [] }]
  const read = dynamoSchema.parse(parameters)
  if ('TransactItems' in read) {
    return read.TransactItems.flatMap(Object.entries).map(([kind, item]) => ({
      action: `dynamodb:${kind === 'ConditionCheck' ? 'ConditionCheckItem' : `${kind}Item`}`,
      table: item.TableName,
      keys: partitionsOf(item),
    }))
  }
  if ('RequestItems' in read)
    return Object.entries(read.RequestItems).map(([table, { Keys }]) => ({
      action: `dynamodb:${name}`,
      table,
      keys: Keys.flatMap((Key) => partitionsOf({ Key })),
    }))
  const { IndexName: index, KeyConditionExpression: asked, ExpressionAttributeValues: values = {} } = read
  const [, partition = ''] = /= *(:\w+)/.exec(asked ?? '') ?? [] // The first equality names the partition, as DynamoDB asks.
  const keys = asked ? [String(values[partition]?.S ?? '')] : partitionsOf(read)
  return [{ action: `dynamodb:${name}`, table: read.TableName, keys, ...(index ? { index } : {}) }]
}

const partitionsOf = ({ Key, Item }: Pick<z.infer<typeof itemSchema>, 'Key' | 'Item'>) => {
  const { pk, id } = Key ?? Item ?? {}
  return [String((pk ?? id)?.S ?? '')]
}

function allows({ Action, Resource, Condition }: Statement, { action, table, index, keys }: Deed): boolean {
  if (!Action.includes(action)) return false
  const resource = JSON.stringify(Resource)
  if (table && !resource.includes(`GetAtt${table}`)) return false
  if (resource.includes('/index/') !== Boolean(index) || (index && !resource.includes(`/index/${index}`))) return false
  const patterns = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']
  if (!patterns) return true
  return keys.every((key) => list.parse(patterns).some((pattern) => matches(pattern, key)))
}

/** As IAM compares texts (StringLike): `*` is any number of characters. */
function matches(pattern: string, key: string): boolean {
  const [begin = '', ...rest] = pattern.split('*')
  const end = rest.pop()
  if (end === undefined) return pattern === key
  let at = begin.length
  for (const part of rest) {
    const found = key.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return key.startsWith(begin) && key.endsWith(end) && at + end.length <= key.length
}
