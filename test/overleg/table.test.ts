/** The table of an overleg over HTTP: filled in, kept half-way, agreed to, and asked again (docs/overleg.md §2). */
import { beforeAll, describe, expect, it } from 'vitest'
import { seated } from '../../forms/kit/overleg/overleg.ts'
import { dossierOf, fileForm, fileHeld, place } from '../support/dossier.ts'
import { ota, otaStart } from '../support/forms.ts'
import { errorsIn } from '../support/lco.ts'
import { overlegOf } from '../support/overleg.ts'
import {
  agreedTable,
  cells,
  rowNamed,
  sendTable,
  tableOn,
  pathOfTable as tafel,
  sayAgreed as today,
} from '../support/table.ts'
import { locationOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let casemanager: Visitor
beforeAll(async () => {
  work = await startTestWorkspace()
  casemanager = await work.as('Casemanager Aalst')
})

/** The whole table, agreed to. */
const agreed = () => agreedTable(work, casemanager)

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
    expect(seated((await overlegOf(work, filed.reference).now()).overleg)).toHaveLength(8)
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
