/**
 * `npm run find-again -- -c stage=prod`: has the search look at every dossier it does not know yet, once, after the deploy that brought the
 * search (docs/operate.md). Safe to repeat. It reads keys only; `workspace` opens the answers, 250 a minute.
 */
import { changedPerRun } from '../../functions/clockwork/sweep-waiting.ts'
import { connect } from '../../functions/shared/store/dynamo.ts'
import { findAgain } from '../../functions/shared/store/find-again.ts'
import { region } from '../stages.ts'
import { openAccount, outputsOf } from './account.ts'
import { command, readCommandLine, say } from './command-line.ts'

await command(async () => {
  const { stage } = readCommandLine()
  const { LoketTable } = await outputsOf(openAccount(), stage, 'table', ['LoketTable'])

  process.env.AWS_REGION = region // Whatever the shell says: Loket lives there.
  const found = await findAgain(connect({ loket: LoketTable }), new Date())
  say(`${found} dossiers to be found again; ready in about ${Math.ceil(found / changedPerRun)} minutes`)
})
