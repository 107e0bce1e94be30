/** Somebody is found wherever their name or number was typed, dossier by dossier, and nothing of it is kept but ids (docs/domain.md §7). */
import { beforeEach, describe, expect, it } from 'vitest'
import { aalst } from '../../forms/networks/aalst.ts'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { look, nothingLooked } from '../../functions/workspace/personal-data/look.ts'
import { type Filed, fileHeld, fileRequest } from '../support/dossier.ts'
import { aanvraag, errorsIn } from '../support/lco.ts'
import { holdEverything, overlegOf } from '../support/overleg.ts'
import { idsOfApplicant as ids } from '../support/overleg-tables.ts'
import { dossierOf, keep, placeMany } from '../support/place-dossiers.ts'
import { fieldsIn, locationOf, mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { putStore, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const gegevens = '/werkruimte/gegevens'

let work: TestWorkspace
let filed: Filed
let coordinator: Visitor
beforeEach(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
  filed = await fileHeld(work, { fast: true })
  coordinator = await work.as('Coördinator Aalst')
})

async function pageOf(response: Response) {
  const html = await response.text()
  const main = mainOf(html)
  const found = [...main.matchAll(/data-gevonden="([^"]+)"/g)].map(([, reference]) => reference)
  const [, done, total] = /data-bekeken="(\d+)" data-totaal="(\d+)"/.exec(main) ?? []
  return { status: response.status, html, words: wordsIn(main), found, done: Number(done), total: Number(total) }
}
const search = async (zoek: string, visitor = coordinator) => pageOf(await visitor.post(gegevens, { zoek }))
const further = async (html: string, changes: Record<string, string | string[]> = {}, visitor = coordinator) =>
  pageOf(await visitor.post(gegevens, { ...fieldsIn(mainOf(html)), ...changes }))

const requests = async () =>
  (await work.items('loket'))
    .filter(({ pk }) => String(pk).startsWith('GEGEVENS#'))
    .map(({ what, subjects, opened }) => ({ what, subjects, opened }))

/** A note in a dossier, as a colleague writes it. */
async function note(reference: string, notitie: string) {
  const sealed = await work.deps.seal('aalst', reference, { notitie })
  const at = work.clock.now.toISOString()
  await work.deps.logbook.add(reference, {
    id: notitie.length.toString(),
    at,
    who: 'casemanager-aalst',
    kind: 'notitie',
    sealed,
  })
}

/** More dossiers than one press opens; without answers. */
const many = async (count: number) => placeMany(work, await dossierOf(work), count)

/** References of those, in the order in which they are opened. */
const newcomers = () =>
  createPersonalData(work.connection).references(
    'aalst',
    [{ network: 'aalst', form: 'lco-aanvraag', state: 'ingediend' }],
    work.clock.now,
  )

describe('waar iemand staat', () => {
  it.each([
    ['sam voorbeeld', 'bij “Betrokken diensten”', 'OCMW Voorbeeld, Sam Voorbeeld'],
    ['Wijkgezondheidscentrum', 'bij “Betrokken diensten”', 'Wijkgezondheidscentrum Voorbeeld'],
    ['DE BUUR', 'bij “', 'De buur gaat mee naar afspraken.'],
    ['0478 12 34 56', 'bij “Telefoonnummer”', '+32478123456'],
  ])('%s: %s', async (zoek, where, passage) => {
    const { status, found, words } = await search(zoek)
    expect([status, found]).toEqual([200, [filed.reference]])
    expect(words).toContain(where)
    expect(words).toContain(passage)
    expect(words).toContain('Alles bekeken (1 van 1): gevonden in 1 dossier.')
  })

  it('in een notitie, zonder accenten en hoofdletters; een nummer hoe het ook geschreven is', async () => {
    await note(filed.reference, 'Zus Zoë D’Hondt belde, nummer 053/22.33.44.')
    for (const zoek of ['zoe dhondt', '+32 53 22 33 44', '053223344']) {
      const { found, words } = await search(zoek)
      expect(found).toEqual([filed.reference])
      expect(words).toContain('in een notitie: Zus Zoë D’Hondt belde, nummer 053/22.33.44.')
    }
  })

  it('aan de tafel van een overleg, met de weg naar wat van die persoon bewaard is', async () => {
    await holdEverything(overlegOf(work, filed.reference))
    const { html, words } = await search('Bo Beller')
    expect(words).toContain('aan de tafel van overleg 01 : Bo Beller')
    expect(html).toContain(`href="${gegevens}/tafel/${filed.reference}_01_${ids.byPhone}"`)
    expect((await search('zaal 1')).words).toContain('bij de plaats van overleg 01: Zaal 1')
    expect((await search('053 11 11 11')).words).toContain('aan de tafel van overleg 01')
  })

  it('een adres in wat anderen schreven, zonder dat het in een veld staat', async () => {
    await note(filed.reference, 'Mail aan lotte@school.example.')
    const { addressKey } = work.secrets
    const path = locationOf(await coordinator.post(gegevens, { zoek: 'Lotte@school.example' }))
    const page = await (await coordinator.get(path)).text()
    expect(fieldsIn(mainOf(page)).persoon).toEqual([addressHmac(addressKey, 'lotte@school.example')])
    const { found, words } = await pageOf(await coordinator.post(gegevens, fieldsIn(mainOf(page))))
    expect(found).toEqual([filed.reference])
    expect(words).toContain('in een notitie: Mail aan lotte@school.example.')
  })

  it('nergens: dat staat er ook', async () => {
    const { found, words } = await search('Wilhelmina Nergens')
    expect(found).toEqual([])
    expect(words).toContain('Alles bekeken (1 van 1): niets gevonden.')
  })

  it('niets van een ander netwerk, en alleen voor wie coördineert', async () => {
    const other = await search('sam voorbeeld', await work.as('Coördinator Limburg'))
    expect([other.found, other.total]).toEqual([[], 0])
    const casemanager = await work.as('Casemanager Aalst')
    expect((await casemanager.post(gegevens, { zoek: 'sam voorbeeld' })).status).toBe(403)
  })
})

describe('in stukken', () => {
  it('honderd per druk, met wat al gevonden is, tot alles bekeken is', async () => {
    await many(149)
    const second = await fileRequest(work, { fast: true })
    let page = await search('sam voorbeeld')
    const presses = [[page.done, page.total]]
    while (page.words.includes('Zoek verder')) {
      page = await further(page.html)
      presses.push([page.done, page.total])
    }
    expect(presses).toEqual([
      [100, 151],
      [151, 151],
    ])
    expect(page.found.sort()).toEqual([filed.reference, second.reference].sort())
    expect(page.words).toContain('Alles bekeken (151 van 151): gevonden in 2 dossiers.')
  })

  it('ook na een paar seconden, hoe weinig er dan ook bekeken is', async () => {
    await many(40)
    let ms = 0
    const slow = () => (ms += 3_000)
    const find = () => undefined
    const looked = await look(work.deps, { network: aalst, find, progress: nothingLooked, elapsed: slow })
    expect([looked.opened, looked.total, looked.next?.after !== undefined]).toEqual([20, 41, true])
  })

  it('een dossier dat intussen gewist is, is niet meer gevonden; een dat verhuisde, wordt niet overgeslagen', async () => {
    await many(120)
    const all = await newcomers()
    const first = await search('sam voorbeeld')
    const [late = ''] = all.slice(-1)
    const dossier = await work.deps.dossiers.read(late, work.clock.now)
    // To the front of its list, and out of it.
    if (dossier)
      await keep(work.connection, {
        ...dossier,
        state: 'toegewezen',
        holder: 'casemanager-aalst',
        nextOn: '2026-01-01',
        revision: 2,
      })
    await note(late, 'Belde met Sam Voorbeeld.')
    const erased = await coordinator.post(`${gegevens}/dossier/${filed.reference}/wissen`)
    expect(erased.status).toBe(303)
    const last = await further(first.html)
    expect(last.found).toEqual([late])
    expect(last.done).toBe(last.total)
  })

  it('wat niet te openen is, staat er bij naam, tot op het einde', async () => {
    await many(110)
    const { client, PutCommand } = await work.connection.dynamo()
    const [first = ''] = await newcomers()
    const Item = {
      pk: `DOSSIER#${first}`,
      sk: 'ANTWOORDEN',
      sealed: await work.deps.seal('aalst', 'LCO-ANDER', { doel: 'x' }),
    }
    await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
    const page = await further((await search('sam voorbeeld')).html)
    expect(page.words).toContain('Deze dossiers konden we niet openen.')
    expect(page.html).toContain(`href="/werkruimte/dossier/${first}"`)
    expect(work.failures.length).toBeGreaterThan(0)
    work.failures.length = 0
  })

  it('in meer dan vijftig dossiers: dan is het geen zoeken naar één mens', async () => {
    await many(60)
    const all = await newcomers()
    for (const reference of all) await note(reference, 'Jan belde.')
    const page = await search('jan')
    expect(page.found).toHaveLength(50)
    expect(page.words).toContain('gevonden in meer dan 50 dossiers. Voeg een woord toe')
    expect(page.words).not.toContain('Zoek verder')
  })

  it('twee coördinatoren tegelijk storen elkaar niet, en gaan niet verder met wat van de ander is', async () => {
    await many(110)
    const two = await work.as('Coördinator Aalst')
    const [one, other] = await Promise.all([search('sam voorbeeld'), search('noor', two)])
    const [last, lastOther] = await Promise.all([further(one.html), further(other.html, {}, two)])
    expect([last.done, lastOther.done]).toEqual([last.total, lastOther.total])
    expect(last.found).toEqual([filed.reference])
  })
})

describe('wat ervan blijft', () => {
  it('ids: wat gevonden is, en hoeveel er openging; eerst opgeschreven, en nergens wat gezocht is', async () => {
    await many(120)
    await note(filed.reference, 'Kanariezus belde.')
    const page = await search('Kanariezus')
    await further(page.html)
    const lines = await requests()
    expect(lines.every(({ what }) => what === 'gezocht')).toBe(true)
    expect(lines.map(({ opened }) => opened).sort()).toEqual([100, 21])
    expect(lines.flatMap(({ subjects }) => subjects)).toContain(filed.reference)
    const seen = (await work.items('loket')).filter(({ list }) => list === 'gegevens')
    expect(seen.map(({ references }) => references)).toContainEqual([filed.reference])
    const all = JSON.stringify([await work.items('loket'), await work.items('drafts'), work.log, work.failures])
    expect(all.toLowerCase()).not.toContain('kanariezus')
  })

  it('wat niet opgeschreven kan worden, wordt niet getoond', async () => {
    const note = () => Promise.reject(new Error('no room'))
    putStore(work.deps, createPersonalData, { ...createPersonalData(work.connection), note })
    const response = await coordinator.post(gegevens, { zoek: 'sam voorbeeld' })
    expect(response.status).toBe(503)
    expect(await response.text()).not.toContain('Sam Voorbeeld, ')
    work.failures.length = 0
  })
})

describe('wat geen zoekvraag is', () => {
  it.each([
    ['één letter', 'a', 'Vul een naam van minstens 2 letters in'],
    ['driehonderd tekens', 'Noor '.repeat(60), 'Vul hoogstens 100 tekens in: een naam, een nummer of een adres'],
    ['een nummer dat er geen is', '0478 12 34', 'Vul het hele telefoonnummer in, bijvoorbeeld 0478 12 34 56'],
    ['alleen tekens', '…', 'Vul een referentie, één e-mailadres, een telefoonnummer of een naam in'],
  ])('%s: zegt wat in te vullen, en houdt wat getypt is', async (_, zoek, message) => {
    const { status, html } = await search(zoek)
    expect(status).toBe(422)
    expect(errorsIn(html).join()).toContain(message)
    expect(fieldsIn(mainOf(html)).zoek).toEqual([zoek])
  })

  it.each<[string, (fields: Record<string, string[]>) => Record<string, string | string[]>]>([
    ['een andere plaats', () => ({ na: 'LCO-0000-0000-00' })],
    ['iets gevonden dat niet gevonden is', ({ gevonden = [] }) => ({ gevonden: [...gevonden, 'LCO-7K3M-9QX2-4T'] })],
    ['andere woorden', () => ({ zoek: 'iemand anders' })],
    ['een ander zegel', () => ({ klopt: 'x' })],
  ])('voortgang met %s: zoek opnieuw, en wat getypt is blijft', async (_, change) => {
    await many(110)
    const { html } = await search('sam voorbeeld')
    const page = await further(html, change(fieldsIn(mainOf(html))))
    expect(page.status).toBe(422)
    expect(errorsIn(page.html)).toEqual(['Deze zoektocht kan niet verder. Zoek opnieuw.'])
    expect(page.found).toEqual([])
  })

  it('voortgang van een andere coördinator, of zonder zegel: zoek opnieuw', async () => {
    await many(110)
    const { html } = await search('sam voorbeeld')
    const { klopt: _, ...fields } = fieldsIn(mainOf(html))
    expect((await coordinator.post(gegevens, fields)).status).toBe(422)
    const elsewhere = await work.as('Coördinator Limburg')
    expect((await elsewhere.post(gegevens, fieldsIn(mainOf(html)))).status).toBe(422)
    expect((await coordinator.post(gegevens, { persoon: 'x' })).status).toBe(422)
  })
})

it('de aanvraag van het voorbeeld heeft wat hier gezocht wordt', () => {
  expect(aanvraag.tafel['betrokkenen[1].contactpersoon']).toBe('Sam Voorbeeld')
})
