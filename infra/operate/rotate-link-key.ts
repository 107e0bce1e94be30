/**
 * `npm run rotate-link-key -- -c stage=prod`: a new key for the links in mail, beside the old ones. With `--drop <id>` an old
 * one goes, and every link made with it stops: after a year, or at once when it leaked.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { openAccount, outputsOf } from './account.ts'
import { command, readCommandLine, say } from './command-line.ts'
import { dropLinkKey, openSecret, rotateLinkKey } from './link-keys.ts'

await command(async () => {
  const { stage, options } = readCommandLine(['drop'])
  const { SecretArn } = await outputsOf(openAccount(), stage, 'table', ['SecretArn'])
  const secret = openSecret(SecretArn)
  if (options.drop === undefined) {
    const newKey = () => randomBytes(32).toString('base64')
    return rotateLinkKey({ secret, newKey, wait: setTimeout, say })
  }
  await dropLinkKey(secret, options.drop)
  say(`Key ${options.drop} is gone: within five minutes every link made with it says that it does not work.`)
})
