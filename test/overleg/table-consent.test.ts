/** What the client agreed to at the table, and what is said beside it (docs/overleg.md §2). */
import { beforeAll, describe, expect, it } from 'vitest'
import { seated } from '../../forms/kit/overleg/overleg.ts'
import { fileHeld } from '../support/dossier.ts'
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
import { readPage, type Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let casemanager: Visitor
beforeAll(async () => {
  work = await startTestWorkspace()
  casemanager = await work.as('Casemanager Aalst')
})

/** The whole table, agreed to. */
const agreed = () => agreedTable(work, casemanager)

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
