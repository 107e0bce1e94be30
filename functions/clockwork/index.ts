/** Composition root of the clockwork: wakes the mailer for what is due, and the werkruimte for what changed, came free or is over. */
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import type { SweepEvent } from '../mailer/handler.ts'
import { readConfig } from '../shared/config.ts'
import { currentRequestId, inRequest } from '../shared/request.ts'
import { createChangedDossiers } from '../shared/store/changed-dossiers.ts'
import { createClosingYears } from '../shared/store/closing-years.ts'
import { connect } from '../shared/store/dynamo.ts'
import { createFreedSeats } from '../shared/store/freed-seats.ts'
import { createOutbox } from '../shared/store/outbox.ts'
import type { ChangedEvent, ClosingEvent, FreedEvent } from '../workspace/handler.ts'
import { createSweep } from './sweep.ts'
import { createSweepChanged, createSweepSeats, createSweepYears } from './sweep-waiting.ts'

const config = readConfig('clockwork')
const log = new Logger({ serviceName: 'clockwork' })
const lambda = new LambdaClient({})

const connection = connect({ loket: config.LOKET_TABLE })
const now = () => new Date()

const sweep = createSweep({
  outbox: createOutbox(connection),
  wake: (keys) => wakeMailer({ keys }),
  paced: { wake: (keys) => wakeMailer({ keys, paced: true }), perSecond: config.MAILS_PER_SECOND },
  now,
})

type Unsent<Event extends { requestId: string }> = Omit<Event, 'requestId'>
const wakeWorkspace = (found: Unsent<ChangedEvent> | Unsent<FreedEvent> | Unsent<ClosingEvent>) =>
  invoke(config.WORKSPACE_FUNCTION, {
    ...found,
    requestId: currentRequestId() ?? '',
  } satisfies ChangedEvent | FreedEvent | ClosingEvent)

const changedDossiers = createChangedDossiers(connection)
const sweepChanged = createSweepChanged({
  find: changedDossiers.changed,
  wake: (changed) => wakeWorkspace({ changed }),
  now,
})

const freedSeats = createFreedSeats(connection)
const sweepSeats = createSweepSeats({
  find: freedSeats.freed,
  wake: (freed) => wakeWorkspace({ freed }),
  now,
})

const closingYears = createClosingYears(connection)
const sweepYears = createSweepYears({
  find: closingYears.closing,
  wake: (closing) => wakeWorkspace({ closing }),
  now,
})

const wakeMailer = (event: SweepEvent) =>
  invoke(config.MAILER_FUNCTION, { ...event, requestId: currentRequestId() } satisfies SweepEvent)

async function invoke(FunctionName: string, event: object): Promise<void> {
  await lambda.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: JSON.stringify(event) }))
}

export const handler = middy(
  (_event: unknown, { awsRequestId: requestId }: Context): Promise<void> =>
    inRequest(requestId, async () => {
      const mails = await sweep()
      if (mails > 0) log.info('Mails due', { mails, requestId })
      const dossiers = await sweepChanged()
      if (dossiers > 0) log.info('Dossiers changed', { dossiers, requestId })
      const events = await sweepSeats()
      if (events > 0) log.info('Seats came free', { events, requestId })
      const counters = await sweepYears()
      if (counters > 0) log.info('Years to freeze', { counters, requestId })
    }),
).use(injectLambdaContext(log))
