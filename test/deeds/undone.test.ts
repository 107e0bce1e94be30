/** What is taken back, or turned around within ten minutes: who heard nothing, need hear nothing (docs/decisions/022). */
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, type Filed, fileRequest, place } from '../support/dossier.ts'
import { undoNoteOn } from '../support/undo.ts'
import type { Fields } from '../support/visitor.ts'
import { type NetworkDesk, openNetworkDesk } from './network-desk.ts'

const coordinator = 'Coördinator Aalst'
const mine = 'casemanager@lco-aalst.example'
const other = 'casemanager2@lco-aalst.example'
const refers = { aanbod: 'caw', toelichting: 'Past beter.', drempels: 'geen', beller: 'casemanager-aalst' }
const week = '/werkruimte/week'

let desk: NetworkDesk
let filed: Filed
beforeEach(async () => {
  desk = await openNetworkDesk()
  filed = await fileRequest(desk.work)
  await desk.told()
})

async function press(who: string, action: string, fields: Fields = {}) {
  expect([action, (await desk.press(who, filed, action, fields)).status]).toEqual([action, 303])
}

/** From where they were led, as the note there says. */
async function takeBack(who: string, path = filed.path) {
  const visitor = await desk.work.as(who)
  const note = await undoNoteOn(visitor, path)
  expect((await visitor.post(`${filed.path}/ongedaan`, note?.fields ?? {})).status).toBe(303)
}

describe('wie een dossier kwijt was', () => {
  const give = (persoon: string) => press(coordinator, 'andere_casemanager', { persoon, toch: 'ja' })
  beforeEach(() => place(desk.work, filed.reference, { state: 'toegewezen', holder: 'casemanager-aalst' }))

  it('en het binnen 10 minuten terug heeft, hoort dat niet', async () => {
    await give('casemanager-aalst-2')
    await give('casemanager-aalst')
    const told = await desk.told()
    expect(told).toContain(`${mine} Een dossier voor u`)
    expect(told).not.toContain(`${mine} Een dossier is niet meer bij u`)
    expect(told).not.toContain(`${other} Een dossier voor u`)
  })

  it('hoort niets als het ongedaan gemaakt is; wie het kreeg evenmin, en de aanvrager', async () => {
    await give('casemanager-aalst-2')
    await takeBack(coordinator)
    expect(await desk.told()).toEqual([])
    expect((await dossierOf(desk.work, filed.reference)).holder).toBe('casemanager-aalst')
  })

  it('hoort niet dat het afgelopen is als het binnen 10 minuten heropend is', async () => {
    await press(coordinator, 'afsluiten', { toelichting: 'Te vroeg.', drempels: 'geen' })
    await press(coordinator, 'heropenen')
    const told = await desk.told()
    expect(told).toContain(`${mine} Een dossier is weer open`)
    expect(told).not.toContain(`${mine} Een dossier is afgelopen`)
  })

  it('hoort wel dat het afgelopen is als het heropend en weer gesloten is', async () => {
    await press(coordinator, 'afsluiten', { toelichting: 'Te vroeg.', drempels: 'geen' })
    await press(coordinator, 'heropenen')
    await press(coordinator, 'afsluiten', { toelichting: 'Toch wel.', drempels: 'geen' })
    const told = await desk.told()
    expect(told).toContain(`${mine} Een dossier is afgelopen`)
    expect(told).not.toContain(`${mine} Een dossier is weer open`)
  })
})

describe('het telefoontje van een doorverwijzing', () => {
  it('staat er weer als “gebeld” ongedaan gemaakt is', async () => {
    await press(coordinator, 'doorverwijzen', refers)
    await desk.told()
    const before = (await dossierOf(desk.work, filed.reference)).referral
    await press('Casemanager Aalst', 'dienst_gebeld')
    expect(await desk.reads('Casemanager Aalst', week)).not.toContain(filed.reference)
    await takeBack('Casemanager Aalst', `/werkruimte?klaar=dienst_gebeld&dossier=${filed.reference}`)
    expect((await dossierOf(desk.work, filed.reference)).referral).toEqual(before)
    expect(await desk.reads('Casemanager Aalst', week)).toContain(filed.reference)
  })

  it('en de doorverwijzing zelf: niemand hoeft te bellen, en niemand hoorde iets', async () => {
    await press(coordinator, 'doorverwijzen', refers)
    await takeBack(coordinator)
    expect(await desk.told()).toEqual([])
    const { state, referral } = await dossierOf(desk.work, filed.reference)
    expect([state, referral]).toEqual(['ingediend', undefined])
  })

  it('gaat naar een ander en terug: alleen wie belt, hoort dat', async () => {
    await press(coordinator, 'doorverwijzen', refers)
    await desk.told()
    await press(coordinator, 'andere_beller', { persoon: 'casemanager-aalst-2' })
    await press(coordinator, 'andere_beller', { persoon: 'casemanager-aalst' })
    const told = await desk.told()
    expect(told).not.toContain(`${mine} U hoeft niet meer te bellen`)
    expect(told).not.toContain(`${other} Bel een dienst`)
  })
})

it('advies dat te geven is, is dat weer als “gegeven” ongedaan gemaakt is', async () => {
  await press(coordinator, 'advies_vragen', { persoon: 'casemanager-aalst', toelichting: 'Lees de brochure.' })
  await desk.told()
  const { nextOn } = await dossierOf(desk.work, filed.reference)
  await press('Casemanager Aalst', 'advies', { drempels: 'geen' })
  await takeBack('Casemanager Aalst')
  expect(await desk.told()).toEqual([])
  const after = await dossierOf(desk.work, filed.reference)
  expect([after.state, after.holder, after.nextOn]).toEqual(['advies_te_geven', 'casemanager-aalst', nextOn])
  expect(await desk.applicantReads(filed)).toContain('Casemanager Aalst belt u met advies.')
})

it('wie in de plaats van een collega staat, maakt de eigen stap ongedaan: in de geschiedenis staat voor wie', async () => {
  await place(desk.work, filed.reference, { state: 'toegewezen', holder: 'casemanager-aalst' })
  const away = { van: '2026-11-23', tot: '2026-11-24', vervanger: 'casemanager-aalst-2' }
  await (await desk.work.as(coordinator)).post('/werkruimte/beheer/mensen/casemanager-aalst/afwezig', away)
  await press('Tweede casemanager Aalst', 'verlengen')
  await takeBack('Tweede casemanager Aalst')
  expect(await desk.reads(coordinator, filed.path)).toMatch(
    /Ongedaan gemaakt .{0,80}Tweede casemanager Aalst, voor Casemanager Aalst/,
  )
})

it('een adres dat intussen verbeterd wordt, krijgt één mail: hoe het nu staat', async () => {
  await press(coordinator, 'wachten', { toelichting: 'Welke school?' })
  await press(coordinator, 'adres', { email: 'beter@caw.example' })
  expect(await desk.told()).toEqual(['beter@caw.example Nieuws over uw aanvraag'])
})

describe('een tweede stap, na tien minuten de mail van de eerste', () => {
  const minutes = (count: number) => desk.passTo(new Date(desk.work.clock.now.getTime() + count * 60_000))
  beforeEach(async () => {
    await press(coordinator, 'toewijzen', { persoon: 'casemanager-aalst', toch: 'ja' })
    await minutes(5)
    await press(coordinator, 'andere_casemanager', { persoon: 'casemanager-aalst-2', toch: 'ja' })
    await minutes(6)
  })

  it('daarna ongedaan gemaakt: wie het weer heeft, en de aanvrager, horen het alsnog, één keer', async () => {
    await takeBack(coordinator)
    expect(await desk.told()).toEqual([`${mine} Een dossier voor u`, 'noor@caw.example Nieuws over uw aanvraag'])
    expect(await desk.told()).toEqual([])
  })

  it('en blijft ze: wie het nooit had, hoort niets', async () => {
    const told = await desk.told()
    expect(told).toContain(`${other} Een dossier voor u`)
    expect(told).not.toContain(`${mine} Een dossier voor u`)
    expect(told.filter((one) => one.startsWith('noor@'))).toHaveLength(1)
  })
})

describe('wat binnen tien minuten voorbij is, wordt niet meer gezegd', () => {
  it('een vraag aan de aanvrager, bij een aanvraag die verplaatst werd', async () => {
    await press(coordinator, 'wachten', { toelichting: 'Welke school?' })
    desk.work.clock.later(240)
    await press(coordinator, 'verplaatsen', { naar: 'aalst/vraag', toelichting: 'Past beter.' })
    const toApplicant = (await desk.mails()).filter(({ to }) => to === 'noor@caw.example')
    for (const { email } of toApplicant) expect(email.text).not.toContain('We hebben een vraag voor u')
    expect(toApplicant).toHaveLength(1)
  })

  it.each<[string, Fields]>([
    ['intrekken', {}],
    ['afsluiten', { toelichting: 'Verhuisd.', drempels: 'geen' }],
  ])('“een dossier voor u”, als iemand %s kiest', async (action, fields) => {
    await press(coordinator, 'toewijzen', { persoon: 'casemanager-aalst', toch: 'ja' })
    await press(coordinator, action, fields)
    expect(await desk.told()).not.toContain(`${mine} Een dossier voor u`)
  })
})
