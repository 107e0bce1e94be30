import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { readEvent } from '../../functions/feedback/ses-event.ts'
import { eventsOf, type MailEvent } from '../../functions/local/mail-events.ts'
import { mailTags } from '../../functions/shared/mail-tags.ts'
import {
  applicantIndex,
  dueIndex,
  holderIndex,
  lineAttributes,
  linesIndex,
  queueIndex,
} from '../../functions/shared/store/indexes.ts'
import { mailKey } from '../../functions/shared/store/keys.ts'
import { publicJwk } from '../../infra/handlers/seal-key.ts'
import { maxNetworks, refuseTooMany } from '../../infra/limits.ts'
import { pageFiles } from '../../infra/page-files.ts'
import { stages } from '../../infra/stages.ts'
import { deployed, sampleJwk, synthesise } from './synth.ts'

const { template, everywhere, stacks } = synthesise()
const only = (type: string) => {
  const [found, ...others] = everywhere(type)
  if (!found || others.length > 0) throw new Error(`Expected one ${type}`)
  return found
}

describe('the stack of what must not be lost', () => {
  const tables = everywhere('AWS::DynamoDB::GlobalTable')
  const tableNamed = (name: string) => {
    const found = tables.find(({ path }) => path.includes(`/${name}/`))
    if (!found) throw new Error(`No table ${name}`)
    return found
  }
  const replicaOf = (name: string) => tableNamed(name).properties.Replicas[0]

  it('has two tables, both under our own key, both protected against deletion', () => {
    expect(tables).toHaveLength(2)
    for (const name of ['Loket', 'Drafts']) {
      expect(tableNamed(name).properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' })
      expect(JSON.stringify(replicaOf(name).SSESpecification)).toContain('DataKey')
      expect(replicaOf(name).DeletionProtectionEnabled).toBe(true)
      expect(tableNamed(name).properties.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true })
      expect(tableNamed(name).properties.BillingMode).toBe('PAY_PER_REQUEST')
    }
  })

  it('can bring the dossiers back to any second of the last 35 days, and keeps them when the stack goes', () => {
    expect(replicaOf('Loket').PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    })
    expect(tableNamed('Loket').keptWithoutStack).toBe(true)
  })

  it('puts keys only on the stream, never what people wrote', () => {
    expect(tableNamed('Loket').properties.StreamSpecification).toEqual({ StreamViewType: 'KEYS_ONLY' })
  })

  it('has the indexes the local engine has: what is due and whose it is by keys only, the lists of the werkruimte whole', () => {
    const keys = (hash: string, range: string) => [
      { AttributeName: hash, KeyType: 'HASH' },
      { AttributeName: range, KeyType: 'RANGE' },
    ]
    const index = (IndexName: string, KeySchema: object[], ProjectionType: string) => ({
      ...{ IndexName, KeySchema, Projection: { ProjectionType } },
    })
    expect(tableNamed('Loket').properties.GlobalSecondaryIndexes).toEqual([
      index(dueIndex, keys('due', 'dueAt'), 'KEYS_ONLY'),
      index(queueIndex, keys('rij', 'rijSinds'), 'ALL'),
      index(holderIndex, keys('bij', 'rijSinds'), 'ALL'),
      index(applicantIndex, keys('applicant', 'pk'), 'KEYS_ONLY'),
      {
        ...index(linesIndex, keys('rij', 'rijSinds'), ''),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: lineAttributes },
      },
    ])
  })

  it('lets a draft leave no trace: no stream, no point-in-time recovery, gone with the stack', () => {
    expect(tableNamed('Drafts').properties.StreamSpecification).toBeUndefined()
    expect(replicaOf('Drafts').PointInTimeRecoverySpecification).toBeUndefined()
    expect(tableNamed('Drafts').keptWithoutStack).toBe(false)
  })

  it('rotates every key that can rotate, and keeps every key for 30 days after a mistake', () => {
    const keys = everywhere('AWS::KMS::Key')
    expect(keys).toHaveLength(2 + stages.dev.networks.length)
    for (const { properties, keptWithoutStack } of keys) {
      expect(properties.PendingWindowInDays).toBe(30)
      expect(keptWithoutStack).toBe(true)
      expect(properties.EnableKeyRotation ?? properties.KeySpec).toSatisfy(
        (value) => value === true || value === 'RSA_3072',
      )
    }
  })

  it('gives each network a seal key of its own', () => {
    for (const network of stages.dev.networks) {
      template('tables').hasResourceProperties('AWS::KMS::Key', {
        Description: `Loket: seals the answers of ${network}`,
        KeySpec: 'RSA_3072',
        KeyUsage: 'ENCRYPT_DECRYPT',
      })
    }
  })

  it('keeps its two secrets under our own key, also when the stack goes', () => {
    const secrets = everywhere('AWS::SecretsManager::Secret').filter(({ path }) => !path.includes('Edge'))
    expect(secrets.map(({ keptWithoutStack }) => keptWithoutStack)).toEqual([true, true])
    template('tables').allResourcesProperties('AWS::SecretsManager::Secret', {
      KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('DataKey'), 'Arn'] },
      SecretString: Match.absent(), // A secret in a template is no secret.
    })
  })

  it('cannot be destroyed by one command in prod', () => {
    expect(stacks.tables.terminationProtection).toBe(false)
    expect(synthesise(stages.prod).stacks.tables.terminationProtection).toBe(true)
  })
})

describe('the web stack', () => {
  const web = template('web')
  const stage = only('AWS::ApiGatewayV2::Stage')

  it('sends every address outside the werkruimte to `public`, which knows its own routes', () => {
    web.resourceCountIs('AWS::ApiGatewayV2::Route', 1)
    web.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: '$default' })
    web.hasResourceProperties('AWS::ApiGatewayV2::Integration', {
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Public'), 'Arn'] },
      PayloadFormatVersion: '2.0',
    })
  })

  it('logs that somebody came and how it went; not where (tokens are in paths), not who', () => {
    const format = stage.properties.AccessLogSettings.Format
    expect(Object.values(JSON.parse(format)).sort()).toEqual([
      '$context.httpMethod',
      '$context.integrationLatency',
      '$context.integrationStatus',
      '$context.requestId',
      '$context.requestTime',
      '$context.responseLatency',
      '$context.responseLength',
      '$context.status',
    ])
    expect(format).not.toMatch(/path|identity|sourceIp|userAgent|protocol|domain/i)
  })

  it('bounds what a flood can cost', () => {
    expect(stage.properties.DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 })
  })

  const functionAt = (path: string) => everywhere('AWS::Lambda::Function').find((found) => found.path === path)

  it.each(['web/Public', 'workspace/Workspace', 'guest/Guest'])(
    'gives %s the public seal keys as JSON by network',
    (name) => {
      const environment = functionAt(`loket-dev-${name}/Resource`)?.properties.Environment.Variables
      expect(JSON.parse(deployed(environment.SEAL_KEYS))).toEqual(
        Object.fromEntries(stages.dev.networks.map((network) => [network, sampleJwk])),
      )
    },
  )

  it('refuses more networks than fit the 4 KB of an environment, before a deploy does', () => {
    const named = (amount: number) => Array.from({ length: amount }, (_, index) => `netwerk-${index}`)
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
    const jwk = publicJwk(publicKey.export({ format: 'der', type: 'spki' }), randomUUID())
    const sealKeys = JSON.stringify(Object.fromEntries(named(maxNetworks).map((network) => [network, jwk])))
    const otherSettings = 1_060 // Of `workspace`, with each ARN at its longest: hundred-networks.test.ts.
    expect(sealKeys.length + otherSettings).toBeLessThanOrEqual(4096)
    refuseTooMany({ networks: named(maxNetworks) })
    expect(() => refuseTooMany({ networks: named(maxNetworks + 1) })).toThrow('SEAL_KEYS fits 5 networks')
  })

  it('lays every file that pages need beside a bundle', () => {
    const source = readFileSync('functions/shared/web/assets.ts', 'utf8')
    const read = [...source.matchAll(/new URL\('\.\/(.+?)', bundle\)/g)].map(([, path]) => path)
    expect(Object.keys(pageFiles).sort()).toEqual(read.sort())
    expect(Object.values(pageFiles).filter((path) => !existsSync(path))).toEqual([])
  })
})

describe('the stack of what comes in', () => {
  const bucket = only('AWS::S3::Bucket')

  it('keeps mail a day, encrypted, out of sight and without versions', () => {
    expect(bucket.properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
      },
      LifecycleConfiguration: { Rules: [expect.objectContaining({ ExpirationInDays: 1, Status: 'Enabled' })] },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    })
    expect(bucket.properties.VersioningConfiguration).toBeUndefined()
    expect(bucket.keptWithoutStack).toBe(false)
    const [ssl] = only('AWS::S3::BucketPolicy').properties.PolicyDocument.Statement
    expect(ssl).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })
  })

  it('takes mail for the address all mail is from, over TLS, looked at for spam and viruses', () => {
    expect(only('AWS::SES::ReceiptRule').properties).toMatchObject({
      RuleSetName: 'loket-dev-inbound',
      Rule: {
        ...{ Enabled: true, Recipients: [stages.dev.mailFrom], ScanEnabled: true, TlsPolicy: 'Require' },
        Actions: [{ S3Action: { BucketName: { Ref: expect.stringMatching(/^Mail/) } } }],
      },
    })
  })

  it('passes on a name and a size, and nobody', () => {
    const [rule, ...others] = everywhere('AWS::Events::Rule').filter(({ path }) => path.includes('-inbound/'))
    expect(others).toEqual([])
    const { InputPathsMap, InputTemplate } = rule?.properties.Targets[0].InputTransformer ?? {}
    expect(Object.values(InputPathsMap)).toEqual(['$.detail.object.key', '$.detail.object.size'])
    expect(InputTemplate.replaceAll(/<[\w-]+>/g, '1')).toBe('{"detail":{"key":1,"size":1}}')
  })
})

describe('the workspace stack', () => {
  const workspace = template('workspace')

  it('gets the werkruimte and everything under it, whatever the method', () => {
    const routes = Object.values(workspace.findResources('AWS::ApiGatewayV2::Route')).map(
      ({ Properties }) => Properties,
    )
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(['ANY /werkruimte', 'ANY /werkruimte/{proxy+}'])
    const integrations = workspace.findResources('AWS::ApiGatewayV2::Integration')
    for (const { ApiId, Target } of routes) {
      expect(JSON.stringify(ApiId)).toContain('loket-dev-web:ExportsOutputRefApi')
      expect(integrations[Target['Fn::Join'][1][1].Ref]?.Properties).toMatchObject({
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': [expect.stringMatching(/^Workspace/), 'Arn'] },
        PayloadFormatVersion: '2.0',
      })
    }
  })

  it('leans on the web stack, which knows nothing of it', () => {
    expect(stacks.workspace.dependencies).toContain(stacks.web)
    expect(stacks.web.dependencies).not.toContain(stacks.workspace)
  })

  it('lets the API wake the function from these two routes only', () => {
    const sources = Object.values(workspace.findResources('AWS::Lambda::Permission')).map(({ Properties }) =>
      deployed(Properties.SourceArn),
    )
    expect(sources).toHaveLength(2)
    for (const source of sources) expect(source).toMatch(/\/\*\/\*\/werkruimte(\/\{proxy\+\})?$/)
  })
})

describe('the guest stack', () => {
  const guest = template('guest')

  it('gets every link of a guest, whatever the method, and no other address', () => {
    const routes = Object.values(guest.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties)
    expect(routes.map(({ RouteKey }) => RouteKey)).toEqual(['ANY /overleg/{proxy+}', 'ANY /plan/{proxy+}'])
    const sources = Object.values(guest.findResources('AWS::Lambda::Permission')).map(({ Properties }) =>
      deployed(Properties.SourceArn),
    )
    expect(sources).toHaveLength(2)
    for (const source of sources) expect(source).toMatch(/\/\*\/\*\/(overleg|plan)\/\{proxy\+\}$/)
  })

  it('leans on the web stack, which knows nothing of it', () => {
    expect(stacks.guest.dependencies).toContain(stacks.web)
    expect(stacks.web.dependencies).not.toContain(stacks.guest)
  })
})

describe('the sign-in stack, for who has no provider', () => {
  const pool = only('AWS::Cognito::UserPool')
  const client = only('AWS::Cognito::UserPoolClient')

  it('makes accounts for nobody by itself, and asks everybody a second factor', () => {
    expect(pool.keptWithoutStack).toBe(true)
    expect(pool.properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    })
  })

  it('is a public client that gives a code, and only to us', () => {
    expect(client.properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: [`${stages.dev.url}/werkruimte/terug`],
    })
  })

  it('signs in by managed login, which asks again when we say so; the classic pages do not', () => {
    // 2: managed login. The Lite plan has the classic pages only.
    expect(pool.properties.UserPoolTier).toBe('ESSENTIALS')
    expect(only('AWS::Cognito::UserPoolDomain').properties.ManagedLoginVersion).toBe(2)
    const { Ref } = only('AWS::Cognito::UserPoolDomain').properties.UserPoolId
    expect(only('AWS::Cognito::ManagedLoginBranding').properties).toEqual({
      UserPoolId: { Ref },
      ClientId: { Ref: expect.stringContaining('Workspace') },
      UseCognitoProvidedValues: true,
    })
  })
})

describe('the mail stack', () => {
  const mail = template('mail')
  const mapping = only('AWS::Lambda::EventSourceMapping')
  const queue = everywhere('AWS::SQS::Queue').find(({ path }) => path.includes('Outbox'))

  it('wakes the mailer for new mail only', () => {
    const [filter] = mapping.properties.FilterCriteria.Filters
    const { pk, sk } = mailKey('LCO-7K3M-9QX2-4T', 'm1')
    const { eventName, dynamodb } = JSON.parse(filter.Pattern)
    expect(eventName).toEqual(['INSERT'])
    expect(pk.startsWith(dynamodb.Keys.pk.S[0].prefix)).toBe(true)
    expect(sk.startsWith(dynamodb.Keys.sk.S[0].prefix)).toBe(true)
    expect([dynamodb.Keys.pk.S[0].prefix, dynamodb.Keys.sk.S[0].prefix]).toEqual(['OUTBOX#', 'MAIL#'])
  })

  it('does not let one bad record hold up or sink the others', () => {
    expect(mapping.properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 3600,
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 1,
      StartingPosition: 'TRIM_HORIZON',
    })
  })

  it('keeps what was given up in an encrypted queue, reached over TLS only', () => {
    expect(JSON.stringify(mapping.properties.DestinationConfig.OnFailure)).toContain('OutboxFailures')
    expect(queue?.properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 86_400 })
    const policies = everywhere('AWS::SQS::QueuePolicy')
    expect(policies).toHaveLength(everywhere('AWS::SQS::Queue').length)
    for (const { properties } of policies) {
      expect(properties.PolicyDocument.Statement).toMatchObject([
        { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      ])
    }
  })

  it('sends from an own subdomain with its own MAIL FROM, over TLS or not at all', () => {
    mail.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: stages.dev.mailDomain,
      MailFromAttributes: { MailFromDomain: `bounce.${stages.dev.mailDomain}` },
    })
    mail.hasResourceProperties('AWS::SES::ConfigurationSet', { DeliveryOptions: { TlsPolicy: 'REQUIRE' } })
  })

  it('follows nobody who reads a mail: it hears what became of it, never that somebody opened it', () => {
    const set = only('AWS::SES::ConfigurationSet')
    expect(set.properties.TrackingOptions).toBeUndefined()
    const { EventDestination } = only('AWS::SES::ConfigurationSetEventDestination').properties
    expect(EventDestination.MatchingEventTypes).toEqual(['bounce', 'complaint', 'delivery'])
    expect(EventDestination.EventBridgeDestination.EventBusArn).toMatch(/event-bus\/default$/)
  })

  it('sends again to an address that bounced: whoever asks for that has looked at it', () => {
    expect(only('AWS::SES::ConfigurationSet').properties.SuppressionOptions).toEqual({
      SuppressedReasons: ['COMPLAINT'],
    })
  })
})

describe('the feedback stack', () => {
  const rules = Object.values(template('feedback').findResources('AWS::Events::Rule')).map(
    ({ Properties }) => Properties,
  )
  const sent = { at: '2026-11-23T09:00:00.000Z', messageId: 'ses-1', source: 'loket@mail.example' }
  const tags = mailTags({ subject: 'LCO-7K3M-9QX2-4T', mailId: 'm_1-a', plannedAt: sent.at })
  const events = ['bounce@dienst.example', 'klacht@dienst.example'].flatMap((to) =>
    eventsOf({ ...sent, to: [to], tags }),
  )

  /** What EventBridge makes of an event: the rules that want it, and what each passes on. */
  const passedOn = (event: MailEvent) =>
    rules
      .filter(
        ({ EventPattern }) => JSON.stringify(EventPattern['detail-type']) === JSON.stringify([event['detail-type']]),
      )
      .map(({ EventPattern, Targets: [{ InputTransformer }] }) => {
        expect(EventPattern).toMatchObject({ source: [event.source], detail: { eventType: [event.detail.eventType] } })
        const at = (path: string) =>
          path
            .split('.')
            .slice(1)
            .reduce((value: unknown, name) => (value as Record<string, unknown>)[name], event)
        return InputTransformer.InputTemplate.replace(/<([\w-]+)>/g, (_: string, name: string) =>
          JSON.stringify(at(InputTransformer.InputPathsMap[name])),
        )
      })

  it('passes each kind of event on once, in words `feedback` reads, and no address', () => {
    expect(new Set(events.map(({ detail }) => detail.eventType))).toEqual(new Set(['Bounce', 'Delivery', 'Complaint']))
    for (const event of events) {
      expect(JSON.stringify(event)).toContain('dienst.example')
      const [passed, ...others] = passedOn(event)
      expect(others).toEqual([])
      expect(passed).not.toContain('@')
      expect(readEvent(JSON.parse(passed))).toEqual(readEvent(event))
    }
  })

  it('only hears of mail of Loket, by the tags the mailer gives', () => {
    for (const { EventPattern } of rules) {
      expect(Object.keys(EventPattern.detail.mail.tags)).toHaveLength(1)
      expect(Object.keys(tags)).toEqual(expect.arrayContaining(Object.keys(EventPattern.detail.mail.tags)))
    }
  })

  it('keeps no whole event anywhere: a dead-letter queue of a rule would', () => {
    expect(rules.flatMap(({ Targets }) => Targets).filter((target) => 'DeadLetterConfig' in target)).toEqual([])
  })
})

it('lets time pass every minute', () => {
  template('clock').hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(1 minute)',
    State: 'ENABLED',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { RetryPolicy: { MaximumRetryAttempts: 0 } },
  })
})
