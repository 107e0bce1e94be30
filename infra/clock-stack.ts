import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import type { Construct } from 'constructs'
import type { BaseStack } from './base-stack.ts'
import { LoketFunction } from './constructs/loket-function.ts'
import { mayQueryIndex } from './grants.ts'
import type { Stage } from './stages.ts'
import type { TableStack } from './table-stack.ts'

interface ClockStackProps extends StackProps {
  stage: Stage
  base: BaseStack
  tables: TableStack
  mailer: LoketFunction
  workspace: LoketFunction
}

/** Time passes: every minute the clockwork hands what is due to the mailer, and tells the werkruimte which dossiers changed, where seats came free and which year is over. */
export class ClockStack extends Stack {
  readonly clockwork: LoketFunction

  constructor(scope: Construct, id: string, { stage, base, tables, mailer, workspace, ...props }: ClockStackProps) {
    super(scope, id, props)
    this.clockwork = new LoketFunction(this, 'Clockwork', {
      entry: 'functions/clockwork/index.ts',
      description: 'Hands over what is due',
      timeout: Duration.seconds(55), // Over before the next minute begins.
      reservedConcurrency: stage.reserveConcurrency ? 1 : undefined, // Two sweeps at once would hand over the same mail.
      logKey: base.operationsKey,
      environment: {
        LOKET_TABLE: tables.loket.tableName,
        MAILER_FUNCTION: mailer.functionName,
        WORKSPACE_FUNCTION: workspace.functionName,
        MAILS_PER_SECOND: String(stage.mailsPerSecond),
      },
    })
    mayQueryIndex(this.clockwork, tables.loket, 'due', ['due', 'bulk', 'zoek', 'plaatsen', 'jaar'])
    this.clockwork.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [mailer.functionArn, workspace.functionArn],
      }),
    )

    new Schedule(this, 'EveryMinute', {
      description: 'Loket: the clockwork',
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(this.clockwork, {
        role: this.schedulerRole(),
        retryAttempts: 0, // The next minute is the retry.
        maxEventAge: Duration.minutes(1),
      }),
    })
  }

  /** Closed to CDK, which would add every version of the function by wildcard. */
  private schedulerRole() {
    const role = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    })
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.clockwork.functionArn] }),
    )
    return role.withoutPolicyUpdates()
  }
}
