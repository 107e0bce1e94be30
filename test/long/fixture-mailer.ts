/** A mailer in a process of its own, to be killed: sweeps the outbox again and again, on a clock that runs faster. */
import { setTimeout as wait } from 'node:timers/promises'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createDeliver } from '../../functions/mailer/deliver.ts'
import { createSesClient, sendThroughSes } from '../../functions/mailer/ses.ts'
import { createAbsences } from '../../functions/shared/store/absences.ts'
import { createActionPlans } from '../../functions/shared/store/action-plans.ts'
import { createAddresses } from '../../functions/shared/store/addresses.ts'
import { connect } from '../../functions/shared/store/dynamo.ts'
import { createStandings } from '../../functions/shared/store/event-standing.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { createOverviews } from '../../functions/shared/store/overviews.ts'
import { createOwnTasks } from '../../functions/shared/store/own-tasks.ts'
import { createQueue } from '../../functions/shared/store/queue.ts'
import { demoContents } from '../support/content.ts'
import { fastClock, secrets } from './fast-clock.ts'

const from = 'loket@mail.loket.example'
const { LOKET_TABLE = '', CLOCK_START = '', CLOCK_SPEED = '' } = process.env
const now = fastClock(Number(CLOCK_START), Number(CLOCK_SPEED))
const connection = connect({ loket: LOKET_TABLE })
const outbox = createOutbox(connection)
const quiet = () => {}
const deliver = createDeliver({
  outbox,
  addresses: createAddresses(connection),
  events: createEvents(connection),
  standings: createStandings(connection),
  contents: demoContents,
  absences: createAbsences(connection),
  overlegs: createOverlegs(connection),
  actionPlans: createActionPlans(connection),
  queue: createQueue(connection),
  ownTasks: createOwnTasks(connection),
  overviews: createOverviews(connection),
  send: sendThroughSes(createSesClient(), { from, configurationSet: 'loket' }),
  secrets: async () => secrets,
  baseUrl: 'https://loket.example',
  from,
  now,
  log: { info: quiet, warn: quiet, error: quiet },
})
const sweep = createSweep({
  outbox,
  wake: async (keys) => {
    await deliver(keys)
  },
  now,
})

for (;;) if ((await sweep()) === 0) await wait(50)
