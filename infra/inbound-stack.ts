import { ArnFormat, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3'
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import type { BaseStack } from './base-stack.ts'
import { failureQueue } from './constructs/failure-queue.ts'
import { LoketFunction } from './constructs/loket-function.ts'
import { PeopleAlarm } from './constructs/people-alarm.ts'
import { undelivered } from './constructs/undelivered.ts'
import { mayQuery, mayReadObjects, mayUseItems, mayWriteUnread } from './grants.ts'
import { receiptRuleSet, type Stage } from './stages.ts'
import type { TableStack } from './table-stack.ts'

interface InboundStackProps extends StackProps {
  stage: Stage
  base: BaseStack
  tables: TableStack
}

const ruleName = 'agenda'

/** What somebody presses in their calendar comes back by mail: SES → bucket → EventBridge → inbound (docs/decisions/034). */
export class InboundStack extends Stack {
  readonly inbound: LoketFunction

  constructor(scope: Construct, id: string, { stage, base, tables, ...props }: InboundStackProps) {
    super(scope, id, props)
    const bucket = this.bucket(stage)
    this.receive(stage, bucket)
    const failures = failureQueue(this, {
      errorImpact: 'Somebody pressed Nee in their calendar and still holds a seat: nobody knows that they do not come.',
      whatToDo:
        'Read the errors in the log of `inbound`. Once mended, invoke it with the requestPayload of each message, within a day.',
      alarmTopic: base.alarmTopic,
    })
    this.inbound = new LoketFunction(this, 'Inbound', {
      entry: 'functions/inbound/index.ts',
      description: 'Reads what calendars answer',
      timeout: Duration.seconds(30),
      logKey: base.operationsKey,
      failures,
      environment: {
        LOKET_URL: stage.url,
        LOKET_TABLE: tables.loket.tableName,
        INBOUND_BUCKET: bucket.bucketName,
      },
    })
    mayReadObjects(this.inbound, bucket)
    this.allow(tables)
    this.passOn(bucket, base.alarmTopic)
  }

  /** Mail of people: a day, so that what failed can be done again, and no copy of it. */
  private bucket(stage: Stage) {
    const bucket = new Bucket(this, 'Mail', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: RemovalPolicy.DESTROY,
    })
    // CDK's own switch for this is a function with rights on every bucket.
    if (bucket.node.defaultChild instanceof CfnBucket)
      bucket.node.defaultChild.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects('*')],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account, 'aws:SourceArn': this.ruleArn(stage) } },
      }),
    )
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'A log of who put and read what would be kept longer than the mail itself: SES puts, one function reads.',
    })
    return bucket
  }

  private ruleArn(stage: Stage) {
    return this.formatArn({
      ...{ service: 'ses', resource: 'receipt-rule-set', arnFormat: ArnFormat.SLASH_RESOURCE_NAME },
      resourceName: `${receiptRuleSet(stage)}:receipt-rule/${ruleName}`,
    })
  }

  /** One set of rules of an account works at a time, and CloudFormation cannot say which: docs/operate.md, the doctor looks. */
  private receive(stage: Stage, bucket: Bucket) {
    const ruleSetName = receiptRuleSet(stage)
    const set = new CfnReceiptRuleSet(this, 'Rules', { ruleSetName })
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName,
      rule: {
        name: ruleName,
        enabled: true,
        recipients: [stage.mailFrom],
        scanEnabled: true,
        tlsPolicy: 'Require',
        actions: [{ s3Action: { bucketName: bucket.bucketName } }],
      },
    })
    rule.addResourceDependency(set)
    if (bucket.policy) rule.node.addDependency(bucket.policy) // SES tries to put something when the rule is made.
  }

  /** One invitee or one guest at a time, and what is written with their answer; of an overleg it has no key. */
  private allow({ loket }: TableStack) {
    mayUseItems(this.inbound, loket, ['GetItem'], ['ACTIVITEIT#*', 'GENODIGDE#*', 'PLAATSEN#*', 'TAFEL#*'])
    // Where their mail goes, to see who writes; and how late the last one about a change was.
    mayUseItems(this.inbound, loket, ['GetItem'], ['OUTBOX#*'])
    mayQuery(this.inbound, loket, ['PLAATSEN#*'])
    // What is in one transaction is in one statement per action: whatever way IAM looks at its keys, it fits.
    const event = ['GENODIGDE#*', 'ANTWOORD#*', 'PLAATSEN#*', 'OUTBOX#*']
    mayWriteUnread(this.inbound, loket, ['PutItem', 'UpdateItem', 'DeleteItem'], event)
    const overleg = ['TAFEL#*', 'OUTBOX#*']
    mayWriteUnread(this.inbound, loket, ['PutItem', 'UpdateItem'], overleg)
    mayUseItems(this.inbound, loket, ['ConditionCheckItem'], overleg)
  }

  /** A name that SES made up, and its bytes: what failed is kept as that, and names nobody. */
  private passOn(bucket: Bucket, topic: ITopic) {
    const rule = new Rule(this, 'Arrived', {
      description: 'Loket: tells inbound of each mail that came in',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucket.bucketName] } },
      },
    })
    const event = {
      key: EventField.fromPath('$.detail.object.key'),
      size: EventField.fromPath('$.detail.object.size'),
    }
    rule.addTarget(new LambdaFunction(this.inbound, { event: RuleTargetInput.fromObject({ detail: event }) }))
    new PeopleAlarm(this, 'ArrivedUndelivered', {
      metric: undelivered(rule),
      forPeople: 'What somebody pressed in their calendar is not read: they may hold a seat they gave up.',
      whatToDo: 'Look whether the rule may still invoke `inbound`. Mails of the last day are still in its bucket.',
      topic,
    })
  }
}
