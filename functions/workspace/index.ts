/** Composition root of the Lambda `workspace`. */
import { randomBytes } from 'node:crypto'
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { handle } from 'hono/aws-lambda'
import { networks } from '../../forms/index.ts'
import { once } from '../../forms/kit/once.ts'
import { readConfig } from '../shared/config.ts'
import { unwrapWithKms } from '../shared/kms.ts'
import { failureOf } from '../shared/log.ts'
import { currentRequestId } from '../shared/request.ts'
import { createSeal } from '../shared/seal.ts'
import { keyFromManager, secretsFromManager } from '../shared/secrets.ts'
import { connect } from '../shared/store/dynamo.ts'
import { createUnseal } from '../shared/unseal.ts'
import { bundledAssets, loadAssets } from '../shared/web/assets.ts'
import { readEdgeKeys } from '../shared/web/edge.ts'
import { inParts } from '../shared/web/in-parts.ts'
import { callbackPath } from '../shared/work-paths.ts'
import { createWorkspace } from './app.ts'
import type { WorkspaceDeps } from './deps.ts'
import { createHandler } from './handler.ts'
import { openStore } from './open-store.ts'
import { parts } from './parts.ts'

const config = readConfig('workspace')
// Of the table of drafts it may only delete: what was typed in one it cannot read.
const connection = connect({ loket: config.LOKET_TABLE, drafts: config.DRAFTS_TABLE })
const logger = new Logger({ serviceName: 'workspace' })
const now = () => new Date()
const secrets = secretsFromManager(config.SECRETS_ARN, now)

const deps: WorkspaceDeps = {
  url: config.LOKET_URL,
  ...openStore(connection, now),
  assets: loadAssets(bundledAssets(import.meta.url), networks),
  openOidc: once(async () =>
    (await import('./sign-in/oidc.ts')).createOidc({
      issuer: config.OIDC_ISSUER,
      clientId: config.OIDC_CLIENT_ID,
      // A public client with PKCE: the shared secret is also read by functions that face the internet.
      clientSecret: async () => undefined,
      tenant: config.OIDC_TENANT,
      secondFactor: config.OIDC_SECOND_FACTOR,
      redirectUri: `${config.LOKET_URL}${callbackPath}`,
      systemNow: now,
    }),
  ),
  secrets,
  searchKey: keyFromManager(config.SEARCH_KEY_ARN),
  seal: createSeal(config.SEAL_KEYS),
  unseal: createUnseal(unwrapWithKms()),
  now,
  random: randomBytes,
  edgeKeys: readEdgeKeys(),
  logFailure: (incident, error) => logger.error('Request failed', failureOf(incident, error)),
  logWritten: (written) => logger.info('Stored', { ...written }),
  logTrouble: (kind, code) => logger.warn('Sign-in came to nothing', { kind, code }),
}

const app = inParts(parts, (routes) => createWorkspace(deps, routes))

const keepWords = async () => {
  const [{ createKeepWords }, { createSearchWords }, family] = await Promise.all([
    import('./search/keep-words.ts'),
    import('../shared/store/search-words.ts'),
    deps.openFamily(),
  ])
  return createKeepWords({
    ...deps,
    family,
    searchWords: createSearchWords(connection),
    logFailure: (error) => logger.error('Dossier not findable', failureOf(currentRequestId() ?? '', error)),
  })
}

const putRight = async () => {
  const [{ createPutRight }, { openEvents }] = await Promise.all([
    import('./events/sweep-seats.ts'),
    import('./events/open-events.ts'),
  ])
  return createPutRight({
    ...openEvents(connection),
    now,
    logFailure: (error) => logger.error('Seats not handed out', failureOf(currentRequestId() ?? '', error)),
  })
}

const freezeYears = async () => {
  const [{ createFreezeYears }, { openFigures }] = await Promise.all([
    import('./figures/freeze-years.ts'),
    import('./figures/open-figures.ts'),
  ])
  return createFreezeYears({
    ...openFigures(connection),
    now,
    logFailure: (error) => logger.error('Year not frozen', failureOf(currentRequestId() ?? '', error)),
  })
}

export const handler = middy(createHandler(handle(app), { keepWords, putRight, freezeYears })).use(
  injectLambdaContext(logger),
)
