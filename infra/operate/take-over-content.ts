/**
 * `npm run take-over-content -- -c stage=prod <folder>`: once, after the deploy that brought the content of a network to the table (docs/decisions/018). The folder
 * is a checkout of the version that ran until then, whose forms/networks/ names the people, mailboxes and phone numbers; or give a file of JSON,
 * `{ "aalst": { "people": […], "mailboxes": {…} } }`. Stores nothing unless everybody who has an account, a dossier or an absence is among
 * the people. Safe to repeat: what is stored stays. Runs with the credentials of who deploys, audited as `beheer`.
 */
import { randomBytes } from 'node:crypto'
import { createContents } from '../../functions/shared/store/contents.ts'
import { connect } from '../../functions/shared/store/dynamo.ts'
import { region } from '../stages.ts'
import { openAccount, outputsOf } from './account.ts'
import { command, readCommandLine, say } from './command-line.ts'
import { readGivenNetworks } from './given-networks.ts'
import { takeOver } from './take-over.ts'

await command(async () => {
  const { stage, words } = readCommandLine()
  const [path, ...others] = words
  if (path === undefined || others.length > 0)
    throw new Error('Usage: npm run take-over-content -- -c stage=dev <checkout of the version before, or file.json>')
  const given = await readGivenNetworks(path)
  const { LoketTable } = await outputsOf(openAccount(), stage, 'table', ['LoketTable'])
  process.env.AWS_REGION = region // Whatever the shell says: Loket lives there.
  const now = () => new Date()
  const connection = connect({ loket: LoketTable })
  const newAuditId = () => randomBytes(16).toString('base64url')
  const lines = await takeOver({
    ...{ connection, contents: createContents(connection, now), stage: stage.name, given },
    about: ({ retention }) => ({ auditId: newAuditId(), now: now(), auditDays: retention.audit }),
  })
  for (const line of lines) say(line)
})
