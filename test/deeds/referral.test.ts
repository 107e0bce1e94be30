/** A referral is a call together: somebody's task until it was made, and its service in no mail (docs/domain.md §2). */
import { beforeEach, describe, expect, it } from 'vitest'
import { networks } from '../../forms/index.ts'
import { dossierOf, type Filed, fileForm, fileRequest, fileVraag, place } from '../support/dossier.ts'
import { huisbezoek, huisbezoekStart, katrol, katrolStart, ota, otaStart } from '../support/forms.ts'
import { readPage } from '../support/visitor.ts'
import { type NetworkDesk, openNetworkDesk } from './network-desk.ts'

const together = 'Wij bellen die dienst samen met u'
const called = 'Wij belden die dienst.'
const refers = { aanbod: 'caw', toelichting: 'Past beter.', drempels: 'geen' }
const service = 'CAW Oost-Vlaanderen, onthaal Aalst'
const week = '/werkruimte/week'

let desk: NetworkDesk
let filed: Filed
beforeEach(async () => {
  desk = await openNetworkDesk()
  filed = await fileRequest(desk.work)
  await desk.told()
})

describe('het telefoontje samen', () => {
  it('is een taak van wie genoemd wordt, ook zonder het dossier, tot iemand noteert dat er gebeld is', async () => {
    const { path, reference } = filed
    await desk.press('Coördinator Aalst', filed, 'doorverwijzen', { ...refers, beller: 'casemanager-aalst' })
    expect(await desk.told()).toEqual([
      'casemanager@lco-aalst.example Bel een dienst',
      'noor@caw.example Nieuws over uw aanvraag',
    ])
    expect(await dossierOf(desk.work, reference)).toMatchObject({
      ...{ state: 'doorverwezen', nextOn: '2026-11-25' },
      referral: { aanbod: 'caw', call: { who: 'casemanager-aalst', on: '2026-11-25' } },
    })
    expect(await desk.reads('Casemanager Aalst', week)).toMatch(
      new RegExp(`Wo 25 nov .*${reference}.*Bel ${service} samen met de aanvrager`),
    )
    const open = await readPage(await desk.work.as('Casemanager Aalst'), path)
    expect(open.words).toContain(`Bel ${service} samen met de aanvrager: 053 00 00 14`)
    expect(open.words).toContain('Casemanager Aalst doet dat, tegen woensdag 25 november 2026')
    expect(open.html).toMatch(/action="[^"]+\/dienst_gebeld">.*?<button class="btn" data-next/s)
    // Nobody else's: who does not call opens it no more than before.
    expect((await readPage(await desk.work.as('Tweede casemanager Aalst'), path)).status).toBe(404)
    expect(await desk.applicantReads(filed)).toContain(together)

    expect((await desk.press('Casemanager Aalst', filed, 'dienst_gebeld')).status).toBe(303)
    expect(await desk.reads('Casemanager Aalst', week)).not.toContain(reference)
    const reads = await desk.applicantReads(filed)
    expect([reads.includes(together), reads.includes(called)]).toEqual([false, true])
    expect((await dossierOf(desk.work, reference)).nextOn).toBe('2026-12-07')
    expect(await desk.told()).toEqual([])
    const again = { revision: String((await dossierOf(desk.work, reference)).revision), bij: '' }
    const coordinator = await desk.work.as('Coördinator Aalst')
    expect((await coordinator.post(`${path}/dienst_gebeld`, again)).status).toBe(409)
  })

  it('doet wie doorverwijst zelf, als niemand genoemd is; te laat staat het in het rood', async () => {
    await desk.press('Coördinator Aalst', filed, 'doorverwijzen', refers)
    expect(await desk.told()).toEqual(['noor@caw.example Nieuws over uw aanvraag'])
    expect((await dossierOf(desk.work, filed.reference)).referral?.call?.who).toBe('coordinator-aalst')
    await desk.passTo('2026-11-27T09:00:00Z')
    const late = (await desk.mails()).find(({ email }) => email.subject?.startsWith('De dag is voorbij'))
    expect(late?.email.text).toContain('Bel de dienst, samen met de aanvrager.')
    expect(late?.email.text).not.toMatch(/CAW|Vraag of/)
    expect(await desk.reads('Coördinator Aalst', week)).toMatch(new RegExp(`Te laat .*Bel ${service}`))
  })

  it('wie doorverwijst, staat op de bladzijde al gekozen', async () => {
    const { html } = await readPage(await desk.work.as('Coördinator Aalst'), `${filed.path}/doorverwijzen`)
    expect(html).toMatch(/value="coordinator-aalst"[^>]* checked|checked[^>]* value="coordinator-aalst"/)
  })

  it('gaat naar iemand anders, met het dossier zelf bij wie het had; wie zou bellen, hoort dat', async () => {
    await place(desk.work, filed.reference, { state: 'toegewezen', holder: 'casemanager-aalst-2' })
    const beller = 'casemanager-aalst'
    await desk.press('Coördinator Aalst', filed, 'doorverwijzen', { ...refers, beller })
    expect(await desk.told()).toContain('casemanager2@lco-aalst.example Een dossier is afgelopen')
    await desk.press('Coördinator Aalst', filed, 'andere_beller', { persoon: 'coordinator-aalst' })
    expect(await desk.told()).toEqual(['casemanager@lco-aalst.example U hoeft niet meer te bellen'])
    const { holder, referral } = await dossierOf(desk.work, filed.reference)
    expect([holder, referral?.call?.who]).toEqual(['casemanager-aalst-2', 'coordinator-aalst'])
    expect((await readPage(await desk.work.as('Casemanager Aalst'), filed.path)).status).toBe(404)
  })

  it('gaat mee als iemand ziek is en de coördinator alles overdraagt', async () => {
    await desk.press('Coördinator Aalst', filed, 'doorverwijzen', { ...refers, beller: 'casemanager-aalst' })
    await desk.told()
    const coordinator = await desk.work.as('Coördinator Aalst')
    const path = '/werkruimte/beheer/mensen/casemanager-aalst/overdragen'
    await coordinator.post(path, { alles: 'ja', naar: 'casemanager-aalst-2' })
    expect((await dossierOf(desk.work, filed.reference)).referral?.call?.who).toBe('casemanager-aalst-2')
    expect(await desk.told()).toEqual([
      'casemanager2@lco-aalst.example Bel een dienst',
      'casemanager@lco-aalst.example Dossiers zijn niet meer bij u',
    ])
  })

  it('noteert iemand het na tien werkdagen, of belt een ander dan, dan vragen we de aanvrager niets opnieuw', async () => {
    await desk.press('Coördinator Aalst', filed, 'doorverwijzen', { ...refers, beller: 'casemanager-aalst' })
    await desk.passTo('2026-12-07T09:00:00Z')
    const asked = async () => (await desk.told()).filter((one) => one.startsWith('noor@'))
    expect(await asked()).toEqual([
      'noor@caw.example Is uw cliënt daar geraakt?',
      'noor@caw.example Nieuws over uw aanvraag',
    ])
    await desk.press('Coördinator Aalst', filed, 'andere_beller', { persoon: 'casemanager-aalst-2' })
    expect(await asked()).toEqual([])
    await desk.passTo('2026-12-09T09:00:00Z')
    await desk.press('Coördinator Aalst', filed, 'dienst_gebeld')
    await desk.passTo('2026-12-20T09:00:00Z')
    expect(await asked()).toEqual([])
  })

  it.each([
    ['ja', []],
    ['nee', ['aanvragen@lco-aalst.example Een doorverwijzing lukte niet', 'noor@caw.example Nieuws over uw aanvraag']],
  ] as const)(
    'is voorbij als de cliënt er al geraakt is, of als het niet lukte (%s); wie zou bellen, hoort dat één keer',
    async (antwoord, besides) => {
      await desk.press('Coördinator Aalst', filed, 'doorverwijzen', { ...refers, beller: 'casemanager-aalst' })
      await desk.passTo('2026-12-07T09:00:00Z')
      await desk.told()
      await desk.work.visitor().post(`${filed.status}/geraakt`, { antwoord })
      expect(await desk.told()).toEqual(
        [...besides, 'casemanager@lco-aalst.example U hoeft niet meer te bellen'].sort(),
      )
      expect(await desk.reads('Casemanager Aalst', week)).not.toContain(filed.reference)
      const reads = await desk.applicantReads(filed)
      expect([reads.includes(together), reads.includes(called)]).toEqual([false, false])
    },
  )

  it('wie tweemaal drukt, verwijst één keer door', async () => {
    const coordinator = await desk.work.as('Coördinator Aalst')
    const { revision } = await dossierOf(desk.work, filed.reference)
    const fields = { ...refers, beller: 'casemanager-aalst', revision: String(revision), bij: '' }
    const twice = [0, 1].map(() => coordinator.post(`${filed.path}/doorverwijzen`, fields))
    expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([303, 303])
    expect((await dossierOf(desk.work, filed.reference)).revision).toBe(revision + 1)
  })

  it('een doorverwijzing van vroeger, zonder taak, zegt niet dat iemand belt', async () => {
    const referral = { aanbod: 'caw', checkOn: '2026-12-07' }
    await place(desk.work, filed.reference, {
      state: 'doorverwezen',
      ttl: 1_900_000_000,
      nextOn: '2026-12-07',
      referral,
    })
    const reads = await desk.applicantReads(filed)
    expect([reads.includes(together), reads.includes(called)]).toEqual([false, false])
    expect(reads).toContain(`Dit past beter: ${service}.`)
    expect(await desk.reads('Coördinator Aalst', filed.path)).not.toContain('De dienst is gebeld')
  })
})

describe('elk formulier', () => {
  it.each<[string, string, (desk: NetworkDesk) => Promise<Filed>, string]>([
    ['LCO', 'Coördinator Aalst', ({ work }) => fileRequest(work), 'caw'],
    ['een vraag', 'Coördinator Aalst', ({ work }) => fileVraag(work, { email: 'noor@caw.example' }), 'caw'],
    ['OTA', 'Coördinator OTA', ({ work }) => fileForm(work, otaStart, ota.vorming), 'vormingsaanbod'],
    ['De Katrol', 'Coördinator Zottegem', ({ work }) => fileForm(work, katrolStart, katrol), ''],
    ['huisbezoek', 'Coördinator Zottegem', ({ work }) => fileForm(work, huisbezoekStart, huisbezoek), ''],
  ])('%s: een taak, de dienst met haar nummer op de statuspagina, en in geen mail', async (_, who, file, offer) => {
    const one = await file(desk)
    await desk.told()
    const page = await readPage(await desk.work.as(who), `${one.path}/doorverwijzen`)
    const [, aanbod = ''] = offer ? ['', offer] : (/name="aanbod" value="([^"]+)"/.exec(page.html) ?? [])
    await desk.press(who, one, 'doorverwijzen', { ...refers, aanbod })
    const network = networkOf(await dossierOf(desk.work, one.reference))
    const { name = '', phone = '' } = (await desk.work.deps.contents.of(network)).aanbod[aanbod] ?? {}
    const reads = await readPage(desk.work.visitor(), one.status)
    expect(reads.words).toContain(name)
    expect(reads.words).toContain(together)
    expect(reads.html).toMatch(new RegExp(`data-aanbod="${aanbod}"[^]*href="tel:`))
    expect(reads.words).toContain(phone)
    const mails = await desk.mails()
    await desk.passTo('2026-12-08T09:00:00Z')
    mails.push(...(await desk.mails()))
    expect(mails.filter(({ email }) => email.text?.includes(together)).length).toBe(1)
    // Some services answer at the number of the network itself.
    const tells = [name, phone].filter((told) => told !== '' && told !== network.phone)
    for (const { email } of mails)
      for (const told of tells) expect(`${email.subject}${email.text}${email.html}`).not.toContain(told)
  })
})

const networkOf = ({ network }: { network: string }) => {
  const found = networks.find(({ slug }) => slug === network)
  if (!found) throw new Error(`No network ${network}`)
  return found
}
