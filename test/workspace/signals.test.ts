/** A signaal in the report of a year, and a casus for intervisie: read by a second person before anybody else does (docs/decisions/035). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createReports } from '../../functions/shared/store/reports.ts'
import { demoContents } from '../support/content.ts'
import { fileForm, fileRequest } from '../support/dossier.ts'
import { ota, otaStart } from '../support/forms.ts'
import { postRaw } from '../support/greatest.ts'
import { errorsIn } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, mainOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const now = new Date('2026-11-25T09:00:00Z')
const figures = '/werkruimte/cijfers'
const running = `${figures}/2026/signaal`

let work: TestWorkspace
let references: string[]
let other: string
let coordinator: Visitor
let casemanager: Visitor
let second: Visitor
/** Ids of those who work there; everybody when undefined. */
let staff: readonly string[] | undefined

beforeAll(async () => {
  const contents = {
    ...demoContents,
    of: async (network: Parameters<typeof demoContents.of>[0]) => {
      const content = await demoContents.of(network)
      return { ...content, people: content.people.filter(({ id }) => staff?.includes(id) ?? true) }
    },
  }
  work = await startTestWorkspace({ now, changes: { contents } })
  references = []
  for (let count = 0; count < 6; count += 1) references.push((await fileRequest(work)).reference)
  other = (await fileForm(work, otaStart, ota.helpdesk)).reference
})

beforeEach(async () => {
  staff = undefined
  work.clock.now = now
  ;[coordinator, casemanager, second] = await Promise.all([
    work.as('Coördinator Aalst'),
    work.as('Casemanager Aalst'),
    work.as('Tweede casemanager Aalst'),
  ])
  await wipe()
})

const itemsOf = async (network = 'aalst') => (await work.items('loket')).filter(({ pk }) => pk === `JAAR#${network}`)
const written = async () => (await itemsOf()).filter(({ sk }) => !String(sk).startsWith('AUDIT#'))
const lines = async () =>
  (await itemsOf())
    .filter(({ sk }) => String(sk).startsWith('AUDIT#'))
    .sort((one, other) => String(one.at).localeCompare(String(other.at)))
    .map(({ who, what }) => `${who} ${what}`)

/** Every test begins with nothing written. */
async function wipe() {
  const { client, DeleteCommand } = await work.connection.dynamo()
  const all = (await work.items('loket')).filter(({ pk }) => /^(JAAR|CIJFERS)#/.test(String(pk)))
  for (const { pk, sk } of all)
    await client.send(new DeleteCommand({ TableName: work.connection.tables.loket, Key: { pk, sk } }))
}

const signaal = () => ({
  titel: 'Wachten op een woning',
  signaal: 'Wie klein woont, vindt zelden iets groters.\nDat horen we van veel gezinnen: kanariegeel.',
  vraag: 'Kan de stad meer grote woningen voorzien?',
  dossiers: references.slice(0, 5).join('\n'),
})
const casus = {
  titel: 'Een ouder die afhaakt',
  casus: 'Na elk gesprek haakt een van beide ouders af. Kanariegeel is het enige wat lukt.',
  vraag: 'Hoe houden we hem aan boord?',
}

/** As a browser does it: the form, and what is hidden in it. */
async function send(visitor: Visitor, path: string, fields: Fields): Promise<Response> {
  const { html } = await readPage(visitor, path)
  return visitor.post(path, { ...fieldsIn(mainOf(html)), ...fields })
}
const post = (fields: Fields = {}, visitor = coordinator) => send(visitor, running, { ...signaal(), ...fields })
const casusOf = (reference: string) => `/werkruimte/dossier/${reference}/casus`

async function idOf(kind: string): Promise<string> {
  const found = (await written()).find((item) => item.kind === kind)
  return String(found?.id)
}
const toRead = async (kind = 'signaal') =>
  `${figures}/nalezen/${kind === 'casus' ? 'casus' : '2026'}/${await idOf(kind)}`
async function read(visitor: Visitor, actie: string, fields: Fields = {}, kind = 'signaal'): Promise<Response> {
  work.clock.later(1)
  return send(visitor, await toRead(kind), { ...fields, actie })
}

async function freeze(year: string) {
  await createReports(work.connection).freeze({ network: 'aalst', year, sections: [] })
}
async function press(year: string, actie: string): Promise<Response> {
  const { revision } = fieldsIn(mainOf((await readPage(coordinator, `${figures}/${year}`)).html))
  return coordinator.post(`${figures}/${year}/openbaar`, { revision: revision ?? [], actie })
}

describe('een signaal', () => {
  it('van schrijven tot in het jaaroverzicht: iemand anders leest na, en dan weten we alleen nog hoeveel dossiers', async () => {
    const done = await post()
    expect([done.status, locationOf(done)]).toEqual([303, `${figures}?gedaan=geschreven`])
    const mine = await readPage(coordinator, `${figures}?gedaan=geschreven`)
    expect(mine.words).toContain('Een collega leest het nu na.')
    expect(mine.words).toMatch(/Wachten op een woning wacht op een tweede lezer/)
    expect(mine.words).not.toContain('Na te lezen')
    const [stored] = await written()
    expect(stored).toMatchObject({
      kind: 'signaal',
      year: '2026',
      by: 'coordinator-aalst',
      dossiers: 5,
      state: 'wacht',
    })
    expect(stored?.ttl).toBe(Math.floor(now.getTime() / 1000) + 60 * 86_400)

    const theirs = await readPage(casemanager, figures)
    expect(theirs.words).toMatch(/Na te lezen \(1\) Signaal: Wachten op een woning/)
    const page = await readPage(casemanager, await toRead())
    expect(page.words).toContain('Staat er iets in waaraan u iemand herkent, of een zin die iemand letterlijk zei?')
    expect(page.words).toContain('Het gaat over 5 dossiers.')
    expect(page.html).not.toContain(references[0])
    const agreed = await read(casemanager, 'goed')
    expect([agreed.status, locationOf(agreed)]).toEqual([303, `${figures}?gedaan=nagelezen`])
    const [kept] = await written()
    expect(kept).toMatchObject({ state: 'nagelezen', reader: 'casemanager-aalst', dossiers: 5 })
    expect(kept).not.toHaveProperty('named')
    expect(kept).not.toHaveProperty('ttl')
    expect(await lines()).toEqual(['coordinator-aalst signaal geschreven', 'casemanager-aalst signaal nagelezen'])
    expect((await readPage(casemanager, figures)).words).not.toContain('Na te lezen')

    await freeze('2026')
    work.clock.now = new Date('2027-02-02T09:00:00Z')
    coordinator = await work.as('Coördinator Aalst')
    const year = await readPage(coordinator, `${figures}/2026`)
    expect(year.words).toMatch(/Wat we hoorden .*Wachten op een woning .*Wat we vragen: Kan de stad/)
    expect(locationOf(await press('2026', 'openbaar'))).toBe(`${figures}/2026?gedaan=openbaar`)
    const report = await work.visitor().get('/cijfers/aalst/2026')
    expect([report.status, wordsIn(await report.text())]).toEqual([200, expect.stringContaining('Wie klein woont')])
    expect(work.failures).toEqual([])
  })

  it('wat niet nagelezen is, komt er niet in; na terugnemen en opnieuw openbaar wel', async () => {
    await post()
    await freeze('2026')
    await press('2026', 'openbaar')
    const notes = async () => (await createReports(work.connection).read('aalst', '2026'))?.public?.notes
    expect(await notes()).toEqual([])
    await read(casemanager, 'goed')
    expect(await notes()).toEqual([])
    const words = (await readPage(coordinator, `${figures}/2026`)).words
    expect(words).toContain('er komt niets bij. Neem het eerst terug.')
    const refused = await coordinator.post(running, signaal())
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('kanariegeel')])
    expect((await coordinator.get(running)).status).toBe(409)
    const [item] = await written()
    const away = await coordinator.post(`${running}/${item?.id}/weg`, { gezien: String(item?.revision) })
    expect(away.status).toBe(409)
    await press('2026', 'terug')
    await press('2026', 'openbaar')
    expect(await notes()).toEqual([{ title: signaal().titel, text: signaal().signaal, ask: signaal().vraag }])
  })

  it('teruggegeven met wat anders moet: de schrijver wijzigt, en iemand leest opnieuw', async () => {
    await post()
    const back = await read(casemanager, 'terug', { anders: 'Die wijk is te klein: haal ze weg.' })
    expect(locationOf(back)).toBe(`${figures}?gedaan=teruggegeven`)
    expect(JSON.stringify(await written())).not.toContain('wijk')
    const path = `${running}/${await idOf('signaal')}`
    const todo = await readPage(coordinator, figures)
    expect(todo.words).toContain('Terug bij u (1) Signaal: Wachten op een woning')
    expect(todo.html).toContain(path)
    expect((await readPage(second, figures)).words).not.toContain('Terug bij u')
    const page = await readPage(coordinator, path)
    expect(page.words).toContain('Casemanager Aalst gaf uw tekst terug.')
    expect(page.words).toContain('Die wijk is te klein: haal ze weg.')
    const shown = fieldsIn(mainOf(page.html))
    expect([shown.titel, shown.signaal, shown.dossiers]).toEqual([
      [signaal().titel],
      [signaal().signaal],
      [signaal().dossiers],
    ])
    const wrong = await send(coordinator, path, { signaal: 'Ze wil een plan voor de schulden.' })
    expect([wrong.status, errorsIn(await wrong.text()).join()]).toEqual([
      422,
      expect.stringContaining('“een plan voor de schulden”'),
    ])
    work.clock.later(1)
    const done = await send(coordinator, path, { signaal: 'Anders gezegd.' })
    expect(locationOf(done)).toBe(`${figures}?gedaan=gewijzigd`)
    expect((await written())[0]).not.toHaveProperty('remark')
    expect((await readPage(second, await toRead())).words).toContain('Anders gezegd.')
    expect((await read(second, 'goed')).status).toBe(303)
    expect(await lines()).toEqual([
      ...['coordinator-aalst signaal geschreven', 'casemanager-aalst signaal teruggegeven'],
      ...['coordinator-aalst signaal gewijzigd', 'casemanager-aalst-2 signaal nagelezen'],
    ])
  })

  it('weggehaald is weg, in twee drukken; en wie nog leest, hoort het', async () => {
    await post()
    const path = await toRead()
    const page = fieldsIn(mainOf((await readPage(casemanager, path)).html))
    const id = await idOf('signaal')
    expect((await readPage(coordinator, `${running}/${id}`)).words).toContain('Haal deze tekst weg')
    expect((await coordinator.post(`${running}/${id}/weg`, { gezien: '7' })).status).toBe(409)
    expect(locationOf(await coordinator.post(`${running}/${id}/weg`, { gezien: '1' }))).toBe(
      `${figures}?gedaan=weggehaald`,
    )
    expect(await written()).toEqual([])
    const late = await casemanager.post(path, { ...page, actie: 'terug', anders: 'Mijn tekst' })
    expect([late.status, await late.text()]).toEqual([404, expect.stringContaining('Mijn tekst')])
  })

  it('dat niemand leest, is na 60 dagen weg, met de dossiers die erbij stonden', async () => {
    await post()
    const path = await toRead()
    work.clock.now = new Date(now.getTime() + 60 * 86_400_000 - 1000)
    casemanager = await work.as('Casemanager Aalst')
    expect((await casemanager.get(path)).status).toBe(200)
    work.clock.now = new Date(now.getTime() + 60 * 86_400_000)
    casemanager = await work.as('Casemanager Aalst')
    expect((await casemanager.get(path)).status).toBe(404)
    expect((await readPage(casemanager, figures)).words).not.toContain('Na te lezen')
  })

  it('kan voor een jaar dat vastligt en nog niet openbaar is, niet voor een jaar zonder jaaroverzicht', async () => {
    await freeze('2025')
    const done = await send(coordinator, `${figures}/2025/signaal`, signaal())
    expect(locationOf(done)).toBe(`${figures}/2025?gedaan=geschreven`)
    expect((await readPage(coordinator, `${figures}/2025`)).words).toMatch(/Wachten op een woning wacht op/)
    for (const year of ['2024', '2027']) expect((await coordinator.get(`${figures}/${year}/signaal`)).status).toBe(404)
  })

  it('twee keer drukken is één signaal; wie terugging en iets anders schreef, heeft er twee', async () => {
    const shown = fieldsIn(mainOf((await readPage(coordinator, running)).html))
    const again = (fields: Fields = {}) => coordinator.post(running, { ...shown, ...signaal(), ...fields })
    expect((await Promise.all([again(), again()])).map(({ status }) => status)).toEqual([303, 303])
    expect(await written()).toHaveLength(1)
    expect((await again({ titel: 'Iets anders' })).status).toBe(303)
    expect(await written()).toHaveLength(2)
  })
})

describe('wat er mis kan zijn met een signaal', () => {
  it.each<[string, () => Fields, string]>([
    ['geen titel', () => ({ titel: '' }), 'Geef een korte titel'],
    ['geen tekst', () => ({ signaal: '' }), 'Schrijf wat u telkens opnieuw hoort'],
    ['alleen tekens zonder breedte', () => ({ signaal: '\u200b\u2060\u200d' }), 'Schrijf wat u telkens opnieuw hoort'],
    ['1.001 tekens', () => ({ signaal: 'a'.repeat(1001) }), '1 teken te veel'],
    ['een vraag van 301 tekens', () => ({ vraag: 'a'.repeat(301) }), '1 teken te veel'],
    ['een rijksregisternummer', () => ({ signaal: 'Over 85.07.30-033.28' }), 'Vul geen rijksregisternummer in'],
    ['geen dossiers', () => ({ dossiers: '' }), 'Noem minstens 5 dossiers'],
    ['4 dossiers', () => ({ dossiers: references.slice(0, 4).join() }), 'Noem minstens 5 dossiers. Nu tellen er 4.'],
    [
      '5 waarvan één dubbel',
      () => ({ dossiers: [...references.slice(0, 4), references[0]].join() }),
      'Dubbel genoemd, telt één keer: LCO-',
    ],
    [
      'een dossier dat er niet is',
      () => ({ dossiers: [...references.slice(0, 4), 'LCO-0000-0000-00'].join() }),
      'Dit vinden we niet in uw netwerk: LCO-0000-0000-00.',
    ],
    [
      'een woord tussen de dossiers',
      () => ({ dossiers: [...references, 'enzovoort'].join(' ') }),
      'Dit vinden we niet in uw netwerk: enzovoort.',
    ],
    [
      'een zin uit een antwoord, met andere tekens',
      () => ({ signaal: 'Ze vraagt: ÉÉN plan, en\nweten wie wát doet!' }),
      'Dit staat zo in een dossier: “ÉÉN plan, en weten wie wát doet”. Schrijf het in uw eigen woorden.',
    ],
    ['een zin als titel', () => ({ titel: 'een plan voor de schulden' }), '“een plan voor de schulden”'],
    ['een zin als vraag', () => ({ vraag: 'De huisarts kent het gezin goed' }), '“De huisarts kent het gezin goed”'],
    [
      'de referentie van een dossier',
      () => ({ signaal: `Zie ${references[0]}` }),
      'Laat de referentie van een dossier weg',
    ],
  ])('%s: 422, en wat getypt is blijft staan', async (_, fieldsOf, message) => {
    const fields = { ...signaal(), ...fieldsOf() }
    const response = await post(fields)
    const html = await response.text()
    expect([response.status, wordsIn(html)]).toEqual([422, expect.stringContaining('Er is een probleem')])
    expect(wordsIn(errorsIn(html).join(' '))).toContain(message)
    const again = fieldsIn(mainOf(html))
    expect([again.titel, again.signaal, again.vraag, again.dossiers]).toEqual(
      [fields.titel, fields.signaal, fields.vraag, fields.dossiers].map((text) => [text]),
    )
    expect(await itemsOf()).toEqual([])
  })

  it('een dossier van een ander netwerk telt niet', async () => {
    const response = await post({ dossiers: [...references.slice(0, 4), other].join() })
    expect(errorsIn(await response.text()).join()).toContain(`Dit vinden we niet in uw netwerk: ${other}.`)
  })

  it('een zin uit een notitie', async () => {
    const path = `/werkruimte/dossier/${references[1]}/notitie`
    expect((await send(coordinator, path, { notitie: 'Hij wil nooit meer naar die school' })).status).toBe(303)
    const response = await post({ signaal: 'Jongeren zeggen: nooit meer naar die school.' })
    expect(errorsIn(await response.text()).join()).toContain('“nooit meer naar die school”')
  })

  it('een netwerk waar niemand kan nalezen', async () => {
    staff = ['coordinator-aalst']
    const response = await post()
    const html = await response.text()
    expect([response.status, errorsIn(html).join()]).toEqual([
      422,
      expect.stringContaining('In uw netwerk kan niemand anders dit nalezen.'),
    ])
    expect(fieldsIn(mainOf(html)).signaal).toEqual([signaal().signaal])
  })

  it('wat geen formulier van ons stuurt, is 400 of 404 en nooit een fout van ons', async () => {
    const id = 'A'.repeat(22)
    const statuses = await Promise.all([
      coordinator.post(running, { titel: ['een', 'twee'] }),
      coordinator.post(`${running}/${id}`, signaal()),
      coordinator.post(`${running}/${id}/weg`),
      coordinator.get(`${running}/${id}`),
      coordinator.get(`${running}/x`),
      coordinator.post(`${figures}/nalezen/2026/${id}`, { actie: 'goed' }),
      coordinator.post(`${figures}/nalezen/2026/${id}`, { actie: 'weg' }),
      coordinator.get(`${figures}/nalezen/niets/${id}`),
      coordinator.get(`${figures}/casussen/${id}`),
      coordinator.post(`${figures}/casussen/${id}/wijzigen`, casus),
      coordinator.post(`${figures}/casussen/${id}/weg`),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([400, 404, 404, 404, 404, 404, 400, 404, 404, 404, 404])
    expect(work.failures).toEqual([])
  })
})

describe('de tweede lezer', () => {
  it('is nooit wie het schreef: geen knoppen, en een druk is 403 met woorden', async () => {
    await post()
    const path = await toRead()
    const page = await readPage(coordinator, path)
    expect(page.words).toContain('U schreef dit zelf. Iemand anders van uw netwerk leest het na.')
    expect(page.html).not.toContain('value="goed"')
    const response = await coordinator.post(path, { actie: 'goed', versie: '1', anders: '' })
    expect([response.status, wordsIn(await response.text())]).toEqual([
      403,
      expect.stringContaining('U schreef dit zelf.'),
    ])
    expect((await written())[0]).toMatchObject({ state: 'wacht' })
  })

  it('is van hetzelfde netwerk, en werkt met dossiers', async () => {
    await post()
    const path = await toRead()
    for (const [who, status] of [
      ['Coördinator OTA', 404],
      ['Bemiddelaar OTA', 404],
      ['Organisator', 403],
    ] as const) {
      const visitor = await work.as(who)
      expect([who, (await visitor.get(path)).status]).toEqual([who, status])
      expect([who, (await visitor.post(path, { actie: 'goed', versie: '1' })).status]).toEqual([who, status])
    }
    for (const [method, address] of [
      ['get', running],
      ['post', running],
      ['post', `${running}/${await idOf('signaal')}`],
      ['post', `${running}/${await idOf('signaal')}/weg`],
      ['get', casusOf(references[0] ?? '')],
    ] as const)
      expect([address, (await casemanager[method](address, {})).status]).toEqual([address, 403])
    expect((await written())[0]).toMatchObject({ state: 'wacht', revision: 1 })
  })

  it('twee tegelijk: de tweede leest wat de eerste deed, en houdt wat getypt is', async () => {
    await post()
    const path = await toRead()
    const both = await Promise.all([
      casemanager.post(path, { versie: '1', actie: 'goed', anders: '' }),
      second.post(path, { versie: '1', actie: 'terug', anders: 'Haal de wijk weg' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const [lost] = both.filter(({ status }) => status === 409)
    const html = (await lost?.text()) ?? ''
    const [item] = await written()
    expect(item).toMatchObject({ revision: 2 })
    if (item?.state === 'nagelezen') {
      expect(wordsIn(html)).toContain('Casemanager Aalst las deze tekst net na en vond ze goed.')
      expect(html).toContain('Haal de wijk weg')
    } else expect(wordsIn(html)).toContain('Tweede casemanager Aalst gaf deze tekst net terug.')
    expect(await lines()).toHaveLength(2)
  })

  it('een tweede druk van dezelfde knop is dezelfde', async () => {
    await post()
    const path = await toRead()
    const pressed = () => casemanager.post(path, { versie: '1', actie: 'goed', anders: '' })
    expect((await Promise.all([pressed(), pressed()])).map(({ status }) => status)).toEqual([303, 303])
    expect(await lines()).toHaveLength(2)
  })

  it('leest de tekst van nu: wijzigt de schrijver ondertussen, dan is de druk van eerst niets waard', async () => {
    await post()
    const path = await toRead()
    await send(coordinator, `${running}/${await idOf('signaal')}`, { signaal: 'Nu heel anders.' })
    const response = await casemanager.post(path, { versie: '1', actie: 'goed', anders: '' })
    const html = await response.text()
    expect([response.status, wordsIn(html)]).toEqual([409, expect.stringContaining('wijzigde deze tekst net')])
    expect(html).toContain('Nu heel anders.')
    expect((await written())[0]).toMatchObject({ state: 'wacht' })
  })

  it('en omgekeerd: wie wijzigt wat net nagelezen is, leest dat, en houdt wat getypt is', async () => {
    await post()
    const path = `${running}/${await idOf('signaal')}`
    const page = fieldsIn(mainOf((await readPage(coordinator, path)).html))
    await read(casemanager, 'goed')
    const response = await coordinator.post(path, { ...page, signaal: 'Te laat getypt' })
    const html = await response.text()
    expect([response.status, wordsIn(html)]).toEqual([409, expect.stringContaining('las deze tekst net na')])
    expect(html).toContain('Te laat getypt')
  })

  it('die akkoord gaat en toch schrijft wat anders moet, kiest', async () => {
    await post()
    const response = await read(casemanager, 'goed', { anders: 'De wijk' })
    const html = await response.text()
    expect([response.status, errorsIn(html).join()]).toEqual([
      422,
      expect.stringContaining('U schreef wat anders moet.'),
    ])
    expect(fieldsIn(mainOf(html)).anders).toEqual(['De wijk'])
    const long = await read(casemanager, 'terug', { anders: 'a'.repeat(501) })
    expect([long.status, errorsIn(await long.text()).join()]).toEqual([422, expect.stringContaining('1 teken te veel')])
  })
})

describe('een casus', () => {
  const reference = () => references[0] ?? ''
  const start = (fields: Fields = {}) => send(coordinator, casusOf(reference()), { ...casus, ...fields })

  it('van een leeg formulier tot de lijst voor iedereen met dossiers, zonder een spoor van het dossier', async () => {
    const dossier = await readPage(coordinator, `/werkruimte/dossier/${reference()}`)
    expect(dossier.html).toContain(casusOf(reference()))
    expect((await readPage(casemanager, `/werkruimte/dossier/${reference()}`)).html).not.toContain('/casus"')
    const form = fieldsIn(mainOf((await readPage(coordinator, casusOf(reference()))).html))
    expect([form.titel, form.casus, form.vraag]).toEqual([[''], [''], ['']])
    const before = await work.items('loket')
    const done = await start()
    expect([done.status, locationOf(done)]).toEqual([303, `${figures}/casussen?gedaan=geschreven`])
    // Nothing of the dossier is written, and nothing that is written names it.
    const known = new Set(before.map((item) => JSON.stringify(item)))
    const added = (await work.items('loket')).filter((item) => !known.has(JSON.stringify(item)))
    const ours = added.filter(({ pk }) => !/^SESSIE#/.test(String(pk)))
    expect(ours.map(({ pk }) => pk)).toEqual(['JAAR#aalst', 'JAAR#aalst'])
    expect(JSON.stringify(added)).not.toMatch(new RegExp(`${reference()}|named|kanarie`, 'i'))

    expect((await readPage(coordinator, `${figures}/casussen`)).words).toMatch(
      /Van u, nog niet nagelezen Een ouder die/,
    )
    expect((await readPage(second, `${figures}/casussen`)).words).not.toContain('Een ouder die afhaakt')
    expect((await readPage(casemanager, figures)).words).toMatch(/Na te lezen \(1\) Casus: Een ouder die afhaakt/)
    expect((await read(casemanager, 'goed', {}, 'casus')).status).toBe(303)
    const list = await readPage(second, `${figures}/casussen`)
    expect(list.words).toContain('Een ouder die afhaakt')
    const one = await readPage(second, `${figures}/casussen/${await idOf('casus')}`)
    expect(one.words).toContain('Hoe houden we hem aan boord?')
    expect(one.words).toContain('Weg vanaf maandag 1 februari 2027')
    expect(one.html).toContain('data-print')
    expect(one.html).not.toContain('LCO-')
    expect(await lines()).toEqual(['coordinator-aalst casus geschreven', 'casemanager-aalst casus nagelezen'])
  })

  it('is weg op 1 februari na zijn jaar, en niet ervoor', async () => {
    await start()
    await read(casemanager, 'goed', {}, 'casus')
    const path = `${figures}/casussen/${await idOf('casus')}`
    for (const [at, status] of [
      ['2027-01-31T22:59:59Z', 200],
      ['2027-01-31T23:00:00Z', 404],
    ] as const) {
      work.clock.now = new Date(at)
      const visitor = await work.as('Casemanager Aalst')
      expect([at, (await visitor.get(path)).status]).toEqual([at, status])
      expect((await readPage(visitor, `${figures}/casussen`)).words.includes('Een ouder die afhaakt')).toBe(
        status === 200,
      )
    }
  })

  it.each<[string, Fields, string]>([
    ['geen casus', { casus: '' }, 'Schrijf wat er speelt'],
    ['alleen tekens zonder breedte', { casus: '\u200b\ufeff' }, 'Schrijf wat er speelt'],
    ['3.001 tekens', { casus: 'a'.repeat(3001) }, '1 teken te veel'],
    ['geen vraag', { vraag: '' }, 'Schrijf wat u wilt bespreken'],
    ['een rijksregisternummer', { casus: 'Over 85.07.30-033.28' }, 'Vul geen rijksregisternummer in'],
    [
      'een zin van de cliënt',
      { casus: 'Die wil rust in huis. Papieren sorteren met een buur helpt.' },
      '“Papieren sorteren met een buur”',
    ],
  ])('%s: 422, en wat getypt is blijft staan', async (_, fields, message) => {
    const response = await start(fields)
    const html = await response.text()
    expect([response.status, errorsIn(html).join()]).toEqual([422, expect.stringContaining(message)])
    const again = fieldsIn(mainOf(html))
    expect([again.casus, again.vraag]).toEqual([[fields.casus ?? casus.casus], [fields.vraag ?? casus.vraag]])
    expect(await itemsOf()).toEqual([])
  })

  it('teruggegeven: wie wijzigt, noemt het dossier opnieuw, en het wordt weer niet bewaard', async () => {
    await start()
    await read(casemanager, 'terug', {}, 'casus')
    const path = `${figures}/casussen/${await idOf('casus')}/wijzigen`
    const without = await send(coordinator, path, { casus: 'Anders gezegd.' })
    expect(errorsIn(await without.text()).join()).toContain('Vul de referentie van het dossier in')
    for (const dossier of ['LCO-0000-0000-00', 'weet niet', references.slice(0, 2).join(' ')]) {
      const wrong = await send(coordinator, path, { casus: 'Anders gezegd.', dossier })
      expect(errorsIn(await wrong.text()).join()).toContain('We vinden geen dossier met deze referentie in uw netwerk')
    }
    const quoting = await send(coordinator, path, { casus: 'een plan voor de schulden', dossier: reference() })
    expect(quoting.status).toBe(422)
    const done = await send(coordinator, path, { casus: 'Anders gezegd.', dossier: reference().toLowerCase() })
    expect(locationOf(done)).toBe(`${figures}/casussen?gedaan=gewijzigd`)
    expect(JSON.stringify(await itemsOf())).not.toContain(reference())
    expect((await readPage(second, await toRead('casus'))).words).toContain('Anders gezegd.')
  })

  it('blijft als het dossier gewist wordt, en wordt weggehaald door wie coördineert', async () => {
    const { reference: gone } = await fileRequest(work)
    await send(coordinator, casusOf(gone), casus)
    await read(casemanager, 'goed', {}, 'casus')
    const before = await itemsOf()
    expect((await coordinator.post(`/werkruimte/gegevens/dossier/${gone}/wissen`)).status).toBe(303)
    expect(await itemsOf()).toEqual(before)
    const id = await idOf('casus')
    expect((await casemanager.post(`${figures}/casussen/${id}/weg`, { gezien: '2' })).status).toBe(403)
    expect(locationOf(await coordinator.post(`${figures}/casussen/${id}/weg`, { gezien: '2' }))).toBe(
      `${figures}/casussen?gedaan=weggehaald`,
    )
    expect(await written()).toEqual([])
  })

  it('van een dossier van een ander netwerk, of dat er niet is: 404, en wat getypt is blijft', async () => {
    for (const [visitor, path] of [
      [await work.as('Coördinator OTA'), casusOf(reference())],
      [coordinator, casusOf('LCO-0000-0000-00')],
    ] as const) {
      expect((await visitor.get(path)).status).toBe(404)
      const response = await visitor.post(path, casus)
      expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('haakt een van beide')])
    }
  })
})

it('het grootste dat iemand kan schrijven, past in een item van 128 KB', async () => {
  const greatest = (count: number) => `a${'\u0301\u0302'.repeat(4)}`.repeat(count)
  const fields = { titel: greatest(100), vraag: greatest(300), signaal: greatest(1000), dossiers: signaal().dossiers }
  expect((await postRaw(coordinator, running, fields)).status).toBe(303)
  await read(casemanager, 'terug', { anders: greatest(500) })
  const path = casusOf(references[0] ?? '')
  const most = { titel: greatest(100), casus: greatest(3000), vraag: greatest(500) }
  expect((await postRaw(coordinator, path, most)).status).toBe(303)
  const sizes = (await written()).map((item) => [item.kind, Math.ceil(Buffer.byteLength(JSON.stringify(item)) / 1024)])
  // The column of docs/decisions/003.
  expect(sizes).toEqual([
    ['casus', 76],
    ['signaal', 42],
  ])
})

it('van geen tekst staat iets in een lijn, een mail of een log', async () => {
  await post()
  await read(casemanager, 'terug', { anders: 'Kanariegeel hier' })
  await send(coordinator, casusOf(references[0] ?? ''), casus)
  expect(JSON.stringify(await work.items('loket'))).not.toMatch(/kanarie/i)
  expect(work.log.map((line) => JSON.stringify(line)).join()).not.toMatch(/kanarie/i)
})
