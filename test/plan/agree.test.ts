/** The page on which a plan is agreed: with each client, frozen, and told to who has a part in it (docs/overleg.md §9). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { planVersionKey } from '../../functions/shared/store/keys.ts'
import { startHeld } from '../support/held.ts'
import { errorsIn } from '../support/lco.ts'
import type { TestOverleg } from '../support/overleg.ts'
import { tableOfFive } from '../support/overleg-tables.ts'
import { type TestPlan, usualGoals } from '../support/plan.ts'
import { type Fields, fieldsIn, locationOf, mainOf, readPage, sendPage, type Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
beforeAll(async () => {
  work = await startTestWorkspace()
})

let overleg: TestOverleg
let plan: TestPlan
let tom: Visitor

const afspraken = [
  { wat: 'Brieven in één map steken', wie: 'client', tegen: '2026-12-14' },
  { wat: 'Een afbetaalplan vragen', wie: 'OCMW', met: 'CAW', tegen: '2026-12-21' },
  { wat: 'De verhuurder bellen', wie: 'Thuiszorg' },
] as const

beforeEach(async () => {
  ;({ overleg, plan } = await startHeld(work, { absent: ['Mia'] }))
  tom = await work.as('Casemanager Aalst')
  await plan.write({ afspraken })
})

const agree = (fields: Fields = {}) => sendPage(tom, `${plan.path}/akkoord`, fields)
const versionItem = async (number: string) => {
  const { pk, sk } = planVersionKey(plan.reference, number)
  return JSON.stringify((await work.items('loket')).find((item) => item.pk === pk && item.sk === sk))
}

describe('akkoord', () => {
  it('zegt vooraf wat er vertrekt, en daarna wat er vertrok', async () => {
    const before = await readPage(tom, `${plan.path}/akkoord`)
    expect(before.words).toContain('2 mails : OCMW Voorbeeld en CAW Voorbeeld. Er staat niets in over de cliënt.')
    expect(before.words).toContain('1 telefoontje : Thuiszorg Voorbeeld.')
    expect(before.words).toContain('Versie 01 verandert daarna niet meer.')
    const done = await agree()
    expect(locationOf(done)).toBe(`${plan.path}?klaar=vast`)
    const { words } = await readPage(tom, locationOf(done))
    expect(words).toContain(
      'Versie 01 ligt vast. 2 mails vertrokken. Geef de cliënt het blad, en bel Thuiszorg Voorbeeld.',
    )
    const { plan: kept, file } = await plan.now()
    expect(kept.running).toMatchObject({
      number: '01',
      agreed: [{ client: 'p0', on: '2026-12-07', how: 'zelf' }],
      whole: [],
      reasons: [],
    })
    expect(file.dossier).toMatchObject({ state: 'in_opvolging', nextOn: kept.evaluationOn })
    expect(await plan.sent()).toEqual(['plan-klaar'])
  })

  it('noemt bij een volgende versie alleen wie er iets nieuws over leest', async () => {
    await agree()
    const same = await readPage(tom, `${plan.path}/akkoord`)
    expect(same.words).toContain('Geen mail : voor niemand verandert er iets. Duidt u hierboven nog iemand aan?')
    await sendPage(tom, plan.path, { 'afspraken[1].wat': 'Een ander afbetaalplan vragen' })
    const changed = await readPage(tom, `${plan.path}/akkoord`)
    expect(changed.words).toContain('2 mails : OCMW Voorbeeld en CAW Voorbeeld.')
    const { words } = await readPage(tom, locationOf(await agree()))
    expect(words).toContain('Versie 02 ligt vast. 2 mails vertrokken.')
  })

  it('de cliënt kiest wie alles leest, wie ook leest waarom, en waar het niet mee eens is', async () => {
    await agree({
      'heel_plan.p1': 'ja',
      'waarom.p4': 'ja',
      'oneens.a2': 'Ik bel eerst zelf.\nEcht.',
      hoe_besproken: 'met_steun',
    })
    const { plan: kept, agreedTexts } = await plan.now()
    expect(kept.running).toMatchObject({
      whole: ['p1'],
      reasons: ['p4'],
      disagreed: { a2: ['p0'] },
      agreed: [{ how: 'met_steun' }],
    })
    expect(agreedTexts?.disagreed).toEqual({ a2: { p0: 'Ik bel eerst zelf.\nEcht.' } })
    expect(JSON.stringify(await work.items('loket'))).not.toContain('Ik bel eerst zelf')
  })

  it.each<[string, Fields, string]>([
    [
      'voor het overleg',
      { besproken_op: '6/12/2026' },
      'Kies een dag vanaf het overleg (maandag 7 december 2026) tot vandaag',
    ],
    ['morgen', { besproken_op: '8/12/2026' }, 'Kies een dag vanaf het overleg (maandag 7 december 2026) tot vandaag'],
    ['geen dag', { besproken_op: '' }, 'Kies een dag vanaf het overleg (maandag 7 december 2026) tot vandaag'],
    ['een rijksregisternummer', { 'oneens.a1': '85.07.30-033.28' }, 'Vul geen rijksregisternummer in'],
    [
      'een teken te veel',
      { 'oneens.a1': 'z'.repeat(2001) },
      '1 teken te veel. U kunt hier hoogstens 2.000 tekens schrijven.',
    ],
  ])('besproken %s: een zin, het getypte blijft, en niets ligt vast', async (_, fields, error) => {
    const response = await agree({ 'oneens.a3': 'Blijft staan', 'heel_plan.p2': 'ja', ...fields })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [error]])
    expect(fieldsIn(mainOf(html))).toMatchObject({ 'oneens.a3': ['Blijft staan'], 'heel_plan.p2': ['ja'] })
    expect((await plan.now()).plan.running).toBeUndefined()
  })

  it('een plan met een levensdomein zonder keuze ligt nooit vast', async () => {
    const fields = fieldsIn(mainOf((await readPage(tom, `${plan.path}/akkoord`)).html))
    const [first, second] = usualGoals
    if (!first || !second) throw new Error('No goals')
    const { wanneer: _, ...open } = second
    await plan.write({ goals: [first, open], afspraken })
    const revision = String((await plan.now()).plan.revision)
    const response = await tom.post(`${plan.path}/akkoord`, { ...fields, revision })
    expect([response.status, errorsIn(await response.text())]).toEqual([
      422,
      ['Inkomen &amp; schulden: kies eerst, later of niet'],
    ])
    expect(locationOf(await tom.get(`${plan.path}/akkoord`))).toBe(plan.path)
    expect((await plan.now()).plan.running).toBeUndefined()
  })
})

describe('vast is vast', () => {
  it('een versie verandert niet meer, met geen enkel teken; een wijziging is een volgende versie', async () => {
    await agree()
    const first = await versionItem('01')
    expect(first.length).toBeGreaterThan(300)
    await sendPage(tom, plan.path, { 'afspraken[0].wat': 'Iets anders', actie: 'bewaar' })
    await agree({ 'heel_plan.p2': 'ja' })
    await plan.says('CAW', 'a2', 'gedaan')
    await overleg.leaves('OCMW')
    await plan.evaluate('verder', { evaluationOn: '2027-05-01' })
    expect(await versionItem('01')).toBe(first)
    expect((await plan.now()).plan.running?.number).toBe('03')
  })

  it('een zelfgemaakt formulier verandert geen versie en laat er geen verdwijnen', async () => {
    await agree()
    const first = await versionItem('01')
    const { plan: kept } = await plan.now()
    for (const extra of [{ versie: '01' }, { number: '01' }, { 'afspraken[0].id': 'a1', version: '01' }])
      await tom.post(`${plan.path}/akkoord`, { revision: String(kept.revision), besproken_op: '7/12/2026', ...extra })
    expect(await versionItem('01')).toBe(first)
  })

  it('van honderd keer tegelijk "Leg vast" is er één versie, en elke mail één keer', async () => {
    const fields = fieldsIn(mainOf((await readPage(tom, `${plan.path}/akkoord`)).html))
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async () => (await tom.post(`${plan.path}/akkoord`, fields)).status),
    )
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(99)
    expect((await plan.now()).plan.running?.number).toBe('01')
    expect(await plan.sent()).toEqual(['plan-klaar'])
  })

  it('wie als tweede op een oud plan vastlegt, hoort wie eerst was', async () => {
    const fields = fieldsIn(mainOf((await readPage(tom, `${plan.path}/akkoord`)).html))
    const other = await work.as('Coördinator Aalst')
    await sendPage(other, plan.path, { 'afspraken[0].wat': 'Tekst van de eerste', actie: 'bewaar' })
    const late = await tom.post(`${plan.path}/akkoord`, { ...fields, 'oneens.a1': 'Wat ik typte' })
    const html = await late.text()
    expect([late.status, html]).toEqual([409, expect.stringContaining('Coördinator Aalst, om 10.00 uur.')])
    expect(html).toContain('Wat ik typte')
    expect((await plan.now()).plan.running).toBeUndefined()
  })
})

describe('een gezin met twee cliënten', () => {
  it('bespreekt het met elk, en houdt apart waar elk het niet mee eens is', async () => {
    const family = [...tableOfFive, { wie: 'client', naam: 'Sam', bereik: 'telefoon' } as const]
    const both = await startHeld(work, { table: family })
    await both.plan.write({ afspraken })
    const path = `${both.plan.path}/akkoord`
    const open = await sendPage(tom, path, { 'besproken_op.p5': '' })
    expect([open.status, errorsIn(await open.text())]).toEqual([
      422,
      ['Kies een dag vanaf het overleg (maandag 7 december 2026) tot vandaag'],
    ])
    await sendPage(tom, path, { 'oneens.a1': 'Van de ene', 'oneens.a1.p5': 'Van de andere' })
    const { plan: kept, agreedTexts } = await both.plan.now()
    expect(kept.running?.agreed.map(({ client }) => client)).toEqual(['p0', 'p5'])
    expect(agreedTexts?.disagreed).toEqual({ a1: { p0: 'Van de ene', p5: 'Van de andere' } })
  })
})

describe('de tafel daarna', () => {
  it('wie van tafel gaat, doet niets meer; wie elders bereikt wordt, krijgt de link opnieuw; er begint geen nieuw overleg', async () => {
    await agree()
    const tafel = `${overleg.path}/tafel`
    const fields = fieldsIn(mainOf((await readPage(tom, tafel)).html))
    const row = Object.keys(fields)
      .find((name) => fields[name]?.[0] === 'els@ocmw.example')
      ?.replace('.email', '')
    const response = await tom.post(tafel, { ...fields, [`${row}.weg`]: 'ja', actie: 'bewaar' })
    expect(response.status).toBe(303)
    const { plan: kept, overleg: table } = await plan.now()
    expect([kept.overleg, table.number, table.state]).toEqual(['01', '01', 'gehouden'])
    expect(await plan.sent()).toEqual(['plan-klaar', 'plan-niet-meer'])
    expect(await overleg.sent()).not.toContain('overleg-niet-komen')
    await overleg.readdress('Zoë', 'zoe.nieuw@caw.example')
    expect(await plan.sent()).toEqual(['plan-klaar', 'plan-klaar', 'plan-niet-meer'])
  })

  it('een nieuw overleg begint pas als iemand het vraagt, of na de evaluatie', async () => {
    await agree()
    const next = await readPage(tom, `${overleg.path}/tafel?nieuw=ja`)
    expect(next.words).toContain('Een nieuw overleg: overleg 02.')
    await plan.evaluate('overleg')
    const tafel = `${overleg.path}/tafel`
    expect((await readPage(tom, tafel)).words).toContain(
      'Een nieuw overleg: overleg 02. Wie vorige keer aan tafel zat, staat er al.',
    )
    const link = await plan.link('Zoë')
    const made = await sendPage(tom, tafel, { besproken_op: '7/12/2026' })
    expect(made.status).toBe(303)
    const { plan: kept, overleg: table } = await plan.now()
    expect([kept.overleg, table.number, table.state]).toEqual(['02', '02', 'voorbereiden'])
    expect(await plan.link('Zoë')).toBe(
      link.replace('_01_', '_02_').replace(/[^.]+$/, (await plan.link('Zoë')).split('.').at(-1) ?? ''),
    )
  })
})
