import { CfnRule } from 'aws-cdk-lib/aws-events'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { SealKeys } from './seal-keys.ts'

interface SealKeyGuardProps {
  sealKeys: SealKeys
  topic: ITopic
}

/** Calls that can make answers unreadable, or readable for others than the werkruimte. */
const guarded = ['ScheduleKeyDeletion', 'DisableKey', 'PutKeyPolicy', 'CreateGrant']

/**
 * Rings when somebody touches a seal key: a lost key loses every answer sealed with it. Needs a trail of CloudTrail in
 * the account. The L1, because the L2 would widen the policies of the topic and its key (base-stack.ts) by wildcard.
 */
export class SealKeyGuard extends Construct {
  constructor(scope: Construct, id: string, { sealKeys, topic }: SealKeyGuardProps) {
    super(scope, id)
    new CfnRule(this, 'Rule', {
      description:
        'For people: answers may become unreadable for coordinators, or readable for others. ' +
        'What to do: find out who did this and why; a deletion can be cancelled for 30 days.',
      eventPattern: {
        source: ['aws.kms'],
        'detail-type': ['AWS API Call via CloudTrail'],
        detail: { eventName: guarded, resources: { ARN: Object.values(sealKeys.keys).map(({ keyArn }) => keyArn) } },
      },
      targets: [{ id: 'Alarms', arn: topic.topicArn }],
    })
  }
}
