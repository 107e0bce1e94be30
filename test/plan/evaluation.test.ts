/** "Wat is gelukt?": the evaluation of a plan, and where it goes on from there (docs/overleg.md §10). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noGoalTexts } from '../../forms/kit/plan/plan-texts.ts'
import { dossierOf, fileForm, place } from '../support/dossier.ts'
import { ota, otaStart } from '../support/forms.ts'
import { errorsIn } from '../support/lco.ts'
import { startFiled, startOverleg, type TestOverleg } from '../support/overleg.ts'
import { spanAt, type TestRow, usualTable } from '../support/overleg-tables.ts'
import { planOf, type TestPlan } from '../support/plan.ts'
import { type Fields, fieldsIn, locationOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { refOf, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
beforeAll(async () => {
  work = await startTestWorkspace()
})

let overleg: TestOverleg
let plan: TestPlan
let tom: Visitor
let path: string
async function at(instant: string, name = 'Casemanager Aalst'): Promise<void> {
  work.clock.now = new Date(instant)
  tom = await work.as(name)
}

/** Three afspraken: of the client, of a service on mail with another that helps, and one that runs on. */
async function agreed(start: (work: TestWorkspace) => Promise<TestOverleg>): Promise<void> {
  await at('2026-11-30T09:00:00Z')
  overleg = await start(work)
  await overleg.asked([spanAt('2026-12-07T09:30')])
  await overleg.fix()
  await at('2026-12-07T09:00:00Z')
  const { overleg: fixed } = await overleg.now()
  await overleg.hold({ present: Object.fromEntries(Object.keys(fixed.participants).map((id) => [id, 'aanwezig'])) })
  plan = planOf(work, overleg)
  await plan.agreed({
    evaluationOn: '2027-03-01',
    afspraken: [
      { wat: 'Brieven in één map steken', wie: 'client', tegen: '2026-12-14' },
      { wat: 'De verhuurder schrijven', wie: 'CAW', met: 'OCMW', tegen: '2026-12-21' },
      { wat: 'Op de kinderen passen', wie: 'OCMW' },
    ],
  })
  path = `${plan.path}/evaluatie`
  await at('2027-03-01T09:00:00Z')
}
beforeEach(() => agreed(startOverleg))

const whole: Fields = {
  gelukt: 'De kanarie fluit. De brieven zitten in één map.',
  'uitkomst.a1': 'gelukt',
  'uitkomst.a2': 'deels',
  'uitkomst.a3': 'niet',
  besproken_op: '1/3/2027',
}
const goOn: Fields = { ...whole, vervolg: 'verder', evaluatie_op: '1/6/2027' }
const send = (fields: Fields) => sendPage(tom, path, fields)
const tafel = (query = '') => `/werkruimte/dossier/${plan.reference}/overleg/tafel${query}`

describe('de bladzijde', () => {
  it('begint met wat goed ging, en is ingevuld met wat wie het doet zelf zei', async () => {
    await plan.says('OCMW', 'a3', 'gedaan')
    await plan.says('CAW', 'a2', 'lukt_niet')
    await plan.says('OCMW', 'a2', 'bel_mij')
    const { html, words } = await readPage(tom, path)
    expect(words).toContain('Begin met wat goed ging. Vraag het eerst aan de cliënt.')
    expect(words.indexOf('Wat is gelukt, volgens de cliënt?')).toBeLessThan(words.indexOf('De afspraken'))
    expect(words).toMatch(/2\. De verhuurder schrijven .* Gemeld: lukt niet, op maandag 1 maart 2027\./)
    expect(words).toContain('OCMW Voorbeeld meldde: bel mij, op maandag 1 maart 2027.')
    const fields = fieldsIn(html)
    expect(fields['uitkomst.a3']).toEqual(['gelukt'])
    expect(fields.besproken_op).toEqual(['1/3/2027'])
    expect(Object.keys(fields)).not.toContain('uitkomst.a1')
    expect(Object.keys(fields)).not.toContain('uitkomst.a2')
    expect(Object.keys(fields)).not.toContain('vervolg')
  })

  it('een GET bewaart niets, ook niet met velden in het adres', async () => {
    const before = JSON.stringify((await plan.now()).plan)
    await tom.get(`${path}?${new URLSearchParams(goOn as Record<string, string>)}`)
    await tom.send(path, { method: 'HEAD' })
    expect(JSON.stringify((await plan.now()).plan)).toBe(before)
  })

  it('kan ook voor de dag zelf', async () => {
    await at('2027-01-11T09:00:00Z')
    expect((await send({ ...goOn, besproken_op: '11/1/2027', evaluatie_op: '1/3/2027' })).status).toBe(303)
  })

  it('zonder plan dat loopt leidt ze naar het plan', async () => {
    const other = await startOverleg(work)
    expect(locationOf(await tom.get(`${planOf(work, other).path}/evaluatie`))).toBe(planOf(work, other).path)
  })
})

describe('wat niet kan, zegt wat te doen, en houdt wat getypt is', () => {
  it.each([
    ['niets van wat gelukt is', { gelukt: ' ' }, 'Vul in wat gelukt is. ‘Nog niets’ mag ook'],
    [
      'een teken te veel',
      { gelukt: 'z'.repeat(5001) },
      '1 teken te veel. U kunt hier hoogstens 5.000 tekens schrijven.',
    ],
    ['een rijksregisternummer', { gelukt: 'Nummer 85.07.30-033.28' }, 'Vul geen rijksregisternummer in'],
    ['een afspraak zonder uitkomst', { 'uitkomst.a2': '' }, 'Afspraak 2: kies wat ervan kwam'],
    ['een onbekende uitkomst', { 'uitkomst.a2': 'later' }, 'Afspraak 2: kies wat ervan kwam'],
    ['geen dag', { besproken_op: '' }, 'Vul een datum in, bijvoorbeeld 27/4/2021'],
    ['een dag die niet bestaat', { besproken_op: '30/2/2027' }, 'Vul een datum in, bijvoorbeeld 27/4/2021'],
    [
      'een dag voor het plan',
      { besproken_op: '6/12/2026' },
      'Kies een dag vanaf het plan (maandag 7 december 2026) tot vandaag',
    ],
    ['morgen', { besproken_op: '2/3/2027' }, 'Kies een dag vanaf het plan (maandag 7 december 2026) tot vandaag'],
    ['geen vervolg', { vervolg: '' }, 'Kies hoe u verdergaat'],
    ['geen nieuwe dag', { evaluatie_op: '' }, 'Vul een nieuwe dag in'],
    ['vandaag als nieuwe dag', { evaluatie_op: '1/3/2027' }, 'Kies een evaluatie binnen 6 maanden'],
    ['een dag na zes maanden', { evaluatie_op: '2/9/2027' }, 'Kies een evaluatie binnen 6 maanden'],
    ['geen drempel bij het afsluiten', { vervolg: 'afsluiten' }, 'Kies minstens één drempel, of “Geen drempel”'],
    [
      'geen drempel, en een drempel',
      { drempels: ['geen', 'wachtlijst'] },
      'Kies “Geen drempel” of een drempel, niet allebei',
    ],
    [
      'bewaard in eigen dossier, morgen',
      { vervolg: 'afsluiten', drempels: 'geen', eigen_dossier_op: '2/3/2027' },
      'Kies een dag vanaf het plan (maandag 7 december 2026) tot vandaag',
    ],
  ])('%s', async (_, fields, error) => {
    const before = (await plan.now()).plan
    const response = await send({ ...goOn, ...(fields as Fields) })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [error]])
    expect(fieldsIn(html)['uitkomst.a3']).toEqual(['niet'])
    expect((await plan.now()).plan).toEqual(before)
  })

  it.each([
    ['op de dag van het plan', { besproken_op: '2026-12-07' }],
    ['vandaag', { besproken_op: '2027-03-01' }],
    ['morgen opnieuw', { evaluatie_op: '2/3/2027' }],
    ['precies zes maanden verder', { evaluatie_op: '1/9/2027' }],
    ['vijfduizend tekens', { gelukt: 'z'.repeat(5000) }],
  ])('wel: %s', async (_, fields) => {
    expect((await send({ ...goOn, ...(fields as Fields) })).status).toBe(303)
  })
})

describe('verder met dit plan', () => {
  it('maakt een versie van wat openstaat, en plant de nieuwe dag', async () => {
    const done = await send({ ...goOn, drempels: ['wachtlijst', 'kostprijs'] })
    expect(locationOf(done)).toBe(`${plan.path}?klaar=verder`)
    const { plan: kept, texts, file } = await plan.now()
    expect(kept.running).toMatchObject({
      number: '02',
      evaluationOn: '2027-06-01',
      afspraken: [{ id: 'a2' }, { id: 'a3' }],
      agreed: [{ on: '2027-03-01' }],
    })
    expect(kept.evaluations).toMatchObject([{ version: '01', next: 'verder', drempels: ['wachtlijst', 'kostprijs'] }])
    expect(texts.gelukt).toEqual(['De kanarie fluit. De brieven zitten in één map.'])
    expect(file.dossier).toMatchObject({ state: 'in_opvolging', nextOn: '2027-06-01' })
    expect(JSON.stringify(await work.items('loket'))).not.toContain('kanarie')
    const { html, words } = await readPage(tom, locationOf(done))
    expect(words).toContain('Versie 02 ligt vast. We kijken opnieuw op dinsdag 1 juni 2027.')
    expect(html).toContain(`href="${plan.path}/client">Druk het blad voor de cliënt af</a>`)
    // What was over keeps its number out of the list, and its id is never used again.
    expect(words).not.toContain('Brieven in één map steken')
  })

  it('een adres alleen beweert niets', async () => {
    expect((await readPage(tom, `${plan.path}?klaar=verder`)).words).not.toContain('mails vertrokken')
    expect((await readPage(tom, tafel('?klaar=geevalueerd'))).words).not.toContain('De evaluatie is bewaard.')
  })
})

describe('een nieuw overleg', () => {
  it('gaat naar de volgende tafel: al ingevuld, en de cliënt wordt opnieuw gevraagd', async () => {
    const done = await send({ ...whole, vervolg: 'overleg' })
    expect(locationOf(done)).toBe(tafel('?klaar=geevalueerd'))
    const { file, plan: kept } = await plan.now()
    expect(file.dossier).toMatchObject({ actionPlan: { version: '01', waitsForOverleg: true }, nextOn: '2027-03-08' })
    expect(kept.afspraken.map(({ id }) => id)).toEqual(['a2', 'a3'])
    const { html, words } = await readPage(tom, locationOf(done))
    expect(words).toContain('De evaluatie is bewaard. De afspraken die openstaan lopen door, en gaan mee.')
    expect(words).toContain('Vraag de cliënt of deze tafel goed is')
    expect((await readPage(tom, path)).words).toContain(
      'De evaluatie is bewaard op maandag 1 maart 2027. Er komt een nieuw overleg.',
    )
    expect(Object.values(fieldsIn(html)).flat()).toContain('CAW Voorbeeld')
  })

  it('kan niet zolang het dossier op iemand wacht; wat getypt is, blijft', async () => {
    const { revision } = (await plan.now()).file.dossier
    await tom.post(`/werkruimte/dossier/${plan.reference}/wachten`, {
      revision: String(revision),
      toelichting: 'Wat nu?',
    })
    for (const next of ['overleg', 'verder']) {
      const refused = await send({ ...goOn, vervolg: next })
      const html = await refused.text()
      expect([refused.status, errorsIn(html)]).toEqual([422, ['Dit kan nu niet. Kijk na waar het dossier staat']])
      expect(fieldsIn(html).gelukt).toEqual(['De kanarie fluit. De brieven zitten in één map.'])
    }
    expect((await plan.now()).plan.evaluations).toEqual([])
  })

  it('een afspraak die niet meer nodig is, maakt meteen een nieuwe versie', async () => {
    await send({ ...whole, 'uitkomst.a3': 'niet_meer_nodig', vervolg: 'overleg' })
    expect((await plan.now()).plan.running).toMatchObject({ number: '02', afspraken: [{ id: 'a2' }] })
  })
})

describe('afsluiten', () => {
  // With answers, which end with it.
  beforeEach(() => agreed((at) => startFiled(at, { table: usualTable })))

  it('sluit het dossier, met de drempels geteld', async () => {
    const fields = { ...whole, vervolg: 'afsluiten', drempels: 'wachtlijst', eigen_dossier_op: '1/3/2027' }
    const done = await send(fields)
    expect(locationOf(done)).toBe(`/werkruimte/dossier/${plan.reference}?klaar=afsluiten`)
    expect(await dossierOf(work, plan.reference)).toMatchObject({
      state: 'afgesloten',
      trend: { drempels: ['wachtlijst'] },
      actionPlan: { state: 'afgesloten' },
    })
    expect((await plan.now()).plan).toMatchObject({ state: 'afgesloten', keptElsewhereOn: '2027-03-01' })
  })

  it('kan niet zolang een afspraak die doorloopt niemand heeft; niet meer nodig helpt', async () => {
    await overleg.leaves('CAW')
    const { html, words } = await readPage(tom, path)
    expect(html).toContain('zonder trekker')
    expect(words).toContain('Dat kan nog niet: afspraak 2 heeft geen trekker.')
    const close = { ...whole, vervolg: 'afsluiten', drempels: 'geen' }
    const refused = await send(close)
    expect([refused.status, errorsIn(await refused.text())]).toEqual([
      422,
      ['Dat kan nog niet: afspraak 2 heeft geen trekker. Geef ze aan iemand, of kies ‘niet meer nodig’'],
    ])
    expect((await dossierOf(work, plan.reference)).state).toBe('in_opvolging')
    expect((await send({ ...close, 'uitkomst.a2': 'niet_meer_nodig' })).status).toBe(303)
  })

  it('ook met de knop van het dossier zelf', async () => {
    await overleg.leaves('CAW')
    const close = `/werkruimte/dossier/${plan.reference}/afsluiten`
    expect((await readPage(tom, close)).words).toContain('Dat kan nog niet: afspraak 2 heeft geen trekker.')
    const refused = await sendPage(tom, close, { drempels: 'geen' })
    expect([refused.status, errorsIn(await refused.text())]).toEqual([
      422,
      ['Dat kan nog niet: afspraak 2 heeft geen trekker. Geef ze aan iemand, of kies ‘niet meer nodig’'],
    ])
    expect((await dossierOf(work, plan.reference)).state).toBe('in_opvolging')
    // The client stops: that always can.
    expect((await sendPage(tom, `/werkruimte/dossier/${plan.reference}/intrekken`, {})).status).toBe(303)
  })

  it('daarna zegt iemand dat het plan bewaard is', async () => {
    await send({ ...whole, vervolg: 'afsluiten', drempels: 'geen' })
    const { words } = await readPage(tom, path)
    expect(words).toContain('Bewaar het plan in uw eigen dossier. Loket is niet het dossier.')
    expect((await send({ eigen_dossier_op: '2/3/2027' })).status).toBe(422)
    expect(locationOf(await send({ eigen_dossier_op: '1/3/2027' }))).toBe(path)
    expect((await readPage(tom, path)).words).toContain(
      'U bewaarde het plan zelf op maandag 1 maart 2027. Dit staat niet meer in uw week.',
    )
    // Opened again it goes on, and is to be kept anew.
    const coordinator = await work.as('Coördinator Aalst')
    await sendPage(coordinator, `/werkruimte/dossier/${plan.reference}/heropenen`, {})
    const { plan: again } = await plan.now()
    expect([again.state, again.keptElsewhereOn]).toEqual(['loopt', undefined])
  })
})

describe('twee tegelijk', () => {
  it('wie later komt, ziet wat de eerste deed en houdt alles; er vertrekt één versie', async () => {
    const { revision } = (await plan.now()).plan
    const sent = Array.from({ length: 8 }, (_, index) =>
      tom.post(path, { ...goOn, gelukt: `Gelukt volgens bladzijde ${index}`, revision: String(revision) }),
    )
    const answers = await Promise.all(sent)
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(7)
    expect((await plan.now()).texts.gelukt).toEqual([`Gelukt volgens bladzijde ${statuses.indexOf(303)}`])
    const lost = statuses.indexOf(409)
    const html = (await answers[lost]?.text()) ?? ''
    expect(wordsIn(html)).toContain('Vandaag is er al een evaluatie bewaard: het plan loopt verder.')
    expect(wordsIn(html)).toContain('Casemanager Aalst, om 10.00 uur.')
    const fields = fieldsIn(html)
    expect(fields).toMatchObject({
      gelukt: [`Gelukt volgens bladzijde ${lost}`],
      'uitkomst.a2': ['deels'],
      vervolg: ['verder'],
      evaluatie_op: ['1/6/2027'],
      revision: [String((await plan.now()).plan.revision)],
    })
    expect(work.failures).toEqual([])
  })

  it('was het plan intussen afgesloten, dan staat wat getypt is er om te kopiëren', async () => {
    await agreed((at) => startFiled(at, { table: usualTable }))
    const { revision } = (await plan.now()).plan
    await plan.evaluate('afsluiten', { all: 'gelukt' })
    const late = await tom.post(path, { ...goOn, revision: String(revision) })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('De kanarie fluit.')
  })
})

it('wie het dossier niet heeft, ziet er niets van', async () => {
  const other = await work.as('Tweede casemanager Aalst')
  expect((await other.get(path)).status).toBe(404)
  expect((await other.post(path, goOn)).status).toBe(404)
  expect((await plan.now()).plan.evaluations).toEqual([])
})

describe('OTA: een plan zonder cliënt', () => {
  const team: readonly TestRow[] = [
    { naam: 'Noor Voorbeeld', dienst: 'CLB Voorbeeld', email: 'noor@clb.example' },
    { naam: 'Jan Cools', dienst: 'School Voorbeeld', bereik: 'telefoon', telefoon: '+3292220000' },
  ]

  it('vraagt wat het afsluiten van dit formulier vraagt, alleen dan, en niets over een cliënt', async () => {
    await at('2026-11-30T09:00:00Z', 'Bemiddelaar OTA')
    const { reference } = await fileForm(work, otaStart, ota.traject)
    await place(work, reference, { state: 'toegewezen', holder: refOf('Bemiddelaar OTA').person })
    overleg = await startOverleg(work, { at: { reference }, table: team })
    await overleg.asked([spanAt('2026-12-07T09:30')])
    await overleg.fix()
    await at('2026-12-07T10:00:00Z', 'Bemiddelaar OTA')
    await sendPage(tom, `${overleg.path}/verslag`, {
      'aanwezig.p0': 'aanwezig',
      'aanwezig.p1': 'aanwezig',
      datum: '1/2/2027',
      toelichting: 'Eerste gesprek',
    })
    plan = planOf(work, overleg)
    await plan.agreed({
      goals: [{ domein: 'leervraag', wanneer: 'eerst', texts: { ...noGoalTexts, doel: 'Beter praten' } }],
      evaluationOn: '2027-03-01',
      afspraken: [{ wat: 'Een tolk vragen', wie: 'CLB' }],
    })
    path = `${plan.path}/evaluatie`
    await at('2027-03-01T09:00:00Z', 'Bemiddelaar OTA')
    const { words } = await readPage(tom, path)
    expect(words).toContain('Besproken op')
    expect(words).toContain('Een nieuw start-overleg')
    expect(words).not.toMatch(/cliënt/)
    const fields = { gelukt: 'De tolk kwam.', 'uitkomst.a1': 'deels', besproken_op: '1/3/2027' }
    const open = await send({ ...fields, vervolg: 'afsluiten' })
    expect([open.status, errorsIn(await open.text())]).toEqual([
      422,
      ['Kies minstens één drempel, of “Geen drempel”', 'Schrijf hoe het afliep'],
    ])
    const further = await send({ ...fields, vervolg: 'verder', evaluatie_op: '1/6/2027' })
    expect(locationOf(further)).toBe(`${plan.path}?klaar=verder`)
    expect(await dossierOf(work, reference)).toMatchObject({ state: 'lopend', nextOn: '2027-06-01' })
    const closed = await send({
      ...{ ...fields, vervolg: 'afsluiten', drempels: 'geen', toelichting: 'Kanarietoelichting' },
    })
    expect(locationOf(closed)).toBe(`/werkruimte/dossier/${reference}?klaar=afsluiten`)
    expect(await dossierOf(work, reference)).toMatchObject({ state: 'afgesloten', trend: { drempels: ['geen'] } })
    expect((await readPage(tom, `/werkruimte/dossier/${reference}`)).words).toContain('Kanarietoelichting')
    expect(JSON.stringify(await work.items('loket'))).not.toContain('Kanarietoelichting')
    expect(work.failures).toEqual([])
  })
})
