/** How long a half-filled form lives, who forgets it, and what two tabs do to it (docs/domain.md §4 and §7). */
import { beforeAll, describe, expect, it } from 'vitest'
import { linkToken } from '../../functions/shared/links.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { loketOn, startTestLoket, type TestLoket } from '../support/app.ts'
import { aanvraag, begin, fillIn, lcoStart } from '../support/lco.ts'
import { mailsAmong } from '../support/mails.ts'
import { fieldsIn, locationOf, type Visitor } from '../support/visitor.ts'
import { between } from './sdk-edge.ts'

let connection: Connection<Tables>
beforeAll(async () => {
  connection = (await startTestLoket()).connection
})

const day = 86_400
const start = '2026-11-23T09:00:00.000Z'
const open = (now = start, on = connection) => loketOn(on, new Date(now))
const idOf = (draft: string) => draft.split('/').at(-1) ?? ''
/** The link of the last mail: each one asked for makes the ones before it useless. */
const verder = (loket: TestLoket, draft: string, version = 2) =>
  `/verder/${linkToken(loket.secrets.linkKeys, 'verder', { id: idOf(draft), version })}`
const itemOf = async (loket: TestLoket, draft: string) =>
  (await loket.items('drafts')).find(({ id }) => id === idOf(draft))
/** What is in the outbox about a draft. */
const mailsOf = async (loket: TestLoket, draft: string) =>
  (await loket.items('loket')).flatMap((item) =>
    item.pk !== `OUTBOX#${idOf(draft)}` ? [] : item.sk === 'PLAN' ? mailsAmong([item]) : [item],
  )
const textOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text()

async function filled(loket: TestLoket, until?: keyof typeof aanvraag) {
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  await fillIn(visitor, draft, until ? { until } : {})
  return { visitor, draft }
}

describe('op het einde', () => {
  it.each([start, '2026-11-23T09:00:00.001Z', '2026-11-23T09:00:00.999Z'])(
    'begonnen om %s: leesbaar tot één seconde voor 24 uur, daarna verlopen, ook al staat het er nog',
    async (began) => {
      const loket = open(began)
      const { visitor, draft } = await filled(loket)
      const pages = ['', '/gegevens', '/controle', '/later', '/wissen', '/uitkomst', '/wacht', '/gemaild']
      loket.clock.later(day - 1)
      expect((await visitor.get(`${draft}/gegevens`)).status).toBe(200)
      for (const seconds of [1, 1, 365 * day]) {
        loket.clock.later(seconds)
        for (const page of pages) {
          const response = await visitor.get(`${draft}${page}`)
          expect([page, response.status]).toEqual([page, 410])
          const words = await response.text()
          expect(words).toContain('Deze link is verlopen.')
          expect(words).not.toContain('Noor')
        }
        for (const page of ['/controle', '/later', '/wissen'])
          expect((await visitor.post(`${draft}${page}`, { email: 'noor@caw.example' })).status).toBe(410)
        expect((await visitor.get(verder(loket, draft))).status).toBe(410)
        expect((await visitor.post(verder(loket, draft))).status).toBe(410)
      }
      expect(await itemOf(loket, draft)).toBeDefined()
      expect(await mailsOf(loket, draft)).toEqual([])
    },
  )

  it('een gemailde link werkt 14 dagen vanaf de mail', async () => {
    const loket = open()
    const { visitor, draft } = await filled(loket, 'client')
    loket.clock.later(10 * 3600)
    expect(locationOf(await visitor.post(`${draft}/later`, { email: 'noor@caw.example' }))).toBe(`${draft}/gemaild`)
    expect(await textOf(visitor, `${draft}/gemaild`)).toContain('maandag 7 december 2026 om 20.00 uur')
    loket.clock.later(14 * day - 1)
    const other = loket.visitor()
    expect((await other.get(verder(loket, draft))).status).toBe(200)
    expect((await other.get(`${draft}/gegevens`)).status).toBe(404)
    expect(locationOf(await other.post(verder(loket, draft)))).toBe(draft)
    expect(fieldsIn(await textOf(other, `${draft}/gegevens`)).naam).toEqual(['Noor Voorbeeld'])
    // From now on the other browser's.
    expect((await visitor.get(`${draft}/gegevens`)).status).toBe(404)
    loket.clock.later(1)
    expect((await other.get(verder(loket, draft))).status).toBe(410)
    expect((await other.get(`${draft}/gegevens`)).status).toBe(410)
  })

  it('wie wacht op het akkoord van de cliënt, heeft 14 dagen', async () => {
    const loket = open()
    const { visitor, draft } = await filled(loket, 'client')
    await visitor.post(`${draft}/client`, { ...aanvraag.client, toestemming_gegevens: 'nog_niet' })
    loket.clock.later(14 * day - 1)
    // Going on does not shorten it: a day counts from the last page.
    expect((await visitor.post(`${draft}/client`, aanvraag.client)).status).toBe(303)
    loket.clock.later(day - 1)
    expect((await visitor.get(`${draft}/client`)).status).toBe(200)
    loket.clock.later(1)
    expect((await visitor.get(`${draft}/client`)).status).toBe(410)
  })

  it('wie te laat verder typt, verliest het getypte niet', async () => {
    const loket = open()
    const { visitor, draft } = await filled(loket, 'situatie')
    loket.clock.later(day)
    const to = locationOf(await visitor.post(`${draft}/situatie`, aanvraag.situatie))
    expect(to).toMatch(/\/criteria\?opnieuw=1$/)
    expect(to).not.toContain(draft)
    expect(await textOf(visitor, to)).toContain('is bewaard')
    const next = to.replace('/criteria?opnieuw=1', '')
    await fillIn(visitor, next, { until: 'situatie' })
    const kept = fieldsIn(await textOf(visitor, `${next}/situatie`))
    for (const [name, text] of Object.entries(aanvraag.situatie)) expect([name, kept[name]]).toEqual([name, [text]])
    loket.clock.later(day)
    expect((await visitor.get(next)).status).toBe(410)
  })
})

describe('wis en stop', () => {
  it('wist het formulier, het adres en de waarschuwing; kijken wist niets', async () => {
    const loket = open()
    const { visitor, draft } = await filled(loket, 'client')
    const { draft: other } = await filled(loket, 'client')
    await visitor.post(`${draft}/later`, { email: 'noor@caw.example' })
    await visitor.get(`${draft}/wissen`)
    expect((await mailsOf(loket, draft)).map(({ sk }) => String(sk))).toContain('MAIL#verloopt')
    expect(locationOf(await visitor.post(`${draft}/wissen`))).toBe(`${lcoStart}/gewist`)
    expect(await itemOf(loket, draft)).toBeUndefined()
    expect((await mailsOf(loket, draft)).map(({ notification }) => notification)).toMatchObject([{ kind: 'verder' }])
    expect((await visitor.get(`${draft}/gegevens`)).status).toBe(404)
    expect((await visitor.get(verder(loket, draft))).status).toBe(410)
    expect(await itemOf(loket, other)).toBeDefined()
  })

  it('wist ook de waarschuwing die een ander tabblad op dat moment vroeg', async () => {
    const loket = open()
    const { visitor, draft } = await filled(loket, 'client')
    const during = between(connection, () => visitor.post(`${draft}/later`, { email: 'noor@caw.example' }))
    await visitor.tabAt(open(start, during)).post(`${draft}/wissen`)
    expect((await mailsOf(loket, draft)).map(({ notification }) => notification)).toMatchObject([{ kind: 'verder' }])
  })
})

describe('de link mailen', () => {
  it('twee keer laat één waarschuwing achter, twee dagen voor het nieuwe einde', async () => {
    const loket = open()
    const { visitor, draft } = await filled(loket, 'client')
    await visitor.post(`${draft}/later`, { email: 'fout@caw.example' })
    loket.clock.later(3 * day)
    await visitor.post(`${draft}/later`, { email: 'noor@caw.example' })
    const mails = await mailsOf(loket, draft)
    const kinds = mails.map(({ notification }) => (notification as { kind: string } | undefined)?.kind ?? 'adres')
    expect(kinds.sort()).toEqual(['adres', 'verder', 'verder', 'verloopt'])
    expect(mails.find(({ sk }) => sk === 'MAIL#verloopt')).toMatchObject({ dueAt: '2026-12-08T09:00:00.000Z' })
    const end = Date.parse('2026-12-10T09:00:00.000Z') / 1000
    expect(mails.find(({ sk }) => sk === 'ADRES')).toMatchObject({ email: 'noor@caw.example', ttl: end })
    expect(await itemOf(loket, draft)).toMatchObject({ ttl: end })
  })

  const links = async (loket: TestLoket, draft: string) =>
    (await mailsOf(loket, draft)).filter(({ sk }) => String(sk).startsWith('MAIL#verder')).length

  it('twee keer duwen geeft één mail, hetzelfde antwoord, en een link die werkt', async () => {
    const loket = open()
    const { visitor, draft } = await filled(loket, 'client')
    const press = async (email: string) => locationOf(await visitor.post(`${draft}/later`, { email }))
    for (const email of ['noor@caw.example', 'Noor <mailto:Noor@caw.example>'])
      expect(await press(email)).toBe(`${draft}/gemaild`)
    expect(await links(loket, draft)).toBe(1)
    expect((await loket.visitor().get(verder(loket, draft))).status).toBe(200)
    // A typo is mended at once; and a mail that did not come is asked again.
    expect(await press('sam@caw.example')).toBe(`${draft}/gemaild`)
    expect(await links(loket, draft)).toBe(2)
    loket.clock.later(5 * 60 - 1)
    await press('sam@caw.example')
    expect(await links(loket, draft)).toBe(2)
    loket.clock.later(1)
    await press('sam@caw.example')
    expect(await links(loket, draft)).toBe(3)
  })

  it('ook twintig keer op hetzelfde moment', async () => {
    const loket = open()
    const { visitor, draft } = await filled(loket, 'client')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => visitor.post(`${draft}/later`, { email: 'noor@caw.example' })),
    )
    expect(new Set(answers.map(locationOf))).toEqual(new Set([`${draft}/gemaild`]))
    expect([await links(loket, draft), loket.failures]).toEqual([1, []])
  })

  it('verzenden neemt de waarschuwing en het adres terug, en geeft 14 dagen hetzelfde ontvangstbewijs', async () => {
    const loket = open()
    const { visitor, draft } = await filled(loket)
    await visitor.post(`${draft}/later`, { email: 'noor@caw.example' })
    const receipt = locationOf(await visitor.post(`${draft}/controle`))
    expect((await mailsOf(loket, draft)).map(({ notification }) => notification)).toMatchObject([{ kind: 'verder' }])
    const link = await loket.visitor().get(verder(loket, draft))
    expect(link.status).toBe(200)
    expect(await link.text()).toContain(receipt)
    loket.clock.later(14 * day - 1)
    expect(locationOf(await visitor.post(`${draft}/controle`))).toBe(receipt)
    loket.clock.later(1)
    expect((await visitor.post(`${draft}/controle`)).status).toBe(410)
    expect((await visitor.get(receipt)).status).toBe(200)
  })
})
