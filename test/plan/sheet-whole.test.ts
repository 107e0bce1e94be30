/** All of a plan on paper and as a file, for the organisation's own file (docs/overleg.md §10). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noGoalTexts } from '../../forms/kit/plan/plan-texts.ts'
import { startOverleg } from '../support/overleg.ts'
import { spanAt } from '../support/overleg-tables.ts'
import { planOf, type TestPlan } from '../support/plan.ts'
import { readPage, sendPage, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { sheetAfspraken, writtenPlanOf } from './sheet-plans.ts'

let work: TestWorkspace
beforeAll(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-30T09:00:00Z') })
})
afterAll(() => work.stop())

const whole = async (plan: Pick<TestPlan, 'path'>, by = 'Casemanager Aalst') => {
  const { html } = await readPage(await work.as(by), `${plan.path}/heel`)
  return wordsIn(/<article.*<\/article>/s.exec(html)?.[0] ?? '').trim()
}

async function file(plan: Pick<TestPlan, 'path'>, by = 'Casemanager Aalst') {
  const response = await (await work.as(by)).get(`${plan.path}/bestand`)
  return { headers: response.headers, status: response.status, text: await response.text() }
}

/** Agreed, with something said of two of them. */
async function agreed() {
  const afspraken = sheetAfspraken.map((one, at) => (at === 1 ? { ...one, aanbod: 'jac' } : one))
  const plan = await writtenPlanOf(work, { afspraken, absent: ['CLB'], speaksFreely: 'ja' })
  const [id, client, caw] = [
    await plan.afspraak('verhuurder'),
    await plan.overleg.idOf('client'),
    await plan.overleg.idOf('CAW'),
  ]
  await plan.agree({ disagreed: { [id]: { [client]: 'Ik wil eerst zelf\nbellen.' } }, whole: [caw] })
  await plan.says('CAW', id, 'lukt_niet')
  return plan
}

describe('het hele plan', () => {
  it('staat op papier zoals afgesproken: per doel, met elke afspraak en wat daarvan kwam', async () => {
    const plan = await agreed()
    const text = await whole(plan)
    for (const part of [
      'Plan van aanpak, versie 01',
      `Kenmerk ${plan.reference}`,
      'Besproken met de cliënt maandag 7 december 2026, met de cliënt zelf',
      'Vastgelegd maandag 7 december 2026, door Casemanager Aalst',
      'Evaluatie maandag 8 maart 2027',
      'Mag het hele plan lezen Zoë D’Hondt, CAW Voorbeeld',
      'Wonen & energie Doel ‘Een droge kamer voor de kinderen.’ Wanneer eerst Loopt goed De huur is altijd betaald. Loopt minder goed Schimmel.',
      'Afspraak 1. De verhuurder schrijven over de schimmel Wie doet dit Zoë D’Hondt, CAW Voorbeeld Samen met Els Baert, OCMW Voorbeeld Tegen donderdag 21 januari 2027',
      'Hier is de cliënt het niet mee eens ‘Ik wil eerst zelf bellen.’ Gemeld Zoë D’Hondt, CAW Voorbeeld: lukt niet, maandag 7 december 2026',
      'Aanbod JAC Aalst',
      'Afspraak 6. Een plaats zoeken in de huiswerkklas Wie doet dit Jan Cools, CLB Voorbeeld Samen met Zoë D’Hondt, CAW Voorbeeld Tegen tot de evaluatie Afgesproken met wie dit doet nog te vragen',
      'Gezin & familie Doel ‘Vaker naar oma.’ Wanneer niet',
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(part)
    expect(text).not.toMatch(/1712|vrij spreken|weet_niet/)
  })

  it('houdt bij wat een evaluatie zei', async () => {
    const plan = await agreed()
    const id = await plan.afspraak('verhuurder')
    const open = (await plan.now()).plan.running?.afspraken ?? []
    const outcomes = Object.fromEntries(
      open.map((one) => [one.id, one.id === id ? ('gelukt' as const) : ('deels' as const)]),
    )
    await plan.evaluate('overleg', { outcomes, drempels: ['wachtlijst'] })
    const text = await whole(plan)
    expect(text).toContain('Uitkomst gelukt, maandag 7 december 2026')
    expect(text).toContain('Uitkomst deels gelukt, maandag 7 december 2026')
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Evaluatie van versie 01, maandag 7 december 2026 Wat is gelukt De brieven zitten in één map. Drempels Wachtlijst Hoe verder een nieuw overleg Door Casemanager Aalst',
    )
  })

  it('is, zolang er niets vastligt, wat geschreven is, en zegt dat', async () => {
    const plan = await writtenPlanOf(work)
    const text = await whole(plan)
    expect(text).toContain('Plan van aanpak, nog niet vastgelegd')
    expect(text).toContain('Afspraak 3. Alle brieven in één map steken')
  })

  it('blijft te lezen nadat het dossier gesloten is', async () => {
    const plan = await agreed()
    await plan.evaluate('afsluiten', { all: 'gelukt', keptElsewhereOn: '2026-12-07' })
    const text = await whole(plan)
    expect(text).toContain('Plan van aanpak, versie 01')
    expect(text).toContain('Afgesloten maandag 7 december 2026')
    expect(text).toContain('Bewaard in eigen dossier maandag 7 december 2026')
    expect((await file(plan)).text).toContain('Afgesloten: maandag 7 december 2026')
  })

  it('is er ook voor OTA, zonder woord over een cliënt', async () => {
    work.clock.now = new Date('2026-11-30T09:00:00Z')
    const ota = await startOverleg(work, {
      by: 'Bemiddelaar OTA',
      dossier: { network: 'ota', form: 'aanmelding', trend: { soort: 'traject' } },
      table: [{ naam: 'Noor Voorbeeld', dienst: 'CLB Voorbeeld', bereik: 'telefoon', telefoon: '+32478123456' }],
    })
    await ota.asked([spanAt('2026-12-07T09:30')])
    await ota.fix()
    work.clock.now = new Date('2026-12-07T11:00:00Z')
    const held = { 'aanwezig.p0': 'aanwezig', datum: '1/3/2027', toelichting: 'Samen naar school' }
    expect((await sendPage(await work.as('Bemiddelaar OTA'), `${ota.path}/verslag`, held)).status).toBe(303)
    const plan = planOf(work, ota)
    const goal = { domein: 'leervraag', wanneer: 'eerst' as const, texts: { ...noGoalTexts, doel: 'Beter luisteren.' } }
    await plan.agreed({ goals: [goal], afspraken: [{ wat: 'Een les volgen', wie: 'Noor' }] })
    const text = await whole(plan, 'Bemiddelaar OTA')
    expect(text).toContain('Plan van aanpak, versie 01')
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Wat u samen wilt bereiken Doel ‘Beter luisteren.’ Wanneer eerst Afspraak 1. Een les volgen Wie doet dit Noor Voorbeeld, CLB Voorbeeld',
    )
    expect(`${text}${(await file(plan, 'Bemiddelaar OTA')).text}`).not.toMatch(/cliënt/i)
    expect((await readPage(await work.as('Bemiddelaar OTA'), `${plan.path}/client`)).status).toBe(404)
  })
})

describe('het bestand', () => {
  it('is gewone tekst in UTF-8, met dezelfde woorden als het papier', async () => {
    const plan = await agreed()
    const { status, headers, text } = await file(plan)
    expect([
      status,
      headers.get('content-type'),
      headers.get('content-disposition'),
      headers.get('cache-control'),
    ]).toEqual([200, 'text/plain; charset=utf-8', `attachment; filename="plan-${plan.reference}.txt"`, 'no-store'])
    expect(text).toContain('Zoë D’Hondt')
    const words = (all: string) => all.replace(/[\s:=-]+/g, ' ').trim()
    expect(words(text)).toBe(words(await whole(plan)))
  })

  it('laat wat iemand typte nooit lijken op een titel', async () => {
    const text = (await file(await agreed())).text
    expect(text).toContain('Hier is de cliënt het niet mee eens: ‘Ik wil eerst zelf\n    bellen.’\n')
  })

  it('heeft bij HEAD geen inhoud', async () => {
    const plan = await writtenPlanOf(work)
    const response = await (await work.as('Casemanager Aalst')).send(`${plan.path}/bestand`, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})
