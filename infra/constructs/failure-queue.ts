import { Duration, Validations } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { PeopleAlarm } from './people-alarm.ts'

interface FailureQueueProps {
  /** What it means for people when something ends up here. */
  errorImpact: string
  whatToDo: string
  alarmTopic: ITopic
}

/** Where Lambda puts what it gave up; the first message rings. Who puts something here makes sure it names nobody. */
export function failureQueue(scope: Construct, { errorImpact, whatToDo, alarmTopic }: FailureQueueProps): Queue {
  const queue = new Queue(scope, 'Failures', {
    // The queue's own key: a message holds ids and numbers, never what people wrote.
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason:
      'This queue is the end of the line: Lambda puts here what it gave up. A queue behind it would hide failures.',
  })
  new PeopleAlarm(scope, 'GaveUp', {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
    forPeople: errorImpact,
    whatToDo,
    topic: alarmTopic,
  })
  return queue
}
