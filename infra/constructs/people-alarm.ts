import { Alarm, type AlarmProps, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

export interface PeopleAlarmProps extends Pick<AlarmProps, 'metric' | 'comparisonOperator' | 'treatMissingData'> {
  /** What people notice, or will miss, while this rings. */
  forPeople: string
  /** The first thing to do for whoever is woken. */
  whatToDo: string
  topic: ITopic
  /** Rings from this value on; 1 when nothing is said. */
  threshold?: number
  /** So many periods in a row; 1 when nothing is said. */
  periods?: number
}

/** An alarm that says in its mail what it means for people and what to do; without that it does not compile. */
export class PeopleAlarm extends Alarm {
  constructor(
    scope: Construct,
    id: string,
    { forPeople, whatToDo, topic, threshold = 1, periods = 1, ...props }: PeopleAlarmProps,
  ) {
    super(scope, id, {
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...props,
      threshold,
      evaluationPeriods: periods,
      alarmDescription: `For people: ${forPeople} What to do: ${whatToDo}`,
    })
    this.addAlarmAction(new SnsAction(topic))
  }
}
