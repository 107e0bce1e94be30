import { Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Construct } from 'constructs'
import type { BaseStack } from './base-stack.ts'
import { LoketFunction } from './constructs/loket-function.ts'
import {
  type ItemRights,
  listsOfNetworks,
  mayQuery,
  mayQueryIndex,
  mayReadSecret,
  mayUnseal,
  mayUseAll,
  mayUseItems,
} from './grants.ts'
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
    this.allow(tables)
    this.route(api)
  }

  /** test/infra/rights.test.ts compares this list with what the code asks: nothing missing, nothing more. */
  private allow({ loket, drafts, secret, searchKey, sealKeys }: TableStack) {
    const fn = this.workspace
    mayUseAll(fn, loket, [...aboutPeople, ...aboutDossiers, ...aboutOverlegs, ...aboutEvents, ...aboutFigures])
    mayQuery(fn, loket, ['DOSSIER#*', 'OUTBOX#*', 'AFWEZIG#*', 'PERSOON#*', 'ZOEK#*', 'TAFEL#*', 'PLAATSEN#*'])
    mayQuery(fn, loket, ['TELLING#*', 'CIJFERS#*', 'JAAR#*', 'BEHEER#*'])
    mayQueryIndex(fn, loket, 'wachtrij', [listsOfNetworks, 'activiteiten'])
    for (const index of ['regels', 'bij']) mayQueryIndex(fn, loket, index, [listsOfNetworks])
    mayQueryIndex(fn, loket, 'due', ['TAAK#*'])
    mayQueryIndex(fn, loket, 'aanvrager', ['*'])
    // A person who asks to be forgotten: their drafts are erased, unread.
    mayUseItems(fn, drafts, ['DeleteItem'])
    mayReadSecret(fn, secret)
    mayReadSecret(fn, searchKey)
    mayUnseal(fn, Object.values(sealKeys.keys))
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

/** What changes in a network in a working week, and what was changed of it. */
const content = ['NETWERK#*', 'BEHEER#*']
/** Who signs in, as whom; who is away; what was asked of personal data. */
const people = ['SESSIE#*', 'IDENTITEIT#*', 'PERSOON#*']
const once = ['GEGEVENS#*', 'AFWEZIG#*', 'AANMELDING#*', 'KALENDER#*']
const aboutPeople: readonly ItemRights[] = [
  { actions: ['GetItem'], partitions: [...content, ...people, 'TOEGANG#*', 'KALENDER#*'] },
  { actions: ['PutItem'], partitions: [...content, ...people, 'TOEGANG#*', ...once] },
  { actions: ['UpdateItem', 'ConditionCheckItem'], partitions: [...people, 'TOEGANG#*'] },
  { actions: ['DeleteItem'], partitions: [...people, ...once] },
]

/** A dossier with its mails, what it is found by, and what it counts as. */
const dossiers = ['DOSSIER#*', 'OUTBOX#*', 'ZOEK#*', 'TELLING#*']
const aboutDossiers: readonly ItemRights[] = [
  { actions: ['GetItem'], partitions: ['DOSSIER#*', 'OUTBOX#*'] },
  { actions: ['BatchGetItem'], partitions: ['OUTBOX#*', 'DOSSIER#*', 'ZOEK#*'] },
  { actions: ['PutItem', 'UpdateItem', 'DeleteItem'], partitions: dossiers },
  // Of two dossiers that can be of one family, that both still are what they were.
  { actions: ['ConditionCheckItem'], partitions: ['DOSSIER#*', 'OUTBOX#*', 'ZOEK#*'] },
]

/** The overleg of a dossier, its participants and what they said; its plan. */
const aboutOverlegs: readonly ItemRights[] = [
  { actions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'], partitions: ['TAFEL#*'] },
]

/** Organisers make events, invite, and write down answers; they read addresses, which the outbox keeps. */
const answers = ['PLAATSEN#*', 'GENODIGDE#*', 'ANTWOORD#*']
const facts = ['ACTIVITEIT#*', 'VERBINDING#*']
const aboutEvents: readonly ItemRights[] = [
  { actions: ['GetItem'], partitions: [...facts, ...answers] },
  { actions: ['BatchGetItem'], partitions: ['ANTWOORD#*', 'GENODIGDE#*'] },
  // An answer with its mails, an event with its seats, an invitee who is forgotten with the line that says so: each is one transaction.
  { actions: ['PutItem', 'UpdateItem'], partitions: [...facts, ...answers, 'ACTIVITEITLOG#*', 'GEGEVENS#*'] },
  { actions: ['DeleteItem'], partitions: answers },
]

/** The reports of what was counted, and what people write beside them. */
const aboutFigures: readonly ItemRights[] = [
  { actions: ['GetItem'], partitions: ['CIJFERS#*', 'JAAR#*'] },
  { actions: ['PutItem', 'UpdateItem'], partitions: ['CIJFERS#*', 'JAAR#*'] },
  { actions: ['DeleteItem'], partitions: ['JAAR#*'] },
]
