import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { type BundleProps, bundle } from './bundle.ts'

export interface LoketFunctionProps extends BundleProps {
  description: string
  timeout: Duration
  /** Key of the log group. */
  logKey: IKey
  environment?: Record<string, string>
  /** MB; CPU grows with it. */
  memorySize?: number
  /** At most this many at once. */
  reservedConcurrency?: number
  /** Fixed name of its role, when a policy elsewhere names it. */
  roleName?: string
  /**
   * For events that come once: tried again for some minutes, waited for when too much comes in, then put here. Without it a call that fails is over, because who
   * calls comes again within a minute.
   */
  failures?: Queue
}

/** A Lambda function as all of Loket's are: Node 24 on ARM, JSON logs kept 30 days under our key, a role that starts empty. */
export class LoketFunction extends LambdaFunction {
  constructor(
    scope: Construct,
    id: string,
    {
      entry,
      inParts,
      files,
      logKey,
      memorySize = 512,
      reservedConcurrency,
      roleName,
      failures,
      ...props
    }: LoketFunctionProps,
  ) {
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.ONE_MONTH,
      encryptionKey: logKey,
      removalPolicy: RemovalPolicy.DESTROY, // Logs hold no personal data and nothing that is needed twice.
    })
    // A role of our own, or CDK attaches AWSLambdaBasicExecutionRole, which may write every log group of the account.
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      roleName,
    })
    if (failures)
      role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failures.queueArn] }))
    logGroup.grantWrite(role)

    super(scope, id, {
      ...props,
      code: bundle({ entry, inParts, files }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.INFO,
      // Who calls without waiting (the schedule, the clockwork) comes again within a minute: no second copy of old work.
      ...(failures
        ? {
            retryAttempts: 2,
            maxEventAge: Duration.hours(6),
            onFailure: { bind: () => ({ destination: failures.queueArn }) },
          }
        : { retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
      reservedConcurrentExecutions: reservedConcurrency,
    })
  }
}
