/** Who loses a dossier by what somebody else does, hears it the same day: once, and nothing of the client (docs/domain.md §4). */
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, type Filed, fileRequest } from '../support/dossier.ts'
import type { Fields } from '../support/visitor.ts'
import { type NetworkDesk, openNetworkDesk } from './network-desk.ts'

const mine = 'casemanager@lco-aalst.example'
const other = 'casemanager2@lco-aalst.example'
const gone = `${mine} Een dossier is niet meer bij u`
const over = `${mine} Een dossier is afgelopen`
const reason = 'Kanariegeel: de cliënt verhuisde.'

let desk: NetworkDesk
let filed: Filed
beforeEach(async () => {
  desk = await openNetworkDesk()
  filed = await held()
})

/** Of Casemanager Aalst, with no mail waiting to be read. */
async function held(): Promise<Filed> {
  const one = await fileRequest(desk.work)
  await desk.press('Coördinator Aalst', one, 'toewijzen', { persoon: 'casemanager-aalst', toch: 'ja' })
  expect((await dossierOf(desk.work, one.reference)).holder).toBe('casemanager-aalst')
  await desk.told()
  return one
}

/** What each of these comes to for who held it. */
const ways: readonly [string, Fields, string][] = [
  ['andere_casemanager', { persoon: 'casemanager-aalst-2', toch: 'ja' }, gone],
  ['teruggeven', { toelichting: reason }, gone],
  ['doorverwijzen', { aanbod: 'caw', toelichting: reason, drempels: 'geen' }, over],
  ['advies', { toelichting: reason, drempels: 'geen' }, over],
  ['afsluiten', { toelichting: reason, drempels: 'geen' }, over],
  ['intrekken', {}, over],
  ['verplaatsen', { naar: 'aalst/vraag', toelichting: reason }, over],
]

describe.each(ways)('%s', (action, fields, told) => {
  it('door de coördinator: wie het had hoort het één keer, zonder iets van de cliënt', async () => {
    expect((await desk.press('Coördinator Aalst', filed, action, fields)).status).toBe(303)
    const mails = await desk.mails()
    const theirs = mails.filter(({ to }) => to === mine)
    expect(theirs.map(({ to, email }) => `${to} ${email.subject}`)).toEqual([`${told} · ${filed.reference}`])
    for (const { email } of theirs) expect(`${email.subject}${email.text}${email.html}`).not.toMatch(/Kanarie|CAW|Noor/)
    await desk.passTo('2026-11-24T18:00:00Z')
    expect((await desk.told()).filter((one) => one.startsWith(mine))).toEqual([])
  })

  it.skipIf(['andere_casemanager', 'verplaatsen'].includes(action))(
    'door wie het zelf had: die hoort niets',
    async () => {
      expect((await desk.press('Casemanager Aalst', filed, action, fields)).status).toBe(303)
      expect((await desk.told()).filter((one) => one.startsWith(mine))).toEqual([])
    },
  )
})

it('wat niet weggaat, meldt niets: wachten, verdergaan, openhouden', async () => {
  await desk.press('Coördinator Aalst', filed, 'wachten', { toelichting: reason })
  await desk.press('Coördinator Aalst', filed, 'hervatten')
  await desk.press('Coördinator Aalst', filed, 'verlengen')
  expect((await desk.told()).filter((one) => one.startsWith(mine))).toEqual([])
})

it('wie het niet meer heeft, komt met de link bij wat nog van hen is, niet voor een dichte deur', async () => {
  await desk.press('Coördinator Aalst', filed, 'andere_casemanager', { persoon: 'casemanager-aalst-2', toch: 'ja' })
  const [mail] = (await desk.mails()).filter(({ to }) => to === mine)
  expect(mail?.email.text).toContain('/werkruimte/week')
  expect(mail?.email.text).not.toContain('/werkruimte/dossier')
})

it('een aanvrager die stopt wat van niemand is, verrast niemand; wie wegging uit het netwerk, krijgt niets', async () => {
  const free = await fileRequest(desk.work)
  await desk.told()
  await desk.work.visitor().post(`${free.status}/stoppen`)
  expect(await desk.told()).toEqual([
    'aanvragen@lco-aalst.example Gestopte aanvraag',
    'noor@caw.example Uw aanvraag is gestopt',
  ])
})

it('gewist op vraag: wie het had, hoort dat het er niet meer is', async () => {
  const coordinator = await desk.work.as('Coördinator Aalst')
  await coordinator.post(`/werkruimte/gegevens/dossier/${filed.reference}/wissen`)
  expect(await desk.work.deps.dossiers.read(filed.reference, desk.work.clock.now)).toBeUndefined()
  expect(await desk.told()).toEqual([`${mine} Een dossier is gewist`])
})

describe('alles overdragen', () => {
  const path = '/werkruimte/beheer/mensen/casemanager-aalst/overdragen'

  it('naar een ander: één mail met elke referentie, en niets anders', async () => {
    const more = [filed, await held(), await held()]
    const coordinator = await desk.work.as('Coördinator Aalst')
    await coordinator.post(path, { alles: 'ja', naar: 'casemanager-aalst-2', toelichting: reason })
    const mails = await desk.mails()
    const theirs = mails.filter(({ to }) => to === mine)
    expect(theirs.map(({ email }) => email.subject)).toEqual(['Dossiers zijn niet meer bij u · LCO Aalst'])
    for (const { reference } of more) expect(theirs[0]?.email.text).toContain(reference)
    for (const { email } of theirs) expect(`${email.text}${email.html}`).not.toMatch(/Kanarie|CAW|Noor/)
    expect(mails.filter(({ to }) => to === other)).toHaveLength(more.length)
  })

  it('wat bleef, staat niet in de mail', async () => {
    const stays = await held()
    const coordinator = await desk.work.as('Coördinator Aalst')
    await coordinator.post(path, { dossier: filed.reference, naar: 'lijst', toelichting: reason })
    const [mail] = (await desk.mails()).filter(({ to }) => to === mine)
    expect(mail?.email.text).toContain(filed.reference)
    expect(mail?.email.text).not.toContain(stays.reference)
  })

  it('wie ze zelf overdraagt, weet het', async () => {
    await desk.press('Coördinator Aalst', filed, 'andere_casemanager', { persoon: 'coordinator-aalst', toch: 'ja' })
    await desk.told()
    const coordinator = await desk.work.as('Coördinator Aalst')
    await coordinator.post('/werkruimte/beheer/mensen/coordinator-aalst/overdragen', {
      alles: 'ja',
      naar: 'casemanager-aalst-2',
    })
    expect((await desk.told()).filter((one) => one.includes('niet meer bij u'))).toEqual([])
  })

  it('twee coördinatoren tegelijk: elke dossier gaat één keer, en wie het had hoort het één keer per overdracht', async () => {
    await held()
    const press = async () =>
      (await desk.work.as('Coördinator Aalst')).post(path, { alles: 'ja', naar: 'casemanager-aalst-2' })
    await Promise.all([press(), press()])
    const theirs = (await desk.mails()).filter(({ to }) => to === mine)
    const named = theirs.flatMap(({ email }) => [...new Set(email.text?.match(/LCO-[A-Z0-9-]+/g))])
    expect(named.sort()).toEqual([...new Set(named)].sort())
    expect(named).toHaveLength(2)
  })
})
