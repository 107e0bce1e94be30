import { Stack, type StackProps } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { HouseKey } from './constructs/house-key.ts'
import type { Stage } from './stages.ts'

interface BaseStackProps extends StackProps {
  stage: Stage
}

/** What every other stack leans on: the key for logs and alarms, and the topic that wakes somebody. */
export class BaseStack extends Stack {
  /** Encrypts logs and alarms. Not the key of the data: CloudWatch may use this one, and must not come near the other. */
  readonly operationsKey: Key
  readonly alarmTopic: Topic

  constructor(scope: Construct, id: string, props: BaseStackProps) {
    super(scope, id, props)
    this.operationsKey = new HouseKey(this, 'OperationsKey', { description: 'Loket: logs and alarms' })
    this.operationsKey.addToResourcePolicy(this.logsMayEncrypt())
    this.operationsKey.addToResourcePolicy(this.alarmsMayEncrypt())

    this.alarmTopic = new Topic(this, 'Alarms', {
      displayName: `Loket ${props.stage.name}`,
      masterKey: this.operationsKey,
      enforceSSL: true,
    })
    this.alarmTopic.addToResourcePolicy(this.alarmsMayPublish())
    this.alarmTopic.addSubscription(new EmailSubscription(props.stage.alarmEmail))
  }

  private logsMayEncrypt() {
    return new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${this.region}.amazonaws.com`)],
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:DescribeKey',
      ],
      resources: ['*'], // In a key policy this means: this key.
      conditions: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${this.region}:${this.account}:log-group:*` },
      },
    })
  }

  /** Without a condition on the account: a topic's key sees none from EventBridge, and its alarms would stay silent. */
  private alarmsMayEncrypt() {
    return new PolicyStatement({
      principals: alarmServices(),
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'], // In a key policy this means: this key.
    })
  }

  /** A topic with a policy of its own (enforceSSL makes one) loses the default that lets this account's alarms in. */
  private alarmsMayPublish() {
    return new PolicyStatement({
      principals: alarmServices(),
      actions: ['sns:Publish'],
      resources: [this.alarmTopic.topicArn],
    })
  }
}

const alarmServices = () => [
  new ServicePrincipal('cloudwatch.amazonaws.com'),
  new ServicePrincipal('events.amazonaws.com'),
]
