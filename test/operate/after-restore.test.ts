/**
 * The restore drill, rehearsed on a real engine: a backup is taken, people are forgotten and mails leave, the backup comes back.
 * Then nobody who was forgotten is in it, everybody else is, and no mail leaves twice.
 */
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeAll, describe, expect, it } from 'vitest'
import { networks } from '../../forms/index.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { seedContents } from '../../functions/local/demo-content.ts'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { createAddresses } from '../../functions/shared/store/addresses.ts'
import { restoredTo } from '../../functions/shared/store/backup.ts'
import { createContentChanges } from '../../functions/shared/store/content-changes.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { createDossierFiles } from '../../functions/shared/store/dossier-file.ts'
import { createDossiers } from '../../functions/shared/store/dossiers.ts'
import { type Connection, connect, type Tables } from '../../functions/shared/store/dynamo.ts'
import { bindingItems, createIdentities } from '../../functions/shared/store/identities.ts'
import { bulkPartition, duePartition } from '../../functions/shared/store/indexes.ts'
import { createInvitees } from '../../functions/shared/store/invitees.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { createQueue } from '../../functions/shared/store/queue.ts'
import { createRelated } from '../../functions/shared/store/related.ts'
import { afterRestore, type Counts } from '../../infra/operate/restored-table.ts'
import { sampleOf } from '../emails/samples.ts'
import { openPostOffice } from '../mailer/post-office.ts'
import { loketOn } from '../support/app.ts'
import { dossierOf, type Filed, fileRequest } from '../support/dossier.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { invite, personalPath, putEvent } from '../support/events.ts'
import { aanvraag, begin, fillIn } from '../support/lco.ts'
import { mailsAmong } from '../support/mails.ts'
import { fieldsIn, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

type Items = Record<string, unknown>[]

let live: TestWorkspace
let noor: Filed
let sam: Filed
let draft: string
let invitee: string
/** Who withdrew, whose address was corrected, who unsubscribed, each after the backup. */
let kim: Filed
let lou: Filed
let an: string
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
  kim: 'kim@caw.example',
  lou: 'lou@ocwm.example',
  lous: 'lou@ocmw.example',
  an: 'an@dienst.example',
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

async function bind(person: string): Promise<void> {
  const { client, PutCommand } = await live.connection.dynamo()
  for (const Item of bindingItems({ network: 'aalst', person }, `account-${person}`, live.clock.now.toISOString()))
    await client.send(new PutCommand({ TableName: live.connection.tables.loket, Item }))
}

const storesOn = (table: Connection<Tables>) => ({
  ...{ dossiers: createDossiers(table), addresses: createAddresses(table) },
  ...{ invitees: createInvitees(table), identities: createIdentities(table) },
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

const contentsOf = (table: Connection<Tables>) => createContents(table, () => live.clock.now)
const changesOf = (table: Connection<Tables>) => createContentChanges(table, contentsOf(table))

beforeAll(async () => {
  live = await startTestWorkspace()
  await seedContents(live.connection, contentsOf(live.connection), networks, live.clock.now)
  noor = await fileRequest(live, of(emailOf.noor))
  sam = await fileRequest(live, of(emailOf.sam))
  kim = await fileRequest(live, of(emailOf.kim))
  lou = await fileRequest(live, of(emailOf.lou))
  const [one, other] = [await dossierOf(live, noor.reference), await dossierOf(live, sam.reference)]
  const about = { who: 'coordinator-aalst', now: live.clock.now, auditDays: 365 }
  await createRelated(live.connection).link(one, other, { ...about, auditId: 'verwant' })
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
  an = (await invite(live, activity, emailOf.an)).id
  for (const person of ['casemanager-aalst', 'coordinator-aalst']) await bind(person)
  const unsubscribeLink = await personalPath(live, activity, emailOf.an, 'afmelden')
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
  expect((await live.visitor().post(`${kim.status}/stoppen`)).status).toBe(303)
  const corrected = await live.as('Coördinator Aalst')
  const fields = fieldsIn(await (await corrected.get(`${lou.path}/adres`)).text())
  expect((await corrected.post(`${lou.path}/adres`, { ...fields, email: emailOf.lous })).status).toBe(303)
  expect((await live.visitor().post(unsubscribeLink)).status).toBe(200)
  const { content, revision } = await contentsOf(live.connection).stored(aalst)
  const left = { ...content, people: content.people.filter(({ id }) => id !== 'organisator') }
  const change = { revision, who: 'beheer', auditId: 'inhoud', now: live.clock.now, auditDays: 365 }
  expect((await changesOf(live.connection).put(aalst, left, change)).kind).toBe('stored')
  const who = { network: 'aalst', person: 'casemanager-aalst' }
  const unbinding = { ...who, by: 'coordinator-aalst', auditId: 'los', now: live.clock.now, auditDays: 365 }
  expect(await createIdentities(live.connection).unbind(unbinding)).toBe('unbound')
  expect(await live.deps.dossiers.read(noor.reference, live.clock.now)).toBeUndefined()
  expect(await createInvitees(live.connection).read(invitee, live.clock.now)).toBeUndefined()

  restored = await restore()
  first = await repair(restored)
})

it('de proef zelf kan mislukken: zonder dit commando zijn ze terug, en vertrekken de mails nog eens', async () => {
  const untouched = await restore()
  expect(JSON.stringify(await allIn(untouched))).toContain(emailOf.noor)
  expect((await leaving(untouched)).filter((subject) => subject.includes('ontvangen'))).toHaveLength(4)
  const { dossiers, addresses, invitees, identities } = storesOn(untouched)
  expect((await dossiers.read(kim.reference, live.clock.now))?.state).toBe('ingediend')
  expect(await addresses.read(lou.reference, live.clock.now)).toBe(emailOf.lou)
  expect((await invitees.read(an, live.clock.now))?.afgemeld).toBe(false)
  expect(await identities.isBound({ network: 'aalst', person: 'casemanager-aalst' })).toBe(true)
})

it('telt wat er gebeurde', () => {
  const waiting = mailsAmong(backup).filter(
    ({ due, pk }) => due && ![noor.reference, draft].includes(String(pk).slice(7)),
  )
  // Past their time: that somebody saw a list, and that the event was made (test/support/events.ts, in 1970).
  const again = { withdrawn: 1, readdressed: 1, unbound: 1, unsubscribed: 1, left: [] }
  expect(first).toMatchObject({ erased: 3, absent: 0, expired: 2, contents: 1, again })
  // But the two of a withdrawn request that wait for a later day are taken back, and the new address gets nothing twice.
  expect(first.held).toBeLessThanOrEqual(waiting.length)
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
      expect(await found.find('aalst', addressHmac(addressKey, email), moment)).toEqual({
        ...{ references: [], drafts: [], seats: [] },
      })
    const file = await createDossierFiles(restored).read(sam.reference, live.clock.now)
    expect(file?.dossier.related).toEqual([])
  })

  it('leest op de eigen link dat alles gewist is', async () => {
    const page = await loketOn(restored, live.clock.now).visitor().get(noor.status)
    expect(wordsIn(await page.text())).toContain('gewist')
  })
})

describe('wat mensen sindsdien vroegen', () => {
  const at = () => live.clock.now

  it('wie niet meer voor het netwerk werkt, is er niet opnieuw; hun id komt niet terug', async () => {
    const [here, there] = await Promise.all([restored, live.connection].map((table) => contentsOf(table).stored(aalst)))
    expect(here).toEqual(there)
    expect([here?.content.people.length, here?.gone]).toEqual([3, ['organisator']])
  })

  it('een ingetrokken aanvraag is ingetrokken, en haar antwoorden gaan op hetzelfde moment weg', async () => {
    const { dossiers } = storesOn(restored)
    const [here, there] = await Promise.all([dossiers, live.deps.dossiers].map((one) => one.read(kim.reference, at())))
    expect(here).toEqual(there)
    expect(here?.state).toBe('ingetrokken')
    const answers = async (table: Connection<Tables>) =>
      (await allIn(table)).find(({ pk, sk }) => pk === `DOSSIER#${kim.reference}` && sk === 'ANTWOORDEN')
    expect((await answers(restored))?.ttl).toBe(Math.floor(at().getTime() / 1000) + 86_400)
    expect(await answers(restored)).toEqual(await answers(live.connection))
  })

  it('een verbeterd adres is verbeterd: alleen de nieuwe link opent nog', async () => {
    expect(await storesOn(restored).addresses.read(lou.reference, at())).toBe(emailOf.lous)
    expect((await loketOn(restored, at()).visitor().get(lou.status)).status).toBe(404)
    const dossier = await storesOn(restored).dossiers.read(lou.reference, at())
    expect(dossier?.applicant).toBe(addressHmac(live.secrets.addressKey, emailOf.lous))
    expect(JSON.stringify(await allIn(restored))).not.toContain(emailOf.lou)
  })

  it('wie zich uitschreef, krijgt geen mail meer', async () => {
    expect((await storesOn(restored).invitees.read(an, at()))?.afgemeld).toBe(true)
  })

  it('wie ontkoppeld is, komt niet binnen', async () => {
    const { identities } = storesOn(restored)
    expect(await identities.isBound({ network: 'aalst', person: 'casemanager-aalst' })).toBe(false)
    expect(await identities.isBound({ network: 'aalst', person: 'coordinator-aalst' })).toBe(true)
  })

  it('en het logboek zegt het met dezelfde regels', async () => {
    const lines = async (table: Connection<Tables>) =>
      (await allIn(table))
        .filter(({ what }) => ['intrekken', 'adres verbeterd', 'ontkoppeld'].includes(String(what)))
        .map(({ pk, sk, who, what, at, ttl }) => ({ pk, sk, who, what, at, ttl }))
        .sort((one, other) => (String(one.pk) < String(other.pk) ? -1 : 1))
    expect(await lines(restored)).toEqual(await lines(live.connection))
    expect(await lines(restored)).toHaveLength(3)
  })
})

it('zonder de oude tabel: niets opnieuw gedaan, en dat staat er', async () => {
  const table = await restore()
  const slugs = networks.map(({ slug }) => slug)
  const counts = await afterRestore({ restored: table, networks: slugs, since: moment, now: live.clock.now })
  expect(counts).toMatchObject({ erased: 0, absent: 0 })
  expect(counts.again).toBeUndefined()
  expect(await leaving(table)).toEqual([])
})

describe('alle anderen', () => {
  it('zijn ongeschonden', async () => {
    const ours = ({ pk, sk }: Items[number]) =>
      [`DOSSIER#${sam.reference}`, `OUTBOX#${sam.reference}`].includes(String(pk)) &&
      !['DOSSIER'].includes(String(sk)) &&
      !String(sk).startsWith('MAIL#') &&
      sk !== 'PLAN'
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
  const again = { withdrawn: 0, readdressed: 0, unbound: 0, unsubscribed: 0, left: [] }
  expect(await repair(restored)).toEqual({
    ...{ erased: 0, absent: 3, expired: 0, contents: 0, held: 0, sealedNames: [] },
    again,
  })
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
