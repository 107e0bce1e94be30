import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { BaseStack } from './base-stack.ts'
import { EdgeSecrets } from './constructs/edge-secrets.ts'
import { LoketFunction } from './constructs/loket-function.ts'
import { PublicSealKeys } from './constructs/public-seal-keys.ts'
import { mayQuery, mayQueryIndex, mayReadSecret, mayUseItems, mayWriteUnread } from './grants.ts'
import { pageFiles } from './page-files.ts'
import type { Stage } from './stages.ts'
import type { TableStack } from './table-stack.ts'

interface WebStackProps extends StackProps {
  stage: Stage
  base: BaseStack
  tables: TableStack
}

/** The counter itself: what aanvragers and genodigden see. */
export class WebStack extends Stack {
  readonly public: LoketFunction
  readonly api: HttpApi
  /** For every function behind the API. */
  readonly edgeSecrets: EdgeSecrets
  /** Made once: `workspace` seals notes with the same keys. */
  readonly sealKeys: PublicSealKeys

  constructor(scope: Construct, id: string, { stage, base, tables, ...props }: WebStackProps) {
    super(scope, id, props)
    const logKey = base.operationsKey
    this.sealKeys = new PublicSealKeys(this, 'PublicSealKeys', { keys: tables.sealKeys.keys, logKey })

    this.edgeSecrets = new EdgeSecrets(this, 'EdgeSecrets', { stage, logKey })

    this.public = new LoketFunction(this, 'Public', {
      entry: 'functions/public/index.ts',
      inParts: true,
      files: pageFiles,
      description: 'Forms, receipts and status pages',
      timeout: Duration.seconds(10),
      memorySize: 1024,
      logKey,
      environment: {
        LOKET_URL: stage.url,
        LOKET_TABLE: tables.loket.tableName,
        DRAFTS_TABLE: tables.drafts.tableName,
        SECRETS_ARN: tables.secret.secretArn,
        SEAL_KEYS: this.sealKeys.json,
        EDGE_KEYS: this.edgeSecrets.hashes,
      },
    })
    mayUseItems(this.public, tables.drafts, ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'])
    mayUseItems(
      this.public,
      tables.loket,
      ['GetItem'],
      [
        'NETWERK#*',
        'CIJFERS#*',
        'DOSSIER#*',
        'ACTIVITEIT#*',
        'VERBINDING#*',
        'PLAATSEN#*',
        'GENODIGDE#*',
        'ANTWOORD#*',
      ],
    )
    // The waiting list of one event, and the list of events.
    mayQuery(this.public, tables.loket, ['PLAATSEN#*'])
    mayQueryIndex(this.public, tables.loket, 'wachtrij', ['activiteiten'])
    // What is in one transaction is in one statement per action: whatever way IAM looks at its keys, it fits.
    const written = ['DOSSIER#*', 'OUTBOX#*', 'TELLING#*', 'GENODIGDE#*', 'ANTWOORD#*', 'PLAATSEN#*']
    mayWriteUnread(this.public, tables.loket, ['PutItem', 'UpdateItem', 'DeleteItem'], written)
    mayReadSecret(this.public, tables.secret)

    this.api = new HttpApi(this, 'Api', {
      description: `Loket ${stage.name}`,
      defaultIntegration: new HttpLambdaIntegration('Public', this.public),
      createDefaultStage: false,
    })
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      // Far above a busy day (50 submits a minute, some twenty requests each); a flood costs no more than this.
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: { destination: new LogGroupLogDestination(this.accessLog(base)), format: accessLogFormat },
    })
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'A public counter: whoever needs help must get in without an account. `public` checks origin, drafts and links itself.',
    })
    new CfnOutput(this, 'ApiUrl', { value: this.api.apiEndpoint })
  }

  private accessLog({ operationsKey }: BaseStack) {
    return new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_MONTH,
      encryptionKey: operationsKey,
      removalPolicy: RemovalPolicy.DESTROY,
    })
  }
}

/** No path (it holds link tokens and draft ids), no IP address, no user agent: enough to count, too little to follow anybody. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    method: '$context.httpMethod',
    status: '$context.status',
    bytes: '$context.responseLength',
    ms: '$context.responseLatency',
    functionStatus: '$context.integrationStatus',
    functionMs: '$context.integrationLatency',
  }),
)
