/** Composition root of the mailer: the outbox in, SES out. */
import { setTimeout } from 'node:timers/promises'
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { readConfig } from '../shared/config.ts'
import { secretsFromManager } from '../shared/secrets.ts'
import { createAbsences } from '../shared/store/absences.ts'
import { createActionPlans } from '../shared/store/action-plans.ts'
import { createAddresses } from '../shared/store/addresses.ts'
import { createContents } from '../shared/store/contents.ts'
import { connect } from '../shared/store/dynamo.ts'
import { createStandings } from '../shared/store/event-standing.ts'
import { createEvents } from '../shared/store/events.ts'
import { createOutbox } from '../shared/store/outbox.ts'
import { createOverlegs } from '../shared/store/overlegs.ts'
import { createOverviews } from '../shared/store/overviews.ts'
import { createOwnTasks } from '../shared/store/own-tasks.ts'
import { createQueue } from '../shared/store/queue.ts'
import { createDeliver } from './deliver.ts'
import { createHandler } from './handler.ts'
import { createPacedDeliver } from './pace.ts'
import { createSesClient, sendThroughSes } from './ses.ts'

const config = readConfig('mailer')
const now = () => new Date()
const log = new Logger({ serviceName: 'mailer' })

const connection = connect({ loket: config.LOKET_TABLE })
const outbox = createOutbox(connection)

const deliver = createDeliver({
  outbox,
  addresses: createAddresses(connection),
  events: createEvents(connection),
  standings: createStandings(connection),
  contents: createContents(connection, now),
  absences: createAbsences(connection),
  overlegs: createOverlegs(connection),
  actionPlans: createActionPlans(connection),
  queue: createQueue(connection),
  ownTasks: createOwnTasks(connection),
  overviews: createOverviews(connection),
  send: sendThroughSes(createSesClient(), {
    from: config.MAIL_FROM,
    configurationSet: config.SES_CONFIGURATION_SET,
  }),
  eventTurn: () => outbox.take(config.MAILS_PER_SECOND, now()),
  secrets: secretsFromManager(config.SECRETS_ARN, now),
  baseUrl: config.LOKET_URL,
  from: config.MAIL_FROM,
  now,
  log,
})

const deliverPaced = createPacedDeliver({ deliver, outbox, perSecond: config.MAILS_PER_SECOND, now, wait: setTimeout })

export const handler = middy(createHandler(deliver, deliverPaced)).use(injectLambdaContext(log))
