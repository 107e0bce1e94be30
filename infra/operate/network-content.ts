/**
 * `npm run network-content -- -c stage=dev aalst`: prints the content of a network as JSON (forms/kit/content.ts): people, mailboxes,
 * aanbod. With a file behind it, `… aalst aalst.json`, it stores what that says, audited as `beheer`. Runs with the credentials of
 * who deploys. The file holds addresses of people: keep it out of the repository.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { networks } from '../../forms/index.ts'
import { createContentChanges } from '../../functions/shared/store/content-changes.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { connect } from '../../functions/shared/store/dynamo.ts'
import { region } from '../stages.ts'
import { openAccount, outputsOf } from './account.ts'
import { command, readCommandLine, say } from './command-line.ts'
import { contentAsText, storeGiven } from './given-content.ts'

await command(async () => {
  const { stage, words } = readCommandLine()
  const [asked, file] = words
  const network = networks.find(({ slug }) => slug === asked)
  if (!network) {
    const known = networks.map(({ slug }) => slug).join(', ')
    throw new Error(`Usage: npm run network-content -- -c stage=dev <network> [file.json]   (networks: ${known})`)
  }
  const { LoketTable } = await outputsOf(openAccount(), stage, 'table', ['LoketTable'])

  process.env.AWS_REGION = region // Whatever the shell says: Loket lives there.
  const now = () => new Date()
  const connection = connect({ loket: LoketTable })
  const contents = createContentChanges(connection, createContents(connection, now))
  if (file === undefined) return say(await contentAsText(contents, network))
  const about = { auditId: randomBytes(16).toString('base64url'), now: now(), auditDays: network.retention.audit }
  const revision = await storeGiven(contents, network, await readFile(file, 'utf8'), about)
  say(`Stored revision ${revision} of ${network.name}; every page and mail has it within a minute.`)
})
