/** Somebody opens a dossier for the first time while a page about it is open elsewhere: what is sent from there counts. */
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, type Filed, fileRequest } from '../support/dossier.ts'
import { fillForm, ota, otaStart } from '../support/forms.ts'
import { referenceIn } from '../support/lco.ts'
import { type Fields, locationOf, type Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let coordinator: Visitor
beforeEach(async () => {
  work = await startTestWorkspace()
  coordinator = await work.as('Coördinator Aalst')
})

const referred = { aanbod: 'caw', toelichting: 'Bel het CAW.', drempels: ['geen'] }

/** From a page of before the opening, sent after it. */
async function sendAfterOpening({ path }: Pick<Filed, 'path'>, to: string, fields: Fields): Promise<Response> {
  await coordinator.get(path)
  return coordinator.post(to, { revision: '1', bij: '', ...fields })
}

describe('een formulier van voor de eerste keer openen', () => {
  it.each([
    ['doorverwijzen', referred, { state: 'doorverwezen' }],
    ['verplaatsen', { naar: 'aalst/vraag', toelichting: 'Een vraag, geen overleg.' }, { state: 'verplaatst' }],
    ['adres', { email: 'nieuw@dienst.be' }, { linkVersion: 2 }],
  ])('%s', async (action, fields, after) => {
    const filed = await fileRequest(work)
    const answer = await sendAfterOpening(filed, `${filed.path}/${action}`, fields)
    expect(answer.status).toBe(303)
    expect(await dossierOf(work, filed.reference)).toMatchObject({ revision: 3, openedRevision: 2, ...after })
    // A second press of the same button.
    expect(locationOf(await coordinator.post(`${filed.path}/${action}`, { revision: '1', bij: '', ...fields }))).toBe(
      locationOf(answer),
    )
    expect((await dossierOf(work, filed.reference)).revision).toBe(3)
  })

  it('verwant', async () => {
    const [filed, other] = [await fileRequest(work), await fileRequest(work)]
    await sendAfterOpening(filed, `${filed.path}/verwant`, { referentie: other.reference })
    expect((await dossierOf(work, filed.reference)).related).toEqual([other.reference])
  })

  it('van voor een echte wijziging telt niet, ook als het daarna geopend werd', async () => {
    const filed = await fileRequest(work)
    await coordinator.post(`${filed.path}/wachten`, { revision: '1', bij: '', toelichting: 'Welke dag past?' })
    expect((await sendAfterOpening(filed, `${filed.path}/doorverwijzen`, referred)).status).toBe(409)
    expect((await dossierOf(work, filed.reference)).state).toBe('wacht_op_aanvrager')
  })

  it('aan de telefoon', async () => {
    const visitor = work.visitor()
    const check = await fillForm(visitor, otaStart, ota.helpdesk)
    work.clock.later(60)
    const receipt = locationOf(await visitor.post(check))
    const reference = referenceIn(await (await visitor.get(receipt)).text()) ?? ''
    coordinator = await work.as('Coördinator OTA')
    const path = `/werkruimte/dossier/${reference}`
    const answer = await sendAfterOpening({ path }, `/werkruimte/telefoon/${reference}`, { actie: 'informatie' })
    expect(locationOf(answer)).toBe('/werkruimte/telefoon?klaar=1')
  })
})
