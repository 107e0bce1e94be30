/**
 * `npm run redrive -- -c stage=prod`: empties the failure queue of the outbox once no mail is overdue. It reads keys in the due
 * index and touches no mail: the clockwork sends those, every minute, whether this is run or not.
 */
import { connect } from '../../functions/shared/store/dynamo.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { region } from '../stages.ts'
import { openAccount, outputsOf } from './account.ts'
import { command, readCommandLine, say } from './command-line.ts'
import { openFailureQueue, redrive } from './failure-queue.ts'

await command(async () => {
  const { stage } = readCommandLine()
  const account = openAccount()
  const { LoketTable } = await outputsOf(account, stage, 'table', ['LoketTable'])
  const { FailureQueueUrl } = await outputsOf(account, stage, 'mail', ['FailureQueueUrl'])

  process.env.AWS_REGION = region // Whatever the shell says: Loket lives there.
  const outcome = await redrive({
    queue: openFailureQueue(FailureQueueUrl),
    outbox: createOutbox(connect({ loket: LoketTable })),
    now: () => new Date(),
    say,
  })
  if (outcome === 'overdue') process.exitCode = 1
})
