/** What people type is nowhere but where it must be: a canary in every free field, and a search of everything else. */
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams'
import { beforeAll, expect, it } from 'vitest'
import { maskedEmail } from '../../forms/kit/masked.ts'
import { openPostOffice, type PostOffice, secrets } from '../mailer/post-office.ts'
import { loketOn, type TestLoket } from '../support/app.ts'
import { belMijPath, openBelMij } from '../support/bel-mij.ts'
import { startDynamo, type TestDynamo } from '../support/dynamodb.ts'
import { aanvraag, begin, fillIn, openVraag, referenceIn, type Slug, vraagPath } from '../support/lco.ts'
import { type Fields, locationOf, type Visitor } from '../support/visitor.ts'
import { atTheEdge } from './sdk-edge.ts'

const canaries: string[] = []
/** A text that is found again, whatever stands around it. */
function canary(name: string): string {
  const text = `kanarie${canaries.length}${name.replace(/\W/g, '')}`.toLowerCase()
  canaries.push(text)
  return text
}
const mailCanary = (name: string) => `${canary(name)}@${canary(`${name}domein`)}.example`
function phoneCanary(written: string, ...kept: string[]): string {
  canaries.push(written, ...kept)
  return written
}
const each = (...names: string[]): Fields => Object.fromEntries(names.map((name) => [name, canary(name)]))
const domains = ['inkomen_schulden', 'gezondheid', 'wonen_energie']
const row = (index: number): Fields => ({
  ...each(...['dienst', 'contactpersoon', 'rol'].map((column) => `betrokkenen[${index}].${column}`)),
  [`betrokkenen[${index}].email`]: mailCanary(`rij${index}`),
})

const email = mailCanary('aanvrager')
const vraagEmail = mailCanary('vraag')
const laterEmail = mailCanary('later')
const typed: Record<Slug, Fields> = {
  criteria: aanvraag.criteria,
  gegevens: {
    ...each('naam', 'functie', 'organisatie'),
    email,
    telefoon: phoneCanary('0478/99.88.77', '478998877', '478 99 88 77'),
  },
  client: { ...aanvraag.client, ...each('client_aanduiding', 'gezinssamenstelling', 'taal', 'veilig_contact') },
  situatie: each(
    ...['vraag_client', 'zelf', 'omgeving', 'ondersteuning', 'doel'],
    ...domains.flatMap((domain) => [`loopt_goed.${domain}`, `loopt_minder_goed.${domain}`]),
  ),
  tafel: {
    ...row(0),
    ...row(1),
    ...row(2),
    vertrouwensfiguur: 'genodigd',
    ...each('vertrouwensfiguur_naam'),
    vertrouwensfiguur_email: mailCanary('vertrouwensfiguur'),
    spilfiguur: '1',
    toestemming_tafel: 'ja',
  },
  praktisch: {
    ...aanvraag.praktisch,
    ...each('momenten', 'opmerkingen'),
    voor_datum: phoneCanary('13/7/2031', '2031-07-13'),
  },
}
const vraag: Fields = {
  ...each('vraag', 'naam', 'organisatie'),
  email: vraagEmail,
  telefoon: phoneCanary('053 66 77 88', '53667788'),
}

/** Whoever asks for themselves. */
const call: Fields = {
  ...each('naam', 'vraag', 'taal', 'wanneer_anders'),
  telefoon: phoneCanary('0499 66 55 44', '499665544'),
}

let engine: TestDynamo
let loket: TestLoket
let office: PostOffice
/** Everything in the tables at each step, and the letters of the whole journey. */
let stored: Record<string, unknown>[]
let letters: Awaited<ReturnType<PostOffice['received']>>
let references: string[]

/** The longest part of a link: nobody has it who was not given it. */
const secretsIn = (text: string): string[] => text.match(/(?<=\.)[\w-]{43}(?![\w-])/g) ?? []
const tokens = new Set<string>()

async function deliverAll(): Promise<void> {
  office.setClock(loket.clock.now)
  expect(await office.deliver(await office.outbox.due(loket.clock.now, 100))).toEqual([])
}
async function remember(): Promise<void> {
  stored.push(...(await loket.items('loket')))
}

/** A whole life: begun, interrupted, mailed, gone on with elsewhere, sent, asked, and stopped. */
beforeAll(async () => {
  engine = await startDynamo()
  loket = loketOn(engine.connection, new Date('2026-11-23T09:00:00Z'))
  Object.assign(loket.secrets, secrets)
  office = openPostOffice(engine.connection)
  stored = []

  const first = loket.visitor()
  const draft = await begin(first)
  await fillIn(first, draft, { until: 'praktisch', changes: typed })
  await first.post(`${draft}/praktisch`, { ...typed.praktisch, voor_datum: 'morgen', actie: 'later' })
  await first.post(`${draft}/praktisch`, { ...typed.praktisch, vorm: 'x' })
  loket.clock.later(60)
  await first.post(`${draft}/later`, { email: laterEmail })
  await deliverAll()
  await remember()

  const [resume] = await office.received()
  const link = /https:\/\/loket\.example(\/verder\/\S+)/.exec(resume?.email.text ?? '')?.[1] ?? ''
  const visitor = loket.visitor()
  await visitor.get(link)
  await visitor.post(link)
  await visitor.post(`${draft}/praktisch`, typed.praktisch)
  await failOnce(visitor, `${draft}/controle`)
  loket.clock.later(600)
  const receipt = locationOf(await visitor.post(`${draft}/controle`))
  const form = await openVraag(visitor, vraag)
  loket.clock.later(60)
  const question = locationOf(await visitor.post(vraagPath, form))
  const toCall = await openBelMij(visitor, call)
  loket.clock.later(60)
  const called = locationOf(await visitor.post(belMijPath, toCall))
  await deliverAll()
  await remember()
  const pages = await Promise.all([receipt, question, called].map(async (path) => (await visitor.get(path)).text()))
  references = pages.map((page) => referenceIn(page) ?? '')
  await visitor.post(`${/href="(\/status\/[^"]+)"/.exec(pages[0] ?? '')?.[1]}/stoppen`)
  await deliverAll()
  await remember()
  letters = await office.received()
  for (const text of [
    String(form.formulier),
    String(toCall.formulier),
    ...loket.addresses,
    ...letters.map((letter) => letter.email.text ?? ''),
  ])
    for (const token of secretsIn(text)) tokens.add(token)
})

/** A store that fails as DynamoDB does: with what was typed in its message. */
async function failOnce(visitor: Visitor, path: string): Promise<void> {
  const broken = atTheEdge(engine.connection, ({ command }, send) => {
    if (command === 'TransactWriteCommand') throw new Error(`Invalid item: ${canaries.join(' ')}`)
    return send()
  })
  const failing = loketOn(broken, loket.clock.now)
  expect((await visitor.tabAt(failing).post(path)).status).toBe(503)
  loket.log.push(...failing.log)
}

const search = (where: unknown, needles: string[]): string[] => {
  const text = JSON.stringify(where ?? '').toLowerCase()
  return needles.filter((needle) => text.includes(needle.toLowerCase()))
}
const typedIn = (where: unknown) => search(where, [...canaries, ...canaries.map(encodeURIComponent)])
/** What is typed, and what opens a page: in a mail and an address the latter is at home, nowhere else. */
const found = (where: unknown) => [...typedIn(where), ...search(where, [...tokens])]

it('de zoektocht kan vinden: elke kanarie zit in de verzegelde antwoorden', async () => {
  expect(canaries.length).toBeGreaterThan(45)
  const sealed = new Set(stored.filter(({ sk }) => sk === 'ANTWOORDEN').map(({ sealed }) => sealed))
  const inside = found(await Promise.all([...sealed].map((one) => loket.unseal(one))))
  // Not there: the address for the link, and the other spellings of numbers and a date.
  const missing = canaries.filter((one) => !inside.includes(one) && !laterEmail.includes(one))
  expect(missing).toEqual(['0478/99.88.77', '478 99 88 77', '13/7/2031', '053 66 77 88', '0499 66 55 44'])
  // The links of one draft, three receipts, two status pages and two forms.
  expect(tokens.size).toBe(8)
})

it('0 treffers in de opslag, buiten de verzegelde antwoorden en het ene adres', () => {
  const kinds = new Set(stored.map(({ pk, sk }) => String(String(pk).includes('PLAFOND') ? pk : sk).split('#')[0]))
  expect([...kinds].sort()).toEqual([
    '2026',
    'ADRES',
    'ANTWOORDEN',
    'AUDIT',
    'DOSSIER',
    'LOGBOEK',
    'MAIL',
    'OUTBOX',
    'PLAN',
  ])
  for (const item of stored) {
    // The open part has how somebody is reached, masked, on purpose: the last part of an address, two digits of a number.
    const { email: address, reach, ...rest } = item
    if (item.sk === 'ADRES') expect([email, vraagEmail, laterEmail]).toContain(address)
    const { email: shown } = (reach ?? {}) as Fields
    if (shown !== undefined) expect([maskedEmail(email), maskedEmail(vraagEmail)]).toContain(shown)
    expect([item.pk, item.sk, found(item.sk === 'ADRES' || item.sk === 'DOSSIER' ? rest : item)]).toEqual([
      ...[item.pk, item.sk],
      [],
    ])
  }
})

it('de open kant van een dossier zegt niets wat getypt is', () => {
  const [dossier] = stored.filter(({ sk, form }) => sk === 'DOSSIER' && form === 'lco-aanvraag')
  const open =
    'answerBefore applicant doubtful due dueAt facts form linkVersion listed network nextOn origin outcome pk planned reach receivedAt reference related revision rij rijSinds sk state stateSince suspect'
  expect(Object.keys(dossier ?? {}).sort()).toEqual(`${open} trend`.split(' '))
  expect(dossier?.trend).toEqual({ aantal_diensten: 3, levensdomeinen: domains })
  expect(dossier?.facts).toEqual({ weg: { '2026': { [String(dossier?.state)]: 1 } } })
})

it('van een verzonden formulier blijft niets dan de grafsteen', async () => {
  expect(found(await loket.items('drafts'))).toEqual([])
})

it('0 treffers in de stroom: sleutels, en niets anders', async () => {
  const { Table } = await engine.client.send(new DescribeTableCommand({ TableName: engine.connection.tables.loket }))
  const streams = new DynamoDBStreamsClient({})
  const StreamArn = Table?.LatestStreamArn
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }))
  const records = []
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const at = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' as const }
    const { ShardIterator } = await streams.send(new GetShardIteratorCommand(at))
    records.push(...((await streams.send(new GetRecordsCommand({ ShardIterator }))).Records ?? []))
  }
  expect(records.length).toBeGreaterThanOrEqual(15)
  for (const { dynamodb } of records) expect(Object.keys(dynamodb ?? {})).not.toContain('NewImage')
  expect(found(records)).toEqual([])
})

it('0 treffers in het logboek, ook als de opslag met de tekst in haar foutmelding faalt', () => {
  expect(loket.log).toHaveLength(6) // A failure, and the five that were stored: a link by mail, a request, a question, a call, a stop.
  expect(loket.failures).toEqual([])
  expect(office.log.length).toBeGreaterThanOrEqual(7)
  expect(found([loket.log, office.log])).toEqual([])
})

it('0 treffers in een onderwerp of een mail; het adres staat alleen op de omslag', () => {
  const [request, question, called] = references
  expect(letters.map((letter) => letter.email.subject).sort()).toEqual([
    'Ga verder met uw aanvraag',
    `Gestopte aanvraag · ${request}`,
    `Nieuwe aanvraag · ${request}`,
    ...[question, called].map((one) => `Nieuwe vraag · ${one}`).sort(),
    `Uw aanvraag is gestopt · ${request}`,
    `Uw aanvraag is ontvangen · ${request}`,
    `Uw vraag is ontvangen · ${question}`,
  ])
  for (const { destinations, email: mail } of letters) {
    const headers = mail.headers.filter(({ key }) => key !== 'to')
    for (const part of [mail.subject, mail.html, mail.text, headers]) expect(typedIn(part)).toEqual([])
    const [to = ''] = destinations
    expect([destinations.length, mail.to?.map(({ address }) => address)]).toEqual([1, [to]])
    expect([email, vraagEmail, laterEmail, 'aanvragen@lco-aalst.example']).toContain(to)
  }
})

it('0 treffers in een adres of doorverwijzing', () => {
  expect(loket.addresses.length).toBeGreaterThan(30)
  expect(typedIn(loket.addresses)).toEqual([])
})
