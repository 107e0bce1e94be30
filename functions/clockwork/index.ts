/** Composition root of the clockwork: wakes the mailer for what is due. */
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import type { SweepEvent } from '../mailer/handler.ts'
import { readConfig } from '../shared/config.ts'
import { currentRequestId, inRequest } from '../shared/request.ts'
import { connect } from '../shared/store/dynamo.ts'
import { createOutbox } from '../shared/store/outbox.ts'
import { createSweep } from './sweep.ts'

const config = readConfig('clockwork')
const log = new Logger({ serviceName: 'clockwork' })
const lambda = new LambdaClient({})

const sweep = createSweep({
  outbox: createOutbox(connect({ loket: config.LOKET_TABLE })),
  wake: (keys) => invoke({ keys }),
  paced: { wake: (keys) => invoke({ keys, paced: true }), perSecond: config.MAILS_PER_SECOND },
  now: () => new Date(),
})

async function invoke(event: SweepEvent): Promise<void> {
  await lambda.send(
    new InvokeCommand({
      FunctionName: config.MAILER_FUNCTION,
      InvocationType: 'Event',
      Payload: JSON.stringify({ ...event, requestId: currentRequestId() } satisfies SweepEvent),
    }),
  )
}

export const handler = middy(
  (_event: unknown, { awsRequestId: requestId }: Context): Promise<void> =>
    inRequest(requestId, async () => {
      const mails = await sweep()
      if (mails > 0) log.info('Mails due', { mails, requestId })
    }),
).use(injectLambdaContext(log))
