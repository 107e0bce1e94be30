/** Composition root of the mailer: the outbox in, SES out. */
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { findForm, findNetwork } from '../../forms/index.ts'
import { readConfig } from '../shared/config.ts'
import { secretsFromManager } from '../shared/secrets.ts'
import { connect } from '../shared/store/dynamo.ts'
import { createOutbox } from '../shared/store/outbox.ts'
import { createDeliver } from './deliver.ts'
import { createHandler } from './handler.ts'
import { createSesClient, sendThroughSes } from './ses.ts'

const config = readConfig('mailer')
const now = () => new Date()
const log = new Logger({ serviceName: 'mailer' })

const deliver = createDeliver({
  // The mailer has no right on the table of drafts, so it is not told its name.
  outbox: createOutbox(connect({ loket: config.LOKET_TABLE, drafts: '' })),
  send: sendThroughSes(createSesClient(), {
    from: config.MAIL_FROM,
    configurationSet: config.SES_CONFIGURATION_SET,
  }),
  secrets: secretsFromManager(config.SECRETS_ARN, now),
  findNetwork,
  findForm,
  baseUrl: config.LOKET_URL,
  from: config.MAIL_FROM,
  now,
  log,
})

export const handler = middy(createHandler(deliver)).use(injectLambdaContext(log))
