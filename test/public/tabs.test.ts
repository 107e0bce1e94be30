/** Two tabs, two clicks, half a page: nothing is lost in silence, nothing counts twice, no national number is kept. */

import { beforeAll, describe, expect, it } from 'vitest'
import { trapField } from '../../functions/public/pages/trap.tsx'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { createYearCounts } from '../../functions/shared/store/year-counts.ts'
import { loketOn, startTestLoket, type TestLoket } from '../support/app.ts'
import { aanvraag, begin, errorsIn, fillIn, referenceIn, type Slug } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, type Visitor } from '../support/visitor.ts'
import { atTheEdge, between } from './sdk-edge.ts'

const now = new Date('2026-11-23T09:00:00Z')
let connection: Connection<Tables>
let loket: TestLoket
let visitor: Visitor
beforeAll(async () => {
  connection = (await startTestLoket()).connection
  loket = loketOn(connection, now)
  visitor = loket.visitor()
})

async function filled(until?: Slug): Promise<string> {
  const draft = await begin(visitor)
  await fillIn(visitor, draft, until ? { until } : {})
  return draft
}
const itemOf = async (draft: string) => (await loket.items('drafts')).find(({ id }) => draft.endsWith(String(id)))
const shown = async (path: string) => fieldsIn(await (await visitor.get(path)).text())

/** A tab whose next write comes after something another tab does. */
const tabAfter = (meanwhile: () => Promise<unknown>): Visitor =>
  visitor.tabAt(loketOn(between(connection, meanwhile), now))

describe('twee tabbladen', () => {
  const later = { ...aanvraag.gegevens, naam: 'Noor Anders' }
  const doel = { ...aanvraag.situatie, doel: 'Rust.' }

  it('met elk een ander gezin mengen niet', async () => {
    const [one, two] = [await filled('client'), await filled('client')]
    await visitor.post(`${one}/client`, { ...aanvraag.client, client_aanduiding: 'D-1' })
    await visitor.post(`${two}/client`, { ...aanvraag.client, client_aanduiding: 'D-2' })
    expect((await shown(`${one}/client`)).client_aanduiding).toEqual(['D-1'])
    expect((await shown(`${two}/client`)).client_aanduiding).toEqual(['D-2'])
  })

  it.each(['volgende', 'later', 'rij'])('bewaren allebei wat er op hun pagina staat (%s)', async (actie) => {
    const draft = await filled()
    const tab = tabAfter(() => visitor.post(`${draft}/gegevens`, later))
    const answer = await tab.post(`${draft}/situatie`, { ...doel, actie })
    const to = { volgende: 'controle', later: 'later', rij: 'situatie' }[actie]
    expect(locationOf(answer)).toBe(`${draft}/${to}`)
    expect((await shown(`${draft}/gegevens`)).naam).toEqual(['Noor Anders'])
    expect((await shown(`${draft}/situatie`)).doel).toEqual(['Rust.'])
  })

  it('tien pagina’s tegelijk: alle zijn bewaard', async () => {
    const draft = await filled()
    const changed = Object.entries(aanvraag).map(([slug, fields]) => [slug, { ...fields, [trapField]: '' }] as const)
    const answers = await Promise.all(
      [...changed, ...changed].map(([slug, typed]) => visitor.post(`${draft}/${slug}`, typed)),
    )
    expect(answers.map((answer) => answer.status)).toEqual(Array(12).fill(303))
    const pages = (await itemOf(draft))?.pages as Record<string, Fields>
    for (const [slug, typed] of changed) expect(Object.keys(pages[slug] ?? {})).toHaveLength(Object.keys(typed).length)
  })

  it('een pagina die een andere schrijfbeurt tegenkomt, is toch bewaard', async () => {
    const draft = await filled()
    let refusals = 0
    const busy = atTheEdge(connection, ({ command }, send) => {
      if (command !== 'UpdateCommand' || refusals === 3) return send()
      refusals += 1
      throw Object.assign(new Error('busy'), { name: 'TransactionConflictException' })
    })
    const answer = await visitor.tabAt(loketOn(busy, now)).post(`${draft}/gegevens`, later)
    expect([locationOf(answer), refusals]).toEqual([`${draft}/controle`, 3])
    expect((await shown(`${draft}/gegevens`)).naam).toEqual(['Noor Anders'])
  })

  it('een wijziging net voor het verzenden gaat mee', async () => {
    const draft = await filled()
    const tab = tabAfter(() => visitor.post(`${draft}/gegevens`, later))
    const ref = referenceIn(await (await visitor.get(locationOf(await tab.post(`${draft}/controle`)))).text())
    const sealed = (await loket.items('loket')).find(({ pk, sk }) => pk === `DOSSIER#${ref}` && sk === 'ANTWOORDEN')
    expect((await loket.unseal(sealed?.sealed)).answers).toMatchObject({ naam: 'Noor Anders' })
  })

  it.each(['volgende', 'later'])(
    'een wijziging net na het verzenden wordt gezegd, niet ingeslikt (%s)',
    async (actie) => {
      const draft = await filled()
      const tab = tabAfter(() => visitor.post(`${draft}/controle`))
      const page = await (
        await visitor.get(locationOf(await tab.post(`${draft}/gegevens`, { ...later, actie })))
      ).text()
      expect(page).toContain('Al verzonden. Nieuwe aanvraag starten?')
      expect(page).toContain('Wat u daarna nog wijzigde, is niet opgeslagen.')
      expect(await itemOf(draft)).toHaveProperty('sent')
    },
  )

  it('wissen haalt niets meer terug, ook niet wat een ander tabblad nog bewaart', async () => {
    const draft = await filled()
    const tab = tabAfter(() => visitor.post(`${draft}/wissen`))
    expect((await visitor.get(locationOf(await tab.post(`${draft}/gegevens`, later)))).status).toBe(404)
    expect(await itemOf(draft)).toBeUndefined()
  })

  it('wissen net na het verzenden wist de verzonden aanvraag niet, en zegt dat', async () => {
    const draft = await filled()
    const tab = tabAfter(() => visitor.post(`${draft}/controle`))
    expect(await (await visitor.get(locationOf(await tab.post(`${draft}/wissen`)))).text()).toContain('Al verzonden')
    expect(await itemOf(draft)).toHaveProperty('sent')
  })

  it('typen maakt een gemailde termijn niet korter', async () => {
    const draft = await filled('client')
    const tab = tabAfter(() => visitor.post(`${draft}/later`, { email: 'noor@caw.example' }))
    await tab.post(`${draft}/gegevens`, later)
    expect(await itemOf(draft)).toMatchObject({ mailed: true, ttl: now.getTime() / 1000 + 14 * 86_400 })
  })

  it('een link vragen net na het verzenden geeft het ontvangstbewijs, geen link', async () => {
    const draft = await filled()
    const tab = tabAfter(() => visitor.post(`${draft}/controle`))
    const answer = await tab.post(`${draft}/later`, { email: 'noor@caw.example' })
    expect(await (await visitor.get(locationOf(answer))).text()).toContain('Al verzonden')
    const mails = (await loket.items('loket')).filter(({ pk }) => draft.endsWith(String(pk).slice('OUTBOX#'.length)))
    expect(mails).toEqual([])
  })
})

describe('een weigering telt één keer per formulier', () => {
  const minor = { ...aanvraag.criteria, meerderjarig: 'nee' }
  const alone = { ...aanvraag.criteria, aantal_diensten: '1', postcode: '1000', ocmw_client: 'nee' }
  const counted = () => createYearCounts(loket.connection).read('aalst', 'lco-aanvraag', '2026')

  it('ook bij vijf klikken tegelijk, andere redenen, en verzenden', async () => {
    const draft = await begin(visitor)
    const answers = await Promise.all(Array.from({ length: 5 }, () => visitor.post(`${draft}/criteria`, minor)))
    for (const answer of answers) expect(locationOf(answer)).toBe(`${draft}/uitkomst`)
    await visitor.post(`${draft}/criteria`, alone)
    await visitor.get(`${draft}/uitkomst`)
    await visitor.post(`${draft}/controle`)
    expect(await counted()).toEqual({ 'geweigerd.samen': 1, 'geweigerd.meerderjarig': 1 })
    expect((await visitor.post(`${draft}/criteria`, aanvraag.criteria)).status).toBe(303)
    expect(await counted()).toEqual({ 'geweigerd.samen': 1, 'geweigerd.meerderjarig': 1 })
  })

  it('een ander formulier telt apart, per reden, zonder wie het was', async () => {
    for (const criteria of [minor, alone]) await visitor.post(`${await begin(visitor)}/criteria`, criteria)
    expect(await counted()).toEqual({
      ...{ 'geweigerd.samen': 3, 'geweigerd.meerderjarig': 2, 'geweigerd.diensten': 1, 'geweigerd.werkgebied': 1 },
    })
    const items = (await loket.items('loket')).filter(({ pk }) => String(pk).startsWith('TELLING#'))
    for (const item of items)
      for (const name of Object.keys(item)) expect(name).toMatch(/^(?:pk|sk|due|dueAt|geweigerd\.[a-z]+)$/)
  })
})

describe('half ingevuld', () => {
  it('wordt bewaard zoals het getypt is, ook met fouten, en later opnieuw nagekeken', async () => {
    const draft = await filled('gegevens')
    const half = { naam: 'Noor', functie: '', organisatie: ' CAW ', email: 'noor@', telefoon: '0478' }
    const answer = await visitor.post(`${draft}/gegevens`, { ...half, actie: 'later' })
    expect(locationOf(answer)).toBe(`${draft}/later`)
    expect(await shown(`${draft}/gegevens`)).toMatchObject({ naam: ['Noor'], organisatie: [' CAW '], email: ['noor@'] })
    expect((await shown(`${draft}/later`)).email).toEqual(['noor@'])
    expect(locationOf(await visitor.get(`${draft}/controle`))).toBe(`${draft}/gegevens?nog=1`)
    expect(errorsIn(await (await visitor.get(`${draft}/gegevens?nog=1`)).text())).toHaveLength(3)
    expect(locationOf(await visitor.post(`${draft}/controle`))).toBe(`${draft}/gegevens?nog=1`)
  })

  it('een onbekende knop is gewoon volgende', async () => {
    const draft = await filled('gegevens')
    expect((await visitor.post(`${draft}/gegevens`, { naam: 'Noor', actie: 'opslaan' })).status).toBe(422)
  })
})

describe('een rijksregisternummer wordt nooit bewaard', () => {
  const number = '85.07.30-033.28'
  const kept = async () => JSON.stringify([await loket.items('drafts'), await loket.items('loket')])

  it.each<[Slug, Fields]>([
    ['gegevens', { naam: number }],
    ['gegevens', { email: `${number}@caw.example` }],
    ['client', { taal: number, tolk: 'nee' }],
    ['situatie', { 'loopt_goed.netwerk': number }],
    ['tafel', { 'betrokkenen[19].rol': number }],
    ['tafel', { vertrouwensfiguur_naam: number }],
    ['praktisch', { voor_datum: number }],
    ['praktisch', { [trapField]: number }],
    ['criteria', { postcode: number }],
    ['criteria', { meerderjarig: number }],
  ])('niet op %s (%o), hoe de pagina ook verlaten wordt', async (slug, hidden) => {
    const draft = await filled()
    for (const actie of ['later', 'rij']) {
      const response = await visitor.post(`${draft}/${slug}`, { ...aanvraag[slug], ...hidden, actie })
      const page = await response.text()
      expect([response.status, errorsIn(page)]).toEqual([422, ['Vul geen rijksregisternummer in']])
    }
    await visitor.post(`${draft}/${slug}`, { ...aanvraag[slug], ...hidden })
    expect(await kept()).not.toContain(number)
    // Nor in the new draft of somebody who came too late; the rest of the page is kept.
    const tomorrow = loketOn(connection, new Date('2026-11-24T09:00:00Z'))
    const late = await visitor.tabAt(tomorrow).post(`${draft}/${slug}`, { ...aanvraag[slug], ...hidden })
    expect(locationOf(late)).toMatch(/\?opnieuw=1$/)
    expect(await kept()).not.toContain(number)
  })

  it('en niet als adres voor de link', async () => {
    const draft = await filled('client')
    expect((await visitor.post(`${draft}/later`, { email: `${number}@caw.example` })).status).toBe(422)
    expect(await kept()).not.toContain(number)
  })
})
