import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { BaseStack } from './base-stack.ts'
import type { ClockStack } from './clock-stack.ts'
import type { LoketFunction } from './constructs/loket-function.ts'
import { PeopleAlarm, type PeopleAlarmProps } from './constructs/people-alarm.ts'
import { SealKeyGuard } from './constructs/seal-key-guard.ts'
import { addDashboard } from './dashboard.ts'
import type { FeedbackStack } from './feedback-stack.ts'
import type { GuestStack } from './guest-stack.ts'
import type { InboundStack } from './inbound-stack.ts'
import type { MailStack } from './mail-stack.ts'
import type { Stage } from './stages.ts'
import type { TableStack } from './table-stack.ts'
import type { WebStack } from './web-stack.ts'
import type { WorkspaceStack } from './workspace-stack.ts'

interface AlarmStackProps extends StackProps {
  stage: Stage
  base: BaseStack
  tables: TableStack
  web: WebStack
  workspace: WorkspaceStack
  guest: GuestStack
  mail: MailStack
  feedback: FeedbackStack
  inbound: InboundStack
  clock: ClockStack
}

const perFiveMinutes = { period: Duration.minutes(5), statistic: 'Sum' }

/** Of the account in this region: SES counts it over its own window of recent mail. */
const reputation = (metricName: string) =>
  new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: 'Average' })

/** Who is told when, and why that matters. A stream consumer brings its own alarm (constructs/stream-consumer.ts). */
export class AlarmStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { stage, base, tables, web, workspace, guest, mail, feedback, inbound, clock, ...props }: AlarmStackProps,
  ) {
    super(scope, id, props)
    const postponed = this.lines(mail.mailer, 'Postponed', 'Mail postponed')
    const givenUp = this.lines(mail.mailer, 'GivenUp', 'Mail given up after 72 hours')
    // By the mailer when SES refuses, by feedback when SES tells: whoever hears of it first.
    this.lines(feedback.feedback, 'Paused', 'Sending is paused by SES')
    const paused = this.lines(mail.mailer, 'Paused', 'Sending is paused by SES')
    this.passOnSending(feedback, 'Disabled', 'paused')
    this.passOnSending(feedback, 'Enabled', 'allowed')
    const alarm = (name: string, alarmProps: Omit<PeopleAlarmProps, 'topic'>) =>
      new PeopleAlarm(this, name, { ...alarmProps, topic: base.alarmTopic })

    alarm('ErrorPages', {
      metric: web.api.metricServerError(perFiveMinutes),
      forPeople: 'Somebody got an error page; what they sent is not stored and they were asked to phone.',
      whatToDo:
        'Read the logs of `public`, `guest` and `workspace`. Warn the networks when it goes on: their phones will ring.',
    })
    alarm('PublicThrottled', {
      metric: web.public.metricThrottles(perFiveMinutes),
      forPeople: 'People could not open a page or send a form, because too much came in at once.',
      whatToDo: 'Look in the access log for a flood. None: ask AWS for more concurrency.',
    })
    alarm('WorkspaceErrors', {
      metric: workspace.workspace.metricErrors(perFiveMinutes),
      forPeople: 'Coordinators cannot sign in or open a page. Requests still come in, are kept and are mailed.',
      whatToDo: 'Read the log of `workspace`: it names the setting that is wrong, or shows what ran out of time.',
    })
    alarm('WorkspaceThrottled', {
      metric: workspace.workspace.metricThrottles(perFiveMinutes),
      forPeople: 'Coordinators could not open a page, because too much came in at once; trying again helps.',
      whatToDo: 'Look in the access log for a flood. None: ask AWS for more concurrency.',
    })
    alarm('GuestErrors', {
      metric: guest.guest.metricErrors(perFiveMinutes),
      forPeople: 'Who is asked for an overleg cannot open their page or answer. What they answered before is kept.',
      whatToDo: 'Read the log of `guest`: it names the setting that is wrong, or shows what ran out of time.',
    })
    alarm('GuestThrottled', {
      metric: guest.guest.metricThrottles(perFiveMinutes),
      forPeople: 'Who is asked for an overleg could not open their page, because too much came in at once.',
      whatToDo: 'Look in the access log for a flood. None: ask AWS for more concurrency.',
    })
    alarm('MailerErrors', {
      metric: mail.mailer.metricErrors(perFiveMinutes),
      forPeople: 'Confirmations and triage mails leave late. Nothing is lost; each is tried again for 72 hours.',
      whatToDo: 'Read the log of `mailer`. SES refuses: look at its account dashboard.',
    })
    alarm('MailsPostponed', {
      metric: postponed,
      threshold: 10,
      periods: 3, // One address that is refused is no outage.
      forPeople: 'Mail is not leaving: SES refuses or does not answer. Nothing is lost; receipts on screen still work.',
      whatToDo: 'Look at the account dashboard of SES. After 72 hours mails are given up.',
    })
    alarm('MailGivenUp', {
      metric: givenUp,
      forPeople: 'Somebody never got a confirmation, or a network does not know of a request.',
      whatToDo: 'Find the reference in the log of `mailer` and have the network phone.',
    })
    alarm('SendingPaused', {
      metric: paused,
      forPeople:
        'Nobody gets mail: SES paused sending. Nothing is lost or given up: receipts on screen work, mails wait for as long as it lasts.',
      whatToDo:
        'Read why in SES, Account dashboard, and answer it. Until then have the networks look in the werkruimte and phone. See docs/operate.md, "SES pauses sending".',
    })
    // Levels at which SES puts an account under review; it pauses at twice and at five times as much.
    alarm('BounceRate', {
      metric: reputation('Reputation.BounceRate'),
      threshold: 0.05,
      treatMissingData: TreatMissingData.IGNORE,
      forPeople: 'Soon nobody may get mail: so much comes back that SES is about to pause sending.',
      whatToDo:
        'Look in the werkruimte, Post: a flood to unknown addresses stands there in one row; leave it. Correct lists of invitees that bounce.',
    })
    alarm('ComplaintRate', {
      metric: reputation('Reputation.ComplaintRate'),
      threshold: 0.001,
      treatMissingData: TreatMissingData.IGNORE,
      forPeople: 'Soon nobody may get mail: so many readers call it unwanted that SES is about to pause sending.',
      whatToDo:
        'Look in Post which mail is called unwanted, and have the organiser of that event stop mailing those people.',
    })
    alarm('MailerThrottled', {
      metric: mail.mailer.metricThrottles(perFiveMinutes),
      periods: 3, // A short outburst is no reason to wake anybody.
      forPeople: 'Mail has been leaving late for a quarter of an hour: more comes in than the mailer may send.',
      whatToDo: "Compare the mailer's reserved concurrency with the rate SES allows and raise it.",
    })
    alarm('ClockworkErrors', {
      metric: clock.clockwork.metricErrors(perFiveMinutes),
      periods: 2,
      forPeople: 'Reminders and mails that must be tried again are standing still.',
      whatToDo: 'Read the log of `clockwork`.',
    })
    alarm('ClockworkStopped', {
      metric: clock.clockwork.metricInvocations(perFiveMinutes),
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      forPeople: 'Nobody gets a reminder, and a mail that failed once is not tried again.',
      whatToDo: 'Look in EventBridge Scheduler whether the schedule is enabled and its role still may invoke.',
    })
    addDashboard(this, {
      stage: stage.name,
      alarms: [this, mail, feedback, inbound].flatMap(({ node }) =>
        node.findAll().filter((one) => one instanceof PeopleAlarm),
      ),
      functions: {
        public: web.public,
        workspace: workspace.workspace,
        guest: guest.guest,
        mailer: mail.mailer,
        feedback: feedback.feedback,
        inbound: inbound.inbound,
        clockwork: clock.clockwork,
      },
      mail: [postponed, givenUp, paused],
    })
    new SealKeyGuard(this, 'SealKeyGuard', { sealKeys: tables.sealKeys, topic: base.alarmTopic })
  }

  /** SES stops or allows sending as an account's reputation asks: only that it did is passed on, to its log and the alarm. */
  private passOnSending({ feedback }: FeedbackStack, status: 'Disabled' | 'Enabled', sending: 'paused' | 'allowed') {
    const rule = new Rule(this, `Sending${status}`, {
      description: `Loket: tells feedback that sending is ${sending}`,
      eventPattern: { source: ['aws.ses'], detailType: [`Sending Status ${status}`] },
    })
    const event = RuleTargetInput.fromObject({ detail: { sending } })
    rule.addTarget(new LambdaFunction(feedback, { event }))
  }

  /** They catch what SES refuses or tells, so only their log says it; the same name is one metric. */
  private lines({ node, logGroup }: LoketFunction, name: string, message: string) {
    const filter = new MetricFilter(this, `${node.id}${name}`, {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', message),
      metricNamespace: this.stackName,
      metricName: name,
    })
    return filter.metric(perFiveMinutes)
  }
}
