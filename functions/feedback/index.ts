/** Composition root of the Lambda `feedback`: what SES tells of our mails, through EventBridge. */
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { readConfig } from '../shared/config.ts'
import { connect } from '../shared/store/dynamo.ts'
import { createMailFates } from '../shared/store/mail-fates.ts'
import { createMarks } from '../shared/store/marks.ts'
import { createOutbox } from '../shared/store/outbox.ts'
import { createOverlegs } from '../shared/store/overlegs.ts'
import { createReturnedInvitees } from '../shared/store/returned-invitees.ts'
import { createFeedback } from './handler.ts'

const config = readConfig('feedback')
const log = new Logger({ serviceName: 'feedback' })
const connection = connect({ loket: config.LOKET_TABLE })

const feedback = createFeedback({
  fates: createMailFates(connection),
  outbox: createOutbox(connection),
  overlegs: createOverlegs(connection),
  returnedInvitees: createReturnedInvitees(connection),
  marks: createMarks(connection),
  now: () => new Date(),
  log,
})

export const handler = middy(feedback).use(injectLambdaContext(log))
