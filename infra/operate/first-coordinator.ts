/**
 * `npm run first-coordinator -- -c stage=dev aalst "An Peeters" an@ocmwaalst.be "053 72 31 11" "OCMW Aalst"`: stores the very first
 * coordinator of a network, whom no coordinator can let in, invites that person, and prints a link that works once, for seven days. Give
 * it by another way than you give the account. With `--triage`, `--deputy` and `--reply` the mailboxes of a network that has none. Runs
 * with the credentials of who deploys, audited as `beheer`; done again, it invites anew. `-c stage=local`: at a `npm start` that runs.
 *
 * Of somebody who is among the people already the id is enough, `… aalst p3f9a0c11d27e`; with `again` behind it, the account this person
 * had is taken away first: for the only coordinator of a network, whom no colleague can unbind.
 */
import { randomBytes } from 'node:crypto'
import { secretsFromManager } from '../../functions/shared/secrets.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { connect } from '../../functions/shared/store/dynamo.ts'
import {
  type FirstAsked,
  firstSchema,
  makeFirstCoordinator,
  toldOf,
} from '../../functions/workspace/people/first-coordinator.ts'
import { invitationPath } from '../../functions/workspace/sign-in/invitation-path.ts'
import { readStage, region, type Stage } from '../stages.ts'
import { openAccount, outputsOf } from './account.ts'
import { command, readWords, say } from './command-line.ts'
import { askLocal } from './local-loket.ts'

const mailboxes = ['triage', 'deputy', 'reply'] as const

function askedIn(words: readonly string[], options: Partial<Record<string, string>>): FirstAsked {
  const [network, second, third, phone, employer, ...others] = words
  const known = words.length < 4 && third !== undefined ? { again: third } : {}
  const asked =
    words.length < 4
      ? { network, person: second, ...known }
      : { network, name: second, email: third, phone, employer, ...options }
  const read = firstSchema.safeParse(asked)
  const beside = words.length < 4 && Object.keys(options).length > 0
  if (!read.success || others.length > 0 || beside) throw new Error(usage)
  return read.data
}

const usage = `Usage, the first time, with quotation marks around what has a space:
  npm run first-coordinator -- -c stage=dev <network> "<name>" <e-mail> <phone> "<service>"
      and when you know them: --triage <e-mail> --deputy <e-mail> --reply <e-mail>
Of somebody who is among its people already:
  npm run first-coordinator -- -c stage=dev <network> <person id> [again]
On this machine, while npm start runs: -c stage=local`

async function make(stage: Stage, asked: FirstAsked): Promise<string[]> {
  const { LoketTable, SecretArn } = await outputsOf(openAccount(), stage, 'table', ['LoketTable', 'SecretArn'])
  process.env.AWS_REGION = region // Whatever the shell says: Loket lives there.
  const now = () => new Date()
  const connection = connect({ loket: LoketTable })
  const deps = { connection, contents: createContents(connection, now), now, random: randomBytes, invented: false }
  const made = await makeFirstCoordinator(deps, asked)
  if (made.kind === 'refused') throw new Error(made.reason.replaceAll('stage=…', `stage=${stage.name}`))
  const path = await invitationPath(secretsFromManager(SecretArn, now), made.invitation)
  return toldOf(made, { url: stage.url, path })
}

await command(async () => {
  const { stageName, words, options } = readWords(mailboxes)
  const asked = askedIn(words, options)
  const lines = stageName === 'local' ? await askLocal(asked, process.env) : await make(readStage(stageName), asked)
  for (const line of lines) say(line)
})
