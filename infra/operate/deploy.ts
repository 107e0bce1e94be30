/** `npm run deploy -- -c stage=prod`: looks first (`npm run doctor`), deploys every stack, prints the addresses. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { dnsLines } from '../dns-records.ts'
import { edgeRegion, type Stage } from '../stages.ts'
import { type Account, openAccount } from './account.ts'
import { command, readCommandLine, say } from './command-line.ts'
import { examine } from './findings.ts'
import { report } from './report.ts'

await command(async () => {
  const { stage, words } = readCommandLine()
  const account = openAccount()
  if (!report(await examine(stage, account))) {
    process.exitCode = 1
    return
  }
  const name = (part: string) => `loket-${stage.name}-${part}`
  // Synthesised once: the edge is of the same making as what is behind it.
  const app = `cdk.out/${stage.name}`
  if (!(await cdk('synth', '--quiet', '-c', `stage=${stage.name}`, '--output', app)))
    throw new Error('Nothing was touched.')
  const deploy = (...args: string[]) => cdk('deploy', '--app', app, ...args)
  // All but the edge: that one needs the address of the API.
  const { stdout } = await promisify(execFile)('cdk', ['list', '--app', app])
  const behindEdge = stdout.split('\n').filter((stack) => stack.startsWith('loket-') && stack !== name('edge'))
  const done = await deploy(...(words.length > 0 ? words : behindEdge))
  const apiUrl = (await account.outputs(name('web')))?.ApiUrl
  if (!done || !apiUrl) throw new Error('The deploy did not finish: CloudFormation went back to what was there before.')
  if (words.length === 0) {
    say()
    say(`Now the edge. The first time it waits for a record in your DNS: console, ACM, region ${edgeRegion}.`)
    const edge = await deploy(name('edge'), '--parameters', `ApiDomain=${new URL(apiUrl).hostname}`)
    if (!edge) throw new Error('Loket is deployed and waits behind an edge that is not: mend it and run this again.')
  }
  await printAddresses(stage, account)
})

/** Whether it did what was asked; it says itself why not. */
async function cdk(...args: string[]): Promise<boolean> {
  const [code] = await once(spawn('cdk', args, { stdio: 'inherit' }), 'close')
  return code === 0
}

async function printAddresses(stage: Stage, account: Account): Promise<void> {
  const outputs = async (part: string) => (await account.outputs(`loket-${stage.name}-${part}`)) ?? {}
  const identity = await account.mailDomain(stage.mailDomain)
  const edge = await account.outputs(`loket-${stage.name}-edge`, edgeRegion)
  say()
  say(`Loket       ${stage.url}   (the API behind it: ${(await outputs('web')).ApiUrl})`)
  say(`Werkruimte  ${stage.url}/werkruimte`)
  if (edge?.EdgeDomain) say(`DNS         ${new URL(stage.url).hostname}  CNAME  ${edge.EdgeDomain}`)
  const { UserPool } = await outputs('sign-in')
  if (UserPool) say(`Accounts    Cognito user pool ${UserPool}`)
  if (!identity?.dkim || !identity.mailFrom) {
    say()
    say('In the DNS of your domain, before any mail leaves:')
    for (const line of dnsLines(await outputs('mail'))) say(`  ${line}`)
  }
  say()
  say(
    `Next: npm run network-content and npm run first-coordinator -- -c stage=${stage.name} …   (docs/operate.md, "The first week")`,
  )
}
