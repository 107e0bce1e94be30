/** Who was there and what was decided, once it was held; for OTA with what its form asks then (docs/overleg.md §5, §6). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, fileForm, place } from '../support/dossier.ts'
import { ota, otaStart } from '../support/forms.ts'
import { errorsIn } from '../support/lco.ts'
import { startFiled, startOverleg, type TestOverleg } from '../support/overleg.ts'
import { spanAt, type TestRow } from '../support/overleg-tables.ts'
import { type Fields, fieldsIn, locationOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const start = new Date('2021-03-22T09:00:00Z')
let work: TestWorkspace
let tom: Visitor
beforeAll(async () => {
  work = await startTestWorkspace({ now: start })
})
beforeEach(() => at(start.toISOString()))
async function at(now: string, name = 'Casemanager Aalst'): Promise<void> {
  work.clock.now = new Date(now)
  tom = await work.as(name)
}

const everybody = {
  'aanwezig.p0': 'aanwezig',
  'aanwezig.p1': 'aanwezig',
  'aanwezig.p2': 'verontschuldigd',
  'aanwezig.p3': 'niet_gekomen',
  'aanwezig.p4': 'aanwezig',
}
async function fixed(): Promise<TestOverleg> {
  const table = await startFiled(work)
  await table.moments([spanAt('2021-04-27T14:00')])
  await table.fix('m1')
  return table
}
const page = async (path: string) => (await readPage(tom, path)).html
const write = (table: { path: string }, fields: Fields) => sendPage(tom, `${table.path}/verslag`, fields)

describe('voor het begint', () => {
  it.each([
    ['2021-04-27T11:59:59Z', 422],
    ['2021-04-27T12:00:00Z', 303],
  ])('om %s: %i', async (now, status) => {
    const table = await fixed()
    const { revision } = (await table.now()).overleg
    await at(now)
    const response = await tom.post(`${table.path}/verslag`, {
      ...everybody,
      besluiten: 'Wie belt de huisbaas',
      revision: String(revision),
    })
    expect(response.status).toBe(status)
    if (status === 303) return
    const html = await response.text()
    expect(errorsIn(html)).toEqual(['Het overleg is nog niet begonnen. Dit kan vanaf dinsdag 27 april 2021 om 14 uur'])
    expect(fieldsIn(html).besluiten).toEqual(['Wie belt de huisbaas'])
    expect(wordsIn(await page(`${table.path}/verslag`))).toContain('Het overleg is nog niet begonnen.')
    expect((await table.now()).overleg.state).toBe('vastgelegd')
  })
})

describe('het verslag', () => {
  it('is ingevuld met wie zei te komen; daarna is het overleg gehouden', async () => {
    const table = await fixed()
    await sendPage(tom, table.path, { 'komt.p0': 'ja', 'komt.p1': 'ja', 'komt.p2': 'nee' })
    await at('2021-04-27T14:00:00Z')
    const dossier = wordsIn(await page(table.path.replace(/\/overleg$/, '')))
    expect(dossier).toContain('Is het overleg gehouden? Zeg hoe het ging')
    const html = await page(`${table.path}/verslag`)
    expect(fieldsIn(html)).toMatchObject({
      'aanwezig.p0': ['aanwezig'],
      'aanwezig.p1': ['aanwezig'],
      'aanwezig.p2': ['verontschuldigd'],
      spilfiguur: ['p1'],
    })
    expect(Object.keys(fieldsIn(html))).not.toContain('aanwezig.p3')
    expect(wordsIn(html)).toContain('Ongerust over een kind? Overleg met het Vertrouwenscentrum Kindermishandeling.')
    const open = await write(table, {})
    expect([open.status, errorsIn(await open.text())]).toEqual([
      422,
      ['Kies of Wonen Voorbeeld er was', 'Kies of Thuiszorg Voorbeeld er was'],
    ])
    const done = await write(table, {
      ...everybody,
      spilfiguur: 'p4',
      besluiten: 'De Kanariestraat blijft.\nBart belt.',
    })
    expect(locationOf(done)).toBe(table.path.replace(/overleg$/, 'plan'))
    const after = await page(`${table.path}?klaar=gehouden`)
    expect(after).toContain('data-overleg="gehouden"')
    expect(wordsIn(after)).toContain('Het verslag is bewaard.')
    expect(wordsIn(after)).toContain('Vanaf nu is Bart Claes, Thuiszorg Voorbeeld spilfiguur.')
    const { overleg, details } = await table.now()
    expect(overleg).toMatchObject({ state: 'gehouden', keyPerson: 'p4', present: { p2: 'verontschuldigd' } })
    expect(details.decisions).toBe('De Kanariestraat blijft.\nBart belt.')
    expect(JSON.stringify(await work.items('loket'))).not.toContain('Kanariestraat')
    expect((await dossierOf(work, table.reference)).state).toBe('overleg_gehouden')
    expect(await table.sent()).toEqual(['overleg-uitnodiging'])
  })

  it.each([
    [
      'een teken te veel',
      { besluiten: 'z'.repeat(5001) },
      '1 teken te veel. U kunt hier hoogstens 5.000 tekens schrijven.',
    ],
    ['een rijksregisternummer', { besluiten: 'Nummer 85.07.30-033.28' }, 'Vul geen rijksregisternummer in'],
    ['een onbekende keuze', { 'aanwezig.p1': 'later' }, 'Kies of OCMW Voorbeeld er was'],
    ['de cliënt als spilfiguur', { spilfiguur: 'p0' }, 'Kies iemand van de tafel'],
    ['iemand van een andere tafel', { spilfiguur: 'p77' }, 'Kies iemand van de tafel'],
  ])('%s: een zin, en niets verandert', async (_, fields, error) => {
    const table = await fixed()
    await at('2021-04-27T14:00:00Z')
    const response = await write(table, { ...everybody, besluiten: 'Blijft staan', ...fields })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [error]])
    expect(fieldsIn(html)['aanwezig.p3']).toEqual(['niet_gekomen'])
    expect((await table.now()).overleg.state).toBe('vastgelegd')
  })

  it('vijfduizend tekens passen', async () => {
    const table = await fixed()
    await at('2021-04-27T14:00:00Z')
    expect((await write(table, { ...everybody, besluiten: 'z'.repeat(5000) })).status).toBe(303)
  })

  it('kwam de cliënt niet, dan staat er dat er geen plan is', async () => {
    const table = await fixed()
    await at('2021-04-27T14:00:00Z')
    const before = await page(`${table.path}/verslag`)
    expect(wordsIn(before)).toContain('Was de cliënt er niet? Dan is er geen plan. Zoek een nieuw moment')
    expect(before).toContain(`href="${table.path}/verzetten?client=kwam_niet"`)
    await write(table, { ...everybody, 'aanwezig.p0': 'niet_gekomen' })
    expect(wordsIn(await page(table.path))).toContain('Zonder de cliënt is er geen plan')
  })

  it('twintig tegelijk: één verslag, en wie later komt houdt wat getypt is', async () => {
    const table = await fixed()
    await at('2021-04-27T14:00:00Z')
    const { revision } = (await table.now()).overleg
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        tom.post(`${table.path}/verslag`, {
          ...everybody,
          revision: String(revision),
          besluiten: `Besluit van bladzijde ${index}`,
        }),
      ),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(19)
    const won = statuses.indexOf(303)
    expect((await table.now()).details.decisions).toBe(`Besluit van bladzijde ${won}`)
    const lost = statuses.indexOf(409)
    expect(await answers[lost]?.text()).toContain(`Besluit van bladzijde ${lost}`)
    expect(work.failures).toEqual([])
  })
})

describe('OTA: een overleg zonder cliënt', () => {
  const team: readonly TestRow[] = [
    { naam: 'Noor Voorbeeld', dienst: 'CLB Voorbeeld', email: 'noor@clb.example' },
    { naam: 'Jan Cools', dienst: 'School Voorbeeld', bereik: 'telefoon', telefoon: '+3292220000' },
  ]
  const assigned = async (soort: 'traject' | 'intervisie') => {
    const filed = await fileForm(work, otaStart, ota[soort])
    await place(work, filed.reference, { state: 'toegewezen', holder: 'bemiddelaar-ota' })
    return filed
  }

  it('vraagt niets over een cliënt, en het verslag vraagt wat het formulier vraagt', async () => {
    const table = await startOverleg(work, { at: await assigned('traject'), table: team })
    await at(work.clock.now.toISOString(), 'Bemiddelaar OTA')
    const moments = await page(`${table.path}/momenten`)
    expect(moments).not.toMatch(/past_client|besproken_op|client_wil_niet/)
    expect(wordsIn(moments)).not.toContain('cliënt')
    await sendPage(tom, `${table.path}/momenten`, {
      'momenten[0].datum': '27/4/2021',
      'momenten[0].van': '14',
      'momenten[0].tot': '15',
    })
    await sendPage(tom, table.path, { actie: 'stel_voor' })
    const where = { vorm: 'fysiek', plaats: 'Gent', tolk: 'niet_nodig' }
    await sendPage(tom, `${table.path}/praktisch`, where, `${table.path}/praktisch?moment=m1`)
    expect((await dossierOf(work, table.reference)).state).toBe('start_overleg')
    await at('2021-04-27T14:00:00Z', 'Bemiddelaar OTA')
    const asked = wordsIn(await page(`${table.path}/verslag`))
    expect(asked).toContain('Wanneer kijkt u hoe het loopt?')
    expect(asked).not.toContain('Wie is vanaf nu spilfiguur?')
    const there = { 'aanwezig.p0': 'aanwezig', 'aanwezig.p1': 'aanwezig', besluiten: 'Samen naar school' }
    const open = await write(table, there)
    const html = await open.text()
    expect([open.status, errorsIn(html)]).toEqual([
      422,
      ['Vul een datum in die bestaat, bijvoorbeeld 21/5/2027', 'Schrijf waarom'],
    ])
    expect(fieldsIn(html).besluiten).toEqual(['Samen naar school'])
    const done = await write(table, { ...there, datum: '1/6/2021', toelichting: 'Kanarietoelichting' })
    expect(locationOf(done)).toBe(table.path.replace(/overleg$/, 'plan'))
    expect(await dossierOf(work, table.reference)).toMatchObject({ state: 'lopend', nextOn: '2021-06-01' })
    expect(JSON.stringify(await work.items('loket'))).not.toContain('Kanarietoelichting')
    expect(work.failures).toEqual([])
  })

  it('heet zoals het soort: een intervisie', async () => {
    const { path } = await assigned('intervisie')
    await at(work.clock.now.toISOString(), 'Bemiddelaar OTA')
    expect(wordsIn(await page(`${path}/overleg`))).toContain('Nog geen intervisie')
    const none = wordsIn(await page(`${path}/overleg/momenten`))
    expect(none).toContain('Zeg eerst wie meedoet. Daarna kunt u dit.')
  })
})
