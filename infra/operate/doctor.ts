/** `npm run doctor -- -c stage=prod`: what is missing for this stage in the account of your credentials. Changes nothing. */
import { openAccount } from './account.ts'
import { command, readCommandLine } from './command-line.ts'
import { examineContents } from './content-findings.ts'
import { examineControllers } from './controller-findings.ts'
import { examine } from './findings.ts'
import { report } from './report.ts'

await command(async () => {
  const { stage } = readCommandLine()
  if (!report(await examine(stage, openAccount(), [examineControllers, examineContents]))) process.exitCode = 1
})
