/**
 * `npm run after-restore -- -c stage=prod --live <table> --restored <table> --since <ISO instant>`: makes a table that came back
 * from a backup fit to be used (docs/operate.md, "Backup and restore drill"). Nobody may use it before; safe to repeat.
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

  const { erased, absent, expired, held } = await afterRestore({
    live: connect({ loket: live, drafts: '' }),
    restored: connection,
    networks: networks.map(({ slug }) => slug),
    since,
    now: new Date(),
  })
  say(`Erased again           ${erased}   (${absent} more were erased since, and are not in ${restored})`)
  say(`Mails put on hold      ${held}`)
  say(`Past their time, gone  ${expired}`)
  say(`Nobody who was forgotten is in ${restored}, and nothing leaves by itself.`)
})
