import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { FilterRule } from 'aws-cdk-lib/aws-lambda'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import type { BaseStack } from './base-stack.ts'
import { LoketFunction } from './constructs/loket-function.ts'
import { StreamConsumer } from './constructs/stream-consumer.ts'
import { bounceDomain, dnsOutputs } from './dns-records.ts'
import { listsOfNetworks, mayCount, mayReadSecret, mayUseItems } from './grants.ts'
import type { Stage } from './stages.ts'
import type { TableStack } from './table-stack.ts'

interface MailStackProps extends StackProps {
  stage: Stage
  base: BaseStack
  tables: TableStack
}

/** A mail that was put in the outbox leaves within seconds: stream → mailer → SES. */
export class MailStack extends Stack {
  readonly mailer: LoketFunction
  readonly configurationSet: ConfigurationSet

  constructor(scope: Construct, id: string, { stage, base, tables, ...props }: MailStackProps) {
    super(scope, id, props)
    const configurationSet = new ConfigurationSet(this, 'Mail', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      // An address that bounced once is not refused for ever: who sends a mail again has had it looked at.
      suppressionReasons: SuppressionReasons.COMPLAINTS_ONLY,
    })
    this.configurationSet = configurationSet
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(stage.mailDomain),
      mailFromDomain: bounceDomain(stage),
      configurationSet,
    })
    for (const [name, value] of Object.entries(dnsOutputs(stage, identity.dkimRecords)))
      new CfnOutput(this, name, { value })

    this.mailer = new LoketFunction(this, 'Mailer', {
      entry: 'functions/mailer/index.ts',
      description: 'Sends what is in the outbox',
      timeout: Duration.minutes(5), // The sweep hands over 25 mails, and SES may take 10 s to fail each.
      memorySize: 1024,
      reservedConcurrency: stage.reserveConcurrency ? 5 : undefined, // Keeps an outburst near the rate SES allows; what is throttled here comes back.
      logKey: base.operationsKey,
      environment: {
        LOKET_URL: stage.url,
        LOKET_TABLE: tables.loket.tableName,
        SECRETS_ARN: tables.secret.secretArn,
        MAIL_FROM: stage.mailFrom,
        SES_CONFIGURATION_SET: configurationSet.configurationSetName,
        MAILS_PER_SECOND: String(stage.mailsPerSecond),
      },
    })
    mayUseItems(this.mailer, tables.loket, ['GetItem', 'PutItem', 'UpdateItem'], ['OUTBOX#*'])
    // What an event's public page shows, to say it in mail; whom of a network to write to, and whether that one is away.
    mayUseItems(this.mailer, tables.loket, ['GetItem'], ['ACTIVITEIT#*', 'NETWERK#*', 'AFWEZIG#*'])
    // The seats of an event; who waits for one is under a key it does not know.
    mayUseItems(this.mailer, tables.loket, ['GetItem'], ['PLAATSEN#*'])
    // What is open of an overleg, and what one participant said; it has no key to what is sealed beside it.
    mayUseItems(this.mailer, tables.loket, ['GetItem'], ['TAFEL#*'])
    // How an event stands, for who organises it, and how much waits, for the overview of a day: counts, and no line of any list.
    for (const index of ['regels', 'bij']) mayCount(this.mailer, tables.loket, index, [listsOfNetworks])
    mayCount(this.mailer, tables.loket, 'due', ['TAAK#*'])
    mayReadSecret(this.mailer, tables.secret)
    this.mailer.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [identity.emailIdentityArn, this.arnOf(configurationSet)],
        conditions: { StringEquals: { 'ses:FromAddress': stage.mailFrom } },
      }),
    )

    const { failures } = new StreamConsumer(this, 'Outbox', {
      table: tables.loket,
      consumer: this.mailer,
      filter: {
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('OUTBOX#') }, sk: { S: FilterRule.beginsWith('MAIL#') } } },
      },
      errorImpact:
        'A confirmation or triage mail did not leave at once. Nothing is lost: the clockwork tries it again.',
      whatToDo:
        'Read the errors in the log of the mailer. Then npm run redrive: it empties the queue when all is well.',
      alarmTopic: base.alarmTopic,
    })
    new CfnOutput(this, 'FailureQueueUrl', { value: failures.queueUrl }) // For npm run redrive.
  }

  private arnOf({ configurationSetName }: ConfigurationSet) {
    return this.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: configurationSetName })
  }
}
