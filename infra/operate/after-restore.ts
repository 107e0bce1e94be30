/**
 * `npm run after-restore -- -c stage=prod --live <table> --restored <table> --since <ISO instant>`: makes a table that came back
 * from a backup fit to be used (docs/operate.md, "Backup and restore drill"). Nobody may use it before; safe to repeat. With `--live
 * lost` when the old table is gone: then nobody knows what people asked since, and it says so.
 */
import * as z from 'zod'
import { networks } from '../../forms/index.ts'
import { restoredTo } from '../../functions/shared/store/backup.ts'
import { connect } from '../../functions/shared/store/dynamo.ts'
import { region } from '../stages.ts'
import { openAccount, outputsOf } from './account.ts'
import { command, readCommandLine, say } from './command-line.ts'
import { afterRestore } from './restored-table.ts'

const optionsSchema = z.object({
  live: z.string().min(1),
  restored: z.string().min(1),
  since: z.iso.datetime({ offset: true }).transform((instant) => new Date(instant)),
})

await command(async () => {
  const { stage, options } = readCommandLine(['live', 'restored', 'since'])
  const asked = optionsSchema.safeParse(options)
  if (!asked.success)
    throw new Error('Usage: npm run after-restore -- --live <table> --restored <table> --since 2026-11-22T09:00:00Z')
  const { live, restored, since } = asked.data
  const { LoketTable, DraftsTable } = await outputsOf(openAccount(), stage, 'table', ['LoketTable', 'DraftsTable'])

  process.env.AWS_REGION = region // Whatever the shell says: Loket lives there.
  const connection = connect({ loket: restored, drafts: DraftsTable })
  const moment = await restoredTo(connection)
  if (!moment || [live, LoketTable].includes(restored))
    throw new Error(`${restored} is in use, or did not come back from a backup.`)
  if (since > moment)
    throw new Error(`${restored} is from ${moment.toISOString()}: say --since that moment, or before.`)

  const { erased, absent, expired, contents, held, sealedNames, again } = await afterRestore({
    live: live === 'lost' ? undefined : connect({ loket: live, drafts: '' }),
    restored: connection,
    networks: networks.map(({ slug }) => slug),
    since,
    now: new Date(),
  })
  if (again) {
    say(`Erased again           ${erased}   (${absent} more were erased since, and are not in ${restored})`)
    say(`Withdrawn again        ${again.withdrawn}`)
    say(`Addresses corrected    ${again.readdressed}`)
    say(`Accounts unbound       ${again.unbound}`)
    say(`Unsubscribed again     ${again.unsubscribed}`)
    say(`Networks brought up    ${contents}   (their people, mailboxes and aanbod, as they are now)`)
  }
  // Only the werkruimte can open a name: a person does it there, on the page of what is kept.
  for (const seat of sealedNames) say(`Wipe by hand           ${seat} (gegevens/tafel)`)
  say(`Mails put on hold      ${held}`)
  say(`Past their time, gone  ${expired}`)
  if (!again) {
    say('NOT DONE: the old table is lost, and with it who was forgotten, withdrew, unsubscribed or was unbound since.')
    say('They are all in this table again. Ask every network whom it forgot or unbound since, before anybody uses it.')
  } else if (again.left.length > 0) say(`NOT DONE, do it by hand:\n  ${again.left.join('\n  ')}`)
  else say(`What people asked since is done again in ${restored}, as far as ${live} tells; nothing leaves by itself.`)
})
