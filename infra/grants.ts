/**
 * Grants, spelled out. CDK's own (`table.grantReadData`, `key.grantDecrypt`) give more than a function needs and use
 * wildcards; with these a stack reads as the list of what its function may do.
 */
import { Stack, Validations } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'
import { sealAlgorithm } from './constructs/seal-keys.ts'

/** Actions on single items. A TransactWriteItems is allowed by the actions it consists of. */
type ItemAction = 'GetItem' | 'BatchGetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem'

/** These actions on the items of a table; with `partitions` (patterns like `OUTBOX#*`) only on keys that match one. */
export function mayUseItems(fn: LambdaFunction, table: TableV2, actions: ItemAction[], partitions?: string[]) {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [table.tableArn],
      ...(partitions ? { conditions: onlyPartitions(partitions) } : {}),
    }),
  )
  mayUseTableKey(fn, table)
}

/** What one capability needs: these actions on these partitions. */
export interface ItemRights {
  actions: ItemAction[]
  partitions: string[]
}

/**
 * Several capabilities of one function, in one statement per action: a transaction is about keys of more than one of them, and a policy
 * has a limit (IAM quotas: 10,240 characters inline).
 */
export function mayUseAll(fn: LambdaFunction, table: TableV2, rights: readonly ItemRights[]) {
  const actions = new Set(rights.flatMap((right) => right.actions))
  for (const action of actions) {
    const partitions = rights.filter((right) => right.actions.includes(action)).flatMap((right) => right.partitions)
    mayUseItems(fn, table, [action], [...new Set(partitions)])
  }
}

/**
 * Writes that give back nothing of what was there: an item that may be replaced or deleted cannot be read with it. A request that does
 * not say what it wants back gets nothing (API reference, "ReturnValues"); within a transaction nobody can ask.
 */
export function mayWriteUnread(
  fn: LambdaFunction,
  table: TableV2,
  actions: Extract<ItemAction, 'PutItem' | 'UpdateItem' | 'DeleteItem'>[],
  partitions: string[],
) {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [table.tableArn],
      conditions: { ...onlyPartitions(partitions), StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' } },
    }),
  )
  mayUseTableKey(fn, table)
}

/**
 * Updates of these attributes and no other, of items that match; the attributes of a condition count too. Nothing is given back of
 * what was there.
 */
export function mayMark(fn: LambdaFunction, table: TableV2, partition: string, attributes: string[]) {
  const only = onlyPartitions([partition])
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:UpdateItem'],
      resources: [table.tableArn],
      conditions: {
        ...only,
        'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['sk', ...attributes] },
        Null: { ...only.Null, 'dynamodb:Attributes': 'false' },
        StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
      },
    }),
  )
  mayUseTableKey(fn, table)
}

/** Queries of the table itself, of partitions that match. */
export function mayQuery(fn: LambdaFunction, table: TableV2, partitions: string[]) {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [table.tableArn],
      conditions: onlyPartitions(partitions),
    }),
  )
  mayUseTableKey(fn, table)
}

/** Queries of one index, of partitions that match; the table itself stays out of reach. */
export function mayQueryIndex(fn: LambdaFunction, table: TableV2, index: string, partitions: string[]) {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [`${table.tableArn}/index/${index}`],
      conditions: onlyPartitions(partitions),
    }),
  )
  mayUseTableKey(fn, table)
}

/** Counts what is in one index, of partitions that match, and is given none of it. */
export function mayCount(fn: LambdaFunction, table: TableV2, index: string, partitions: string[]) {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [`${table.tableArn}/index/${index}`],
      conditions: { ...onlyPartitions(partitions), StringEquals: { 'dynamodb:Select': 'COUNT' } },
    }),
  )
  mayUseTableKey(fn, table)
}

/** Reads what is in a bucket, by name: who put it there made the name up, so no list is given. */
export function mayReadObjects(fn: LambdaFunction, bucket: Bucket) {
  fn.addToRolePolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] }))
  const policy = fn.role?.node.tryFindChild('DefaultPolicy')
  const mail = bucket.node.defaultChild
  if (policy && mail instanceof CfnBucket)
    Validations.of(policy).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(mail)}.Arn>/*]`,
      reason:
        'Each object of one bucket, whose names nobody knows before; it holds the mail of one day and nothing else.',
    })
}

/** Reads one secret. */
export function mayReadSecret(fn: LambdaFunction, secret: { secretArn: string; encryptionKey: IKey }) {
  fn.addToRolePolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] }))
  mayUseKey(fn, secret.encryptionKey, 'secretsmanager', ['kms:Decrypt'])
}

/** Unwraps content keys with seal keys, as their own policies allow it by name (constructs/seal-keys.ts). */
export function mayUnseal(fn: LambdaFunction, keys: readonly IKey[]) {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: keys.map(({ keyArn }) => keyArn),
      conditions: { StringEquals: { 'kms:EncryptionAlgorithm': sealAlgorithm } },
    }),
  )
}

/** Uses a key, but only through a service that encrypts with it: the function itself can never decrypt with the key. */
export function mayUseKey(fn: LambdaFunction, key: IKey, service: 'dynamodb' | 'secretsmanager', actions: string[]) {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions,
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(fn).region}.amazonaws.com` } },
    }),
  )
}

/** DynamoDB asks for its table key in the caller's name, also to read a stream. */
export function mayUseTableKey(fn: LambdaFunction, { encryptionKey }: TableV2) {
  if (!encryptionKey) throw new Error('A table of Loket has a key of our own')
  const actions = ['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo']
  mayUseKey(
    fn,
    encryptionKey,
    'dynamodb',
    actions.map((action) => `kms:${action}`),
  )
}

/**
 * Lists of whatever network: `aalst#lco-aanvraag#ingediend`, `activiteit#<slug>#0`. All networks of a stage are in one table and served by the
 * same functions, so naming each would keep nothing apart; and a policy has a limit (docs/known-limits.md, "A hundred networks").
 */
export const listsOfNetworks = '*#*'

/** ForAllValues is true for a request without keys, so Null asks that there are some. */
function onlyPartitions(patterns: string[]) {
  return {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  }
}
