/** What is past its time is not there, to the second, though the engine still holds it (docs/promises.md, "Nothing lost"). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSeconds, epochSeconds } from '../../forms/kit/time.ts'
import { dossierAudit } from '../../functions/shared/store/audit.ts'
import { createDossierFiles } from '../../functions/shared/store/dossier-file.ts'
import { createDossierMails } from '../../functions/shared/store/dossier-mails.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { outboxItem } from '../../functions/shared/store/outbox-item.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { createQueue } from '../../functions/shared/store/queue.ts'
import { sampleOf } from '../emails/samples.ts'
import { startDynamo } from '../support/dynamodb.ts'

const noon = new Date('2035-05-20T10:00:00.000Z')
const reference = 'LCO-7K3M-9QX2-4T'
const day = { now: noon, auditDays: 1 }
const ofADay = epochSeconds(addSeconds(noon, 86_400))
let connection: Connection<Tables>
let stop: () => Promise<void>

beforeAll(async () => {
  const engine = await startDynamo()
  connection = engine.connection
  stop = engine.stop
  const { client, PutCommand } = await connection.dynamo()
  const put = (Item: Record<string, unknown>) =>
    client.send(new PutCommand({ TableName: connection.tables.loket, Item: { ...Item, ttl: ofADay } }))
  await put(
    outboxItem({ subject: reference, mailId: 'm', notification: sampleOf('triage'), now: noon, held: 'overzicht' }),
  )
  const erased = { who: 'p', what: 'gewist', network: 'aalst' }
  await put(dossierAudit(connection.tables.loket, reference, { auditId: 'a', ...day }, erased).Put.Item)
  await createDossierFiles(connection).noteConsultation({ reference, who: 'p', session: 's', auditId: 'i', ...day })
})
afterAll(() => stop())

const reads: Record<string, (now: Date) => Promise<number>> = {
  'mails van een dossier': async (now) => (await createDossierMails(connection).list(reference, now)).length,
  'mails die aandacht vragen': async (now) =>
    (await createQueue(connection).troubledMails('aalst', 10, now)).mails.length,
  'wie keek': async (now) => (await createPersonalData(connection).consultations(reference, now)).length,
  'dat het gewist is': async (now) =>
    (await createPersonalData(connection).erasure('aalst', reference, now)) === undefined ? 0 : 1,
}

describe.each(Object.entries(reads))('%s', (_, read) => {
  it.each([
    [-1, 1],
    [0, 0],
    [1, 0],
  ])('%i s na het einde: %i', async (seconds, count) => {
    expect(await read(new Date((ofADay + seconds) * 1000))).toBe(count)
  })
})
