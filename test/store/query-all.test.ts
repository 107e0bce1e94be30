/** A list is whole, however long: the engine gives 1 MB at a time. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAbsences } from '../../functions/shared/store/absences.ts'
import { createDossierMails } from '../../functions/shared/store/dossier-mails.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { absenceKey } from '../../functions/shared/store/keys.ts'
import { outboxItem } from '../../functions/shared/store/outbox-item.ts'
import { sampleOf } from '../emails/samples.ts'
import { startDynamo } from '../support/dynamodb.ts'

const now = new Date('2021-05-20T10:00:00.000Z')
const reference = 'LCO-7K3M-9QX2-4T'
const names = Array.from({ length: 8 }, (_, number) => `n${number}`)

let connection: Connection
let stop: () => Promise<void>
beforeAll(async () => {
  const engine = await startDynamo()
  connection = engine.connection
  stop = engine.stop
})
afterAll(() => stop())

/** Eight of these are 2.4 MB. */
async function put(Item: Record<string, unknown>) {
  const { client, PutCommand } = await connection.dynamo()
  await client.send(
    new PutCommand({ TableName: connection.tables.loket, Item: { ...Item, padding: 'x'.repeat(300_000) } }),
  )
}

it('wie afwezig is', async () => {
  for (const person of names)
    await put({ ...absenceKey('aalst', person), person, from: '2021-05-20', until: '2021-05-21' })
  expect((await createAbsences(connection).list('aalst')).map(({ person }) => person)).toEqual(names)
})

it('de mails van een dossier', async () => {
  for (const mailId of names)
    await put(outboxItem({ subject: reference, mailId, notification: sampleOf('triage'), now }))
  expect((await createDossierMails(connection).list(reference, now)).map(({ mailId }) => mailId)).toEqual(names)
})
