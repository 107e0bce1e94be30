import { Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib'
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Construct } from 'constructs'
import type { BaseStack } from './base-stack.ts'
import { LoketFunction } from './constructs/loket-function.ts'
import { mayReadSecret, mayUnseal, mayUseItems, mayWriteUnread } from './grants.ts'
import { pageFiles } from './page-files.ts'
import { guestRole, type Stage } from './stages.ts'
import type { TableStack } from './table-stack.ts'
import type { WebStack } from './web-stack.ts'

interface GuestStackProps extends StackProps {
  stage: Stage
  base: BaseStack
  tables: TableStack
  web: WebStack
}

/**
 * The pages of who is asked for an overleg, or has a part in a plan, at the address of the counter. A function of its own: what faces the internet opens
 * nothing that is sealed, and what opens it for guests reaches no dossier (docs/decisions/019).
 */
export class GuestStack extends Stack {
  readonly guest: LoketFunction

  constructor(scope: Construct, id: string, { stage, base, tables, web, ...props }: GuestStackProps) {
    super(scope, id, props)
    this.guest = new LoketFunction(this, 'Guest', {
      entry: 'functions/guest/index.ts',
      inParts: true,
      files: pageFiles,
      description: 'Pages of who is asked for an overleg',
      timeout: Duration.seconds(10),
      memorySize: 1024,
      logKey: base.operationsKey,
      roleName: guestRole(stage), // The policy of each seal key names it.
      environment: {
        LOKET_URL: stage.url,
        LOKET_TABLE: tables.loket.tableName,
        SECRETS_ARN: tables.secret.secretArn,
        SEAL_KEYS: web.sealKeys.json,
        EDGE_KEYS: web.edgeSecrets.hashes,
      },
    })
    this.allow(tables)
    this.route(web)
  }

  /** One participant at a time: no query, so no list of who sits at a table. */
  private allow({ loket, secret, sealKeys }: TableStack) {
    mayUseItems(this.guest, loket, ['GetItem'], ['NETWERK#*', 'TAFEL#*'])
    // An answer with its mails is one transaction: in one statement per action, whatever way IAM looks at its keys, it fits.
    const answer = ['TAFEL#*', 'OUTBOX#*']
    mayWriteUnread(this.guest, loket, ['PutItem', 'UpdateItem'], answer)
    mayUseItems(this.guest, loket, ['ConditionCheckItem'], answer)
    mayReadSecret(this.guest, secret)
    mayUnseal(this.guest, Object.values(sealKeys.keys))
  }

  /** Routes in this stack, not in that of the API: so this one leans on that one, and never the other way round. */
  private route({ api: httpApi }: WebStack) {
    const integration = new HttpLambdaIntegration('Guest', this.guest)
    for (const [id, first] of Object.entries({ Overleg: 'overleg', Plan: 'plan' })) {
      const routeKey = HttpRouteKey.with(`/${first}/{proxy+}`, HttpMethod.ANY)
      const route = new HttpRoute(this, id, { httpApi, routeKey, integration })
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'A guest has no account: their link is the key. `guest` checks it at every request.',
      })
    }
  }
}
