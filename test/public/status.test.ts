/**
 * Following a request, stopping it, forgetting it; and what happens to one a machine filled in (docs/domain.md §3.11, §4, §7).
 */
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import { addSeconds, epochSeconds, secondsPerDay } from '../../forms/kit/time.ts'
import { trapField } from '../../functions/public/pages/trap.tsx'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { dossierKey } from '../../functions/shared/store/keys.ts'
import { loketOn, startTestLoket, type TestLoket } from '../support/app.ts'
import { aanvraag, begin, fillIn, openVraag, referenceIn, type Slug, vraagPath } from '../support/lco.ts'
import { type Fields, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { between } from './sdk-edge.ts'

const now = new Date('2026-11-23T09:00:00Z')
let connection: Connection<Tables>
let loket: TestLoket
let visitor: Visitor
beforeAll(async () => {
  connection = (await startTestLoket()).connection
  loket = loketOn(connection, now)
  visitor = loket.visitor()
})

interface Filed {
  receipt: string
  status: string
  reference: string
}
async function followed(receipt: string): Promise<Filed> {
  const page = await (await visitor.get(receipt)).text()
  const status = /href="(\/status\/[^"]+)"/.exec(page)?.[1] ?? ''
  return { receipt, status, reference: referenceIn(page) ?? '' }
}
async function filed(): Promise<Filed> {
  const draft = await begin(visitor.tabAt(loketOn(connection, addSeconds(now, -600))))
  await fillIn(visitor, draft)
  return followed(locationOf(await visitor.post(`${draft}/controle`)))
}
const asked = async (changes: Fields = {}) =>
  followed(locationOf(await visitor.post(vraagPath, await openVraag(visitor, changes))))

async function setState(reference: string, state: string): Promise<void> {
  const { client } = await connection.dynamo()
  await client.send(
    new UpdateCommand({
      TableName: connection.tables.loket,
      Key: dossierKey(reference),
      UpdateExpression: 'SET #state = :state ADD revision :one',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':state': state, ':one': 1 },
    }),
  )
}

/** Everything about one dossier, by kind. */
async function itemsOf(reference: string) {
  const own = (await loket.items('loket')).filter(({ pk }) => String(pk).endsWith(`#${reference}`))
  const of = (kind: string) => own.filter(({ sk }) => String(sk).split('#')[0] === kind)
  const mails = of('MAIL') as { notification: { kind: string }; status: string; reason?: string; ttl: number }[]
  const mail = (kind: string) => mails.filter(({ notification }) => notification.kind === kind)
  return { dossier: of('DOSSIER')[0], answers: of('ANTWOORDEN')[0], address: of('ADRES')[0], audit: of('AUDIT'), mail }
}
const inDays = (days: number) => epochSeconds(addSeconds(now, days * secondsPerDay))

const open: string[] = [
  'ingediend',
  'wacht_op_aanvrager',
  'toegewezen',
  'overleg_gepland',
  'overleg_gehouden',
  'in_opvolging',
]
const closed: string[] = ['afgesloten', 'doorverwezen', 'ingetrokken']

describe('de statuspagina', () => {
  const words: Record<string, string> = {
    ingediend: 'De coördinator leest uw aanvraag. Antwoord ten laatste op maandag 30 november 2026.',
    wacht_op_aanvrager: 'We hebben een vraag voor u. Bel 053 00 00 00',
    toegewezen: 'Een medewerker volgt uw aanvraag op en belt u.',
    overleg_gepland: 'Het overleg is gepland op maandag 30 november 2026. Vragen? Bel 053 00 00 00',
    overleg_gehouden: 'Het overleg is gehouden. De casemanager schrijft het plan en bespreekt het met de cliënt.',
    in_opvolging: 'Het plan loopt. Hebt u zelf een afspraak? Die staat op de pagina in uw mail.',
    afgesloten: 'Deze aanvraag is afgesloten. Opnieuw hulp nodig? Bel 053 00 00 00',
    doorverwezen: 'Dit past beter: een ander aanbod.',
    ingetrokken: 'Deze aanvraag is gestopt. We wissen de antwoorden binnen 24 uur.',
  }

  it('zegt bij elke stand wat er gebeurt, zonder iets van de antwoorden', async () => {
    const { status, reference } = await filed()
    for (const state of [...open, ...closed]) {
      await setState(reference, state)
      const page = await (await loket.visitor().get(status)).text()
      expect(page).toContain(`data-state="${state}"`)
      expect(page).toContain(`data-reference="${reference}"`)
      expect(wordsIn(page)).toContain(words[state])
      expect(wordsIn(page)).toContain('Ontvangen maandag 23 november 2026, 10.00 uur')
      expect(page).not.toMatch(/Noor|Tigrinya|D-2041|noor@caw/)
      expect(page.includes(`href="${status}/stoppen"`)).toBe(open.includes(state))
    }
  })
})

describe('stoppen', () => {
  it.each(open)('kan vanuit %s, met de termijnen van het netwerk', async (state) => {
    const { status, reference } = await filed()
    await setState(reference, state)
    expect((await visitor.get(`${status}/stoppen`)).status).toBe(200)
    expect((await itemsOf(reference)).dossier).toMatchObject({ state })
    expect(locationOf(await loket.visitor().post(`${status}/stoppen`))).toBe(status)

    const { dossier, answers, address, audit, mail } = await itemsOf(reference)
    expect(dossier).toMatchObject({ state: 'ingetrokken', ttl: inDays(90) })
    expect(answers).toMatchObject({ ttl: inDays(1) })
    expect(address).toMatchObject({ ttl: inDays(90) })
    expect(audit).toHaveLength(2)
    expect(audit.find(({ what }) => what === 'intrekken')).toMatchObject({
      ...{ who: 'aanvrager', from: state, to: 'ingetrokken' },
      ...{ at: now.toISOString(), ttl: inDays(365) },
    })
    for (const kind of ['ingetrokken', 'triage-ingetrokken'])
      expect(mail(kind)).toMatchObject([{ status: 'wacht', ttl: inDays(365) }])
  })

  it.each(closed)('verandert niets aan wat al %s is', async (state) => {
    const { status, reference } = await filed()
    await setState(reference, state)
    const before = await itemsOf(reference)
    expect(locationOf(await visitor.get(`${status}/stoppen`))).toBe(status)
    expect(locationOf(await visitor.post(`${status}/stoppen`))).toBe(status)
    expect(JSON.stringify(await itemsOf(reference))).toBe(JSON.stringify(before))
  })

  it('twintig keer tegelijk is één keer: één overgang, één regel, twee mails', async () => {
    const { status, reference } = await filed()
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.post(`${status}/stoppen`)))
    expect(new Set(answers.map(locationOf))).toEqual(new Set([status]))
    const { dossier, audit, mail } = await itemsOf(reference)
    expect(dossier).toMatchObject({ state: 'ingetrokken' })
    expect(audit.filter(({ what }) => what === 'intrekken')).toHaveLength(1)
    expect([mail('ingetrokken').length, mail('triage-ingetrokken').length]).toEqual([1, 1])
  })

  it.each<[string, string]>([
    ['toegewezen', 'ingetrokken'],
    ['doorverwezen', 'doorverwezen'],
  ])('op het moment dat een coördinator het %s maakt: het wordt %s', async (meanwhile, after) => {
    const { status, reference } = await filed()
    const edge = between(connection, () => setState(reference, meanwhile))
    expect(locationOf(await loketOn(edge, now).visitor().post(`${status}/stoppen`))).toBe(status)
    const { dossier, audit } = await itemsOf(reference)
    expect(dossier).toMatchObject({ state: after })
    expect(audit.find(({ what }) => what === 'intrekken')?.from).toBe(after === 'ingetrokken' ? meanwhile : undefined)
  })

  it('een vraag zonder e-mailadres geeft alleen de coördinatoren een mail', async () => {
    const { status, reference, receipt } = await asked({ email: '' })
    const words = await (await visitor.get(receipt)).text()
    expect([words.includes('Wij bellen u.'), words.includes('mailen u')]).toEqual([true, false])
    await visitor.post(`${status}/stoppen`)
    const { dossier, address, mail } = await itemsOf(reference)
    expect([dossier?.state, address, mail('ingetrokken').length]).toEqual(['ingetrokken', undefined, 0])
    expect(mail('triage-ingetrokken')).toHaveLength(1)
  })
})

describe('een gewist dossier', () => {
  const expectGone = async (at: TestLoket, { receipt, status, reference }: Filed) => {
    const answers = await Promise.all([
      ...[receipt, status, `${status}/stoppen`].map((path) => at.visitor().get(path)),
      at.visitor().post(`${status}/stoppen`),
    ])
    for (const answer of answers) {
      expect(answer.status).toBe(410)
      const page = await answer.text()
      expect(page).toContain('Deze link is verlopen.')
      expect(page).not.toMatch(/LCO Aalst|Noor|Voorbeeld|data-reference|class="who"/)
      expect(page).not.toContain(reference)
    }
  }

  it('90 dagen na het stoppen: op de seconde onleesbaar, ook al staat het er nog', async () => {
    const one = await filed()
    await visitor.post(`${one.status}/stoppen`)
    const end = addSeconds(now, 90 * secondsPerDay)
    for (const path of [one.receipt, one.status])
      expect((await loketOn(connection, addSeconds(end, -1)).visitor().get(path)).status).toBe(200)
    await expectGone(loketOn(connection, end), one)
    expect((await itemsOf(one.reference)).dossier).toBeDefined()
  })

  it('dat er niet meer is, zegt ook niets meer', async () => {
    const one = await filed()
    const { client } = await connection.dynamo()
    await client.send(new DeleteCommand({ TableName: connection.tables.loket, Key: dossierKey(one.reference) }))
    await expectGone(loket, one)
  })
})

describe('door een machine ingevuld', () => {
  const seconds = (amount: number) => loketOn(connection, addSeconds(now, amount))
  let ordinary: { LCO: string; VRG: string }
  beforeAll(async () => {
    ordinary = { LCO: await receiptOf(await sendAfter(600)), VRG: await receiptOf(await askAfter(600, '')) }
  })
  const receiptOf = async ({ receipt, reference, status }: Filed) =>
    (await (await visitor.get(receipt)).text())
      .replaceAll(status, 'STATUS')
      .replaceAll(receipt, 'RECEIPT')
      .replaceAll(reference, 'REFERENCE')
      // Each was sent, and can be read in this browser, at a time of its own.
      .replaceAll(/\d+\.\d\d uur/g, 'UUR')

  async function sendAfter(amount: number, trap?: Slug | 'controle'): Promise<Filed> {
    const draft = await begin(visitor)
    const changes =
      trap && trap !== 'controle' ? { [trap]: { ...aanvraag[trap], [trapField]: 'https://x.example' } } : {}
    await fillIn(visitor, draft, { changes })
    const tab = visitor.tabAt(seconds(amount))
    return followed(locationOf(await tab.post(`${draft}/controle`, { [trapField]: trap === 'controle' ? 'x' : '' })))
  }
  async function askAfter(amount: number, trapped: string): Promise<Filed> {
    const fields = await openVraag(visitor, { [trapField]: trapped })
    return followed(locationOf(await visitor.tabAt(seconds(amount)).post(vraagPath, fields)))
  }
  const ways: [what: string, suspect: boolean, send: () => Promise<Filed>][] = [
    ['na 2,999 seconden', true, () => sendAfter(2.999)],
    ['na 3 seconden', false, () => sendAfter(3)],
    ...[...(Object.keys(aanvraag) as Slug[]), 'controle' as const].map((page): (typeof ways)[number] => [
      `met het verborgen veld op ${page}`,
      true,
      () => sendAfter(600, page),
    ]),
    ['een vraag na 2,999 seconden', true, () => askAfter(2.999, '')],
    ['een vraag na 3 seconden', false, () => askAfter(3, '')],
    ['een vraag met het verborgen veld', true, () => askAfter(600, 'x')],
  ]

  it.each(ways)('%s: verdacht %s, hetzelfde ontvangstbewijs, en triage gaat door', async (_, suspect, send) => {
    const sent = await send()
    expect(await receiptOf(sent)).toBe(sent.reference.startsWith('LCO') ? ordinary.LCO : ordinary.VRG)
    const { dossier, mail } = await itemsOf(sent.reference)
    expect(dossier).toMatchObject({ suspect })
    expect(mail('triage')).toMatchObject([{ status: 'wacht', due: 'due' }])
    expect(mail('ontvangen')).toMatchObject([
      suspect ? { status: 'aangehouden', reason: 'verdacht' } : { status: 'wacht', due: 'due' },
    ])
    if (suspect) expect(mail('ontvangen')[0]).not.toHaveProperty('due')
  })

  it('ook de mail over het stoppen gaat dan niet naar het getypte adres', async () => {
    const { status, reference } = await sendAfter(600, 'gegevens')
    await visitor.post(`${status}/stoppen`)
    const { mail } = await itemsOf(reference)
    expect(mail('ingetrokken')).toMatchObject([{ status: 'aangehouden', reason: 'verdacht' }])
    expect(mail('triage-ingetrokken')).toMatchObject([{ status: 'wacht' }])
  })
})
