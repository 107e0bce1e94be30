import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { IRule } from 'aws-cdk-lib/aws-events'

/** Events of a rule that did not reach what it invokes, in each five minutes. */
export const undelivered = ({ ruleName }: IRule): Metric =>
  new Metric({
    ...{ namespace: 'AWS/Events', metricName: 'FailedInvocations', statistic: 'Sum' },
    period: Duration.minutes(5),
    dimensionsMap: { RuleName: ruleName },
  })
