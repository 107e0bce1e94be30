/** Advice is a task first, and given only once somebody says that they gave it (docs/domain.md §5). */
import { expect, it } from 'vitest'
import { dossierOf, fileForm, fileRequest, place } from '../support/dossier.ts'
import { ota, otaStart } from '../support/forms.ts'
import { locationOf, sendPage } from '../support/visitor.ts'
import { openNetworkDesk } from './network-desk.ts'

const given = 'U kreeg advies of informatie'

it('de agenda: wie belt krijgt het als taak, en pas na het telefoontje leest de aanvrager dat er advies is', async () => {
  const desk = await openNetworkDesk()
  const { work } = desk
  const filed = await fileForm(work, otaStart, ota.vorming)
  const { reference, path } = filed
  await desk.told()
  await desk.passTo('2026-11-24T08:30:00Z')
  const fields = {
    [`${reference}.besluit`]: 'advies_vragen',
    [`${reference}.persoon`]: 'bemiddelaar-ota',
    [`${reference}.toelichting`]: 'Volg de vorming van maart.',
  }
  await desk.told()
  const agenda = '/werkruimte/agenda/2026-11-24'
  expect(locationOf(await sendPage(await work.as('Coördinator OTA'), agenda, fields))).toContain('bewaard=1')

  const mails = await desk.mails()
  expect(mails.map(({ to, email }) => `${to} ${email.subject}`).sort()).toEqual([
    `bemiddelaar@ota.example Een dossier voor u · ${reference}`,
    `noor@clb.example Nieuws over uw aanmelding · ${reference}`,
  ])
  for (const { email } of mails) expect(`${email.text}${email.html}`).not.toMatch(/kreeg advies|maart/)
  const applicant = mails.find(({ to }) => to === 'noor@clb.example')?.email
  expect(applicant?.text).toContain('Bemiddelaar OTA belt u met advies.')
  expect(await desk.applicantReads(filed)).toContain('Bemiddelaar OTA belt u met advies.')
  expect(await dossierOf(work, reference)).toMatchObject({
    ...{ state: 'advies_te_geven', holder: 'bemiddelaar-ota', nextOn: '2026-11-26' },
  })
  expect(await desk.reads('Bemiddelaar OTA', '/werkruimte/week')).toMatch(
    new RegExp(`Do 26 nov .*${reference}.*Bel en geef het advies`),
  )
  expect(await desk.reads('Bemiddelaar OTA', path)).toContain('Advies gevraagd: Volg de vorming van maart.')

  expect((await desk.press('Bemiddelaar OTA', { path }, 'advies', { drempels: 'geen' })).status).toBe(303)
  expect(await desk.applicantReads(filed)).toContain(given)
  expect((await desk.mails()).map(({ to, email }) => [to, email.text?.includes(given)])).toEqual([
    ['noor@clb.example', true],
  ])
  expect(await desk.reads('Bemiddelaar OTA', '/werkruimte/week')).not.toContain(reference)
})

it('wie zelf belde, noteert het meteen; wat er geraden werd, is niet verplicht en blijft verzegeld', async () => {
  const desk = await openNetworkDesk()
  const filed = await fileRequest(desk.work)
  await desk.told()
  const page = await (await (await desk.work.as('Coördinator Aalst')).get(`${filed.path}/advies`)).text()
  expect(page).toContain('Ik gaf het advies')
  const toelichting = 'Kanariegeel: bel de energiesnoeiers.'
  await desk.press('Coördinator Aalst', filed, 'advies', { drempels: 'geen', toelichting })
  expect((await desk.mails()).map(({ to, email }) => [to, /kanarie/i.test(`${email.text}${email.html}`)])).toEqual([
    ['noor@caw.example', false],
  ])
  expect(await desk.applicantReads(filed)).toContain(given)
  expect(await desk.reads('Coördinator Aalst', filed.path)).toContain(`Advies gegeven: ${toelichting}`)
  expect(JSON.stringify(await desk.work.items('loket'))).not.toContain('Kanariegeel')
})

it('aan de telefoon is het met één druk gegeven', async () => {
  const desk = await openNetworkDesk()
  const filed = await fileForm(desk.work, otaStart, ota.helpdesk)
  const to = `/werkruimte/telefoon/${filed.reference}`
  const visitor = await desk.work.as('Bemiddelaar OTA')
  const { revision } = await dossierOf(desk.work, filed.reference)
  await visitor.post(to, { revision: String(revision), actie: 'advies_telefoon' })
  expect((await dossierOf(desk.work, filed.reference)).state).toBe('advies_gegeven')
  expect(await desk.applicantReads(filed)).toContain(given)
})

it('wat iemand heeft, kan niet nog eens als taak gegeven worden; het kan wel terug, of naar iemand anders', async () => {
  const desk = await openNetworkDesk()
  const filed = await fileRequest(desk.work)
  const asks = { persoon: 'casemanager-aalst', toelichting: 'Bel de energiesnoeiers.' }
  expect((await desk.press('Coördinator Aalst', filed, 'advies_vragen', asks)).status).toBe(303)
  expect((await desk.press('Coördinator Aalst', filed, 'advies_vragen', asks)).status).toBe(409)
  expect((await desk.press('Casemanager Aalst', filed, 'teruggeven', { toelichting: 'Geen tijd.' })).status).toBe(303)
  expect(await dossierOf(desk.work, filed.reference)).toMatchObject({ state: 'ingediend' })
})

it('de vraag wie belt houdt wat getypt is, ook als die persoon voor een betrokken dienst werkt', async () => {
  const desk = await openNetworkDesk()
  const filed = await fileRequest(desk.work, {
    changes: { tafel: { 'betrokkenen[1].dienst': 'Sociale dienst OCMW Aalst' } },
  })
  const asks = { persoon: 'casemanager-aalst-2', toelichting: 'Regel één\nRegel twee' }
  const response = await desk.press('Coördinator Aalst', filed, 'advies_vragen', asks)
  const html = await response.text()
  expect([response.status, html.includes('betrokken dienst')]).toEqual([200, true])
  expect(html).toContain('name="toelichting" value="Regel één\nRegel twee"')
})

it('een dossier van vroeger waarvan het advies gegeven is, blijft leesbaar en heropent', async () => {
  const desk = await openNetworkDesk()
  const filed = await fileRequest(desk.work)
  await place(desk.work, filed.reference, { state: 'advies_gegeven', ttl: 1_900_000_000 })
  expect(await desk.applicantReads(filed)).toContain(given)
  expect((await desk.press('Coördinator Aalst', filed, 'heropenen')).status).toBe(303)
})
