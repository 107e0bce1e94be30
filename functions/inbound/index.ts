/** Composition root of the Lambda `inbound`: mail that SES took in, through S3 and EventBridge. */
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { readConfig } from '../shared/config.ts'
import { createAddresses } from '../shared/store/addresses.ts'
import { connect } from '../shared/store/dynamo.ts'
import { createEvents } from '../shared/store/events.ts'
import { createInvitees } from '../shared/store/invitees.ts'
import { createMailFates } from '../shared/store/mail-fates.ts'
import { createOverlegs } from '../shared/store/overlegs.ts'
import { createSeats } from '../shared/store/seat-hands.ts'
import { createInbound } from './handler.ts'
import { openMailbox } from './mailbox.ts'

const config = readConfig('inbound')
const log = new Logger({ serviceName: 'inbound' })
const connection = connect({ loket: config.LOKET_TABLE })

const inbound = createInbound({
  message: openMailbox(config.INBOUND_BUCKET),
  addresses: createAddresses(connection),
  events: createEvents(connection),
  fates: createMailFates(connection),
  invitees: createInvitees(connection),
  overlegs: createOverlegs(connection),
  seats: createSeats(connection),
  host: new URL(config.LOKET_URL).hostname,
  now: () => new Date(),
  log,
})

export const handler = middy(inbound).use(injectLambdaContext(log))
