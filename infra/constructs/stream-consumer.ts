import { Duration } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  EventSourceMapping,
  FilterCriteria,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { mayUseTableKey } from '../grants.ts'
import { failureQueue } from './failure-queue.ts'

export interface StreamConsumerProps {
  table: TableV2
  consumer: LambdaFunction
  /** Which records are for this consumer; the others never wake it. */
  filter: Record<string, unknown>
  /** What it means for people when a record could not be handled. */
  errorImpact: string
  whatToDo: string
  alarmTopic: ITopic
}

/**
 * A function that reads a table's stream. One bad record must not hold up the others, nor be lost without a trace:
 * the function reports the records that failed, a failing batch is halved, tries are limited, and what is given up goes to
 * a queue that rings. The function must answer with `batchItemFailures`.
 */
export class StreamConsumer extends Construct {
  readonly failures: Queue

  constructor(scope: Construct, id: string, props: StreamConsumerProps) {
    super(scope, id)
    const { table, consumer } = props
    if (!table.tableStreamArn) throw new Error(`${table.node.path} has no stream`)

    this.failures = failureQueue(this, props)
    this.mayReadStream(consumer, table, table.tableStreamArn)
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: consumer,
      eventSourceArn: table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON, // From the first record: nothing is skipped at a first deploy.
      filters: [FilterCriteria.filter(props.filter)],
      batchSize: 10,
      maxBatchingWindow: Duration.seconds(1),
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(1),
      onFailure: { bind: () => ({ destination: this.failures.queueArn }) },
    })
    mapping.node.addDependency(consumer.role ?? consumer) // Lambda checks these rights when the mapping is made.
  }

  /** CDK's grants would allow ListStreams on every table and a queue's key by wildcard. */
  private mayReadStream(consumer: LambdaFunction, table: TableV2, streamArn: string) {
    const read = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']
    consumer.addToRolePolicy(
      new PolicyStatement({ actions: read.map((action) => `dynamodb:${action}`), resources: [streamArn] }),
    )
    consumer.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.failures.queueArn] }))
    mayUseTableKey(consumer, table)
  }
}
