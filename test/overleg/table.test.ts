/** The table of an overleg over HTTP: filled in, kept half-way, agreed to, and asked again (docs/overleg.md §2). */
import { beforeAll, describe, expect, it } from 'vitest'
import { seated } from '../../forms/kit/overleg/overleg.ts'
import { dossierOf, type Filed, fileForm, fileHeld, place } from '../support/dossier.ts'
import { ota, otaStart } from '../support/forms.ts'
import { errorsIn } from '../support/lco.ts'
import { overlegOf } from '../support/overleg.ts'
import { cells, rowNamed, sendTable, tableOn } from '../support/table.ts'
import { type Fields, locationOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let casemanager: Visitor
beforeAll(async () => {
  work = await startTestWorkspace()
  casemanager = await work.as('Casemanager Aalst')
})

const tafel = ({ path }: Filed) => `${path}/overleg/tafel`
/** What the request left open: numbers of who has no address. */
const phones = (fields: Readonly<Record<string, string>>): Record<string, string> => ({
  ...cells(rowNamed(fields, 'OCMW Voorbeeld'), { telefoon: '053/12.34.56' }),
  ...cells(rowNamed(fields, 'Wijkgezondheidscentrum Voorbeeld'), { bereik: 'mail', email: 'onthaal@wgc.example' }),
})
const today = { besproken_op: '23/11/2026', vrij_spreken: 'nee' }
/** The whole table, agreed to. */
async function agreed(): Promise<Filed> {
  const filed = await fileHeld(work)
  const fields = tableOn((await readPage(casemanager, tafel(filed))).html)
  const response = await casemanager.post(tafel(filed), { ...fields, ...phones(fields), ...today })
  expect([response.status, locationOf(response)]).toEqual([303, `${tafel(filed)}?klaar=besproken`])
  return filed
}

describe('de eerste keer', () => {
  it('staat wie de aanvraag noemt al aan tafel; er is nog niets bewaard', async () => {
    const filed = await fileHeld(work)
    const { status, html, words } = await readPage(casemanager, tafel(filed))
    expect(status).toBe(200)
    for (const text of [
      'Wie zit aan tafel?',
      'Veilig contact met de cliënt: Bel alleen voor de middag',
      'Vraag de cliënt of deze tafel goed is Er vertrekt niets voor u dit besprak.',
      'De cliënt zelf. Beroepsgeheim speelt hier niet.',
      'Dienst, vroeg dit aan Noor Voorbeeld CAW Voorbeeld',
      'Tolk Tigrinya',
    ])
      expect(words).toContain(text)
    expect(html.match(/data-overleg="(\w+)"/)?.[1]).toBe('geen')
    expect(html.match(/ data-next/g)).toHaveLength(1)
    expect(html.match(/class="btn"/g)).toHaveLength(1)
    expect(words).not.toContain('wacht op akkoord')
    const fields = tableOn(html)
    const numbers = new Set(Object.keys(fields).flatMap((name) => /^deelnemers\[(\d+)\]/.exec(name)?.[1] ?? []))
    expect([fields.revision, numbers.size]).toEqual(['0', 9])
    expect((await dossierOf(work, filed.reference)).overleg).toBeUndefined()
  })

  it('een rij erbij: alles wat getypt is blijft, en er is niets bewaard', async () => {
    const filed = await fileHeld(work)
    const fields = tableOn((await readPage(casemanager, tafel(filed))).html)
    const typed = { ...cells(6, { dienst: 'CLB De Dender', email: 'geen adres' }), besproken_op: 'gisteren' }
    const response = await casemanager.post(tafel(filed), { ...fields, ...typed, actie: 'rij' })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([200, []])
    const after = tableOn(html)
    expect(after).toMatchObject({ ...fields, ...typed })
    expect(Object.keys(after).filter((name) => name.endsWith('.naam'))).toHaveLength(10)
    expect((await dossierOf(work, filed.reference)).overleg).toBeUndefined()
  })

  it('half ingevuld bewaren mag: niemand ging akkoord, en de rijen staan er nog', async () => {
    const filed = await fileHeld(work)
    const half = { ...cells(6, { naam: 'Zonder bereik', email: 'zonder@dienst.example', bereik: '' }) }
    const response = await sendTable(casemanager, filed.path, { ...half, actie: 'bewaar' })
    expect(locationOf(response)).toBe(`${tafel(filed)}?klaar=bewaard`)
    const { overleg } = await overlegOf(work, filed.reference).now()
    expect([overleg.number, overleg.state, overleg.revision, overleg.consent]).toEqual([
      ...['01', 'voorbereiden', 1, undefined],
    ])
    expect(seated(overleg).some(({ agreedOn }) => agreedOn)).toBe(false)
    expect((await dossierOf(work, filed.reference)).overleg).toMatchObject({ number: '01', state: 'voorbereiden' })
    const { html, words } = await readPage(casemanager, `${tafel(filed)}?klaar=bewaard`)
    expect(words).toContain('De tafel is bewaard.')
    const at = rowNamed(tableOn(html), 'Zonder bereik')
    expect(tableOn(html)).toMatchObject(cells(at, { naam: 'Zonder bereik', email: 'zonder@dienst.example' }))
    expect(tableOn(html)[`deelnemers[${at}].id`]).toMatch(/^[a-z0-9]{8}$/)
  })

  it('half bewaren met een dag ingevuld: het akkoord is niet genoteerd, en dat staat er', async () => {
    const filed = await fileHeld(work)
    const response = await sendTable(casemanager, filed.path, { besproken_op: '23/11/2026', actie: 'bewaar' })
    expect((await overlegOf(work, filed.reference).now()).overleg.consent).toBeUndefined()
    expect((await readPage(casemanager, locationOf(response))).words).toContain(
      'Dat de cliënt akkoord gaat, is niet genoteerd',
    )
  })

  it('de cliënt gaat akkoord met hele rijen: wat ontbreekt, wordt per rij gezegd, en niets gaat verloren', async () => {
    const filed = await fileHeld(work)
    const fields = tableOn((await readPage(casemanager, tafel(filed))).html)
    const typed: Record<string, string> = {
      ...fields,
      ...cells(7, { email: 'iemand@clb.example', beroepsgeheim: '' }),
      vrij_spreken: 'ja',
    }
    const response = await casemanager.post(tafel(filed), typed)
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([
      422,
      [
        'Vul een telefoonnummer in voor OCMW Voorbeeld, of kies mail of brief',
        'Vul een telefoonnummer in voor Wijkgezondheidscentrum Voorbeeld, of kies mail of brief',
        'Noem de persoon of de dienst',
        'Kies of deze rij gebonden is door beroepsgeheim. ‘Weet niet’ mag ook',
        'Vul een datum in, bijvoorbeeld 27/4/2021',
      ],
    ])
    const { 'deelnemers[7].beroepsgeheim': _, ...kept } = typed
    expect(tableOn(html)).toMatchObject(kept)
    expect(html).toMatch(/<title>Fout: /)
    expect((await dossierOf(work, filed.reference)).overleg).toBeUndefined()
  })

  it('akkoord: iedereen mag gevraagd worden, de namen zijn verzegeld, en de volgende stap staat er', async () => {
    const filed = await agreed()
    const { overleg, details, reach } = await overlegOf(work, filed.reference).now()
    expect(overleg.consent).toEqual({ on: '2026-11-23', how: 'zelf' })
    expect(seated(overleg).map(({ wie, agreedOn }) => [wie, agreedOn])).toEqual(
      ['client', 'vertrouwensfiguur', 'tolk', 'spilfiguur', 'dienst', 'dienst'].map((wie) => [wie, '2026-11-23']),
    )
    expect(details.speaksFreely).toBe('nee')
    expect([...reach.values()].map(({ email }) => email).sort()).toEqual(['noor@caw.example', 'onthaal@wgc.example'])
    const applicants = seated(overleg).filter(({ applicant }) => applicant)
    expect(applicants.map(({ id }) => details.names[id]?.naam)).toEqual(['Noor Voorbeeld'])
    expect((await dossierOf(work, filed.reference)).overleg?.applicantInvited).toBe(true)
    const stored = JSON.stringify((await work.items('loket')).filter(({ pk }) => String(pk).includes('TAFEL#')))
    for (const canary of ['Sam Voorbeeld', 'OCMW', '053', '@']) expect(stored).not.toContain(canary)
    const { words, html } = await readPage(casemanager, `${tafel(filed)}?klaar=besproken`)
    expect(words).toContain('De cliënt ging akkoord op maandag 23 november 2026. U kunt nu momenten kiezen .')
    expect(html).toContain(`href="${filed.path}/overleg/momenten"`)
  })

  it('de cliënt kan niet vrij spreken: elke bladzijde zegt wat dan eerst gebeurt', async () => {
    const filed = await fileHeld(work)
    await sendTable(casemanager, filed.path, { vrij_spreken: 'ja', actie: 'bewaar' })
    const { words, html } = await readPage(casemanager, tafel(filed))
    expect(words).toContain('Spreek de cliënt eerst alleen. Advies: 1712 of het Veilig Huis.')
    expect(tableOn(html).vrij_spreken).toBe('ja')
  })
})

describe('grenzen', () => {
  const day = (besproken_op: string): Fields => ({ besproken_op })
  it.each<[string, Fields, string[]]>([
    ['vandaag', day('2026-11-23'), []],
    ['de dag van de aanvraag, geschreven', day('23 november 2026'), []],
    ['met punten en twee cijfers', day('23.11.26'), []],
    ['met de weekdag', day('maandag 23 november 2026'), []],
    ['morgen', day('24/11/2026'), ['Kies een dag die niet in de toekomst ligt']],
    ['voor de aanvraag', day('22/11/2026'), ['Kies een dag na de aanvraag (maandag 23 november 2026)']],
    ['die niet bestaat', day('31/11/2026'), ['Vul een datum in, bijvoorbeeld 27/4/2021']],
    ['geen dag', day('vorige week'), ['Vul een datum in, bijvoorbeeld 27/4/2021']],
    ['leeg', day(' '), ['Vul een datum in, bijvoorbeeld 27/4/2021']],
  ])('besproken op: %s', async (_, changes, errors) => {
    const filed = await fileHeld(work)
    const fields = tableOn((await readPage(casemanager, tafel(filed))).html)
    const response = await casemanager.post(tafel(filed), { ...fields, ...phones(fields), ...changes })
    expect([response.status, errorsIn(await response.text())]).toEqual([errors.length > 0 ? 422 : 303, errors])
  })

  const someone = { wie: 'dienst', dienst: 'CLB', bereik: 'mail', email: 'clb@clb.example', beroepsgeheim: 'ja' }
  const number = '85.07.30-033.28'
  it.each<[string, Record<string, string>, string[]]>([
    ['200 letters', { dienst: 'w'.repeat(200) }, []],
    ['201 letters', { dienst: 'w'.repeat(201) }, ['1 teken te veel. U kunt hier hoogstens 200 tekens schrijven.']],
    ['een rijksregisternummer in een naam', { naam: `An ${number}` }, ['Vul geen rijksregisternummer in']],
    ['een rijksregisternummer in een dienst', { dienst: number }, ['Vul geen rijksregisternummer in']],
    ['een rijksregisternummer in een adres', { email: '85073003328@clb.example' }, ['Vul geen rijksregisternummer in']],
    ['geen bereik', { bereik: '' }, ['Kies hoe CLB bereikbaar is']],
    ['een onbekend bereik', { bereik: 'duif' }, ['Kies hoe CLB bereikbaar is']],
    ['mail zonder adres', { email: '' }, ['Vul een e-mailadres in voor CLB, of kies telefoon of brief']],
    ['een half adres', { email: 'clb@' }, ['Vul een e-mailadres in voor CLB, of kies telefoon of brief']],
    ['twee adressen', { email: 'a@b.be, c@d.be' }, ['Vul een e-mailadres in voor CLB, of kies telefoon of brief']],
    ['telefoon zonder nummer', { bereik: 'telefoon' }, ['Vul een telefoonnummer in voor CLB, of kies mail of brief']],
    ['een half nummer', { telefoon: '053' }, ['Vul een telefoonnummer in voor CLB, of kies mail of brief']],
    ['een brief, zonder meer', { bereik: 'brief', email: '' }, []],
    ['geen naam', { dienst: ' ' }, ['Noem de persoon of de dienst']],
    ['een onzichtbare naam', { dienst: '\u200b\u2800' }, ['Noem de persoon of de dienst']],
    ['een onbekende rol is een dienst', { wie: 'burgemeester' }, []],
    ['een tolk zonder nummer', { wie: 'tolk', bereik: 'telefoon', email: '' }, []],
    ['een cliënt per mail', { wie: 'client' }, ['Kies telefoon of brief voor de cliënt. Loket mailt een cliënt niet']],
    ['een tweede cliënt, zonder nummer', { wie: 'client', bereik: 'telefoon', email: '' }, []],
  ])('een rij met %s', async (_, changes, errors) => {
    const filed = await fileHeld(work)
    const fields = tableOn((await readPage(casemanager, tafel(filed))).html)
    const row = cells(6, { ...someone, ...changes })
    const response = await casemanager.post(tafel(filed), { ...fields, ...phones(fields), ...today, ...row })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([errors.length > 0 ? 422 : 303, errors])
    if (errors.length === 0) return
    // Each is said beside its own field too, and the summary's link finds it.
    const [, target = ''] = /class="problem".*?href="#([^"]+)"/s.exec(html) ?? []
    expect(html).toContain(`id="${target}"`)
    expect(html).toContain(`id="${target}-fout"`)
  })

  it.each([
    [22, 303],
    [23, 422],
  ])('%i mensen aan één tafel', async (count, status) => {
    const filed = await fileHeld(work)
    const rows = Array.from({ length: count }, (_, at) =>
      cells(at, at === 0 ? { wie: 'client', bereik: 'brief' } : { ...someone, dienst: `Dienst ${at}` }),
    )
    const response = await casemanager.post(tafel(filed), { revision: '0', ...today, ...Object.assign({}, ...rows) })
    expect(response.status).toBe(status)
    if (status === 422) expect(errorsIn(await response.text())).toEqual(['Aan één tafel kunnen hoogstens 22 mensen'])
    else {
      // One more than who stands there, however it is sent.
      const more = { revision: '1', ...today, ...cells(0, someone) }
      expect((await casemanager.post(tafel(filed), more)).status).toBe(422)
    }
  })

  it.each<[string, (client: number) => Record<string, string>]>([
    ['met het vinkje', (at) => cells(at, { weg: 'ja' })],
    ['als iemand anders', (at) => cells(at, { wie: 'dienst', dienst: 'De cliënt', bereik: 'brief' })],
    ['als iemand anders die gaat', (at) => cells(at, { wie: 'dienst', weg: 'ja' })],
  ])('de cliënt gaat niet van tafel: %s', async (_, changes) => {
    const filed = await agreed()
    const { overleg } = await overlegOf(work, filed.reference).now()
    const response = await sendTable(casemanager, filed.path, { ...today, ...changes(0), actie: 'bewaar' })
    expect([response.status, errorsIn(await response.text())]).toEqual([
      422,
      ['De cliënt zelf kan niet van tafel. Wil de cliënt stoppen? Stop dan de aanvraag'],
    ])
    expect((await overlegOf(work, filed.reference).now()).overleg).toEqual(overleg)
  })

  it.each(['zzzzzzzz', 'constructor', '__proto__', 'x'.repeat(200)])(
    'een onbekende deelnemer (%s) is niemand',
    async (id) => {
      const filed = await agreed()
      const before = await overlegOf(work, filed.reference).now()
      const response = await sendTable(casemanager, filed.path, { ...cells(20, { id, weg: 'ja' }), actie: 'bewaar' })
      expect(response.status).toBe(303)
      const after = await overlegOf(work, filed.reference).now()
      expect(seated(after.overleg).map((one) => one.id)).toEqual(seated(before.overleg).map((one) => one.id))
      expect(work.failures).toEqual([])
    },
  )

  it('tweemaal dezelfde deelnemer: de tweede rij is iemand anders', async () => {
    const filed = await agreed()
    const { overleg, details } = await overlegOf(work, filed.reference).now()
    const [, first] = seated(overleg)
    const again = cells(20, { id: first?.id ?? '', ...someone })
    await sendTable(casemanager, filed.path, { ...again, actie: 'bewaar' })
    const after = await overlegOf(work, filed.reference).now()
    expect(seated(after.overleg)).toHaveLength(7)
    expect(after.details.names[first?.id ?? '']).toEqual(details.names[first?.id ?? ''])
  })
})

describe('akkoord is levend', () => {
  it('een andere naam vraagt het opnieuw, dezelfde naam en een ander adres niet', async () => {
    const filed = await agreed()
    const before = work.clock.now
    work.clock.later(86_400)
    casemanager = await work.as('Casemanager Aalst')
    const same = await sendTable(casemanager, filed.path, { actie: 'bewaar' })
    expect(same.status).toBe(303)
    const fields = tableOn((await readPage(casemanager, tafel(filed))).html)
    const ocmw = rowNamed(fields, 'OCMW Voorbeeld')
    await sendTable(casemanager, filed.path, { ...cells(ocmw, { telefoon: '053 99 99 99' }), actie: 'bewaar' })
    const waitingIn = async () =>
      seated((await overlegOf(work, filed.reference).now()).overleg).filter(({ agreedOn }) => !agreedOn).length
    expect(await waitingIn()).toBe(0)

    await sendTable(casemanager, filed.path, {
      ...cells(ocmw, { dienst: 'OCMW Aalst' }),
      ...cells(7, { wie: 'dienst', dienst: 'CLB De Dender', bereik: 'mail', email: 'clb@clb.example' }),
      actie: 'bewaar',
    })
    expect(await waitingIn()).toBe(2)
    const { words, html } = await readPage(casemanager, tafel(filed))
    for (const text of [
      'Vraag de cliënt opnieuw of dit goed is U zette CLB De Dender bij. U veranderde OCMW Aalst .',
      'Met de andere namen ging de cliënt akkoord op maandag 23 november 2026.',
      'Zolang u dit niet besprak, kunt u niets voorstellen, vastleggen of mailen.',
    ])
      expect(words).toContain(text)
    expect(html.match(/wacht op akkoord/g)).toHaveLength(2)
    expect((await readPage(casemanager, filed.path)).words).toContain(
      'De tafel is veranderd. Vraag de cliënt opnieuw of dit goed is. Naar de tafel',
    )

    await sendTable(casemanager, filed.path, { besproken_op: '24/11/2026', hoe_besproken: 'met_steun' })
    expect(await waitingIn()).toBe(0)
    const { overleg } = await overlegOf(work, filed.reference).now()
    expect(overleg.consent).toEqual({ on: '2026-11-24', how: 'met_steun' })
    expect(seated(overleg).filter(({ agreedOn }) => agreedOn === '2026-11-24')).toHaveLength(2)
    expect(Object.values(overleg.participants).some(({ renamed }) => renamed)).toBe(false)
    work.clock.now = before
  })

  it('wie niet op de bladzijde stond, daarmee ging niemand akkoord', async () => {
    const filed = await fileHeld(work)
    await sendTable(casemanager, filed.path, { actie: 'bewaar' })
    const one = { wie: 'client', bereik: 'brief' }
    await casemanager.post(tafel(filed), { revision: '1', ...today, ...cells(0, one) })
    const { overleg } = await overlegOf(work, filed.reference).now()
    expect(seated(overleg).filter(({ wie, agreedOn }) => wie !== 'client' && agreedOn)).toEqual([])
  })
})

describe('wat erbij gezegd wordt', () => {
  it('wie niet gebonden is, wie het niet weet, en een dienst die moet melden', async () => {
    const filed = await agreed()
    const fields = tableOn((await readPage(casemanager, tafel(filed))).html)
    const bound = ['Noor Voorbeeld', 'Wijkgezondheidscentrum Voorbeeld', 'Iemand die de cliënt meebrengt'].map((name) =>
      cells(rowNamed(fields, name), { beroepsgeheim: 'ja' }),
    )
    const changes = {
      ...Object.assign({}, ...bound),
      ...cells(rowNamed(fields, 'OCMW Voorbeeld'), { beroepsgeheim: 'nee' }),
      ...cells(7, { dienst: 'Politie Aalst', naam: 'Wijkinspecteur', bereik: 'brief', beroepsgeheim: 'ja' }),
      actie: 'bewaar',
    }
    await sendTable(casemanager, filed.path, changes)
    const { words } = await readPage(casemanager, tafel(filed))
    expect(words).toContain(
      'Zeg waar Sam Voorbeeld bij is alleen wat de cliënt goedvindt. Sam Voorbeeld is niet gebonden door beroepsgeheim. Van Tolk Tigrinya weten we het niet: vraag het. Tot dan geldt hetzelfde.',
    )
    expect(words).toContain('Deze dienst moet misdrijven melden. Weet de cliënt dat?')
  })

  it('een gezin: meer dan één cliënt, en wie er te veel staat kan iemand anders worden', async () => {
    const filed = await agreed()
    await sendTable(casemanager, filed.path, {
      ...today,
      ...cells(7, { wie: 'client', naam: 'de vader', bereik: 'telefoon' }),
    })
    const { overleg } = await overlegOf(work, filed.reference).now()
    expect(seated(overleg).filter(({ wie }) => wie === 'client')).toHaveLength(2)
    const second = rowNamed(tableOn((await readPage(casemanager, tafel(filed))).html), 'de vader')
    await sendTable(casemanager, filed.path, { ...cells(second, { wie: 'naaste', bereik: 'brief' }), actie: 'bewaar' })
    expect(
      seated((await overlegOf(work, filed.reference).now()).overleg).filter(({ wie }) => wie === 'client'),
    ).toHaveLength(1)
  })
})

describe('wie, en wanneer', () => {
  it('de coördinator ook, een andere casemanager niet, en die hoort niet dat het bestaat', async () => {
    const filed = await agreed()
    const coordinator = await work.as('Coördinator Aalst')
    const other = await work.as('Tweede casemanager Aalst')
    expect((await coordinator.get(tafel(filed))).status).toBe(200)
    expect((await sendTable(coordinator, filed.path, { actie: 'bewaar' })).status).toBe(303)
    const { overleg } = await overlegOf(work, filed.reference).now()
    expect((await other.get(tafel(filed))).status).toBe(404)
    expect((await other.post(tafel(filed), { revision: String(overleg.revision), actie: 'bewaar' })).status).toBe(404)
    expect((await overlegOf(work, filed.reference).now()).overleg).toEqual(overleg)
  })

  it('alleen kijken of de bladzijde er is, laat geen regel na', async () => {
    const filed = await fileHeld(work)
    const seen = async () =>
      (await work.items('loket')).filter(
        ({ pk, sk }) => pk === `DOSSIER#${filed.reference}` && String(sk).startsWith('RAADPLEGING'),
      ).length
    expect((await casemanager.send(tafel(filed), { method: 'HEAD' })).status).toBe(200)
    expect(await seen()).toBe(0)
    await casemanager.get(tafel(filed))
    expect(await seen()).toBe(1)
  })

  it.each(['ingediend', 'afgesloten'])(
    'een dossier dat %s is, krijgt geen tafel; wat getypt is staat er nog',
    async (state) => {
      const filed = await fileHeld(work)
      await place(work, filed.reference, { state, ...(state === 'afgesloten' ? { ttl: 1_900_000_000 } : {}) })
      const coordinator = await work.as('Coördinator Aalst')
      expect((await coordinator.get(tafel(filed))).status).toBe(409)
      const response = await coordinator.post(tafel(filed), { revision: '0', ...cells(0, { dienst: 'CLB De Dender' }) })
      expect([response.status, wordsIn(await response.text())]).toEqual([409, expect.stringContaining('CLB De Dender')])
      expect((await dossierOf(work, filed.reference)).overleg).toBeUndefined()
    },
  )

  it('twee tegelijk: een van de twee, en de ander ziet wat er getypt was', async () => {
    const filed = await agreed()
    const fields = tableOn((await readPage(casemanager, tafel(filed))).html)
    const add = (dienst: string, revision = fields.revision ?? '') =>
      casemanager.post(tafel(filed), { ...fields, ...cells(7, { dienst, bereik: 'brief' }), revision, actie: 'bewaar' })
    const both = await Promise.all([add('CLB De Dender'), add('Huis van het Kind')])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const loser = both[0]?.status === 409 ? 'CLB De Dender' : 'Huis van het Kind'
    const texts = await Promise.all(both.filter(({ status }) => status === 409).map((response) => response.text()))
    expect(texts.join()).toContain(loser)
    expect(texts.join()).toContain('Uw keuze is niet bewaard.')
    const { overleg } = await overlegOf(work, filed.reference).now()
    expect(seated(overleg)).toHaveLength(7)
    // A control: made from what there is now, the same is kept.
    expect((await add(loser, String(overleg.revision))).status).toBe(303)
    expect(seated((await overlegOf(work, filed.reference).now()).overleg)).toHaveLength(10)
  })

  it('twee keer tegelijk de eerste tafel: er is er één', async () => {
    const filed = await fileHeld(work)
    const fields = tableOn((await readPage(casemanager, tafel(filed))).html)
    const posts = [1, 2, 3].map(() => casemanager.post(tafel(filed), { ...fields, actie: 'bewaar' }))
    expect((await Promise.all(posts)).map(({ status }) => status).sort()).toEqual([303, 409, 409])
    expect((await overlegOf(work, filed.reference).now()).overleg).toMatchObject({ number: '01', revision: 1 })
  })
})

describe('de volgende keer', () => {
  it('na een overleg dat niet doorging begint het volgende: dezelfde mensen, en de vraag opnieuw', async () => {
    const filed = await agreed()
    const before = await overlegOf(work, filed.reference).now()
    await overlegOf(work, filed.reference).cancel('Een reden')
    expect((await readPage(casemanager, filed.path)).words).toContain(
      'Overleg 01 ging niet door. Begin een nieuw overleg',
    )
    const { words, html } = await readPage(casemanager, tafel(filed))
    expect(words).toContain('Een nieuw overleg: overleg 02. Wie vorige keer aan tafel zat, staat er al.')
    expect(words).toContain('Vraag de cliënt of deze tafel goed is')
    expect(tableOn(html)['deelnemers[4].email']).toBe('noor@caw.example')
    const response = await sendTable(casemanager, filed.path, { ...today })
    expect(locationOf(response)).toBe(`${tafel(filed)}?klaar=besproken`)
    const after = await overlegOf(work, filed.reference).now()
    expect([after.overleg.number, after.overleg.state, seated(after.overleg).length]).toEqual(['02', 'voorbereiden', 6])
    expect(after.details.names).toEqual(before.details.names)
    expect([...after.reach].map(([, { email }]) => email).sort()).toEqual(['noor@caw.example', 'onthaal@wgc.example'])
  })

  it('zonder cliënt: wie vroeg staat er, en niemand hoeft akkoord te gaan', async () => {
    const { reference, path } = await fileForm(work, otaStart, ota.traject)
    await place(work, reference, { state: 'toegewezen', holder: 'bemiddelaar-ota' })
    const bemiddelaar = await work.as('Bemiddelaar OTA')
    const { words, html } = await readPage(bemiddelaar, `${path}/overleg/tafel`)
    expect(words).toContain('Wie doet mee?')
    for (const text of ['Besproken met de cliënt', 'vrij kan spreken', 'wat de cliënt goedvindt']) {
      expect(words).not.toContain(text)
    }
    expect(html.match(/ data-next/g)).toHaveLength(1)
    expect(rowNamed(tableOn(html), 'noor@clb.example')).toBe(0)
    const response = await sendTable(bemiddelaar, path)
    // "Bewaar, en kies momenten" leads there.
    expect(locationOf(response)).toBe(`${path}/overleg/momenten?klaar=klaar`)
    expect((await readPage(bemiddelaar, locationOf(response))).words).toContain('Eén tot acht.')
    expect((await overlegOf(work, reference).now()).overleg).toMatchObject({ number: '01', noun: 'start-overleg' })
    expect((await readPage(bemiddelaar, path)).words).toContain('De tafel is bewaard. Nog geen momenten. Kies momenten')
  })
})
