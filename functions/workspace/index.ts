/** Composition root of the Lambda `workspace`. */
import { randomBytes } from 'node:crypto'
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { handle } from 'hono/aws-lambda'
import { networks } from '../../forms/index.ts'
import { readConfig } from '../shared/config.ts'
import { causeOf } from '../shared/log.ts'
import { secretsFromManager } from '../shared/secrets.ts'
import { connect } from '../shared/store/dynamo.ts'
import { createEvents } from '../shared/store/events.ts'
import { createIdentities } from '../shared/store/identities.ts'
import { createInviteeLists } from '../shared/store/invitee-lists.ts'
import { createInvitees } from '../shared/store/invitees.ts'
import { createOutbox } from '../shared/store/outbox.ts'
import { createSeatReader } from '../shared/store/seats.ts'
import { createPendingSignIns, createSessions } from '../shared/store/sessions.ts'
import { bundledAssets, loadAssets } from '../shared/web/assets.ts'
import { createWorkspace } from './app.tsx'
import { createOidc } from './sign-in/oidc.ts'
import { callbackPath } from './sign-in/routes.tsx'

const config = readConfig('workspace')
// The workspace has no right on the table of drafts, so it is not told its name.
const connection = connect({ loket: config.LOKET_TABLE, drafts: '' })
const logger = new Logger({ serviceName: 'workspace' })
const now = () => new Date()
const secrets = secretsFromManager(config.SECRETS_ARN, now)

const app = createWorkspace({
  url: config.LOKET_URL,
  assets: loadAssets(bundledAssets(import.meta.url), networks),
  sessions: createSessions(connection),
  pendingSignIns: createPendingSignIns(connection),
  identities: createIdentities(connection),
  events: createEvents(connection),
  invitees: createInvitees(connection),
  lists: createInviteeLists(connection),
  seats: createSeatReader(connection),
  outbox: createOutbox(connection),
  oidc: createOidc({
    issuer: config.OIDC_ISSUER,
    clientId: config.OIDC_CLIENT_ID,
    // A public client with PKCE: the shared secret is also read by functions that face the internet.
    clientSecret: async () => undefined,
    tenant: config.OIDC_TENANT,
    redirectUri: `${config.LOKET_URL}${callbackPath}`,
  }),
  secrets,
  now,
  random: randomBytes,
  logFailure: (incident, error) => logger.error('Request failed', { incident, ...causeOf(error) }),
  logTrouble: (kind, code) => logger.warn('Sign-in came to nothing', { kind, code }),
})

export const handler = middy(handle(app)).use(injectLambdaContext(logger))
