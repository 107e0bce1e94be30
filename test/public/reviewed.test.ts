/** What a security reader and a black-box reader found: each a test, so that it stays mended. */
import { beforeAll, describe, expect, it } from 'vitest'
import { normalizeEmail } from '../../forms/kit/contact.ts'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { linkToken } from '../../functions/shared/links.ts'
import { secretsSchema } from '../../functions/shared/secrets.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { loketOn, startTestLoket, type TestLoket } from '../support/app.ts'
import { aanvraag, begin, fillIn, lcoStart, referenceIn } from '../support/lco.ts'
import { mailsAmong } from '../support/mails.ts'
import { locationOf, wordsIn } from '../support/visitor.ts'

const day = 86_400
let connection: Connection<Tables>
beforeAll(async () => {
  connection = (await startTestLoket()).connection
})
const open = (now = '2026-11-23T09:00:00Z') => loketOn(connection, new Date(now))
const idOf = (draft: string) => draft.split('/').at(-1) ?? ''
const resume = (loket: TestLoket, draft: string, version: number) =>
  `/verder/${linkToken(loket.secrets.linkKeys, 'verder', { id: idOf(draft), version })}`
const mailsOf = async (loket: TestLoket, draft: string) =>
  mailsAmong(await loket.items('loket')).filter(({ pk }) => pk === `OUTBOX#${idOf(draft)}`)

describe('een link die naar een verkeerd adres ging', () => {
  it('werkt niet meer zodra een nieuwe gevraagd is, ook niet na het verzenden', async () => {
    const loket = open()
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft)
    loket.clock.later(60)
    await visitor.post(`${draft}/later`, { email: 'verkeerd@dienst.example' })
    await visitor.post(`${draft}/later`, { email: 'juist@dienst.example' })
    const stranger = loket.visitor()
    const old = await stranger.get(resume(loket, draft, 2))
    expect(old.status).toBe(410)
    expect(await old.text()).toContain('Gebruik de laatste mail')
    expect((await stranger.post(resume(loket, draft, 2))).status).toBe(410)
    expect((await stranger.get(resume(loket, draft, 3))).status).toBe(200)

    const receipt = locationOf(await visitor.post(`${draft}/controle`))
    expect(await (await stranger.get(resume(loket, draft, 2))).text()).not.toContain(receipt)
    expect(await (await stranger.get(resume(loket, draft, 3))).text()).toContain(receipt)
  })
})

it('een link die een machine vraagt, wacht op een mens', async () => {
  const loket = open()
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  const trapped = { email: 'iemand@dienst.example', [trapField]: 'https://spam.example' }
  expect(locationOf(await visitor.post(`${draft}/later`, trapped))).toBe(`${draft}/gemaild`)
  expect((await mailsOf(loket, draft)).map(({ status }) => status)).toEqual(['aangehouden', 'aangehouden'])
})

it('een link binnen drie seconden wacht ook op een mens, met dezelfde pagina; na drie seconden vertrekt hij', async () => {
  const loket = open()
  const statuses = async (seconds: number) => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    loket.clock.later(seconds)
    expect(locationOf(await visitor.post(`${draft}/later`, { email: 'iemand@dienst.example' }))).toBe(
      `${draft}/gemaild`,
    )
    const mailed = await visitor.get(`${draft}/gemaild`)
    // Of the address enough to see a typing error, and not the address.
    const words = wordsIn(await mailed.text())
    expect([mailed.status, words]).toEqual([200, expect.stringContaining('De mail gaat naar i…d@dienst.example .')])
    expect(words).not.toContain('iemand')
    return (await mailsOf(loket, draft)).map(({ status }) => status)
  }
  expect(await statuses(2)).toEqual(['aangehouden', 'aangehouden'])
  expect(await statuses(3)).toEqual(['wacht', 'wacht'])
})

it('een doorverwezen aanvraag is na 24 uur weg, ook als er een link gemaild was', async () => {
  const loket = open()
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  await fillIn(visitor, draft)
  loket.clock.later(60)
  await visitor.post(`${draft}/later`, { email: 'noor@caw.example' })
  await visitor.post(`${draft}/criteria`, { ...aanvraag.criteria, meerderjarig: 'nee' })
  loket.clock.later(day - 1)
  expect((await visitor.get(`${draft}/uitkomst`)).status).toBe(200)
  loket.clock.later(1)
  expect((await visitor.get(`${draft}/uitkomst`)).status).toBe(410)
})

it('een tweede druk op Wis alles zegt hetzelfde', async () => {
  const visitor = open().visitor()
  const draft = await begin(visitor)
  for (let press = 0; press < 2; press += 1)
    expect(locationOf(await visitor.post(`${draft}/wissen`))).toBe(`${lcoStart}/gewist`)
})

it('is de antwoorddatum voorbij, dan zegt de statuspagina dat eerlijk', async () => {
  const loket = open()
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  await fillIn(visitor, draft)
  const receipt = await (await visitor.get(locationOf(await visitor.post(`${draft}/controle`)))).text()
  expect(referenceIn(receipt)).toBeDefined()
  const status = /href="(\/status\/[^"]+)"/.exec(receipt)?.[1] ?? ''
  // Received on Monday 23 November: answered before the end of Monday 30 November, Brussels time.
  loket.clock.now = new Date('2026-11-30T22:59:59Z')
  expect(await (await visitor.get(status)).text()).toContain('De coördinator leest uw aanvraag')
  loket.clock.now = new Date('2026-11-30T23:00:00Z')
  expect(await (await visitor.get(status)).text()).toContain('Dit duurt langer dan beloofd')
})

it('de startpagina zegt wie vandaag mag aanvragen', async () => {
  const loket = open('2020-12-31T22:59:59Z')
  const words = async () => (await loket.visitor().get(lcoStart)).text()
  expect(await words()).toContain('u bent maatschappelijk werker van OCMW Aalst')
  loket.clock.later(1)
  expect(await words()).not.toContain('u bent maatschappelijk werker van OCMW Aalst')
})

it('een korte of lege sleutel houdt de functie tegen', () => {
  const good = Buffer.alloc(32, 1).toString('base64')
  const secret = (key: string) => ({ linkKeys: { current: '1', keys: { '1': key } }, addressKey: good })
  expect(secretsSchema.safeParse(secret(good)).success).toBe(true)
  for (const key of ['', Buffer.alloc(31, 1).toString('base64')])
    expect(secretsSchema.safeParse(secret(key)).success).toBe(false)
})

it.each(['a@b.be\u0000', 'a@b.be\u200b', 'a@b\u00ad.be'])('een adres met een onzichtbaar teken is er geen', (typed) =>
  expect(normalizeEmail(typed)).toBeUndefined(),
)
