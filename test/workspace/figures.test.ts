/** What is counted in a year and how it is shown: on real tables, through the pages people use (docs/decisions/035). */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Counts } from '../../forms/kit/figures/tally.ts'
import { createClosingYears } from '../../functions/shared/store/closing-years.ts'
import { countDossiers } from '../../functions/shared/store/count-dossiers.ts'
import { countItems } from '../../functions/shared/store/count-items.ts'
import { yearCountsKey } from '../../functions/shared/store/keys.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { createReports } from '../../functions/shared/store/reports.ts'
import { transact } from '../../functions/shared/store/transact.ts'
import { createYearCounts } from '../../functions/shared/store/year-counts.ts'
import { createFreezeYears, type FreezeYears } from '../../functions/workspace/figures/freeze-years.ts'
import { openFigures } from '../../functions/workspace/figures/open-figures.ts'
import { dossierOf, type Filed, fileHeld, fileRequest, hiddenOn } from '../support/dossier.ts'
import { seedYears } from '../support/figures.ts'
import { begin, fillIn } from '../support/lco.ts'
import { startFiled } from '../support/overleg.ts'
import { spanAt } from '../support/overleg-tables.ts'
import { keep, dossierOf as likeDossier } from '../support/place-dossiers.ts'
import { planOf } from '../support/plan.ts'
import { undoNoteOn } from '../support/undo.ts'
import { fieldsIn, locationOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let coordinator: Visitor
async function start(now: string): Promise<void> {
  work = await startTestWorkspace({ now: new Date(now) })
  coordinator = await work.as('Coördinator Aalst')
}
async function at(now: string): Promise<void> {
  work.clock.now = new Date(now)
  coordinator = await work.as('Coördinator Aalst')
}
const counted = (year: string, form = 'lco-aanvraag'): Promise<Counts> =>
  createYearCounts(work.connection).read('aalst', form, year)
/** Without what is nought again. */
const standing = async (year: string) =>
  Object.fromEntries(Object.entries(await counted(year)).filter(([, amount]) => amount !== 0))
const freezer = (failures: unknown[] = []): FreezeYears =>
  createFreezeYears({
    ...openFigures(work.connection),
    now: () => work.clock.now,
    logFailure: (error) => failures.push(error),
  })
/** As the clockwork and the werkruimte do. */
async function sweep(): Promise<number> {
  const counters = await createClosingYears(work.connection).closing(work.clock.now, 200)
  if (counters.length > 0) expect(await freezer()(counters)).toBe(0)
  return counters.length
}
const count = (add: Counts, year = '2021', form = 'lco-aanvraag', of = 'x') =>
  transact(
    work.connection.dynamo,
    countItems(work.connection.tables.loket, [{ network: 'aalst', form, year, add }], of),
  )
const move = async (filed: Filed, action: string, fields: Record<string, string | readonly string[]> = {}) => {
  const path = `${filed.path}/${action}`
  return coordinator.post(path, { revision: (await hiddenOn(coordinator, path)).revision ?? [], ...fields })
}

describe('geteld wanneer het gebeurt', () => {
  beforeEach(() => start('2021-03-01T09:00:00Z'))

  it('een aanvraag, met wat gekozen is', async () => {
    await fileRequest(work)
    const counts = await standing('2021')
    expect(counts).toMatchObject({ 'weg.ingediend': 1, 'uitkomst.voldoet': 1 })
    expect(Object.keys(counts).filter((counter) => counter.startsWith('levensdomeinen.')).length).toBeGreaterThan(1)
    // No reference, no day, no name.
    const items = (await work.items('loket')).filter(({ pk }) => String(pk).startsWith('TELLING#'))
    expect(items).toHaveLength(1)
    expect(JSON.stringify(items)).not.toMatch(/LCO-|2021-03/)
  })

  it('een stap, en die terug', async () => {
    const filed = await fileRequest(work)
    const before = await standing('2021')
    await move(filed, 'toewijzen', { persoon: 'casemanager-aalst' })
    expect(await standing('2021')).toMatchObject({ 'weg.toegewezen': 1 })
    const note = await undoNoteOn(coordinator, filed.path)
    expect((await coordinator.post(`${filed.path}/ongedaan`, note?.fields ?? {})).status).toBe(303)
    expect(await standing('2021')).toEqual(before)
  })

  it('wie stopt, telt alleen als gestopt', async () => {
    const filed = await fileRequest(work)
    const visitor = work.visitor()
    expect((await visitor.post(`${filed.status}/stoppen`)).status).toBe(303)
    expect(await standing('2021')).toEqual({ 'weg.ingetrokken': 1 })
  })

  it('afsluiten met drempels, in het jaar waarin dat gebeurt', async () => {
    const filed = await fileHeld(work)
    await at('2022-01-10T09:00:00Z')
    const fields = { toelichting: 'Klaar.', drempels: ['wachtlijst', 'overgang'] }
    expect((await move(filed, 'afsluiten', fields)).status).toBe(303)
    expect(await standing('2022')).toEqual({ 'drempels.samen': 1, 'drempels.wachtlijst': 1, 'drempels.overgang': 1 })
  })

  it('een overleg, wie er zat, hoe snel; en wat van afspraken kwam', async () => {
    await at('2021-11-30T09:00:00Z')
    const overleg = await startFiled(work)
    await overleg.asked([spanAt('2021-12-07T09:30')])
    await overleg.fix()
    await at('2021-12-07T09:00:00Z')
    const { overleg: fixed } = await overleg.now()
    await overleg.hold({ present: Object.fromEntries(Object.keys(fixed.participants).map((id) => [id, 'aanwezig'])) })
    expect(await standing('2021')).toMatchObject({
      ...{ 'overleg.eerste': 1, 'overleg.eerste#': 1, 'overleg#': 1, 'client.ja': 1, 'dagen.0-5': 1 },
    })
    const plan = planOf(work, overleg)
    await plan.agreed({
      evaluationOn: '2022-01-31',
      afspraken: [
        { wat: 'Brieven in één map steken', wie: 'client' },
        { wat: 'De verhuurder schrijven', wie: 'CAW' },
      ],
    })
    await at('2022-01-31T09:00:00Z')
    await plan.evaluate('verder', { all: 'gelukt', evaluationOn: '2022-03-01' })
    expect(await standing('2022')).toEqual({ 'afspraken.gelukt': 2, 'afspraken.gelukt#': 1, 'afspraken#': 1 })
  })

  it('een weigering per criterium, één keer per formulier', async () => {
    const visitor = work.visitor()
    const draft = await begin(visitor)
    await visitor.post(`${draft}/criteria`, {
      ...{ aanvrager: 'hulpverlener', meerderjarig: 'nee', postcode: '9000', ocmw_client: 'nee', verblijf: 'ja' },
      ...{ aantal_diensten: '3', levensdomeinen: ['persoon', 'netwerk'] },
    })
    expect(await standing('2021')).toEqual({
      ...{ 'geweigerd.samen': 1, 'geweigerd.meerderjarig': 1, 'geweigerd.werkgebied': 1 },
    })
  })

  it('honderd tegelijk: geen verloren, geen dubbel', async () => {
    await Promise.all(
      Array.from({ length: 100 }, (_, at) => count({ 'weg.ingediend': 1 }, '2021', 'lco-aanvraag', `r${at}`)),
    )
    expect(await counted('2021')).toEqual({ 'weg.ingediend': 100 })
  }, 120_000)

  it('wie leest en dan schrijft, verliest er wel (of het bovenstaande bewijst niets)', async () => {
    const { client } = await work.connection.dynamo()
    const Key = yearCountsKey('aalst', 'controle', '2021', 0)
    const readThenWrite = async () => {
      const before = (await createYearCounts(work.connection).read('aalst', 'controle', '2021')).x ?? 0
      const update = new UpdateCommand({
        ...{ TableName: work.connection.tables.loket, Key, UpdateExpression: 'SET x = :x' },
        ExpressionAttributeValues: { ':x': before + 1 },
      })
      await client.send(update)
    }
    await Promise.all(Array.from({ length: 50 }, readThenWrite))
    expect((await createYearCounts(work.connection).read('aalst', 'controle', '2021')).x).toBeLessThan(50)
  })

  it('dezelfde aanvraag twintig keer tegelijk telt één keer', async () => {
    const visitor = work.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft)
    work.clock.later(60)
    await Promise.all(Array.from({ length: 20 }, () => visitor.post(`${draft}/controle`)))
    expect(await standing('2021')).toMatchObject({ 'weg.ingediend': 1, 'uitkomst.voldoet': 1 })
  })
})

const year: Counts = {
  ...{
    'weg.toegewezen': 40,
    'weg.doorverwezen': 12,
    'weg.ingetrokken': 8,
    'uitkomst.voldoet': 48,
    'uitkomst.twijfel': 4,
  },
  ...{
    'levensdomeinen.persoon': 40,
    'levensdomeinen.netwerk': 34,
    'levensdomeinen.gezondheid': 30,
    'aantal_diensten.2': 52,
  },
}
const reportText = async (of = '2021') => {
  const items = await work.items('loket')
  return items.find(({ pk, sk }) => pk === 'CIJFERS#aalst' && sk === of)?.report
}

describe('bevroren op 1 februari', () => {
  beforeEach(async () => {
    await start('2021-06-01T09:00:00Z')
    await count(year)
  })

  it('niet vroeger, en niet twee keer', async () => {
    await at('2022-01-31T22:59:59Z')
    expect(await sweep()).toBe(0)
    await at('2022-01-31T23:00:00Z')
    expect(await sweep()).toBe(1)
    expect(await reportText()).toContain('uitkomst')
    expect(await sweep()).toBe(0)
  })

  it('de klok van wie wekt, mag voorlopen: het jaar wacht en gaat niet verloren', async () => {
    const ahead = await createClosingYears(work.connection).closing(new Date('2022-01-31T23:00:00Z'), 200)
    expect(ahead).toHaveLength(1)
    await at('2022-01-31T22:59:59Z')
    expect(await freezer()(ahead)).toBe(0)
    expect(await reportText()).toBeUndefined()
    await at('2022-01-31T23:00:00Z')
    expect(await sweep()).toBe(1)
    expect(await reportText()).toContain('uitkomst')
  })

  it('ook als het te laat komt hetzelfde: wat intussen gebeurt, telt niet mee', async () => {
    const filed = await fileRequest(work)
    await at('2022-02-01T09:00:00Z')
    await sweep()
    const onTime = await reportText()
    await start('2021-06-01T09:00:00Z')
    await count(year)
    const late = await fileRequest(work)
    await at('2022-02-09T09:00:00Z')
    expect((await work.visitor().post(`${late.status}/stoppen`)).status).toBe(303)
    expect((await dossierOf(work, late.reference)).state).toBe('ingetrokken')
    await sweep()
    expect(filed.reference).not.toBe(late.reference)
    expect(onTime).toBeDefined()
    expect(await reportText()).toBe(onTime)
  })

  it('wissen van honderd dossiers verandert er geen byte aan', async () => {
    const references: string[] = []
    for (let left = 100; left > 0; left -= 1) {
      const dossier = await likeDossier(work)
      await keep(work.connection, dossier)
      references.push(dossier.reference)
    }
    await at('2022-02-01T09:00:00Z')
    await sweep()
    const before = await reportText()
    const pages = async () => [
      await readPage(coordinator, '/werkruimte/cijfers/2021'),
      (await coordinator.get('/werkruimte/cijfers/2021.csv')).text(),
    ]
    const shown = JSON.stringify(await Promise.all(await pages()))
    const personalData = createPersonalData(work.connection)
    for (const reference of references) {
      const dossier = await dossierOf(work, reference)
      const about = {
        network: 'aalst',
        who: 'coordinator-aalst',
        auditId: reference,
        now: work.clock.now,
        auditDays: 365,
      }
      expect(await personalData.eraseDossier(dossier, about)).toBe('erased')
    }
    expect(await reportText()).toBe(before)
    expect(JSON.stringify(await Promise.all(await pages()))).toBe(shown)
  }, 120_000)

  it('een jaar dat niet lukt, komt terug; de andere gaan door', async () => {
    await at('2022-02-01T09:00:00Z')
    const failures: unknown[] = []
    const broken = createFreezeYears({
      ...openFigures(work.connection),
      events: { list: async () => Promise.reject(new Error('no list')) },
      ...{ now: () => work.clock.now, logFailure: (error: unknown) => failures.push(error) },
    })
    const counters = await createClosingYears(work.connection).closing(work.clock.now, 200)
    expect(await broken(counters)).toBe(counters.length)
    expect(failures).toHaveLength(1)
    expect(await sweep()).toBe(counters.length)
  })
})

describe('de pagina’s', () => {
  beforeAll(async () => {
    await start('2021-08-23T08:00:00Z')
    await seedYears(work)
  })

  it('de demo heeft de twee jaren voor dat van de klok, en het eerste is openbaar', async () => {
    const { html } = await readPage(coordinator, '/werkruimte/cijfers')
    expect(wordsIn(html)).toMatch(
      /2021 ligt nog niet vast.*1 februari 2022.*Jaaroverzicht 2020 nog niet openbaar.*Jaaroverzicht 2019 openbaar/,
    )
    expect(wordsIn(html)).toContain('Vandaag')
  })

  it('een verborgen cijfer heeft overal hetzelfde teken', async () => {
    const { html } = await readPage(coordinator, '/werkruimte/cijfers/2020')
    const hidden = html.match(/<td[^>]*data-verborgen[^>]*>.*?<\/td>/g) ?? []
    expect(hidden.length).toBeGreaterThan(2)
    for (const cell of hidden) expect(wordsIn(cell).trim()).toBe('niet getoond')
    const bytes = await (await coordinator.get('/werkruimte/cijfers/2020.csv')).arrayBuffer()
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(csv.split('\r\n')[0]).toBe('\ufeffOnderdeel;Tabel;Rij;2020;2019')
    expect(csv.match(/niet getoond/g)?.length).toBeGreaterThan(hidden.length - 1)
    const amounts = csv.split('\r\n').flatMap((line) => line.split(';').slice(-2))
    expect(amounts.filter((amount) => /^[1-4]$/.test(amount))).toEqual([])
  })

  it('openbaar met één druk, en terug met één druk', async () => {
    const everybody = work.visitor()
    expect((await everybody.get('/cijfers/aalst/2020')).status).toBe(404)
    const { html } = await readPage(coordinator, '/werkruimte/cijfers/2020')
    const { revision = [] } = fieldsIn(html)
    const press = (actie: string, sent = revision) =>
      coordinator.post('/werkruimte/cijfers/2020/openbaar', { actie, revision: sent })
    expect(locationOf(await press('openbaar'))).toBe('/werkruimte/cijfers/2020?gedaan=openbaar')
    const page = await everybody.get('/cijfers/aalst/2020')
    expect(page.status).toBe(200)
    expect(wordsIn(await page.text())).toContain('Jaaroverzicht 2020')
    expect((await everybody.get('/cijfers/aalst/2020.csv')).headers.get('content-type')).toContain('text/csv')
    // A second coordinator, on a page from before.
    expect(locationOf(await press('openbaar'))).toBe('/werkruimte/cijfers/2020?gedaan=ondertussen')
    expect(locationOf(await press('terug', ['2']))).toBe('/werkruimte/cijfers/2020?gedaan=terug')
    const gone = await everybody.get('/cijfers/aalst/2020')
    expect(gone.status).toBe(404)
    expect(wordsIn(await gone.text())).toContain('Het jaaroverzicht van 2020 staat niet online.')
    const audit = (await work.items('loket')).filter(
      ({ pk, what }) => pk === 'JAAR#aalst' && String(what).startsWith('jaaroverzicht'),
    )
    expect(audit.map(({ what, who, year: of }) => [who, what, of])).toEqual(
      expect.arrayContaining([
        ['coordinator-aalst', 'jaaroverzicht openbaar', '2020'],
        ['coordinator-aalst', 'jaaroverzicht teruggenomen', '2020'],
      ]),
    )
  })

  it.each([
    ['/werkruimte/cijfers/2021', 'De cijfers van 2021 liggen nog niet vast'],
    ['/werkruimte/cijfers/2021.csv', 'De cijfers van 2021 liggen nog niet vast'],
    ['/werkruimte/cijfers/1999', 'Van 1999 zijn er geen cijfers'],
  ])('%s: %s', async (path, title) => {
    const response = await coordinator.get(path)
    expect(response.status).toBe(404)
    expect(wordsIn(await response.text())).toContain(title)
  })

  it.each([
    '/cijfers/aalst/2021',
    '/cijfers/aalst/1999',
    '/cijfers/nergens/2019',
    '/cijfers/aalst/2019.pdf',
    '/cijfers/aalst',
  ])('iedereen: %s bestaat niet', async (path) => expect((await work.visitor().get(path)).status).toBe(404))

  it('een casemanager leest de jaren, en maakt niets openbaar', async () => {
    const casemanager = await work.as('Casemanager Aalst')
    const { html } = await readPage(casemanager, '/werkruimte/cijfers/2020')
    expect(html).not.toContain('Maak openbaar')
    expect(
      (await casemanager.post('/werkruimte/cijfers/2020/openbaar', { actie: 'openbaar', revision: '1' })).status,
    ).toBe(403)
    expect(wordsIn((await readPage(casemanager, '/werkruimte/cijfers')).html)).not.toContain('Vandaag')
    expect((await (await work.as('Organisator')).get('/werkruimte/cijfers')).status).toBe(403)
  })

  it('wat geen druk van ons is, wordt niet gelezen', async () => {
    for (const fields of [{}, { actie: 'ondertussen' }, { actie: ['openbaar', 'terug'] }])
      expect((await coordinator.post('/werkruimte/cijfers/2020/openbaar', fields)).status).toBe(400)
  })

  it('een openbaar rapport toont niets van een ander netwerk', async () => {
    const other = await work.as('Coördinator Limburg')
    expect((await other.get('/werkruimte/cijfers/2020')).status).toBe(404)
    expect(await createReports(work.connection).list('limburg')).toEqual([])
  })
})

describe('wat er al was', () => {
  it('wordt één keer geteld, ook de weigeringen, en dan pas bevriest het jaar', async () => {
    await start('2021-11-01T09:00:00Z')
    const filed = await fileRequest(work)
    const { facts: _, ...old } = await dossierOf(work, filed.reference)
    const { client } = await work.connection.dynamo()
    const TableName = work.connection.tables.loket
    await client.send(
      new UpdateCommand({
        TableName,
        Key: { pk: `DOSSIER#${filed.reference}`, sk: 'DOSSIER' },
        UpdateExpression: 'REMOVE facts',
      }),
    )
    const refused = { pk: 'TELLING#aalst#lco-aanvraag', sk: '2021-03#meerderjarig+werkgebied' }
    await client.send(
      new UpdateCommand({
        TableName,
        Key: refused,
        UpdateExpression: 'SET amount = :n',
        ExpressionAttributeValues: { ':n': 7 },
      }),
    )
    const before = await standing('2021')
    // Its moves count nothing until then.
    await move(filed, 'toewijzen', { persoon: 'casemanager-aalst' })
    expect(await standing('2021')).toEqual(before)
    await at('2022-02-02T09:00:00Z')
    expect(old.state).toBe('ingediend')
    expect(await countDossiers(work.connection, work.clock.now)).toEqual({ dossiers: 1, refusals: 1 })
    expect(await standing('2021')).toMatchObject({
      ...{ 'weg.toegewezen': 1, 'weg.ingediend': 1, 'uitkomst.voldoet': 2 },
      ...{ 'geweigerd.samen': 7, 'geweigerd.meerderjarig': 7, 'geweigerd.werkgebied': 7 },
    })
    expect(await countDossiers(work.connection, work.clock.now)).toEqual({ dossiers: 0, refusals: 0 })
    expect((await work.items('loket')).some(({ sk }) => String(sk).includes('meerderjarig+'))).toBe(false)
    expect(await sweep()).toBeGreaterThan(0)
    expect(await reportText()).toBeDefined()
  })
})
