/** Who stops: the applicant until somebody has it; after that only the client, and the applicant's service can leave (docs/overleg.md §2). */
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, type Filed, fileHeld, fileRequest, hiddenOn, mailsOf, place } from '../support/dossier.ts'
import { overlegOf, type TestOverleg } from '../support/overleg.ts'
import { idsOfApplicant as ids, spanAt, type TestRow, tableOfApplicant } from '../support/overleg-tables.ts'
import { locationOf, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const holder = 'casemanager-aalst'

let work: TestWorkspace
let filed: Filed
let overleg: TestOverleg

beforeEach(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
  filed = await fileHeld(work, { fast: true })
  overleg = overlegOf(work, filed.reference)
})

const statusPage = async () => (await work.visitor().get(filed.status)).text()
const stop = () => work.visitor().post(`${filed.status}/niet-meer-mee`)
const stopMails = async () =>
  (await mailsOf(work, filed.reference)).filter(
    ({ notification }) => notification.kind === 'taak' && notification.why === 'dienst-stopt',
  )
const leaving = (html: string) => [html.includes('/stoppen"'), html.includes('/niet-meer-mee"')]

describe('wat de statuspagina aanbiedt', () => {
  const paused = { paused: { from: 'toegewezen', on: '2026-11-20' } }
  it.each([
    ['voor iemand het heeft', { state: 'ingediend' }, [true, false]],
    ['wachtend voor iemand het heeft', { state: 'wacht_op_aanvrager', ...paused }, [true, false]],
    ['zodra iemand het heeft', { state: 'toegewezen', holder }, [false, true]],
    ['wachtend bij iemand', { state: 'wacht_op_aanvrager', holder, ...paused }, [false, true]],
    ['in opvolging', { state: 'in_opvolging', holder }, [false, true]],
    ['afgesloten', { state: 'afgesloten', holder, ttl: 1_900_000_000 }, [false, false]],
  ])('%s', async (_, changes, expected) => {
    await place(work, filed.reference, changes)
    expect(leaving(await statusPage())).toEqual(expected)
    // The pages themselves agree.
    const ways = [`${filed.status}/stoppen`, `${filed.status}/niet-meer-mee`]
    const answers = await Promise.all(ways.map((path) => work.visitor().get(path)))
    expect(answers.map(({ status }) => status === 200)).toEqual(expected)
  })

  it('ook wat terugkwam nadat er een overleg was, stopt de aanvrager niet meer', async () => {
    await overleg.table(tableOfApplicant)
    await place(work, filed.reference, { state: 'ingediend' })
    expect(leaving(await statusPage())).toEqual([false, true])
  })

  it('intrekken buiten de pagina om verandert niets', async () => {
    const before = await dossierOf(work, filed.reference)
    expect(locationOf(await work.visitor().post(`${filed.status}/stoppen`))).toBe(filed.status)
    expect(await dossierOf(work, filed.reference)).toEqual(before)
  })
})

describe('mijn dienst doet niet meer mee', () => {
  it('vraagt het eerst; kijken doet niets', async () => {
    const page = await (await work.visitor().get(`${filed.status}/niet-meer-mee`)).text()
    expect(wordsIn(page)).toContain('Casemanager Aalst belt de cliënt. De aanvraag loopt door.')
    expect((await dossierOf(work, filed.reference)).callClient).toBeUndefined()
    expect(await stopMails()).toEqual([])
  })

  it('een taak voor wie het heeft, en een antwoord; het dossier loopt door', async () => {
    expect(locationOf(await stop())).toBe(filed.status)
    expect(await dossierOf(work, filed.reference)).toMatchObject({ state: 'toegewezen', callClient: '2026-11-23' })
    expect((await stopMails()).map(({ notification }) => notification)).toMatchObject([
      { to: 'medewerker', person: holder },
    ])
    const page = await statusPage()
    expect(wordsIn(page)).toContain('Casemanager Aalst belt de cliënt. De aanvraag loopt door.')
    expect(leaving(page)).toEqual([false, false])
  })

  it('een tweede keer, ook tegelijk, verandert niets en mailt niets', async () => {
    await Promise.all(Array.from({ length: 10 }, stop))
    const before = await dossierOf(work, filed.reference)
    await stop()
    expect(await dossierOf(work, filed.reference)).toEqual(before)
    expect(await stopMails()).toHaveLength(1)
  })

  it('staat bij wie het heeft in de week en in het dossier, tot de cliënt gebeld is', async () => {
    await place(work, filed.reference, { state: 'in_opvolging', holder, nextOn: '2027-02-01' })
    const casemanager = await work.as('Casemanager Aalst')
    const week = async () => wordsIn(await (await casemanager.get('/werkruimte/week')).text())
    const line = 'Bel de cliënt: de dienst van de aanvrager doet niet meer mee'
    expect(await week()).not.toContain(line)
    expect(await (await casemanager.get(filed.path)).text()).not.toContain('client_gebeld')
    await stop()
    expect(await week()).toContain(line)
    const page = await (await casemanager.get(filed.path)).text()
    expect(page).toContain('data-bel-de-client')
    expect(wordsIn(page)).toContain('De dienst van de aanvrager doet niet meer mee')

    const hidden = await hiddenOn(casemanager, filed.path)
    const fields = { revision: hidden.revision?.[0] ?? '', bij: hidden.bij?.[0] ?? '' }
    expect((await casemanager.post(`${filed.path}/client_gebeld`, fields)).status).toBe(303)
    expect(await dossierOf(work, filed.reference)).toMatchObject({ state: 'in_opvolging', nextOn: '2027-02-01' })
    expect((await dossierOf(work, filed.reference)).callClient).toBeUndefined()
    expect(await week()).not.toContain(line)
    expect(wordsIn(await (await casemanager.get(filed.path)).text())).toContain('De cliënt is gebeld')
    expect(leaving(await statusPage())).toEqual([false, true])
  })

  it('het overleg gaat gewoon door', async () => {
    await overleg.table(tableOfApplicant)
    await overleg.asked()
    await stop()
    expect((await overleg.now()).overleg.state).toBe('gepolst')
  })

  it('voor iemand het heeft, kan het niet: dan stopt de aanvrager zelf', async () => {
    const fresh = await fileRequest(work, { fast: true })
    await work.visitor().post(`${fresh.status}/niet-meer-mee`)
    expect((await dossierOf(work, fresh.reference)).callClient).toBeUndefined()
    await work.visitor().post(`${fresh.status}/stoppen`)
    expect((await dossierOf(work, fresh.reference)).state).toBe('ingetrokken')
  })
})

describe('wat wie vroeg, leest van het overleg', () => {
  const words = async () => wordsIn(await statusPage())
  const away: readonly TestRow[] = [{ dienst: 'OCMW Voorbeeld', email: 'sam@ocmw.example' }]

  it('doet de eigen dienst niet mee, dan staat er niet dat er een uitnodiging komt', async () => {
    await overleg.table(tableOfApplicant)
    await overleg.asked([spanAt('2026-12-01T14:00', 120)])
    await overleg.says(ids.applicant, { declines: true })
    await overleg.fix()
    expect(await words()).toContain('Het overleg ligt vast.')
    expect(await words()).not.toContain('Uw uitnodiging zit in uw mail.')
    await overleg.moveTo(spanAt('2026-12-02T14:00', 120))
    expect(await words()).toContain('Het overleg kreeg een andere dag.')
  })

  it.each([
    [
      'mee aan tafel',
      tableOfApplicant,
      'Het overleg is op dinsdag 1 december 2026. Uw uitnodiging zit in uw mail.',
      'Het overleg is verplaatst naar woensdag 2 december 2026. Uw pagina toont de nieuwe dag.',
    ],
    ['niet aan tafel', away, 'Het overleg ligt vast.', 'Het overleg kreeg een andere dag.'],
  ] as const)('%s', async (_, rows, whenFixed, whenMoved) => {
    await overleg.table(rows)
    expect(await words()).toContain('Casemanager Aalst bespreekt met de cliënt wie aan tafel zit, en wanneer.')
    await overleg.asked([spanAt('2026-12-01T14:00', 120)])
    expect(await words()).toContain('We zoeken een moment dat past voor de cliënt en de diensten.')
    await overleg.fix()
    expect(await words()).toContain(whenFixed)
    if (rows === away) expect(await words()).not.toContain('1 december')
    await overleg.moveTo(spanAt('2026-12-02T14:00', 120))
    expect(await words()).toContain(whenMoved)
    if (rows === away) expect(await words()).not.toContain('2 december')
    work.clock.now = new Date('2026-12-02T16:00:00Z')
    await overleg.hold()
    expect(await words()).toContain(
      'Het overleg is gehouden. De casemanager schrijft het plan en bespreekt het met de cliënt.',
    )
    await place(work, filed.reference, { state: 'in_opvolging', holder })
    expect(await words()).toContain('Het plan loopt. Hebt u zelf een afspraak? Die staat op de pagina in uw mail.')
  })
})
