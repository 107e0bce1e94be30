/** The table of an overleg at its borders: days, rows, sizes and people that are not there (docs/overleg.md §2). */
import { beforeAll, describe, expect, it } from 'vitest'
import { seated } from '../../forms/kit/overleg/overleg.ts'
import { fileHeld } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { overlegOf } from '../support/overleg.ts'
import {
  agreedTable,
  cells,
  numbersFor,
  sendTable,
  tableOn,
  pathOfTable as tafel,
  sayAgreed as today,
} from '../support/table.ts'
import { type Fields, readPage, type Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let casemanager: Visitor
beforeAll(async () => {
  work = await startTestWorkspace()
  casemanager = await work.as('Casemanager Aalst')
})

/** The whole table, agreed to. */
const agreed = () => agreedTable(work, casemanager)

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
    const response = await casemanager.post(tafel(filed), { ...fields, ...numbersFor(fields), ...changes })
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
    [
      'een half adres',
      { email: 'clb@' },
      ['CLB: dit adres is niet volledig. Kijk het na, bijvoorbeeld naam@dienst.be'],
    ],
    ['twee adressen', { email: 'a@b.be, c@d.be' }, ['CLB: vul één e-mailadres in, bijvoorbeeld naam@dienst.be']],
    ['telefoon zonder nummer', { bereik: 'telefoon' }, ['Vul een telefoonnummer in voor CLB, of kies mail of brief']],
    [
      'een half nummer',
      { telefoon: '053' },
      ['CLB: dit nummer is te kort. Vul het hele nummer in, bijvoorbeeld 0478 12 34 56'],
    ],
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
    const response = await casemanager.post(tafel(filed), { ...fields, ...numbersFor(fields), ...today, ...row })
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
