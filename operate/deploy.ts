/** `npm run deploy -- -c stage=prod`: looks first (`npm run doctor`), deploys every stack, prints the addresses. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Stage } from '../infra/stages.ts'
import { type Account, openAccount } from './account.ts'
import { command, readCommandLine, say } from './command-line.ts'
import { dnsRecords } from './dns-records.ts'
import { examine } from './findings.ts'
import { report } from './report.ts'

await command(async () => {
  const { stage, words } = readCommandLine()
  const account = openAccount()
  if (!report(await examine(stage, account))) {
    process.exitCode = 1
    return
  }
  const cdk = spawn('cdk', ['deploy', ...(words.length > 0 ? words : ['--all']), '-c', `stage=${stage.name}`], {
    stdio: 'inherit',
  })
  const [code] = await once(cdk, 'close')
  process.exitCode = code === 0 ? 0 : 1
  if (code === 0) await printAddresses(stage, account)
})

async function printAddresses(stage: Stage, account: Account): Promise<void> {
  const output = async (part: string, name: string) => (await account.outputs(`loket-${stage.name}-${part}`))?.[name]
  const identity = await account.mailDomain(stage.mailDomain)
  const records = dnsRecords(stage, identity?.tokens ?? [])
  say()
  say(`Loket       ${stage.url}   (the API behind it: ${await output('web', 'ApiUrl')})`)
  say(`Werkruimte  ${stage.url}/werkruimte`)
  const pool = await output('sign-in', 'UserPool')
  if (pool) say(`Accounts    Cognito user pool ${pool}`)
  if (!identity?.dkim || !identity.mailFrom) {
    say()
    say('In the DNS of your domain, before any mail leaves:')
    for (const { name, type, value } of records) say(`  ${name}  ${type}  ${value}`)
  }
  say()
  say(
    `Next: npm run first-coordinator -- -c stage=${stage.name} <network> <person id>   (docs/operate.md, "The first week")`,
  )
}
