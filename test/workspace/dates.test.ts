/** Dates of moves are checked against sense: a weekend, a holiday or a slip of the pen asks, and nothing happened before its day. */
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, type Filed, fileForm, hiddenOn, place } from '../support/dossier.ts'
import { huisbezoek, huisbezoekStart } from '../support/forms.ts'
import { errorsIn } from '../support/lco.ts'
import { type Fields, fieldsIn, mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let coordinator: Visitor
let filed: Filed
beforeEach(async () => {
  work = await startTestWorkspace()
  coordinator = await work.as('Coördinator Zottegem')
  filed = await fileForm(work, huisbezoekStart, huisbezoek)
  await place(work, filed.reference, { state: 'toegewezen', holder: 'ankerfiguur-zottegem' })
})

const page = async (action: string) => hiddenOn(coordinator, `${filed.path}/${action}`)
const plan = async (fields: Fields) => {
  const response = await coordinator.post(`${filed.path}/bezoek_gepland`, fields)
  return { status: response.status, html: await response.text() }
}

describe('een datum', () => {
  it.each([
    ['een zaterdag', '28/11/2026', '28 november 2026 is een zaterdag. Toch deze dag?'],
    ['een zondag', '29/11/2026', '29 november 2026 is een zondag. Toch deze dag?'],
    ['een feestdag', '25/12/2026', 'Vrijdag 25 december 2026 is een feestdag. Toch deze dag?'],
    ['een schrijffout', '4/12/2035', 'is over meer dan een jaar. Toch deze dag?'],
  ])('%s vraagt het één keer, met wat getypt is, en gaat dan door', async (_, datum, question) => {
    const { status, html } = await plan({ ...(await page('bezoek_gepland')), datum })
    expect([status, errorsIn(html)]).toEqual([422, [expect.stringContaining(question)]])
    const again = fieldsIn(mainOf(html))
    expect(again.datum).toEqual([datum])
    expect((await dossierOf(work, filed.reference)).state).toBe('toegewezen')
    // Another such day is asked about anew.
    expect((await plan({ ...again, datum: '5/12/2026' })).status).toBe(422)
    expect((await plan(again)).status).toBe(303)
    expect((await dossierOf(work, filed.reference)).state).toBe('bezoek_gepland')
  })

  it('een gewone dag gaat meteen door (controle)', async () => {
    expect((await plan({ ...(await page('bezoek_gepland')), datum: '4/12/2026' })).status).toBe(303)
  })
})

it('wat een bezoek was, is niet gebeurd voor zijn dag; op de dag zelf wel', async () => {
  await place(work, filed.reference, { state: 'bezoek_gepland', holder: 'ankerfiguur-zottegem', nextOn: '2026-11-24' })
  const { revision } = await dossierOf(work, filed.reference)
  const happened = () =>
    coordinator.post(`${filed.path}/bezocht`, { revision: String(revision), bij: 'ankerfiguur-zottegem' })
  const early = await happened()
  expect([early.status, wordsIn(await early.text())]).toEqual([
    409,
    expect.stringContaining('“Het bezoek is gebeurd” kan pas vanaf dinsdag 24 november 2026.'),
  ])
  work.clock.now = new Date('2026-11-24T07:00:00Z')
  coordinator = await work.as('Coördinator Zottegem')
  expect((await happened()).status).toBe(303)
})
