/**
 * The restore drill, rehearsed on a real engine: a backup is taken, people are forgotten and mails leave, the backup comes back.
 * Then nobody who was forgotten is in it, everybody else is, and no mail leaves twice.
 */

import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeAll, describe, expect, it } from 'vitest'
import { networks } from '../../forms/index.ts'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { restoredTo } from '../../functions/shared/store/backup.ts'
import { createDossierFiles } from '../../functions/shared/store/dossier-file.ts'
import { type Connection, connect, type Tables } from '../../functions/shared/store/dynamo.ts'
import { bulkPartition, duePartition } from '../../functions/shared/store/keys.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { createQueue } from '../../functions/shared/store/queue.ts'
import { afterRestore, type Counts } from '../../infra/operate/restored-table.ts'
import { sampleOf } from '../emails/samples.ts'
import { openPostOffice } from '../mailer/post-office.ts'
import { loketOn } from '../support/app.ts'
import { dossierOf, type Filed, fileRequest } from '../support/dossier.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { invite, putEvent } from '../support/events.ts'
import { aanvraag, begin, fillIn } from '../support/lco.ts'
import { wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

type Items = Record<string, unknown>[]

let live: TestWorkspace
let noor: Filed
let sam: Filed
let draft: string
let invitee: string
/** The moment the backup is of, and what was in it. */
let moment: Date
let backup: Items
let restored: Connection<Tables>
let first: Counts

const gegevens = '/werkruimte/gegevens'
const emailOf = {
  noor: 'noor@caw.example',
  sam: 'sam@ocmw.example',
  lore: 'lore@dienst.example',
  bo: 'bo@dienst.example',
}
const of = (email: string) => ({ changes: { gegevens: { ...aanvraag.gegevens, email } } })

async function allIn({ dynamo, tables }: Connection<Tables>): Promise<Items> {
  return loketOn({ dynamo, tables }, live.clock.now).items('loket')
}

/** A table that holds what the backup holds; the drafts are those in use. */
async function restore(): Promise<Connection<Tables>> {
  const { connection } = await startDynamo()
  const { client, PutCommand } = await connection.dynamo()
  for (const Item of backup) await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
  return connect({ loket: connection.tables.loket, drafts: live.connection.tables.drafts })
}

const repair = (table: Connection<Tables>, since = moment) =>
  afterRestore({
    ...{ live: live.connection, restored: table, networks: networks.map(({ slug }) => slug) },
    ...{ since, now: live.clock.now },
  })

/** Everything a mailer and a clockwork on this table would send, also in the weeks to come. */
async function leaving(table: Connection<Tables>): Promise<string[]> {
  const office = openPostOffice(table)
  for (const days of [0, 1, 30]) {
    office.setClock(new Date(live.clock.now.getTime() + days * 86_400_000))
    for (const lane of [duePartition, bulkPartition])
      await office.deliver(
        await office.outbox.due(office.now(), 1000, lane),
        lane === bulkPartition ? async () => {} : undefined,
      )
  }
  return (await office.received()).map(({ email }) => email.subject ?? '')
}

beforeAll(async () => {
  live = await startTestWorkspace()
  noor = await fileRequest(live, of(emailOf.noor))
  sam = await fileRequest(live, of(emailOf.sam))
  const [one, other] = [await dossierOf(live, noor.reference), await dossierOf(live, sam.reference)]
  const about = { who: 'coordinator-aalst', now: live.clock.now, auditDays: 365 }
  await live.deps.related.link(one, other, { ...about, auditId: 'verwant' })
  for (const { reference } of [noor, sam]) {
    const sealed = await live.deps.seal('aalst', reference, { notitie: `Over ${reference}` })
    const line = { id: 'n', at: live.clock.now.toISOString(), who: 'p', kind: 'notitie' as const, sealed }
    await live.deps.logbook.add(reference, line)
  }
  const visitor = live.visitor()
  const path = await begin(visitor)
  await fillIn(visitor, path, { until: 'situatie', changes: of(emailOf.lore).changes })
  await visitor.post(`${path}/later`, { email: emailOf.lore })
  draft = path.split('/').at(-1) ?? ''
  const activity = await putEvent(live.connection, {
    ...{ start: '2026-12-08T08:00:00.000Z', einde: '2026-12-08T11:00:00.000Z', deadline: '2026-12-01' },
  })
  invitee = (await invite(live, activity, emailOf.bo)).id
  // One of many, and a line that ends before the backup comes back.
  const bulk = { subject: 'genodigde', mailId: 'uitnodiging', notification: sampleOf('triage'), bulk: true as const }
  await createOutbox(live.connection).add({ ...bulk, now: live.clock.now })
  await live.deps.consultations.saw(
    { network: 'aalst', person: 'p' },
    { list: 'week', session: 's', references: [sam.reference] },
    { auditId: 'l', now: live.clock.now, auditDays: 1 / 24 },
  )

  moment = live.clock.now
  backup = await allIn(live.connection)

  live.clock.later(7200)
  const office = openPostOffice(live.connection)
  office.setClock(live.clock.now)
  await office.deliver(await office.outbox.due(live.clock.now, 1000))
  const coordinator = await live.as('Coördinator Aalst')
  await coordinator.post(`${gegevens}/dossier/${noor.reference}/wissen`)
  const person = addressHmac(live.secrets.addressKey, emailOf.lore)
  await coordinator.post(`${gegevens}/persoon/${person}/wissen`, { wat: draft })
  await coordinator.post(`${gegevens}/persoon/${addressHmac(live.secrets.addressKey, emailOf.bo)}/wissen`, {
    wat: invitee,
  })
  expect(await live.deps.dossiers.read(noor.reference, live.clock.now)).toBeUndefined()
  expect(await live.deps.invitees.read(invitee, live.clock.now)).toBeUndefined()

  restored = await restore()
  first = await repair(restored)
})

it('de proef zelf kan mislukken: zonder dit commando zijn ze terug, en vertrekken de mails nog eens', async () => {
  const untouched = await restore()
  expect(JSON.stringify(await allIn(untouched))).toContain(emailOf.noor)
  expect((await leaving(untouched)).filter((subject) => subject.includes('ontvangen'))).toHaveLength(2)
})

it('telt wat er gebeurde', () => {
  const waiting = backup.filter(({ due, pk }) => due && ![noor.reference, draft].includes(String(pk).slice(7)))
  // Past their time: that somebody saw a list, and that the event was made (test/support/events.ts, in 1970).
  expect(first).toEqual({ erased: 3, absent: 0, expired: 2, held: waiting.length })
  expect(first.held).toBeGreaterThan(3)
})

describe('wie gewist is', () => {
  it('staat er niet meer in: dezelfde regels met kenmerken blijven als in de tabel die in gebruik was', async () => {
    const about = (items: Items) =>
      items
        .filter((item) => [noor.reference, draft, invitee].some((id) => JSON.stringify(item).includes(id)))
        .filter(({ sk }) => !String(sk).startsWith('RAADPLEGING#')) // What was looked at since is not known here.
        .filter(({ what }) => what !== 'gezocht')
        .sort((one, other) => (String([one.pk, one.sk]) < String([other.pk, other.sk]) ? -1 : 1))
    const left = about(await allIn(restored))
    expect(left).toEqual(about(await allIn(live.connection)))
    expect(left.map(({ what }) => what)).toContain('gewist')
    expect(JSON.stringify(await allIn(restored))).not.toMatch(
      new RegExp(`${emailOf.noor}|${emailOf.lore}|${emailOf.bo}`),
    )
  })

  it('is ook niet te vinden op adres, of bij wie verwant was', async () => {
    const { addressKey } = live.secrets
    const found = createPersonalData(restored)
    for (const email of [emailOf.noor, emailOf.lore])
      expect(await found.find('aalst', addressHmac(addressKey, email), moment)).toEqual({ references: [], drafts: [] })
    const file = await createDossierFiles(restored).read(sam.reference, live.clock.now)
    expect(file?.dossier.related).toEqual([])
  })

  it('leest op de eigen link dat alles gewist is', async () => {
    const page = await loketOn(restored, live.clock.now).visitor().get(noor.status)
    expect(wordsIn(await page.text())).toContain('gewist')
  })
})

describe('alle anderen', () => {
  it('zijn ongeschonden', async () => {
    const ours = ({ pk, sk }: Items[number]) =>
      [`DOSSIER#${sam.reference}`, `OUTBOX#${sam.reference}`].includes(String(pk)) &&
      !['DOSSIER'].includes(String(sk)) &&
      !String(sk).startsWith('MAIL#')
    const sorted = (items: Items) =>
      items.filter(ours).sort((one, other) => (String(one.sk) < String(other.sk) ? -1 : 1))
    const before = sorted(backup)
    expect(before.length).toBeGreaterThan(3)
    const after = sorted(await allIn(restored))
    expect(after.filter(({ what }) => what !== 'niet verwant')).toEqual(before)
  })

  it('zijn leesbaar: de antwoorden en notities gaan open, en de eigen link werkt', async () => {
    const file = await createDossierFiles(restored).read(sam.reference, live.clock.now)
    expect(await live.deps.unseal(sam.reference, file?.sealed ?? '')).toMatchObject({ email: emailOf.sam })
    const [line] = file?.lines ?? []
    expect(await live.deps.unseal(sam.reference, line?.sealed ?? '')).toEqual({ notitie: `Over ${sam.reference}` })
    const page = await loketOn(restored, live.clock.now).visitor().get(sam.status)
    expect(page.status).toBe(200)
  })
})

it('er vertrekt geen mail, ook later niet; ze staan bij de mails die een mens bekijkt', async () => {
  expect(await leaving(restored)).toEqual([])
  const { mails } = await createQueue(restored).troubledMails('aalst', 100, live.clock.now)
  expect(mails).toHaveLength(first.held)
  expect(new Set(mails.map(({ status, reason }) => `${status} ${reason}`))).toEqual(new Set(['aangehouden hersteld']))
})

it('nog eens: er is niets meer te doen, en er verandert niets', async () => {
  const before = await allIn(restored)
  expect(await repair(restored)).toEqual({ erased: 0, absent: 3, expired: 0, held: 0 })
  expect(await allIn(restored)).toEqual(before)
})

it('wist alleen opnieuw wat vanaf dat moment gewist is, op de milliseconde', async () => {
  const erased = async (since: Date) =>
    (await createPersonalData(live.connection).erasures('aalst', since)).flatMap(({ subjects }) => subjects)
  expect((await erased(live.clock.now)).sort()).toEqual([noor.reference, draft, invitee].sort())
  expect(await erased(new Date(live.clock.now.getTime() + 1))).toEqual([])
  expect(await createPersonalData(live.connection).erasures('limburg', moment)).toEqual([])
})

it('weet waarvan een tabel hersteld is, en dat een tabel in gebruik dat niet is', async () => {
  expect(await restoredTo(restored)).toBeUndefined()
  const aws = mockClient(DynamoDBDocumentClient)
  const summary = { RestoreDateTime: moment, RestoreInProgress: false }
  aws.on(DescribeTableCommand, { TableName: restored.tables.loket }).resolves({ Table: { RestoreSummary: summary } })
  expect(await restoredTo(restored)).toEqual(moment)
  aws.restore()
})
