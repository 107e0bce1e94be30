import { Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Construct } from 'constructs'
import type { BaseStack } from './base-stack.ts'
import { LoketFunction } from './constructs/loket-function.ts'
import { mayQuery, mayQueryIndex, mayReadSecret, mayUnseal, mayUseItems } from './grants.ts'
import { pageFiles } from './page-files.ts'
import { type SignInProvider, type Stage, workspaceRole } from './stages.ts'
import type { TableStack } from './table-stack.ts'
import type { WebStack } from './web-stack.ts'

interface WorkspaceStackProps extends StackProps {
  stage: Stage
  base: BaseStack
  tables: TableStack
  provider: SignInProvider
  web: WebStack
}

/** The werkruimte, at the address of the counter: what coordinators see and do. */
export class WorkspaceStack extends Stack {
  readonly workspace: LoketFunction

  constructor(
    scope: Construct,
    id: string,
    { stage, base, tables, provider, web: { api, edgeSecrets, sealKeys }, ...props }: WorkspaceStackProps,
  ) {
    super(scope, id, props)
    const { issuer, clientId, tenant, secondFactor } = provider
    this.workspace = new LoketFunction(this, 'Workspace', {
      entry: 'functions/workspace/index.ts',
      inParts: true,
      files: pageFiles,
      description: 'Sign-in and pages of coordinators',
      timeout: Duration.seconds(20), // A sign-in asks the provider three things, and waits 5 s for each.
      memorySize: 1024,
      logKey: base.operationsKey,
      roleName: workspaceRole(stage), // The policy of each seal key names it.
      environment: {
        LOKET_URL: stage.url,
        LOKET_TABLE: tables.loket.tableName,
        DRAFTS_TABLE: tables.drafts.tableName,
        SECRETS_ARN: tables.secret.secretArn,
        SEARCH_KEY_ARN: tables.searchKey.secretArn,
        SEAL_KEYS: sealKeys.json,
        OIDC_ISSUER: issuer,
        OIDC_CLIENT_ID: clientId,
        OIDC_SECOND_FACTOR: secondFactor,
        EDGE_KEYS: edgeSecrets.hashes,
        ...(tenant ? { OIDC_TENANT: tenant } : {}),
      },
    })
    this.allow(tables, stage)
    this.route(api)
  }

  /** test/infra/rights.test.ts compares this list with what the code asks: nothing missing, nothing more. */
  private allow({ loket, drafts, secret, searchKey, sealKeys }: TableStack, { networks }: Stage) {
    const fn = this.workspace
    const about = ['DOSSIER#*', 'OUTBOX#*']
    // What dossiers are found by: an erasure takes it along.
    const written = [...about, 'ZOEK#*']
    const people = ['SESSIE#*', 'IDENTITEIT#*', 'PERSOON#*']
    const once = ['GEGEVENS#*', 'AFWEZIG#*', 'AANMELDING#*', 'KALENDER#*']
    mayUseItems(fn, loket, ['GetItem'], ['NETWERK#*', ...about, ...people, 'TOEGANG#*', 'KALENDER#*'])
    // What is in one transaction is in one statement per action: whatever way IAM looks at its keys, it fits.
    mayUseItems(fn, loket, ['PutItem'], [...written, ...people, 'TOEGANG#*', ...once])
    mayUseItems(fn, loket, ['UpdateItem'], [...written, ...people, 'TOEGANG#*'])
    mayUseItems(fn, loket, ['DeleteItem'], [...written, ...people, ...once])
    // Of two dossiers that can be of one family, that both still are what they were.
    mayUseItems(fn, loket, ['ConditionCheckItem'], [...written, ...people, 'TOEGANG#*'])
    mayQuery(fn, loket, ['DOSSIER#*', 'OUTBOX#*', 'AFWEZIG#*', 'PERSOON#*', 'ZOEK#*'])
    const ofNetworks = networks.map((network) => `${network}#*`)
    mayQueryIndex(fn, loket, 'wachtrij', ofNetworks)
    mayQueryIndex(fn, loket, 'regels', ofNetworks)
    mayQueryIndex(fn, loket, 'bij', ofNetworks)
    mayQueryIndex(
      fn,
      loket,
      'due',
      networks.map((network) => `TAAK#${network}#*`),
    )
    mayQueryIndex(fn, loket, 'aanvrager', ['*'])
    // A person who asks to be forgotten: their drafts are erased, unread.
    mayUseItems(fn, drafts, ['DeleteItem'])
    mayReadSecret(fn, secret)
    mayReadSecret(fn, searchKey)
    mayUnseal(fn, Object.values(sealKeys.keys))
    this.allowEvents(loket)
    this.allowOverlegs(loket)
  }

  /** The overleg of a dossier, its participants and what they said; with the move of the dossier it makes it is one transaction. */
  private allowOverlegs(loket: TableStack['loket']) {
    const together = ['TAFEL#*', 'DOSSIER#*', 'OUTBOX#*', 'ZOEK#*']
    mayQuery(this.workspace, loket, ['TAFEL#*'])
    mayUseItems(this.workspace, loket, ['GetItem'], ['TAFEL#*'])
    mayUseItems(this.workspace, loket, ['PutItem', 'UpdateItem'], together)
    mayUseItems(this.workspace, loket, ['ConditionCheckItem'], ['TAFEL#*', 'OUTBOX#*'])
    // Who asks to be forgotten, or a dossier that is.
    mayUseItems(this.workspace, loket, ['DeleteItem'], [...together, 'GEGEVENS#*'])
  }

  /** Organisers make events, invite, and write down answers; they read addresses, which the outbox keeps. */
  private allowEvents(loket: TableStack['loket']) {
    const fn = this.workspace
    const answers = ['PLAATSEN#*', 'GENODIGDE#*', 'ANTWOORD#*']
    const facts = ['ACTIVITEIT#*', 'VERBINDING#*']
    mayUseItems(fn, loket, ['GetItem'], [...facts, ...answers])
    // Of an event's invitees, and all there is to find a dossier by.
    mayUseItems(fn, loket, ['BatchGetItem'], ['OUTBOX#*', 'GENODIGDE#*', 'ANTWOORD#*', 'DOSSIER#*', 'ZOEK#*'])
    // An answer with its mails, an event with its seats, an invitee who is forgotten with the line that says so: each is one
    // transaction.
    const noted = ['OUTBOX#*', 'GEGEVENS#*']
    mayUseItems(fn, loket, ['PutItem', 'UpdateItem'], [...facts, ...answers, 'ACTIVITEITLOG#*', ...noted])
    mayUseItems(fn, loket, ['DeleteItem'], [...answers, ...noted])
    mayQuery(fn, loket, ['PLAATSEN#*'])
    mayQueryIndex(fn, loket, 'wachtrij', ['activiteiten', 'activiteit#*'])
    mayQueryIndex(fn, loket, 'regels', ['activiteit#*'])
  }

  /** Routes in this stack, not in that of the API: so this one leans on that one, and never the other way round. */
  private route(httpApi: HttpApi) {
    const integration = new HttpLambdaIntegration('Workspace', this.workspace)
    for (const [id, path] of [
      ['Home', '/werkruimte'],
      ['Pages', '/werkruimte/{proxy+}'],
    ] as const) {
      const route = new HttpRoute(this, id, { httpApi, routeKey: HttpRouteKey.with(path, HttpMethod.ANY), integration })
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'The door itself: whoever is not signed in must reach it to sign in. `workspace` checks every session.',
      })
    }
  }
}
