/** How Loket runs, what it says of itself, and who is woken. */
import { readFileSync } from 'node:fs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { receivingNetworks } from '../../forms/index.ts'
import { sendingIn } from '../../functions/feedback/ses-event.ts'
import { readConfig } from '../../functions/shared/config.ts'
import { pausedLine } from '../../functions/shared/sending-paused.ts'
import { readEdgeKeys } from '../../functions/shared/web/edge.ts'
import { readStage, type SignInProvider, type Stage, stages } from '../../infra/stages.ts'
import { deployed, synthesise } from './synth.ts'

const { everywhere } = synthesise()
const functions = everywhere('AWS::Lambda::Function')

const environmentOf = (path: string): Record<string, unknown> =>
  functions.find((found) => found.path === path)?.properties.Environment.Variables

const settled = (environment: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, deployed(value)]))

describe('every function', () => {
  it('runs on Node 24 on ARM and logs JSON', () => {
    expect(functions).toHaveLength(10)
    for (const { path, properties } of functions) {
      expect(properties, path).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'INFO' },
      })
    }
  })

  it('writes to a log group of its own', () => {
    const groups = functions.map(({ properties }) => JSON.stringify(properties.LoggingConfig.LogGroup))
    expect(groups.filter((group) => !group.includes('Logs'))).toEqual([])
    expect(everywhere('AWS::Logs::LogGroup')).toHaveLength(functions.length + 1) // and the access log
  })

  it('is tried once: who calls without waiting comes again; an event of SES or S3 comes once, and is kept', () => {
    for (const { path, properties } of everywhere('AWS::Lambda::EventInvokeConfig')) {
      if (/\/(Feedback|Inbound)\//.test(path)) {
        expect(properties).toMatchObject({ MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 6 * 3600 })
        expect(JSON.stringify(properties.DestinationConfig.OnFailure)).toContain('Failures')
      } else expect(properties, path).toMatchObject({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 })
    }
  })
})

it('keeps every log 30 days, under our own key', () => {
  for (const { path, properties } of everywhere('AWS::Logs::LogGroup')) {
    expect(properties.RetentionInDays, path).toBe(30)
    expect(JSON.stringify(properties.KmsKeyId), path).toContain('OperationsKey')
  }
})

describe('the settings a function reads are the settings it gets', () => {
  it.each([
    ['public', 'loket-dev-web/Public/Resource', true],
    ['workspace', 'loket-dev-workspace/Workspace/Resource', true],
    ['guest', 'loket-dev-guest/Guest/Resource', true],
    ['mailer', 'loket-dev-mail/Mailer/Resource', false],
    ['feedback', 'loket-dev-feedback/Feedback/Resource', false],
    ['inbound', 'loket-dev-inbound/Inbound/Resource', false],
    ['clockwork', 'loket-dev-clock/Clockwork/Resource', false],
  ] as const)('%s', (name, path, facesTheInternet) => {
    const { EDGE_KEYS, ...environment } = settled(environmentOf(path))
    expect(Object.keys(readConfig(name, environment)).sort()).toEqual(Object.keys(environment).sort())
    expect(EDGE_KEYS !== undefined).toBe(facesTheInternet)
    if (facesTheInternet) expect(readEdgeKeys({ EDGE_KEYS })).not.toHaveLength(0)
  })
})

it('lets one sweep run at a time, and few mailers; none is set apart where the account has too little', () => {
  expect(functions.filter(({ properties }) => properties.ReservedConcurrentExecutions)).toEqual([])
  const inProd = synthesise(stages.prod).everywhere('AWS::Lambda::Function')
  const reserved = inProd.map(({ path, properties }) => [path, properties.ReservedConcurrentExecutions])
  expect(Object.fromEntries(reserved)).toMatchObject({
    'loket-prod-clock/Clockwork/Resource': 1,
    'loket-prod-mail/Mailer/Resource': 5,
  })
})

const alarms = everywhere('AWS::CloudWatch::Alarm')
const nameOf = (path: string) => path.split('/').slice(1, -1).join('/')

it('rings for everything people would notice', () => {
  expect(alarms.map(({ path }) => nameOf(path)).sort()).toEqual([
    'ArrivedUndelivered',
    'BounceRate',
    'BounceUndelivered',
    'ClockworkErrors',
    'ClockworkStopped',
    'ComplaintRate',
    'ComplaintUndelivered',
    'DeliveryUndelivered',
    'ErrorPages',
    'GaveUp',
    'GaveUp',
    'GuestErrors',
    'GuestThrottled',
    'MailGivenUp',
    'MailerErrors',
    'MailerThrottled',
    'MailsPostponed',
    'Outbox/GaveUp',
    'PublicThrottled',
    'SendingPaused',
    'WorkspaceErrors',
    'WorkspaceThrottled',
  ])
})

it.each(alarms.map(({ path, properties }) => [nameOf(path), properties] as const))(
  '%s says what it means for people and what to do, and reaches somebody',
  (_, { AlarmDescription, AlarmActions }) => {
    expect(AlarmDescription).toMatch(/^For people: .{20,}\. What to do: .{10,}\.$/s)
    expect(AlarmDescription.length).toBeLessThanOrEqual(1024) // CloudWatch refuses more.
    expect(JSON.stringify(AlarmActions)).toContain('Alarms')
  },
)

it('rings when the clockwork says nothing at all', () => {
  const stopped = alarms.find(({ path }) => path.includes('ClockworkStopped'))
  expect(stopped?.properties).toMatchObject({ TreatMissingData: 'breaching', ComparisonOperator: 'LessThanThreshold' })
})

it('rings at the first message in a failure queue', () => {
  const gaveUp = alarms.filter(({ path }) => path.includes('GaveUp'))
  expect(gaveUp).toHaveLength(3)
  for (const { properties } of gaveUp) {
    expect(properties).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 1,
      EvaluationPeriods: 1,
    })
  }
})

it('shows every alarm and every function people depend on, on one page', () => {
  const [dashboard] = everywhere('AWS::CloudWatch::Dashboard')
  const shown = JSON.stringify(dashboard?.properties.DashboardBody)
  const ofPeople = alarms.map(({ path }) => nameOf(path).replaceAll('/', ''))
  expect(ofPeople.filter((name) => !new RegExp(`(?:"|GetAtt)${name}[0-9A-F]{8}`).test(shown))).toEqual([])
  const answering = ['Public', 'Workspace', 'Guest', 'Mailer', 'Feedback', 'Clockwork']
  const unseen = answering.filter((name) => shown.match(new RegExp(`Ref${name}[0-9A-F]{8}`, 'g'))?.length !== 4)
  expect(unseen, 'asked, errors, throttles, duration').toEqual([])
})

it('listens for the words the mailer really logs', () => {
  const mailer = ['functions/mailer/deliver.ts', 'functions/shared/sending-paused.ts']
    .map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
    .join('')
  const filters = everywhere('AWS::Logs::MetricFilter')
  expect(filters).toHaveLength(4)
  for (const { properties } of filters) {
    const [, message] = /^\{ \$\.message = "(.+)" \}$/.exec(properties.FilterPattern) ?? []
    expect(mailer).toContain(`'${message}'`)
  }
})

it('rings when sending is paused, whoever hears of it first', () => {
  const paused = everywhere('AWS::Logs::MetricFilter').filter(({ properties }) =>
    properties.FilterPattern.includes(pausedLine),
  )
  expect(new Set(paused.map(({ properties }) => properties.MetricTransformations[0].MetricName))).toEqual(
    new Set(['Paused']),
  )
  expect(paused.map(({ properties }) => /mailer|feedback/i.exec(JSON.stringify(properties.LogGroupName))?.[0])).toEqual(
    expect.arrayContaining([expect.stringMatching(/mailer/i), expect.stringMatching(/feedback/i)]),
  )
})

it('tells feedback that SES stopped or allowed sending, and nothing else of the event', () => {
  const rules = everywhere('AWS::Events::Rule').filter(({ path }) => path.includes('/Sending'))
  const told = rules.map(({ properties }) => [properties.EventPattern, JSON.parse(properties.Targets[0].Input)])
  expect(told).toEqual([
    [{ source: ['aws.ses'], 'detail-type': ['Sending Status Disabled'] }, { detail: { sending: 'paused' } }],
    [{ source: ['aws.ses'], 'detail-type': ['Sending Status Enabled'] }, { detail: { sending: 'allowed' } }],
  ])
  expect(told.map(([, event]) => sendingIn(event))).toEqual(['paused', 'allowed'])
})

it('rings when SES is about to review the account', () => {
  const reputation = alarms.filter(({ properties }) => properties.Namespace === 'AWS/SES')
  expect(
    reputation.map(({ properties: { MetricName, Threshold, TreatMissingData } }) => [
      MetricName,
      Threshold,
      TreatMissingData,
    ]),
  ).toEqual([
    ['Reputation.BounceRate', 0.05, 'ignore'],
    ['Reputation.ComplaintRate', 0.001, 'ignore'],
  ])
})

it('rings when somebody touches a seal key', () => {
  const rule = everywhere('AWS::Events::Rule').find(({ path }) => path.includes('SealKeyGuard'))
  expect(rule?.properties.EventPattern.detail).toEqual({
    eventName: ['ScheduleKeyDeletion', 'DisableKey', 'PutKeyPolicy', 'CreateGrant'],
    resources: { ARN: stages.dev.networks.map(() => expect.anything()) },
  })
  expect(rule?.properties.Description).toContain('For people: ')
  expect(JSON.stringify(rule?.properties.Targets)).toContain('Alarms')
})

it('tells the address of the stage, through an encrypted topic over TLS', () => {
  const [topic] = everywhere('AWS::SNS::Topic')
  expect(JSON.stringify(topic?.properties.KmsMasterKeyId)).toContain('OperationsKey')
  const [subscription] = everywhere('AWS::SNS::Subscription')
  expect(subscription?.properties).toMatchObject({ Protocol: 'email', Endpoint: 'alarm-dev@example.be' })
  const [policy] = everywhere('AWS::SNS::TopicPolicy')
  expect(policy?.properties.PolicyDocument.Statement).toMatchObject([
    { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    { Effect: 'Allow', Action: 'sns:Publish' },
  ])
})

it('lets alarms use the key of the topic; without it they would be silent', () => {
  const key = everywhere('AWS::KMS::Key').find(({ path }) => path.includes('OperationsKey'))
  expect(key?.properties.KeyPolicy.Statement).toContainEqual(
    expect.objectContaining({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Principal: { Service: ['cloudwatch.amazonaws.com', 'events.amazonaws.com'] },
    }),
  )
})

describe.each(Object.values(stages))('stage $name', (stage) => {
  it('has a seal key for every network that has a form', () => {
    expect([...stage.networks].sort()).toEqual(receivingNetworks.map(({ slug }) => slug).sort())
  })

  it('is reached over https, at an address without a slash at the end', () => {
    expect(stage.url).toMatch(/^https:\/\/[a-z.-]+$/)
  })

  it('lets coordinators sign in at its own provider, and tells the tenant only when there is one', () => {
    const workspace = synthesise(stage)
      .everywhere('AWS::Lambda::Function')
      .find(({ path }) => path === `loket-${stage.name}-workspace/Workspace/Resource`)
    const { EDGE_KEYS: _, ...environment } = settled(workspace?.properties.Environment.Variables)
    const read = readConfig('workspace', environment)
    const own: SignInProvider = {
      issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/reference',
      clientId: 'reference',
      secondFactor: 'provider',
    }
    const { oidc }: Stage = stage
    const { issuer, clientId, tenant, secondFactor }: SignInProvider = 'issuer' in oidc ? oidc : own
    expect([read.OIDC_ISSUER, read.OIDC_CLIENT_ID, read.OIDC_TENANT]).toEqual([issuer, clientId, tenant])
    expect(read.OIDC_SECOND_FACTOR).toBe(secondFactor)
    expect(Object.keys(read).sort()).toEqual(Object.keys(environment).sort())
    if (tenant) expect(issuer).toContain(tenant)
  })

  it('mails from its own subdomain', () => {
    expect(stage.mailFrom.split('@')[1]).toBe(stage.mailDomain)
  })

  it('passes the checks of cdk-nag', () => {
    const { app } = synthesise(stage)
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([])
  })
})

it('is dev when nothing is chosen, and nothing when a name is misspelled', () => {
  expect(readStage()).toBe(stages.dev)
  expect(readStage('prod')).toBe(stages.prod)
  expect(() => readStage('produ')).toThrow('Choose -c stage=dev or -c stage=prod')
})

it('marks everything with its service and stage', () => {
  for (const { properties } of everywhere('AWS::Lambda::Function')) {
    expect(properties.Tags).toEqual([
      { Key: 'service', Value: 'loket' },
      { Key: 'stage', Value: 'dev' },
    ])
  }
})
