/** A form that its coordinator closes for a while: who begins or sends hears why, until when and who helps, and loses nothing. */
import { beforeEach, describe, expect, it } from 'vitest'
import { fillForm, huisbezoek, huisbezoekStart } from '../support/forms.ts'
import { errorsIn } from '../support/lco.ts'
import { type Fields, locationOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const path = '/werkruimte/beheer/netwerk'
const christmas: Fields = {
  formulier: 'huisbezoek-80-plus',
  dicht_van: '24/12/2026',
  dicht_tot: '3/1/2027',
  boodschap: 'Bel het onthaal: 09 000 01 10.\nOok tussen Kerst en Nieuw.',
}
let work: TestWorkspace
let zottegem: Visitor
beforeEach(async () => {
  work = await startTestWorkspace({ now: new Date('2026-12-21T09:00:00Z'), content: 'stored' })
  zottegem = await work.as('Coördinator Zottegem')
})

async function close(fields: Fields = {}, visitor = zottegem): Promise<Response> {
  const { html } = await readPage(visitor, path)
  const revisie = /name="revisie" value="(\d+)"/.exec(html)?.[1] ?? ''
  return visitor.post(path, { ...christmas, revisie, ...fields })
}
async function at(instant: string): Promise<void> {
  work.clock.now = new Date(instant)
  zottegem = await work.as('Coördinator Zottegem')
}
const begin = (visitor = work.visitor()) => visitor.post(huisbezoekStart)
/** The last moment before it is closed, the first one of it, the last one of it, the first one after it; in UTC. */
const edges = {
  before: '2026-12-23T22:59:59.999Z',
  first: '2026-12-23T23:00:00.000Z',
  last: '2027-01-03T22:59:59.999Z',
  after: '2027-01-03T23:00:00.000Z',
} as const

describe('een formulier dat even dicht is', () => {
  it.each<[keyof typeof edges, number]>([
    ['before', 303],
    ['first', 409],
    ['last', 409],
    ['after', 303],
  ])('“Begin”, %s: %i', async (edge, status) => {
    expect(locationOf(await close())).toBe(`${path}?klaar=closing`)
    work.clock.now = new Date(edges[edge])
    const answer = await begin()
    expect(answer.status).toBe(status)
    if (status === 303) return
    const html = await answer.text()
    expect(html).toContain('data-outcome="dicht"')
    expect(wordsIn(html)).toMatch(
      /dicht van donderdag 24 december 2026 tot en met zondag 3 januari 2027.*Vanaf maandag 4 januari 2027.*Bel het onthaal: 09 000 01 10\. Ook tussen Kerst en Nieuw/,
    )
  })

  it('de startpagina staat er gewoon, en andere formulieren ook', async () => {
    await close()
    work.clock.now = new Date('2026-12-28T10:00:00Z')
    expect((await work.visitor().get(huisbezoekStart)).status).toBe(200)
    expect((await work.visitor().post('/zottegem/de-katrol')).status).toBe(303)
  })

  it('wie verzendt, hoort dat er niets verstuurd is; wat ingevuld is blijft, en kan erna verstuurd worden', async () => {
    await close()
    work.clock.now = new Date('2026-12-23T22:00:00Z')
    const visitor = work.visitor()
    const check = await fillForm(visitor, huisbezoekStart, huisbezoek)
    work.clock.now = new Date('2026-12-24T08:00:00Z')
    expect((await readPage(visitor, check)).words).toContain('Verzenden kan vanaf maandag 4 januari 2027')
    const refused = await visitor.post(check)
    expect(refused.status).toBe(409)
    expect(wordsIn(await refused.text())).toContain(
      'Er is niets verstuurd. We bewaren wat u invulde tot dinsdag 5 januari 2027',
    )
    expect(await work.items('loket').then((all) => all.filter(({ pk }) => String(pk).startsWith('DOSSIER#')))).toEqual(
      [],
    )
    // The whole of it, and a day of its own after that: not a second longer.
    work.clock.now = new Date('2027-01-04T22:59:00Z')
    expect((await visitor.get(check)).status).toBe(200)
    expect(locationOf(await visitor.post(check))).toMatch(/^\/ontvangen\//)
  })

  it('wat voor de sluiting bewaard werd en erin zou aflopen, blijft ook', async () => {
    await close()
    work.clock.now = new Date('2026-12-23T12:00:00Z')
    const visitor = work.visitor()
    const check = await fillForm(visitor, huisbezoekStart, huisbezoek)
    work.clock.now = new Date('2027-01-04T12:00:00Z')
    expect((await visitor.get(check)).status).toBe(200)
    work.clock.now = new Date('2027-01-04T23:00:01Z')
    expect((await visitor.get(check)).status).toBe(410)
  })

  it('zonder sluiting loopt een aanvraag af na een dag, zoals altijd', async () => {
    const visitor = work.visitor()
    const check = await fillForm(visitor, huisbezoekStart, huisbezoek)
    work.clock.later(86_400)
    expect((await visitor.get(check)).status).toBe(410)
  })

  it('kan voor de dag weer open, en wie het sloot kan het veranderen', async () => {
    await close()
    await at('2026-12-28T10:00:00Z')
    expect((await readPage(zottegem, path)).words).toContain('is dicht tot en met zondag 3 januari 2027')
    expect((await begin()).status).toBe(409)
    const { html } = await readPage(zottegem, `${path}?dicht=huisbezoek-80-plus`)
    expect(html).toContain('24/12/2026')
    const revisie = /name="revisie" value="(\d+)"/.exec(html)?.[1] ?? ''
    // Its first day is over, and stays as it was.
    expect((await close({ dicht_tot: '30/12/2026' })).status).toBe(303)
    expect((await zottegem.post(`${path}/huisbezoek-80-plus/open`, { revisie })).status).toBe(409)
    const again = /name="revisie" value="(\d+)"/.exec((await readPage(zottegem, path)).html)?.[1] ?? ''
    expect((await zottegem.post(`${path}/huisbezoek-80-plus/open`, { revisie: again })).status).toBe(303)
    work.clock.later(31)
    expect((await begin()).status).toBe(303)
  })
})

describe('wat niet kan', () => {
  it.each<[string, Fields, string]>([
    ['eindigt voor ze begint', { dicht_tot: '23/12/2026' }, 'De laatste dag komt na de eerste'],
    ['begint in het verleden', { dicht_van: '20/12/2026' }, 'De eerste dag is al voorbij'],
    ['een dag die niet bestaat', { dicht_van: '31/11/2026' }, 'Vul een datum in die bestaat'],
    ['zonder boodschap', { boodschap: '' }, 'Vul in wie er intussen helpt'],
    ['te lange boodschap', { boodschap: 'x'.repeat(501) }, '1 teken te veel'],
    ['een formulier van een ander netwerk', { formulier: 'lco-aanvraag' }, 'Kies welk formulier'],
    ['een formulier dat er niet is', { formulier: '__proto__' }, 'Kies welk formulier'],
    ['onzichtbare tekens', { boodschap: '\u200B\u200B' }, 'Vul in wie er intussen helpt'],
  ])('%s: 422, en wat er stond blijft staan', async (_, fields, message) => {
    const response = await close(fields)
    const html = await response.text()
    expect([response.status, errorsIn(html).length > 0]).toEqual([422, true])
    expect(wordsIn(html)).toContain(message)
    expect((await begin()).status).toBe(303)
  })

  it('een dag die vandaag is, wel', async () => {
    expect((await close({ dicht_van: '21/12/2026', dicht_tot: '21/12/2026' })).status).toBe(303)
    work.clock.later(31)
    expect((await begin()).status).toBe(409)
  })

  it('een andere coördinator sluit het niet', async () => {
    expect((await close({}, await work.as('Coördinator Limburg'))).status).toBe(422)
    expect((await (await work.as('Ankerfiguur Zottegem')).get(path)).status).toBe(403)
    work.clock.now = new Date('2026-12-28T10:00:00Z')
    expect((await begin()).status).toBe(303)
  })
})
