/** Composition root of the Lambda `guest`. */
import { randomBytes } from 'node:crypto'
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { handle } from 'hono/aws-lambda'
import { networks } from '../../forms/index.ts'
import { readConfig } from '../shared/config.ts'
import { unwrapWithKms } from '../shared/kms.ts'
import { failureOf } from '../shared/log.ts'
import { createSeal } from '../shared/seal.ts'
import { secretsFromManager } from '../shared/secrets.ts'
import { createActionPlans } from '../shared/store/action-plans.ts'
import { createContents } from '../shared/store/contents.ts'
import { connect } from '../shared/store/dynamo.ts'
import { createOverlegs } from '../shared/store/overlegs.ts'
import { createUnseal } from '../shared/unseal.ts'
import { bundledAssets, loadAssets } from '../shared/web/assets.ts'
import { readEdgeKeys } from '../shared/web/edge.ts'
import { inParts } from '../shared/web/in-parts.ts'
import { createGuestApp } from './app.ts'
import type { GuestDeps } from './deps.ts'
import { parts } from './parts.ts'

const config = readConfig('guest')
const logger = new Logger({ serviceName: 'guest' })
const now = () => new Date()

const connection = connect({ loket: config.LOKET_TABLE })

const deps: GuestDeps = {
  url: config.LOKET_URL,
  overlegs: createOverlegs(connection),
  actionPlans: createActionPlans(connection),
  contents: createContents(connection, now),
  seal: createSeal(config.SEAL_KEYS),
  unseal: createUnseal(unwrapWithKms()),
  secrets: secretsFromManager(config.SECRETS_ARN, now),
  assets: loadAssets(bundledAssets(import.meta.url), networks),
  now,
  random: randomBytes,
  edgeKeys: readEdgeKeys(),
  logFailure: (incident, error) => logger.error('Request failed', failureOf(incident, error)),
  logWritten: (written) => logger.info('Stored', { ...written }),
}

const app = inParts(parts, (routes) => createGuestApp(deps, routes))

export const handler = middy(handle(app)).use(injectLambdaContext(logger))
