import { Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Construct } from 'constructs'
import type { BaseStack } from './base-stack.ts'
import { LoketFunction } from './constructs/loket-function.ts'
import { mayReadSecret, mayUseItems } from './grants.ts'
import { pageFiles } from './page-files.ts'
import type { Stage } from './stages.ts'
import type { TableStack } from './table-stack.ts'

interface WorkspaceStackProps extends StackProps {
  stage: Stage
  base: BaseStack
  tables: TableStack
  api: HttpApi
}

/** The werkruimte, at the address of the counter: what coordinators see. Today it only lets them in and out. */
export class WorkspaceStack extends Stack {
  readonly workspace: LoketFunction

  constructor(scope: Construct, id: string, { stage, base, tables, api, ...props }: WorkspaceStackProps) {
    super(scope, id, props)
    const { issuer, clientId, tenant } = stage.oidc
    this.workspace = new LoketFunction(this, 'Workspace', {
      entry: 'functions/workspace/index.ts',
      inParts: true,
      files: pageFiles,
      description: 'Sign-in and pages of coordinators',
      timeout: Duration.seconds(20), // A sign-in asks the provider three things, and waits 5 s for each.
      memorySize: 1024,
      logKey: base.operationsKey,
      environment: {
        LOKET_URL: stage.url,
        LOKET_TABLE: tables.loket.tableName,
        SECRETS_ARN: tables.secret.secretArn,
        OIDC_ISSUER: issuer,
        OIDC_CLIENT_ID: clientId,
        ...(tenant ? { OIDC_TENANT: tenant } : {}),
      },
    })
    this.allow(tables)
    this.route(api)
  }

  private allow({ loket, secret }: TableStack) {
    mayUseItems(this.workspace, loket, ['GetItem'], ['SESSIE#*', 'IDENTITEIT#*', 'TOEGANG#*'])
    // One statement: accepting an invitation is one transaction over these partitions, whatever way IAM looks at it.
    mayUseItems(
      this.workspace,
      loket,
      ['PutItem', 'UpdateItem'],
      ['SESSIE#*', 'IDENTITEIT#*', 'PERSOON#*', 'TOEGANG#*'],
    )
    mayUseItems(this.workspace, loket, ['PutItem'], ['AANMELDING#*'])
    mayUseItems(this.workspace, loket, ['DeleteItem'], ['SESSIE#*', 'AANMELDING#*', 'PERSOON#*'])
    mayReadSecret(this.workspace, secret)
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
