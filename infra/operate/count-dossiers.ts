/**
 * `npm run count-dossiers -- -c stage=prod`: counts what was kept before there were figures, once, after the deploy that brought them
 * (docs/operate.md). Safe to repeat. It opens no answer.
 */
import { countDossiers } from '../../functions/shared/store/count-dossiers.ts'
import { connect } from '../../functions/shared/store/dynamo.ts'
import { region } from '../stages.ts'
import { openAccount, outputsOf } from './account.ts'
import { command, readCommandLine, say } from './command-line.ts'

await command(async () => {
  const { stage } = readCommandLine()
  const { LoketTable } = await outputsOf(openAccount(), stage, 'table', ['LoketTable'])

  process.env.AWS_REGION = region // Whatever the shell says: Loket lives there.
  const { dossiers, refusals } = await countDossiers(connect({ loket: LoketTable }), new Date())
  say(`${dossiers} dossiers counted, ${refusals} counts of refusals split by criterion`)
})
