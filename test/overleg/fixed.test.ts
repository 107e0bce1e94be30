/** A moment that is fixed: who comes, and what moves it or calls it off (docs/overleg.md §4). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dossierOf } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { startFiled, type TestOverleg } from '../support/overleg.ts'
import { spanAt } from '../support/overleg-tables.ts'
import { type Fields, fieldsIn, locationOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const start = new Date('2021-03-22T09:00:00Z')
let work: TestWorkspace
let tom: Visitor
beforeAll(async () => {
  work = await startTestWorkspace({ now: start })
})
beforeEach(async () => {
  await at(start.toISOString())
})
async function at(now: string): Promise<void> {
  work.clock.now = new Date(now)
  tom = await work.as('Casemanager Aalst')
}

const tuesday = spanAt('2021-04-27T14:00')
const thursday = spanAt('2021-04-29T10:00')
const vetoed = { ...spanAt('2021-04-30T10:00'), suitsClient: false }
const somewhere = { vorm: 'hybride', plaats: 'Welzijnshuis, lokaal 2, Voorbeeldlaan 10', tolk: 'bevestigd' }

async function asked(): Promise<TestOverleg> {
  const table = await startFiled(work)
  await table.asked([tuesday, thursday, vetoed])
  return table
}
async function fixed(): Promise<TestOverleg> {
  const table = await asked()
  await table.fix('m1')
  return table
}
const page = async (path: string) => (await readPage(tom, path)).html

describe('vastgelegd', () => {
  it('per persoon wat we weten, en wat nog te doen is', async () => {
    const table = await fixed()
    const noted = await sendPage(tom, table.path, { 'komt.p1': 'ja', 'komt.p2': 'nee' })
    expect(locationOf(noted)).toBe(`${table.path}?klaar=antwoorden`)
    const html = await page(table.path)
    expect(html).toContain('data-overleg="vastgelegd"')
    const words = wordsIn(html)
    for (const line of [
      'De cliënt brief nog bezorgen',
      'Els Baert , OCMW Voorbeeld, spilfiguur komt',
      'Zoë D’Hondt , CAW Voorbeeld komt niet',
      'Mia Maes , Wonen Voorbeeld nog niets gehoord',
      'nog bellen',
      'Brief nog bezorgen',
    ])
      expect(words).toContain(line)
    await table.deliver('client')
    expect(wordsIn(await page(table.path))).toContain('Brief bezorgd op maandag 22 maart 2021 weet het')
  })

  it.each([
    ['p1', 'De spilfiguur kan toch niet komen. Verplaatsen?', true],
    ['p0', 'De cliënt kan toch niet komen. Verplaatsen?', false],
  ])('valt %s weg, dan staat dat bovenaan', async (who, words, mayGoOn) => {
    const table = await fixed()
    await sendPage(tom, table.path, { [`komt.${who}`]: 'nee' })
    const html = await page(table.path)
    expect(wordsIn(html)).toContain(words)
    expect(wordsIn(html).includes('Het gaat door zonder')).toBe(mayGoOn)
    expect(html).toMatch(/overleg\/verzetten" data-next="">Verzet het overleg/)
    expect(html.match(/data-next/g)).toHaveLength(1)
  })

  it('“komt” is over één dag: na een verplaatsing telt een oude bladzijde niet', async () => {
    const table = await fixed()
    const shown = fieldsIn(await page(table.path))
    await sendPage(tom, `${table.path}/verzetten`, { datum: '28/4/2021', van: '10', tot: '11' })
    const response = await tom.post(table.path, { ...shown, 'komt.p1': 'ja' })
    expect(response.status).toBe(409)
    expect((await table.now()).said.size).toBe(0)
  })

  it('na het uur: is het gehouden? Komen kan dan niemand meer', async () => {
    const table = await fixed()
    const shown = fieldsIn(await page(table.path))
    await at('2021-04-27T14:00:00Z')
    const html = await page(table.path)
    const words = wordsIn(html)
    expect(words).toContain(
      'Is het overleg gehouden? Ja, schrijf het verslag Nee, zoek een nieuw moment De cliënt kwam niet',
    )
    expect(html).not.toContain('name="komt.')
    // It began: who was not heard of is not called any more, and no letter is brought.
    expect(words).toContain('De cliënt niets gehoord')
    for (const gone of ['nog bellen', 'nog bezorgen', '053 00 00 31']) expect(words).not.toContain(gone)
    const late = await tom.post(table.path, { ...shown, 'komt.p1': 'ja' })
    expect([late.status, errorsIn(await late.text())]).toEqual([
      422,
      ['Dit is al begonnen. Wie er was, schrijft u in het verslag'],
    ])
    expect(wordsIn(await page(`${table.path}/verzetten?client=kwam_niet`))).toContain(
      'Zonder de cliënt is er geen plan',
    )
  })
})

describe('verzetten', () => {
  const moving = (table: TestOverleg, fields: Fields) => sendPage(tom, `${table.path}/verzetten`, fields)

  it('zegt vooraf wie het hoort; daarna staat alles opnieuw open', async () => {
    const table = await fixed()
    await sendPage(tom, table.path, { 'komt.p1': 'ja' })
    const before = wordsIn(await page(`${table.path}/verzetten`))
    expect(before).toContain('3 mails met de nieuwe dag en dezelfde link. Iedereen antwoordt opnieuw.')
    expect(before).toContain('Regel opnieuw: de plaats, de brief.')
    expect(before).toContain('U kunt het niet terughalen.')
    const moved = await moving(table, { datum: 'woensdag 28 april 2021', van: '9u30', tot: '11u' })
    expect(locationOf(moved)).toBe(`${table.path}?klaar=verzet`)
    const words = wordsIn(await page(locationOf(moved)))
    expect(words).toContain(
      'Verzet naar woensdag 28 april 2021. 3 mails vertrokken. Bel Thuiszorg Voorbeeld en bezorg een nieuwe brief.',
    )
    expect(words).toContain('Els Baert , OCMW Voorbeeld, spilfiguur nog niets gehoord')
    const { overleg } = await table.now()
    expect(overleg.fixed).toMatchObject({
      number: 2,
      start: '2021-04-28T07:30:00.000Z',
      before: { start: tuesday.start },
    })
    expect([overleg.hasPlace, overleg.momentsDiscussedOn]).toEqual([false, '2021-03-22'])
    expect(await table.sent()).toContain('overleg-verplaatst')
  })

  const wrong: [what: string, fields: Record<string, string | string[]>, error: string][] = [
    [
      'naar hetzelfde moment',
      { datum: '27/4/2021', van: '14', tot: '15u30' },
      'Dit moment ligt nu al vast. Kies een ander',
    ],
    ['naar gisteren', { datum: '21/3/2021' }, 'Dit moment is al voorbij'],
    [
      'naar het uur dat niet bestaat',
      { datum: '28/3/2021', van: '2', tot: '4' },
      'In de nacht van zondag 28 maart 2021 bestaat 2 uur niet: de klok gaat een uur vooruit. Kies een ander uur',
    ],
    [
      'als het niet past voor de cliënt',
      { past_client: [] },
      'Dit moment past niet voor de cliënt. Kies een ander, of noteer dat de cliënt er niet bij wil zijn',
    ],
    ['zonder dat het besproken is', { besproken_op: '' }, 'Vul een datum in, bijvoorbeeld 27/4/2021'],
    ['besproken in de toekomst', { besproken_op: '23/3/2021' }, 'Kies een dag die niet in de toekomst ligt'],
  ]
  it.each(wrong)('%s: niet, met een zin', async (_, fields, error) => {
    const table = await fixed()
    const response = await moving(table, { datum: '28/4/2021', van: '10', tot: '11', ...fields })
    expect([response.status, errorsIn(await response.text())]).toEqual([422, [error]])
    expect((await table.now()).overleg.fixed?.number).toBe(1)
    expect(await table.sent()).not.toContain('overleg-verplaatst')
  })

  it('naar een zaterdag wordt één keer gevraagd', async () => {
    const table = await fixed()
    const first = await moving(table, { datum: '24/4/2021', van: '10', tot: '11' })
    const html = await first.text()
    expect([first.status, errorsIn(html)]).toEqual([
      422,
      ['24 april 2021 is een zaterdag. Bent u zeker? Bewaar dan nog eens.'],
    ])
    expect((await tom.post(`${table.path}/verzetten`, fieldsIn(html))).status).toBe(303)
  })

  it('twintig tegelijk: één keer verzet', async () => {
    const table = await fixed()
    const fields = { ...fieldsIn(await page(`${table.path}/verzetten`)), van: '10', tot: '11' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        tom.post(`${table.path}/verzetten`, { ...fields, datum: `${index % 2 === 0 ? 28 : 29}/4/2021` }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 19 }, () => 409)])
    expect((await table.now()).overleg.fixed?.number).toBe(2)
    expect((await table.sent()).filter((mail) => mail === 'overleg-verplaatst')).toHaveLength(1)
  })
})

describe('afgelasten', () => {
  const cancelling = (table: TestOverleg, fields: Fields) => sendPage(tom, `${table.path}/afgelasten`, fields)

  it('zegt vooraf wie het hoort; de reden blijft in het dossier, verzegeld', async () => {
    const table = await fixed()
    const before = wordsIn(await page(`${table.path}/afgelasten`))
    expect(before).toContain('3 mails dat het niet doorgaat. Er staat geen reden in.')
    expect(before).toContain('Bel zelf: de cliënt en Thuiszorg Voorbeeld')
    const done = await cancelling(table, { reden: 'Kanariewoord, opgenomen in het ziekenhuis' })
    const html = await page(locationOf(done))
    expect(html).toContain('data-overleg="afgelast"')
    expect(wordsIn(html)).toContain('U kunt een nieuw overleg beginnen.')
    expect(wordsIn(html)).toContain('Kanariewoord')
    expect(html).toMatch(/overleg\/tafel\?nieuw=ja" data-next="">Maak de tafel/)
    expect(JSON.stringify(await work.items('loket'))).not.toContain('Kanariewoord')
    expect(await table.sent()).toContain('overleg-afgelast')
    expect((await dossierOf(work, table.reference)).state).toBe('toegewezen')
  })

  it('stoppen met zoeken, voor er iets vastligt, laat het dossier waar het is', async () => {
    const table = await asked()
    expect((await cancelling(table, { reden: '' })).status).toBe(303)
    expect((await table.now()).overleg.state).toBe('afgelast')
    expect((await dossierOf(work, table.reference)).state).toBe('toegewezen')
  })

  it('niets maakt het ongedaan: elke knop van daarvoor zegt wat er nu geldt', async () => {
    const table = await fixed()
    const { revision } = (await table.now()).overleg
    await cancelling(table, { reden: '' })
    for (const [address, fields] of [
      ['/verzetten', { datum: '28/4/2021', van: '10', tot: '11', past_client: 'ja', besproken_op: '22/3/2021' }],
      ['/praktisch', somewhere],
      ['/afgelasten', { reden: 'x' }],
      ['/verslag', {}],
      ['', { 'komt.p1': 'ja' }],
      ['/momenten', { 'momenten[0].datum': '28/4/2021', 'momenten[0].van': '9', 'momenten[0].tot': '10' }],
    ] as const)
      for (const seen of [revision, revision + 1]) {
        const response = await tom.post(table.path + address, { ...fields, revision: String(seen) })
        expect([address, seen, [409, 422].includes(response.status)]).toEqual([address, seen, true])
      }
    expect((await table.now()).overleg.state).toBe('afgelast')
  })

  it('een te lange reden: hoeveel te veel, en wat getypt is blijft staan', async () => {
    const table = await fixed()
    const response = await cancelling(table, { reden: 'y'.repeat(2001) })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([
      422,
      ['1 teken te veel. U kunt hier hoogstens 2.000 tekens schrijven.'],
    ])
    expect(fieldsIn(html).reden).toEqual(['y'.repeat(2001)])
  })
})
