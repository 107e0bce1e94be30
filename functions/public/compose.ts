/** Composition root of the app behind the Lambda `public`: real randomness, real tables, and nothing else. */
import { randomBytes } from 'node:crypto'
import { handle } from 'hono/aws-lambda'
import { readConfig } from '../shared/config.ts'
import { failureOf, type Log } from '../shared/log.ts'
import { createSeal } from '../shared/seal.ts'
import { secretsFromManager } from '../shared/secrets.ts'
import { connect } from '../shared/store/dynamo.ts'
import { inParts } from '../shared/web/in-parts.ts'
import { createApp } from './app.ts'
import type { PublicDeps } from './deps.ts'
import { openStore } from './open-store.ts'
import { parts } from './parts.ts'

interface Given extends Required<Pick<PublicDeps, 'assets' | 'edgeKeys' | 'now'>> {
  logger: Pick<Log, 'error' | 'info'>
}

/** What answers an event of the HTTP API. */
export function composeApp({ assets, edgeKeys, logger, now }: Given) {
  const config = readConfig('public')
  const connection = connect({ loket: config.LOKET_TABLE, drafts: config.DRAFTS_TABLE })
  const deps: PublicDeps = {
    ...openStore(connection, now),
    url: config.LOKET_URL,
    seal: createSeal(config.SEAL_KEYS),
    secrets: secretsFromManager(config.SECRETS_ARN, now),
    assets,
    now,
    random: randomBytes,
    edgeKeys,
    logFailure: (incident, error) => logger.error('Request failed', failureOf(incident, error)),
    logWritten: (written) => logger.info('Stored', { ...written }),
  }
  return handle(inParts(parts, (routes) => createApp(deps, routes)))
}
