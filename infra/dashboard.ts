import { Duration } from 'aws-cdk-lib'
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'

interface LoketDashboardProps {
  stage: string
  alarms: readonly IAlarm[]
  functions: Readonly<Record<string, LambdaFunction>>
  /** Mails that had to wait, and those given up. */
  mail: readonly IMetric[]
}

const perFiveMinutes = { period: Duration.minutes(5) }

/** One page to open when a phone rings: what is wrong, who came, what leaves late. */
export function addDashboard(scope: Construct, { stage, alarms, functions, mail }: LoketDashboardProps): Dashboard {
  const lines = (measure: (fn: LambdaFunction) => IMetric) => Object.values(functions).map(measure)
  const named = Object.entries(functions)
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: `loket-${stage}`,
    defaultInterval: Duration.days(1),
    widgets: [
      [
        new TextWidget({
          width: 24,
          height: 2,
          markdown: `# Loket ${stage}\nWhat to do: docs/operate.md. An alarm says in its text what it means for people.`,
        }),
      ],
      [new AlarmStatusWidget({ width: 24, height: 4, title: 'Alarms', alarms: [...alarms] })],
      [
        new GraphWidget({
          title: 'Requests answered',
          left: named.map(([label, fn]) => fn.metricInvocations({ ...perFiveMinutes, label })),
        }),
        new GraphWidget({
          title: 'Errors and throttles',
          left: lines((fn) => fn.metricErrors(perFiveMinutes)),
          right: lines((fn) => fn.metricThrottles(perFiveMinutes)),
        }),
        new GraphWidget({
          title: 'How long, slowest of twenty (ms)',
          left: named.map(([label, fn]) => fn.metricDuration({ ...perFiveMinutes, statistic: 'p95', label })),
        }),
        new GraphWidget({ title: 'Mails that wait or were given up', left: [...mail] }),
      ],
    ],
  })
}
