/** The moments, asked of the client first: what is understood, what is refused, what is never proposed (docs/overleg.md §3). */
import { beforeAll, describe, expect, it } from 'vitest'
import { fileHeld } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { startFiled, type TestOverleg } from '../support/overleg.ts'
import { spanAt } from '../support/overleg-tables.ts'
import { fieldsIn, locationOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let tom: Visitor
beforeAll(async () => {
  work = await startTestWorkspace({ now: new Date('2021-03-22T09:00:00Z') })
  tom = await work.as('Casemanager Aalst')
})

const one = { 'momenten[0].datum': '27/4/2021', 'momenten[0].van': '14u', 'momenten[0].tot': '15u30' }
const save = (table: TestOverleg, fields: Record<string, string | string[]>) =>
  sendPage(tom, `${table.path}/momenten`, fields)
const page = async (path: string) => (await readPage(tom, path)).html

describe('wat er staat', () => {
  it('drie lege rijen met “past voor de cliënt” aangeduid, en wat de aanvraag zei', async () => {
    const table = await startFiled(work)
    const html = await page(`${table.path}/momenten`)
    const fields = fieldsIn(html)
    expect(Object.keys(fields).filter((name) => name.endsWith('.datum'))).toHaveLength(3)
    expect(fields['momenten[2].past_client']).toEqual(['ja'])
    expect(fields.besproken_op).toEqual(['22/3/2021'])
    const words = wordsIn(html)
    for (const fact of [
      'Dinsdagvoormiddag',
      'woensdag 30 juni 2027',
      'Samen in één lokaal',
      'Tigrinya',
      'Bel alleen voor de middag',
    ])
      expect(words).toContain(fact)
    expect(html.match(/data-next/g)).toHaveLength(1)
  })

  it('nog een moment: één rij meer, en wat getypt is staat er nog', async () => {
    const table = await startFiled(work)
    const response = await save(table, { ...one, actie: 'rij' })
    const fields = fieldsIn(await response.text())
    expect([response.status, fields['momenten[0].van']]).toEqual([200, ['14u']])
    expect(Object.keys(fields).filter((name) => name.endsWith('.datum')).length).toBeGreaterThanOrEqual(4)
    expect((await table.now()).overleg.moments).toEqual([])
  })

  it('zonder tafel, of zolang de cliënt ze niet goedvond: geen moment', async () => {
    const none = `${(await fileHeld(work)).path}/overleg`
    const html = wordsIn(await page(`${none}/momenten`))
    expect(html).toContain('Bespreek de tafel eerst met de cliënt. Daarna kunt u dit.')
    const refused = await tom.post(`${none}/momenten`, { ...one, revision: '0', besproken_op: '22/3/2021' })
    expect([refused.status, errorsIn(await refused.text())]).toEqual([
      422,
      ['Bespreek de tafel eerst met de cliënt. Daarna kunt u dit.'],
    ])
    const open = await startFiled(work, { agreed: false })
    const stopped = await tom.post(`${open.path}/momenten`, { ...one, revision: '1', besproken_op: '22/3/2021' })
    expect(stopped.status).toBe(422)
    expect(fieldsIn(await stopped.text())['momenten[0].datum']).toEqual(['27/4/2021'])
    expect((await open.now()).overleg.moments).toEqual([])
  })
})

describe('bewaren', () => {
  it('een moment in Brusselse tijd, dat al past voor de cliënt', async () => {
    const table = await startFiled(work)
    const response = await save(table, one)
    expect(locationOf(response)).toBe(`${table.path}?klaar=bewaard`)
    const { moments, momentsDiscussedOn } = (await table.now()).overleg
    expect(moments).toEqual([
      { id: 'm1', start: '2021-04-27T12:00:00.000Z', end: '2021-04-27T13:30:00.000Z', suitsClient: true },
    ])
    expect(momentsDiscussedOn).toBe('2021-03-22')
    expect(wordsIn(await page(locationOf(response)))).toContain('De momenten zijn bewaard.')
  })

  it('half: “Bewaar, later verder” aanvaardt gaten, de knop die verder gaat niet', async () => {
    const table = await startFiled(work)
    const half = await save(table, { actie: 'bewaar', besproken_op: '' })
    expect(half.status).toBe(303)
    const onwards = await save(table, { besproken_op: '' })
    expect([onwards.status, errorsIn(await onwards.text())]).toEqual([
      422,
      ['Kies minstens één moment', 'Vul een datum in, bijvoorbeeld 27/4/2021'],
    ])
    await save(table, { ...one, actie: 'bewaar', besproken_op: '' })
    // Nobody is asked before the client was.
    const asked = await sendPage(tom, table.path, { actie: 'stel_voor' })
    expect([asked.status, errorsIn(await asked.text())]).toEqual([
      422,
      ['Vul eerst in wanneer het past voor de cliënt'],
    ])
    expect((await table.now()).overleg.state).toBe('voorbereiden')
  })

  it('wie als tweede bewaart, ziet dat, en wat getypt is blijft staan', async () => {
    const table = await startFiled(work)
    const { revision } = (await table.now()).overleg
    await save(table, one)
    const second = await tom.post(`${table.path}/momenten`, {
      revision: String(revision),
      ...one,
      'momenten[0].datum': 'woensdag 28 april 2021',
      besproken_op: '22/3/2021',
    })
    expect([second.status, wordsIn(await second.text())]).toEqual([
      409,
      expect.stringContaining('woensdag 28 april 2021'),
    ])
    expect((await table.now()).overleg.moments).toHaveLength(1)
  })

  it('een moment dat niet past voor de cliënt blijft staan, en wordt niet voorgesteld', async () => {
    const table = await startFiled(work)
    await save(table, {
      ...one,
      'momenten[1].datum': '28/4/2021',
      'momenten[1].van': '9',
      'momenten[1].tot': '10',
      'momenten[1].past_client': [],
    })
    expect((await table.now()).overleg.moments.map(({ suitsClient }) => suitsClient)).toEqual([true, false])
    const html = await page(table.path)
    expect(wordsIn(html)).toContain('Wo 28 april past niet voor de cliënt. Dat moment stellen we niet voor.')
    expect(html.match(/name="kies"/g)).toHaveLength(1)
    const chosen = await sendPage(tom, table.path, { kies: 'm2' })
    expect([chosen.status, errorsIn(await chosen.text())]).toEqual([
      422,
      ['Dit moment past niet voor de cliënt. Kies een ander, of noteer dat de cliënt er niet bij wil zijn'],
    ])
  })

  it('past geen enkel moment voor de cliënt, dan wordt er niets gevraagd, tenzij de cliënt er niet bij wil zijn', async () => {
    const table = await startFiled(work)
    await save(table, { ...one, 'momenten[0].past_client': [] })
    const { revision } = (await table.now()).overleg
    const asked = await tom.post(table.path, { revision: String(revision), actie: 'stel_voor' })
    expect(asked.status).toBe(422)
    expect(await table.sent()).toEqual([])
    await save(table, { client_wil_niet: 'ja' })
    expect(locationOf(await sendPage(tom, table.path, { actie: 'stel_voor' }))).toBe(`${table.path}?klaar=gevraagd`)
  })
})

describe('wat niet kan', () => {
  const refusals: [what: string, fields: Record<string, string>, error: string][] = [
    ['een dag die niet bestaat', { 'momenten[0].datum': '31/4/2021' }, 'Vul een datum in, bijvoorbeeld 27/4/2021'],
    ['geen dag', { 'momenten[0].datum': '' }, 'Vul een datum in, bijvoorbeeld 27/4/2021'],
    ['geen uur', { 'momenten[0].van': 'straks' }, 'Vul een uur in, bijvoorbeeld 14u of 9u30'],
    ['het einde voor het begin', { 'momenten[0].tot': '13u59' }, 'Het einde komt na het begin'],
    ['het einde op het begin', { 'momenten[0].tot': '14:00' }, 'Het einde komt na het begin'],
    ['gisteren', { 'momenten[0].datum': '21/3/2021' }, 'Dit moment is al voorbij'],
    [
      'dit eigenste uur',
      { 'momenten[0].datum': '22/3/2021', 'momenten[0].van': '10u', 'momenten[0].tot': '11u' },
      'Dit moment is al voorbij',
    ],
    [
      'het uur dat wordt overgeslagen',
      { 'momenten[0].datum': '28/3/2021', 'momenten[0].van': '2u30', 'momenten[0].tot': '4u' },
      'In de nacht van zondag 28 maart 2021 bestaat 2.30 uur niet: de klok gaat een uur vooruit. Kies een ander uur',
    ],
    [
      'het uur dat twee keer komt',
      { 'momenten[0].datum': '31/10/2021', 'momenten[0].van': '1u', 'momenten[0].tot': '2u59' },
      '2.59 uur komt die nacht twee keer: de klok gaat een uur terug. Kies een ander uur',
    ],
    [
      'twee keer hetzelfde',
      { 'momenten[1].datum': '2021-04-27', 'momenten[1].van': '1400', 'momenten[1].tot': '16' },
      'Dit moment staat er al',
    ],
    ['besproken in de toekomst', { besproken_op: '23/3/2021' }, 'Kies een dag die niet in de toekomst ligt'],
    [
      'besproken voor de aanvraag',
      { besproken_op: '21/3/2021' },
      'Kies een dag na de aanvraag (maandag 22 maart 2021)',
    ],
  ]
  it.each(refusals)('%s: met een zin, en wat getypt is blijft staan', async (_, fields, error) => {
    const table = await startFiled(work)
    const response = await save(table, { ...one, ...fields })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [error]])
    expect(fieldsIn(html)).toMatchObject(
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])),
    )
    expect((await table.now()).overleg.moments).toEqual([])
  })

  it.each([
    ['voor het gat', '28/3/2021', '1u59', '3u', '2021-03-28T00:59:00.000Z', '2021-03-28T01:00:00.000Z'],
    ['na de dubbele nacht', '31/10/2021', '1u59', '3u', '2021-10-30T23:59:00.000Z', '2021-10-31T02:00:00.000Z'],
  ])('%s wel: op de minuut juist', async (_, datum, van, tot, start, end) => {
    const table = await startFiled(work)
    const fields = { 'momenten[0].datum': datum, 'momenten[0].van': van, 'momenten[0].tot': tot }
    const again = await save(table, fields)
    const sure = fieldsIn(await again.text())
    await tom.post(`${table.path}/momenten`, sure)
    expect((await table.now()).overleg.moments).toMatchObject([{ start, end }])
  })

  it('acht momenten wel, negen niet', async () => {
    const table = await startFiled(work)
    const rows = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          [`momenten[${at}].datum`, `${at < 4 ? 26 + at : at}/${at < 4 ? 4 : 5}/2021`],
          [`momenten[${at}].van`, '14'],
          [`momenten[${at}].tot`, '15'],
          [`momenten[${at}].past_client`, 'ja'],
        ]).flat(),
      )
    const nine = await save(table, rows(9))
    expect([nine.status, errorsIn(await nine.text())]).toEqual([422, ['Hoogstens 8 momenten']])
    expect((await save(table, rows(8))).status).toBe(303)
    expect((await table.now()).overleg.moments).toHaveLength(8)
  })
})

describe('een weekend of een feestdag', () => {
  it.each([
    ['zaterdag', '24/4/2021', '24 april 2021 is een zaterdag. Bent u zeker? Bewaar dan nog eens.'],
    ['zondag', '25/4/2021', '25 april 2021 is een zondag. Bent u zeker? Bewaar dan nog eens.'],
    ['feestdag', '13/5/2021', 'Donderdag 13 mei 2021 is een feestdag. Bent u zeker? Bewaar dan nog eens.'],
  ])('een %s wordt één keer gevraagd, en dan bewaard', async (_, datum, question) => {
    const table = await startFiled(work)
    const first = await save(table, { ...one, 'momenten[0].datum': datum })
    const html = await first.text()
    expect([first.status, errorsIn(html)]).toEqual([422, [question]])
    // Once above the page, and once where it is mended.
    expect(html.split(question)).toHaveLength(3)
    expect((await table.now()).overleg.moments).toEqual([])
    expect((await tom.post(`${table.path}/momenten`, fieldsIn(html))).status).toBe(303)
    // A day that is kept is not asked about again.
    expect((await save(table, {})).status).toBe(303)
  })
})

describe('terwijl er gevraagd wordt', () => {
  it('een moment erbij: de antwoorden blijven, en wie gevraagd was krijgt één mail', async () => {
    const table = await startFiled(work)
    await save(table, one)
    await table.ask()
    await sendPage(tom, table.path, { 'antwoord.p1.m1': 'kan_niet' })
    const words = wordsIn(await page(`${table.path}/momenten`))
    expect(words).toContain('Bewaart u een nieuw moment? Dan krijgen 3 diensten een mail.')
    const saved = await save(table, {
      'momenten[1].datum': '29/4/2021',
      'momenten[1].van': '10',
      'momenten[1].tot': '11',
    })
    expect(locationOf(saved)).toBe(`${table.path}?klaar=erbij`)
    const html = await page(locationOf(saved))
    expect(wordsIn(html)).toContain('3 mails vertrokken. Wat al geantwoord was, blijft.')
    expect(html).toContain('data-deelnemer="p1" data-moment="m1" data-antwoord="kan_niet"')
    expect(await table.sent()).toEqual(['overleg-erbij', 'overleg-momenten'])
  })

  it('een moment dat niet past voor de cliënt: daarvan hoort niemand iets', async () => {
    const table = await startFiled(work)
    await save(table, one)
    await table.ask()
    const fields = { 'momenten[1].datum': '29/4/2021', 'momenten[1].van': '10', 'momenten[1].tot': '11' }
    const saved = await save(table, { ...fields, 'momenten[1].past_client': [] })
    expect(locationOf(saved)).toBe(`${table.path}?klaar=bewaard`)
    expect(await table.sent()).toEqual(['overleg-momenten'])

    // It suits them after all: only now there is something to tell, and only once.
    const suits = await save(table, { 'momenten[1].past_client': 'ja' })
    expect(locationOf(suits)).toBe(`${table.path}?klaar=erbij`)
    expect(locationOf(await save(table, {}))).toBe(`${table.path}?klaar=bewaard`)
    expect(await table.sent()).toEqual(['overleg-erbij', 'overleg-momenten'])
  })

  it('een moment dat voorbij is en toch paste voor de cliënt: daar valt niets over te zeggen', async () => {
    const late = await startTestWorkspace({ now: new Date('2021-03-22T09:00:00Z') })
    const table = await startFiled(late)
    await table.asked([{ ...spanAt('2021-03-23T10:00'), suitsClient: false }, spanAt('2021-04-29T10:00')])
    late.clock.now = new Date('2021-03-24T09:00:00Z')
    const again = { 'momenten[0].past_client': 'ja' }
    const saved = await sendPage(await late.as('Casemanager Aalst'), `${table.path}/momenten`, again)
    expect(locationOf(saved)).toBe(`${table.path}?klaar=bewaard`)
    expect(await table.sent()).toEqual(['overleg-momenten'])
  })
})

it('een HEAD leest niets, en niemand anders opent deze pagina', async () => {
  const table = await startFiled(work)
  const head = await tom.send(`${table.path}/momenten`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  const other = await work.as('Tweede casemanager Aalst')
  expect((await other.get(`${table.path}/momenten`)).status).toBe(404)
  expect((await other.post(`${table.path}/momenten`, { ...one, revision: '1' })).status).toBe(404)
  expect(work.failures).toEqual([])
})
