/** Composition root of the Lambda `public`: real clock, real randomness, real tables, and nothing else. */
import { randomBytes } from 'node:crypto'
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { handle } from 'hono/aws-lambda'
import { networks } from '../../forms/index.ts'
import { readConfig } from '../shared/config.ts'
import { causeOf } from '../shared/log.ts'
import { createSeal } from '../shared/seal.ts'
import { secretsFromManager } from '../shared/secrets.ts'
import { createDossiers } from '../shared/store/dossiers.ts'
import { createDrafts } from '../shared/store/drafts.ts'
import { connect } from '../shared/store/dynamo.ts'
import { createEvents } from '../shared/store/events.ts'
import { createInvitees } from '../shared/store/invitees.ts'
import { createSeatReader } from '../shared/store/seats.ts'
import { bundledAssets, loadAssets } from '../shared/web/assets.ts'
import { createApp } from './app.tsx'

const config = readConfig('public')
const connection = connect({ loket: config.LOKET_TABLE, drafts: config.DRAFTS_TABLE })
const logger = new Logger({ serviceName: 'public' })
const now = () => new Date()

const app = createApp({
  url: config.LOKET_URL,
  drafts: createDrafts(connection),
  dossiers: createDossiers(connection),
  events: createEvents(connection),
  invitees: createInvitees(connection),
  seats: createSeatReader(connection),
  seal: createSeal(config.SEAL_KEYS),
  secrets: secretsFromManager(config.SECRETS_ARN, now),
  assets: loadAssets(bundledAssets(import.meta.url), networks),
  now,
  random: randomBytes,
  edgeKeys: config.EDGE_KEYS,
  logFailure: (incident, error) => logger.error('Request failed', { incident, ...causeOf(error) }),
})

export const handler = middy(handle(app)).use(injectLambdaContext(logger))
