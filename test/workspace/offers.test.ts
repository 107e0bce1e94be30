/** The aanbod as coordinators look after it: list, new, changed, checked, archived, as a file and back; and what everybody then finds. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../functions/public/app.ts'
import { parts } from '../../functions/public/parts.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { loadAll } from '../../functions/shared/web/in-parts.ts'
import { testUrl } from '../support/app.ts'
import { aanvraag, begin, errorsIn } from '../support/lco.ts'
import { place } from '../support/place-dossiers.ts'
import {
  createVisitor,
  type Fields,
  fieldsIn,
  locationOf,
  mainOf,
  readPage,
  sendPage,
  type Visitor,
  wordsIn,
} from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const everything = await loadAll(parts)
const aanbod = '/werkruimte/beheer/aanbod'
const jac = `${aanbod}/jac`

let work: TestWorkspace
let aalst: Visitor
/** Anybody, with what is stored a moment ago. */
let anybody: () => Visitor
beforeEach(async () => {
  work = await startTestWorkspace({ content: 'stored', now: new Date('2026-11-30T09:00:00Z') })
  aalst = await work.as('Coördinator Aalst')
  anybody = () => {
    const contents = createContents(work.connection, () => work.clock.now)
    const app = createApp({ ...work.publicDeps, contents }, everything)
    return createVisitor(testUrl, async (request) => app.fetch(request))
  }
})

const fiets: Fields = {
  ...{ naam: 'Fietsen voor iedereen', soort: 'dienst', levensdomeinen: ['gezondheid', 'netwerk'] },
  ...{ wat: 'Leent fietsen uit.', voor_wie: 'Wie geen fiets heeft.', stappen: 'Bel\n\nKom langs', telefoon: '1712' },
  ...{ website: 'www.fietsen.example', postcodes: '9300; 9308', formulier: 'lco-aanvraag' },
}
const add = (changes: Fields = {}) => sendPage(aalst, `${aanbod}/nieuw`, { ...fiets, ...changes })
const read = async (path: string, visitor = anybody()) => {
  const page = await readPage(visitor, path)
  return { ...page, words: page.words.replace(/ ([.,])/g, '$1') }
}
const historyOf = (words: string) => words.slice(words.indexOf('Wat veranderde er?'))

describe('de lijst', () => {
  it('staat per levensdomein, elk aanbod één keer, met hoe lang geleden het nagekeken is', async () => {
    const { words, html } = await read(aanbod, aalst)
    expect(words).toMatch(
      /Wonen & energie CAW Oost-Vlaanderen, onthaal Aalst.*Nachtopvang Aalst 10 dagen geleden nagekeken/,
    )
    expect(html.match(/data-aanbod="/g)).toHaveLength(9)
    expect(html).not.toContain('Nagekeken vandaag')
    expect(words).toContain('Alles is het laatste half jaar nagekeken.')
  })

  it.each<[string, string, string, boolean]>([
    ['2027-05-19', 'fresh', '180 dagen geleden nagekeken', false],
    ['2027-05-20', 'aging', 'langer dan een half jaar niet nagekeken', false],
    ['2027-11-20', 'aging', 'langer dan een half jaar niet nagekeken', false],
    ['2027-11-21', 'old', 'langer dan een jaar niet nagekeken', true],
  ])('op %s: %s, in woorden, en vanaf een jaar een taak in Mijn week', async (day, age, text, isTask) => {
    work.clock.now = new Date(`${day}T09:00:00Z`)
    const visitor = await work.as('Coördinator Aalst')
    const { html, words } = await read(aanbod, visitor)
    expect([html.split(`data-nagekeken="${age}"`).length - 1, words]).toEqual([9, expect.stringContaining(text)])
    const week = await read('/werkruimte/week', visitor)
    expect(week.words.includes('9 keer aanbod is langer dan een jaar niet nagekeken')).toBe(isTask)
    expect(week.html.includes(`<a href="${aanbod}">`)).toBe(isTask)
    const own = await read('/werkruimte/week', await work.as('Casemanager Aalst'))
    expect(own.words).not.toContain('nagekeken')
  })

  it('één druk zegt dat het vandaag nagekeken is, en dat leest iedereen', async () => {
    work.clock.now = new Date('2027-11-21T23:30:00Z')
    aalst = await work.as('Coördinator Aalst')
    expect(locationOf(await sendPage(aalst, `${jac}/nagekeken`, {}, aanbod))).toBe(`${aanbod}?klaar=nagekeken`)
    expect((await read(aanbod, aalst)).html).toMatch(/data-aanbod="jac">.*?data-nagekeken="fresh"/s)
    // In Brussels it is the day after already.
    expect((await read('/aanbod/aalst/jac')).words).toContain('Nagekeken op 22 november 2027')
    const { words } = await read(jac, aalst)
    expect(historyOf(words)).toContain('Aanbod: JAC Aalst: Nagekeken op')
  })
})

describe('een nieuw aanbod', () => {
  it('krijgt een sleutel van zijn naam, en iedereen vindt het', async () => {
    const at = `${aanbod}/fietsen-voor-iedereen`
    expect(locationOf(await add())).toBe(`${at}?klaar=nieuw`)
    const own = await read('/aanbod/aalst/fietsen-voor-iedereen')
    expect(own.status).toBe(200)
    for (const text of ['Leent fietsen uit.', 'Voor wie woont in 9300, 9308.', 'Nog niet nagekeken'])
      expect(own.words).toContain(text)
    expect(own.html).toContain('href="https://www.fietsen.example"')
    expect(own.html).toContain('class="btn" href="/aalst/lco-aanvraag"')
    expect(own.html).toContain('<li>Kom langs</li>')
    for (const path of ['/aanbod/aalst', '/aanbod/aalst/netwerk', '/aanbod?q=fietsen'])
      expect((await read(path)).html).toContain('href="/aanbod/aalst/fietsen-voor-iedereen"')
    expect((await read('/aanbod/ota/fietsen-voor-iedereen')).status).toBe(404)
    expect(historyOf((await read(at, aalst)).words)).toMatch(/Aanbod: Fietsen voor iedereen: nieuw/)
  })

  it('staat in de lijst om naar te verwijzen', async () => {
    await add()
    const { reference } = await place(work, { state: 'ingediend' })
    expect((await read(`/werkruimte/dossier/${reference}/doorverwijzen`, aalst)).html).toContain(
      'value="fietsen-voor-iedereen"',
    )
  })

  it('met een naam die een levensdomein is, of een pagina van Beheer, neemt er geen adres van', async () => {
    expect(locationOf(await add({ naam: 'Gezondheid' }))).toBe(`${aanbod}/gezondheid-2?klaar=nieuw`)
    expect(locationOf(await add({ naam: 'Nieuw' }))).toBe(`${aanbod}/nieuw-2?klaar=nieuw`)
    expect(locationOf(await add({ naam: 'constructor' }))).toBe(`${aanbod}/constructor-2?klaar=nieuw`)
    expect((await read('/aanbod/aalst/gezondheid')).words).toContain('Geestelijke gezondheidszorg')
    expect((await read('/aanbod/aalst/gezondheid-2')).words).toContain('Leent fietsen uit.')
  })

  it('van twee tegelijk met dezelfde naam is er één; de tweede ziet het eerste, en houdt haar tekst', async () => {
    const page = await read(`${aanbod}/nieuw`, aalst)
    const { actie: _, ...shown } = fieldsIn(mainOf(page.html))
    await add()
    const second = await aalst.post(`${aanbod}/nieuw`, { ...shown, ...fiets, wat: 'Herstelt fietsen.' })
    // By now the name is taken, which says more.
    expect(second.status).toBe(422)
    const html = await second.text()
    expect(errorsIn(html)).toEqual(['Zo heet al iets in het aanbod. Kies een andere naam'])
    expect(html).toContain('Herstelt fietsen.')
  })

  it.each<[string, Fields, string]>([
    ['alleen tekens die niemand ziet', { naam: '\u200b\u2060' }, 'Vul de naam in'],
    ['een postcode van drie cijfers', { postcodes: '9300, 930' }, '‘930’ is geen postcode'],
    ['een website zonder https', { website: 'http://fietsen.example' }, 'Vul een webadres met https in'],
    ['een te lange naam', { naam: 'x'.repeat(101) }, '1 teken te veel'],
    ['een levensdomein dat er niet is', { levensdomeinen: 'vrije_tijd' }, 'Kies minstens één levensdomein'],
    ['een formulier van een ander netwerk', { formulier: 'aanmelding' }, 'Kies een formulier uit de lijst'],
    ['te veel stappen', { stappen: 'stap\n'.repeat(16) }, 'Dit zijn 16 regels'],
    ['niets', Object.fromEntries(Object.keys(fiets).map((name) => [name, ''])), 'Vul de naam in'],
  ])('zegt wat er fout is, en houdt wat getypt is: %s', async (_, changes, problem) => {
    const response = await add({ ...changes, doel: 'Iedereen op de fiets' })
    const html = await response.text()
    expect([response.status, html.includes('role="alert"')]).toEqual([422, true])
    expect(errorsIn(html)[0]).toContain(problem)
    expect(html).toContain('Iedereen op de fiets')
    expect((await read('/aanbod/aalst')).words).not.toContain('fietsen')
  })

  it('laat weg wat het niet kent, en leest niet wat geen formulier van ons is', async () => {
    const odd = { ...fiets, __proto__: 'x', constructor: 'y', archivedOn: '2020-01-01', checkedOn: '2026-01-01' }
    expect((await aalst.post(`${aanbod}/nieuw`, { ...odd, ['__proto__']: 'x' })).status).toBe(303)
    expect((await read('/aanbod/aalst/fietsen-voor-iedereen')).words).toContain('Nog niet nagekeken')
    const many = Object.fromEntries(Array.from({ length: 8_000 }, (_, at) => [`k${at}`, '']))
    expect((await aalst.post(`${aanbod}/nieuw`, many)).status).toBe(400)
    expect((await aalst.post(`${aanbod}/nieuw`, { ...fiets, naam: ['a', 'b'] })).status).toBe(400)
    expect((await aalst.post(`${aanbod}/nieuw`, { ...fiets, wat: 'x'.repeat(70_000) })).status).toBe(413)
  })
})

describe('een aanbod wijzigen', () => {
  it('bewaart wat anders is, zegt van wat naar wat, en laat de rest zoals ze is', async () => {
    const response = await sendPage(aalst, jac, { telefoon: '1712', nagekeken: 'ja' })
    expect(locationOf(response)).toBe(`${jac}?klaar=bewaard`)
    const { html, words } = await read('/aanbod/aalst/jac')
    expect(html).toContain('>1712</a>')
    expect(words).toContain('Nagekeken op 30 november 2026')
    expect(words).toContain('Voor wie woont in 9300, 9308, 9310, 9320.')
    const page = await read(jac, aalst)
    expect(historyOf(page.words)).toContain('Aanbod: JAC Aalst: Telefoon, Nagekeken op')
    const [, change = ''] = /href="([^"]*wijzigingen\/\d+)"/.exec(page.html) ?? []
    expect((await read(change, aalst)).html).toContain('<del>053 00 00 11</del>')
    expect((await sendPage(aalst, change, {})).status).toBe(303)
    expect((await read('/aanbod/aalst/jac')).html).toContain('>053 00 00 11</a>')
  })

  it('zonder iets nieuws verandert het niets', async () => {
    expect((await sendPage(aalst, jac, {})).status).toBe(303)
    expect(historyOf((await read(jac, aalst)).words)).not.toContain('wijzigde')
  })

  it('heeft één knop die verdergaat; Bekijk toont wat iedereen zou lezen, en bewaart niets', async () => {
    const { html } = await read(jac, aalst)
    expect(html.match(/data-next/g)).toHaveLength(1)
    expect(html).toMatch(/name="actie" value="bekijk">\s*Bekijk/)
    expect(html.indexOf('data-next')).toBeLessThan(html.indexOf('value="bekijk"'))
    const response = await sendPage(aalst, jac, { wat: 'Luistert naar <b>jongeren</b>.', actie: 'bekijk' })
    const shown = await response.text()
    expect(response.status).toBe(200)
    const preview = shown.slice(shown.indexOf('data-voorbeeld'))
    expect(preview).toContain('Luistert naar &lt;b&gt;jongeren&lt;/b&gt;.')
    expect(preview).toContain('Er is nog niets bewaard.')
    expect(fieldsIn(mainOf(shown)).wat).toEqual(['Luistert naar <b>jongeren</b>.'])
    expect((await read('/aanbod/aalst/jac')).html).not.toContain('&lt;b&gt;')
    const added = await sendPage(aalst, `${aanbod}/nieuw`, { ...fiets, actie: 'bekijk' })
    expect(await added.text()).toContain('data-voorbeeld')
    expect((await read(`${aanbod}/fietsen-voor-iedereen`, aalst)).status).toBe(404)
    expect((await sendPage(aalst, jac, { naam: '', actie: 'bekijk' })).status).toBe(422)
  })

  it('van twee tegelijk leest de tweede wat de eerste veranderde, en houdt haar tekst', async () => {
    const { actie: _, ...before } = fieldsIn(mainOf((await read(jac, aalst)).html))
    const other = await work.as('Coördinator Aalst')
    await sendPage(other, jac, { telefoon: '1712' })
    const second = await aalst.post(jac, { ...before, doel: 'Gehoord worden' })
    const html = await second.text()
    expect(second.status).toBe(409)
    expect(wordsIn(html)).toMatch(/Iemand veranderde dit intussen.*Telefoon: van 053 00 00 11 naar 1712/)
    expect(fieldsIn(mainOf(html))).toMatchObject({ doel: ['Gehoord worden'], telefoon: ['053 00 00 11'] })
    expect((await read('/aanbod/aalst/jac')).words).not.toContain('Gehoord worden')
    const { actie: __, ...again } = fieldsIn(mainOf(html))
    expect((await aalst.post(jac, { ...again, telefoon: '1712' })).status).toBe(303)
    expect((await read('/aanbod/aalst/jac')).html).toMatch(/>1712<.*Gehoord worden/s)
  })

  it('wie iets anders veranderde, staat niemand in de weg', async () => {
    const before = fieldsIn(mainOf((await read(jac, aalst)).html))
    await sendPage(await work.as('Coördinator Aalst'), `${aanbod}/caw`, { telefoon: '1712' })
    const { actie: _, ...shown } = before
    expect((await aalst.post(jac, { ...shown, doel: 'Gehoord worden' })).status).toBe(303)
  })

  it('dat iedereen woont, geldt ook als het bestand een plaats heeft, en blijft zo', async () => {
    await sendPage(aalst, jac, { postcodes: '' })
    await sendPage(aalst, jac, { actie: 'nagekeken' })
    await aalst.post(`${jac}/nagekeken`, { revisie: '2' })
    expect((await read('/aanbod/aalst/jac')).words).not.toContain('Voor wie woont in')
  })

  it.each(['niets', '__proto__', 'constructor', 'fiets%00', '%E0%A4%A'])('%s is er niet', async (key) => {
    expect((await aalst.get(`${aanbod}/${key}`)).status).toBe(404)
    expect((await aalst.post(`${aanbod}/${key}`, fiets)).status).toBe(404)
    expect((await aalst.post(`${aanbod}/${key}/weg`)).status).toBe(404)
  })

  it('is van het eigen netwerk: een ander netwerk vindt het niet, en een andere rol mag het niet', async () => {
    const ota = await work.as('Coördinator OTA')
    for (const path of [`${aanbod}/ggz`, `${aanbod}/ggz/weg`]) expect((await ota.get(path)).status).toBe(404)
    expect((await ota.post(`${aanbod}/ggz`, fiets)).status).toBe(404)
    expect((await ota.post(`${aanbod}/ggz/nagekeken`)).status).toBe(404)
    // OTA has a jac of its own.
    await sendPage(ota, jac, { telefoon: '1712' })
    expect((await read('/aanbod/aalst/jac')).html).not.toContain('1712')
    const casemanager = await work.as('Casemanager Aalst')
    for (const path of [aanbod, `${aanbod}.csv`, jac, `${aanbod}/nieuw`, `${aanbod}/importeren`])
      expect((await casemanager.get(path)).status).toBe(403)
    expect((await casemanager.post(jac, fiets)).status).toBe(403)
  })
})

describe('uit het aanbod', () => {
  const archive = (key: string) => sendPage(aalst, `${aanbod}/${key}/weg`, {})
  /** What somebody reads who is refused: each offer, or the number of the network. */
  async function refusal(changes: Fields) {
    const visitor = anybody()
    const draft = await begin(visitor)
    const outcome = locationOf(await visitor.post(`${draft}/criteria`, { ...aanvraag.criteria, ...changes }))
    const html = await (await visitor.get(outcome)).text()
    expect(html).toContain('data-outcome="doorverwezen"')
    return [...html.matchAll(/<p class="offer">(.*?)<\/p>/gs)].map(([, offer = '']) => wordsIn(offer).trim())
  }

  it('zegt eerst welke criteria het noemen, en wat er dan gebeurt', async () => {
    const { words, html } = await read(`${jac}/weg`, aalst)
    expect(words).toMatch(/De cliënt is meerderjarig\. LCO.*wijzen we dan naar Het JAC in de buurt van de jongere\./)
    expect(html.match(/data-next/g)).toHaveLength(1)
    await archive('jac')
    expect((await read(`${aanbod}/jacElders/weg`, aalst)).words).toContain(
      'krijgt dan het nummer van het netwerk: 053 00 00 00.',
    )
    expect((await read('/aanbod/aalst/jac')).status).toBe(410)
  })

  it('niemand vindt het nog, en zijn eigen adres zegt waarheen', async () => {
    expect(locationOf(await archive('jac'))).toBe(`${aanbod}?klaar=weg`)
    for (const path of ['/aanbod/aalst', '/aanbod/aalst/persoon', '/aanbod?q=jongeren'])
      expect((await read(path)).html).not.toContain('href="/aanbod/aalst/jac"')
    const gone = await read('/aanbod/aalst/jac')
    expect(gone.status).toBe(410)
    expect(gone.words).toContain('Dit aanbod bestaat niet meer.')
    expect(gone.html).toContain('href="/aanbod/aalst"')
    const { reference } = await place(work, { state: 'ingediend' })
    const referring = `/werkruimte/dossier/${reference}/doorverwijzen`
    expect((await read(referring, aalst)).html).not.toContain('value="jac"')
    const sent = await sendPage(aalst, referring, { aanbod: 'jac', toelichting: 'Past beter' })
    expect(sent.status).toBe(422)
    const list = await read(aanbod, aalst)
    expect(list.words).toMatch(/Niet meer in het aanbod JAC Aalst weg sinds maandag 30 november 2026/)
    expect(list.html).not.toContain('data-aanbod="jac"')
  })

  it('een criterium werkt verder: het volgende dat past, en als er geen meer is het nummer van het netwerk', async () => {
    const young = { meerderjarig: 'nee' }
    expect(await refusal(young)).toEqual([expect.stringContaining('JAC Aalst')])
    await archive('jac')
    expect(await refusal(young)).toEqual([expect.stringContaining('Het JAC in de buurt van de jongere')])
    await archive('jacElders')
    expect(await refusal(young)).toEqual(['Bel LCO Aalst , 053 00 00 00 . We zoeken met u wat wel past.'])
    const { words } = await read('/werkruimte/beheer/criteria/lco-aanvraag', aalst)
    expect(words).toContain('JAC Aalst (dit aanbod bestaat niet meer)')
    expect((await aalst.post(`${jac}/terug`)).status).toBe(409)
    expect((await sendPage(aalst, `${jac}/terug`, {}, jac)).status).toBe(303)
    expect(await refusal(young)).toEqual([expect.stringContaining('JAC Aalst')])
  })

  it('een minderjarige in Hasselt wordt niet naar Aalst gestuurd, ook niet als een coördinator de laatste keuze een plaats geeft', async () => {
    const young = { meerderjarig: 'nee', postcode: '3500', ocmw_client: 'ja' }
    expect(await refusal(young)).toEqual([expect.stringContaining('Het JAC in de buurt van de jongere')])
    await sendPage(aalst, `${aanbod}/jacElders`, { postcodes: '9300' })
    expect(await refusal(young)).toEqual([expect.stringContaining('Bel LCO Aalst')])
  })

  it('een dossier dat ernaar verwezen is, houdt de naam voor wie het vroeg; wie er werkt, leest dat het niet meer bestaat', async () => {
    const { reference } = await place(work, {
      ...{ state: 'doorverwezen', holder: undefined },
      referral: { aanbod: 'jac', checkOn: '2026-12-14' },
    })
    await archive('jac')
    const { words } = await read(`/werkruimte/dossier/${reference}`, aalst)
    expect(words).toContain('JAC Aalst (dit aanbod bestaat niet meer)')
  })

  it('komt terug met één druk', async () => {
    await archive('jac')
    const page = await read(jac, aalst)
    expect(page.words).toContain('Dit aanbod bestaat niet meer.')
    expect(page.html).toContain('Zet terug in het aanbod')
    expect(locationOf(await aalst.get(`${jac}/weg`))).toBe(jac)
    expect(locationOf(await sendPage(aalst, `${jac}/terug`, {}, jac))).toBe(`${jac}?klaar=terug`)
    expect((await read('/aanbod/aalst/jac')).status).toBe(200)
  })

  it('wat nieuw was en teruggezet wordt, gaat uit het aanbod: een dossier kan het noemen', async () => {
    await add()
    const page = await read(`${aanbod}/fietsen-voor-iedereen`, aalst)
    const [, change = ''] = /href="([^"]*wijzigingen\/\d+)"/.exec(page.html) ?? []
    expect((await sendPage(aalst, change, {})).status).toBe(303)
    expect((await read('/aanbod/aalst/fietsen-voor-iedereen')).status).toBe(410)
    expect(locationOf(await add({ naam: 'Fietsen, voor iedereen' }))).toContain('/fietsen-voor-iedereen-2?')
  })
})

describe('als bestand', () => {
  const importing = `${aanbod}/importeren`
  const fileOf = async () => (await aalst.get(`${aanbod}.csv`)).text()

  it('komt voor Belgisch Excel, en verandert ongewijzigd niets', async () => {
    await add({ naam: '=Fietsen', wat: '-leent\r\n@fietsen; "gratis"', instrumenten: '+fiets\nslot' })
    const response = await aalst.get(`${aanbod}.csv`)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="aanbod-aalst-2026-11-30.csv"')
    const bytes = new Uint8Array(await response.clone().arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = await response.text()
    expect(text).toMatch(/^Sleutel;Naam;Soort/)
    expect(text).toContain("'=Fietsen")
    expect(text).not.toMatch(/[;"\n][=@+]/)
    const shown = await sendPage(aalst, importing, { csv: text })
    expect(shown.status).toBe(200)
    expect(wordsIn(await shown.text())).toContain('Er verandert niets')
  })

  it('toont eerst wat nieuw en gewijzigd is, en bewaart dan alles met één druk', async () => {
    const lines = (await fileOf()).replace('053 00 00 11', '1712').split('\r\n')
    const fresh = ';Fietsen;dienst;gezondheid;;Leent fietsen.;Iedereen.;;;;;;;;9300;;20/11/2026;'
    const text = [`${lines[0]};Nota`, ...lines.slice(1, -1).map((one) => one), fresh].join('\r\n')
    const first = await sendPage(aalst, importing, { csv: text })
    const html = await first.text()
    const words = wordsIn(mainOf(html))
    expect(first.status).toBe(200)
    for (const told of [
      '1 nieuw, 1 gewijzigd',
      '8 regels zeggen wat er nu staat',
      '1 kolom lezen we niet: Nota',
      'Er is nog niets bewaard',
    ])
      expect(words).toContain(told)
    expect(words).toMatch(/JAC Aalst\s+regel \d+ Telefoon: van 053 00 00 11 naar 1712/)
    expect((await read('/aanbod/aalst/jac')).html).not.toContain('1712')
    const { actie: _, ...shown } = fieldsIn(mainOf(html))
    const saved = await aalst.post(importing, { ...shown, actie: 'bewaar' })
    expect(locationOf(saved)).toBe(`${aanbod}?klaar=ingelezen&aantal=2`)
    expect((await read(locationOf(saved), aalst)).words).toContain('2 keer aanbod bewaard.')
    expect((await read('/aanbod/aalst/jac')).html).toContain('>1712</a>')
    expect((await read('/aanbod/aalst/fietsen')).words).toContain('Nagekeken op 20 november 2026')
    expect(historyOf((await read(jac, aalst)).words)).toContain('Coördinator Aalst las een bestand in')
  })

  it('een fout in één regel: niets bewaard, elke fout met haar regel, en de lijst blijft staan', async () => {
    const text = `${await fileOf()};;winkel;;;;;;;;;;;;93;;;\r\n`
    for (const actie of ['', 'bewaar']) {
      const response = await sendPage(aalst, importing, { csv: text, actie })
      const html = await response.text()
      expect(response.status).toBe(422)
      expect(errorsIn(html)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^Regel \d+: Naam: Vul de naam in\.$/)]),
      )
      expect(fieldsIn(mainOf(html)).csv?.[0]).toContain('winkel')
    }
    const missing = await sendPage(aalst, importing, { csv: 'Sleutel;Naam\r\njac;JAC' })
    expect(errorsIn(await missing.text())).toContain('De kolom ‘Soort’ ontbreekt.')
  })

  it('iemand veranderde intussen hetzelfde: eerst te zien, dan pas bewaard', async () => {
    const text = (await fileOf()).replace('053 00 00 11', '1712')
    const shown = fieldsIn(mainOf(await (await sendPage(aalst, importing, { csv: text })).text()))
    await sendPage(await work.as('Coördinator Aalst'), jac, { doel: 'Gehoord worden' })
    const { actie: _, ...first } = shown
    const refused = await aalst.post(importing, { ...first, actie: 'bewaar' })
    const html = await refused.text()
    expect([refused.status, wordsIn(html)]).toEqual([409, expect.stringContaining('Gehoord worden')])
    expect((await read('/aanbod/aalst/jac')).html).not.toContain('1712')
    const { actie: __, ...second } = fieldsIn(mainOf(html))
    expect((await aalst.post(importing, { ...second, actie: 'bewaar' })).status).toBe(303)
    expect((await read('/aanbod/aalst/jac')).html).toContain('1712')
  })

  it('een lijst zo groot als alles wat past, wordt gelezen', async () => {
    const long = 'x'.repeat(590)
    for (let at = 0; at < 3; at += 1) await add({ naam: `Fiets ${at}`, wat: long, doel: long, aanpak: long })
    const lines = Array.from(
      { length: 60 },
      (_, at) => `;Groot ${at};dienst;gezondheid;;${long};Iedereen.;${long};;;;;;;;;;`,
    )
    const response = await sendPage(aalst, importing, { csv: `${await fileOf()}${lines.join('\r\n')}` })
    const html = await response.text()
    expect([response.status, wordsIn(html)]).toEqual([200, expect.stringContaining('60 nieuw, 0 gewijzigd')])
    const many = Array.from(
      { length: 200 },
      (_, at) => `;Groot ${at};dienst;gezondheid;;${long};Iedereen.;${long};;;;;;;;;;`,
    )
    const full = await sendPage(aalst, importing, { csv: `${await fileOf()}${many.join('\r\n')}`, actie: 'bewaar' })
    expect(errorsIn(await full.text())).toEqual(['Er past niet zoveel bij. Maak teksten korter, of haal regels weg.'])
    expect((await read('/aanbod/aalst')).words).not.toContain('Groot')
  })
})

it('geen bladzijde van het aanbod die bewaard blijft zonder lezen, zegt hoeveel er is', async () => {
  for (const path of ['/aanbod', '/aalst']) {
    const { words } = await read(path)
    expect(words).not.toMatch(/\d+ (?:dienst|traject)/)
  }
})
