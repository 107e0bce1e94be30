/** Who stands in for an absent colleague: what they see and do, from midnight to midnight in Brussels, and what is written down. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { routesOf } from '../support/app.ts'
import { fileHeld, place as placeOne } from '../support/dossier.ts'
import { place } from '../support/place-dossiers.ts'
import { locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const dossierPath = ({ reference }: Pick<Dossier, 'reference'>) => `/werkruimte/dossier/${reference}`
const away = '/werkruimte/beheer/mensen/casemanager-aalst/afwezig'
const second = 'Tweede casemanager Aalst'

/** At a moment of the clock, with a session of that moment. */
async function statusAt(loket: TestWorkspace, instant: string, path: string, name = second): Promise<number> {
  loket.clock.now = new Date(instant)
  return (await (await loket.as(name)).get(path)).status
}

async function setAway(loket: TestWorkspace, van: string, tot: string, vervanger = 'casemanager-aalst-2') {
  const coordinator = await loket.as('Coördinator Aalst')
  const response = await coordinator.post(away, { van, tot, vervanger })
  expect(response.status).toBe(303)
}

const textOf = async (visitor: Visitor, path: string) => wordsIn(await (await visitor.get(path)).text())

const linesOf = async (loket: TestWorkspace, pk: string, sk: string) =>
  (await loket.items('loket')).filter((item) => item.pk === pk && String(item.sk).startsWith(sk))

describe('de dagen', () => {
  let loket: TestWorkspace
  let path: string
  beforeAll(async () => {
    loket = await startTestWorkspace({ now: new Date('2026-10-20T08:00:00Z') })
    path = dossierPath(await place(loket, { state: 'toegewezen', holder: 'casemanager-aalst' }))
  })

  it.each([
    ['gewone dagen', '2026-11-26', '2026-11-27', '2026-11-25T23:00:00Z', '2026-11-27T23:00:00Z'],
    [
      'van de eerste tot de laatste dag dezelfde',
      '2026-11-30',
      '2026-11-30',
      '2026-11-29T23:00:00Z',
      '2026-11-30T23:00:00Z',
    ],
    ['de nacht dat de klok vooruit gaat', '2027-03-28', '2027-03-28', '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z'],
    ['de nacht dat de klok terug gaat', '2026-10-25', '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ])('%s: vanaf middernacht in Brussel tot en met de laatste dag', async (_, van, tot, begins, ends) => {
    loket.clock.now = new Date('2026-10-20T08:00:00Z')
    await setAway(loket, van, tot)
    const just = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()
    expect(await statusAt(loket, just(begins), path)).toBe(404)
    expect(await statusAt(loket, begins, path)).toBe(200)
    expect(await statusAt(loket, just(ends), path)).toBe(200)
    expect(await statusAt(loket, ends, path)).toBe(404)
  })

  it('een sessie die open staat volgt meteen: begin, einde, en wie er weer is', async () => {
    loket.clock.now = new Date('2027-01-04T08:00:00Z')
    const open = await loket.as(second)
    expect((await open.get(path)).status).toBe(404)
    await setAway(loket, '2027-01-04', '2027-01-05')
    expect((await open.get(path)).status).toBe(200)
    await (await loket.as('Coördinator Aalst')).post('/werkruimte/beheer/mensen/casemanager-aalst/aanwezig')
    expect((await open.get(path)).status).toBe(404)
    expect((await open.post(`${path}/contact`, { contact: 'gebeld', eenmalig: 'A'.repeat(22) })).status).toBe(404)
  })
})

describe('wie wat ziet', () => {
  let loket: TestWorkspace
  let dossiers: Record<'colleague' | 'own' | 'unheld' | 'coordinators' | 'elsewhere' | 'ota', Dossier>
  beforeAll(async () => {
    loket = await startTestWorkspace({ now: new Date('2026-11-25T09:00:00Z') })
    const held = (about: Partial<Dossier>) => place(loket, { state: 'toegewezen', ...about })
    dossiers = {
      colleague: await held({ holder: 'casemanager-aalst', nextOn: '2026-11-24' }),
      own: await held({ holder: 'casemanager-aalst-2', nextOn: '2026-11-27' }),
      unheld: await place(loket),
      coordinators: await held({ holder: 'coordinator-aalst' }),
      // The same id in another network is another person.
      elsewhere: await held({ network: 'limburg', holder: 'casemanager-aalst' }),
      ota: await held({ network: 'ota', form: 'aanmelding', holder: 'bemiddelaar-ota' }),
    }
    await setAway(loket, '2026-11-25', '2026-11-27')
  })

  it('de vervanger: precies de dossiers van die ene collega, naast de eigen', async () => {
    const visitor = await loket.as(second)
    const seen = await Promise.all(
      Object.entries(dossiers).map(async ([name, dossier]) => [name, (await visitor.get(dossierPath(dossier))).status]),
    )
    expect(Object.fromEntries(seen)).toEqual({
      ...{ colleague: 200, own: 200 },
      ...{ unheld: 404, coordinators: 404, elsewhere: 404, ota: 404 },
    })
  })

  it.each(['Organisator', 'Coördinator Limburg', 'Bemiddelaar OTA', 'Coördinator OTA', 'Ankerfiguur Zottegem'])(
    '%s: niets',
    async (name) => {
      const { status } = await (await loket.as(name)).get(dossierPath(dossiers.colleague))
      expect([403, 404]).toContain(status)
    },
  )

  it('de lijst, de week en het zoekvak: met voor wie, tot wanneer', async () => {
    const visitor = await loket.as(second)
    const { colleague, own, ...others } = dossiers
    for (const path of ['/werkruimte', '/werkruimte/week']) {
      const html = await (await visitor.get(path)).text()
      for (const { reference } of [colleague, own]) expect(html).toContain(reference)
      for (const { reference } of Object.values(others)) expect(html).not.toContain(reference)
      expect(wordsIn(html).match(/voor Casemanager Aalst, afwezig tot en met vr 27 nov/g)).toHaveLength(1)
    }
    const found = await visitor.post('/werkruimte/zoek', { zoek: colleague.reference })
    expect(locationOf(found)).toBe(dossierPath(colleague))
    expect((await visitor.post('/werkruimte/zoek', { zoek: others.elsewhere.reference })).status).toBe(404)
    expect(await textOf(visitor, '/werkruimte')).toContain('1 te laat')
    // Who is away goes on seeing it, without a word about themselves.
    expect(await textOf(await loket.as('Casemanager Aalst'), '/werkruimte')).not.toContain('afwezig')
  })
})

it('wie genoemd is, leest het meteen in Mijn week, ook als het nog komt', async () => {
  const loket = await startTestWorkspace({ now: new Date('2026-11-25T09:00:00Z') })
  const visitor = await loket.as(second)
  expect(await textOf(visitor, '/werkruimte/week')).not.toContain('U vervangt')
  await setAway(loket, '2026-12-07', '2026-12-11')
  expect(await textOf(visitor, '/werkruimte/week')).toContain(
    'U vervangt Casemanager Aalst van maandag 7 december 2026 tot en met vrijdag 11 december 2026.',
  )
  expect(await statusAt(loket, '2026-12-11T23:00:00Z', '/werkruimte/week')).toBe(200)
  expect(await textOf(await loket.as(second), '/werkruimte/week')).not.toContain('U vervangt')
})

describe('elke bladzijde van een dossier', () => {
  it('opent voor de vervanger in die dagen zoals voor de behandelaar, en anders niet', async () => {
    const loket = await startTestWorkspace({ now: new Date('2026-11-25T09:00:00Z') })
    const { reference, path } = await fileHeld(loket)
    await setAway(loket, '2026-11-26', '2026-11-26')
    const pages = routesOf(loket.app)
      .filter((route) => route.startsWith('GET /werkruimte/dossier/:reference'))
      .map((route) => route.replace('GET ', '').replace(':reference', reference).replace(':action', 'teruggeven'))
      .filter((page) => !page.includes(':'))
    expect(pages.length).toBeGreaterThan(15)
    const statuses = async (name: string) => {
      const visitor = await loket.as(name)
      const seen: [string, number][] = []
      for (const page of pages) seen.push([page, (await visitor.get(page)).status])
      return Object.fromEntries(seen)
    }
    // Not there, another role's, or the way back to the dossier of what is only posted.
    const refused = (seen: Record<string, number>) =>
      Object.values(seen).every((status) => [303, 403, 404].includes(status))
    expect(refused(await statuses(second))).toBe(true)
    loket.clock.now = new Date('2026-11-26T09:00:00Z')
    const holders = await statuses('Casemanager Aalst')
    expect(holders[path]).toBe(200)
    expect(await statuses(second)).toEqual(holders)
    loket.clock.now = new Date('2026-11-26T23:00:00Z')
    expect(refused(await statuses(second))).toBe(true)
  })
})

describe('handelen', () => {
  it('ook waar de collega alleen een dienst moet bellen: op naam van beiden, en dat staat er', async () => {
    const loket = await startTestWorkspace({ now: new Date('2026-11-25T09:00:00Z') })
    const { reference, path } = await fileHeld(loket)
    const referral = { aanbod: 'caw', checkOn: '2026-12-09', call: { who: 'casemanager-aalst', on: '2026-11-27' } }
    await placeOne(loket, reference, { state: 'doorverwezen', holder: 'coordinator-aalst', referral })
    await setAway(loket, '2026-11-25', '2026-11-27')
    const visitor = await loket.as(second)
    expect(await textOf(visitor, path)).toContain('U werkt hier voor Casemanager Aalst')
    const html = await (await visitor.get(path)).text()
    const [, revision = ''] = /name="revision" value="([^"]+)"/.exec(html) ?? []
    expect((await visitor.post(`${path}/dienst_gebeld`, { revision, bij: 'coordinator-aalst' })).status).toBe(303)
    expect(await linesOf(loket, `DOSSIER#${reference}`, 'AUDIT#')).toContainEqual(
      expect.objectContaining({ who: 'casemanager-aalst-2', for: 'casemanager-aalst', what: 'dienst_gebeld' }),
    )
  })

  it('zoals de behandelaar, en elke blik en elke stap staat op naam van beiden', async () => {
    const loket = await startTestWorkspace({ now: new Date('2026-11-25T09:00:00Z') })
    const { reference, path } = await fileHeld(loket)
    const visitor = await loket.as(second)
    expect((await visitor.get(path)).status).toBe(404)
    await setAway(loket, '2026-11-25', '2026-11-27')
    expect(await textOf(visitor, path)).toContain(
      'U werkt hier voor Casemanager Aalst, afwezig tot en met vrijdag 27 november 2026.',
    )
    await visitor.get('/werkruimte')
    const html = await (await visitor.get(path)).text()
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
    expect((await visitor.post(`${path}/contact`, { eenmalig: field('eenmalig'), contact: 'gebeld' })).status).toBe(303)
    // What the holder sees is their own.
    await (await loket.as('Casemanager Aalst')).get(path)
    const hidden = { revision: field('revision'), bij: field('bij'), toelichting: 'Ziek tot vrijdag' }
    expect((await visitor.post(`${path}/teruggeven`, hidden)).status).toBe(303)
    expect((await visitor.get(path)).status).toBe(404)
    const both = { who: 'casemanager-aalst-2', for: 'casemanager-aalst' }
    const [done, looked, listed, called] = await Promise.all([
      linesOf(loket, `DOSSIER#${reference}`, 'AUDIT#'),
      linesOf(loket, `DOSSIER#${reference}`, 'RAADPLEGING#'),
      linesOf(loket, 'PERSOON#aalst#casemanager-aalst-2', 'LIJST#'),
      linesOf(loket, `DOSSIER#${reference}`, 'LOGBOEK#'),
    ])
    expect(done).toContainEqual(expect.objectContaining({ ...both, what: 'teruggeven' }))
    expect(done).toContainEqual(expect.objectContaining({ ...both, what: 'geopend' }))
    expect(looked.length).toBeGreaterThan(1)
    for (const line of looked)
      if (line.who === both.who) expect(line).toMatchObject(both)
      else expect(line).not.toHaveProperty('for')
    expect(new Set(looked.map(({ who }) => who))).toEqual(new Set(['casemanager-aalst', 'casemanager-aalst-2']))
    expect(listed).toContainEqual(expect.objectContaining({ references: [reference], for: ['casemanager-aalst'] }))
    expect(called).toContainEqual(expect.objectContaining({ ...both, kind: 'gebeld' }))
    expect(called).toContainEqual(expect.objectContaining({ ...both, kind: 'notitie' }))
    expect(await textOf(await loket.as('Coördinator Aalst'), path)).toContain(
      'Tweede casemanager Aalst, voor Casemanager Aalst',
    )
  })
})
