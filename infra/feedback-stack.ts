import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import {
  type ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
} from 'aws-cdk-lib/aws-ses'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import type { BaseStack } from './base-stack.ts'
import { failureQueue } from './constructs/failure-queue.ts'
import { LoketFunction } from './constructs/loket-function.ts'
import { PeopleAlarm } from './constructs/people-alarm.ts'
import { undelivered } from './constructs/undelivered.ts'
import { mayMark, mayUseItems } from './grants.ts'
import type { TableStack } from './table-stack.ts'

interface FeedbackStackProps extends StackProps {
  base: BaseStack
  tables: TableStack
  configurationSet: ConfigurationSet
}

/** What is passed on of each kind of event, beside the message's tags (functions/feedback/ses-event.ts). */
const kinds = {
  Bounce: { detailType: 'Email Bounced', part: 'bounce', fields: ['bounceType', 'bounceSubType', 'timestamp'] },
  Complaint: { detailType: 'Email Complaint Received', part: 'complaint', fields: ['timestamp'] },
  Delivery: { detailType: 'Email Delivered', part: 'delivery', fields: ['timestamp'] },
}

/** What becomes of a mail after SES took it comes back: SES → EventBridge → feedback → outbox. */
export class FeedbackStack extends Stack {
  readonly feedback: LoketFunction

  constructor(scope: Construct, id: string, { base, tables, configurationSet, ...props }: FeedbackStackProps) {
    super(scope, id, props)
    const failures = failureQueue(this, {
      errorImpact: 'A mail may have come back without anybody being told: the werkruimte shows it as sent.',
      whatToDo:
        'Read the errors in the log of `feedback`. Once mended, invoke it with the requestPayload of each message.',
      alarmTopic: base.alarmTopic,
    })
    this.feedback = new LoketFunction(this, 'Feedback', {
      entry: 'functions/feedback/index.ts',
      inParts: true,
      description: 'Marks mails that arrived or came back',
      timeout: Duration.seconds(30),
      logKey: base.operationsKey,
      failures,
      environment: { LOKET_TABLE: tables.loket.tableName },
    })
    mayUseItems(this.feedback, tables.loket, ['GetItem', 'PutItem', 'UpdateItem'], ['OUTBOX#*'])
    // Whom mail does not reach is a mark of the dossier; nothing of a dossier is read, and nothing but its marks is written.
    mayMark(this.feedback, tables.loket, 'DOSSIER#*', ['pk', 'linkVersion', 'notReached'])

    // Nothing that follows a reader: no opens, no clicks.
    new ConfigurationSetEventDestination(this, 'Events', {
      configurationSet,
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.DELIVERY],
    })
    for (const [eventType, kind] of Object.entries(kinds)) this.passOn(eventType, kind, base.alarmTopic)
  }

  /**
   * SES puts addresses and headers in an event. Only what Loket needs is passed on, so that no address reaches the
   * function, its log or the queue of what failed. For the same reason the rule has no dead-letter queue, which would
   * keep the whole event: EventBridge tries for 24 hours, and an alarm tells when even that was in vain.
   */
  private passOn(eventType: string, { detailType, part, fields }: (typeof kinds)[keyof typeof kinds], topic: ITopic) {
    const rule = new Rule(this, eventType, {
      description: `Loket: tells feedback of each ${eventType.toLowerCase()}`,
      eventPattern: {
        source: ['aws.ses'],
        detailType: [detailType],
        detail: { eventType: [eventType], mail: { tags: { 'loket-mail': [{ exists: true }] } } },
      },
    })
    const from = (path: string) => EventField.fromPath(`$.detail.${path}`)
    rule.addTarget(
      new LambdaFunction(this.feedback, {
        event: RuleTargetInput.fromObject({
          detail: {
            eventType,
            [part]: Object.fromEntries(fields.map((field) => [field, from(`${part}.${field}`)])),
            mail: { tags: from('mail.tags') },
          },
        }),
      }),
    )
    new PeopleAlarm(this, `${eventType}Undelivered`, {
      metric: undelivered(rule),
      forPeople: 'What became of a mail is not known: one that came back may still show as sent.',
      whatToDo: 'Look whether the rule may still invoke `feedback`, and in SES for the bounces of that hour.',
      topic,
    })
  }
}
