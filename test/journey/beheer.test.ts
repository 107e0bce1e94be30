/**
 * A network runs itself: what a coordinator of Zottegem changes in a week before Christmas, in a real browser without JavaScript, and
 * what others notice of it (docs/decisions/036). No developer comes into it.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { huisbezoekStart } from '../support/forms.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { createVisitor } from '../support/visitor.ts'
import { linkIn, nextMailTo } from './mail.ts'
import { next, press } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
let page: Page
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: '2026-12-14T08:00:00Z' }), startBrowser()])
  page = await browser.newPage({ javaScriptEnabled: false })
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

/** Signed in again when the clock that went on ended the session. */
async function open(path: string) {
  await page.goto(loket.url + path)
  const button = page.getByRole('button', { name: 'Meld aan als Coördinator Zottegem', exact: true })
  if ((await button.count()) > 0) await press(page, button)
}
const main = () => page.locator('main').innerText()
const stranger = () => createVisitor(loket.url, fetch)

it('Beheer leidt naar alles wat een netwerk zelf verandert', async () => {
  await open('/werkruimte/beheer')
  const words = await main()
  for (const part of ['Mensen', 'Aanbod', 'Netwerk', 'Sluitingsdagen', 'Criteria', 'Alle wijzigingen'])
    expect(words).toContain(part)
})

it('laat een collega toe, die een uitnodiging krijgt', async () => {
  await open('/werkruimte/beheer/mensen/nieuw')
  await fillPage(page, {
    ...{ naam: 'Mo Voorbeeld', rol: 'casemanager', dienst: 'De Katrol', email: 'mo@dekatrol.example' },
    ...{ telefoon: '0478 12 34 58', plaatsvervanger: 'ankerfiguur-zottegem' },
  })
  await next(page)
  expect(await main()).toContain('Mo Voorbeeld is uitgenodigd')
  const mail = await nextMailTo(loket, 'mo@dekatrol.example')
  expect((await stranger().get(linkIn(mail))).status).toBe(200)
})

it('vervangt de postbus: de nieuwe telt zodra iemand ze bevestigt', async () => {
  await open('/werkruimte/beheer/netwerk')
  await page.fill('[name=triage]', 'onthaal@zottegem.example')
  await press(page, page.getByRole('button', { name: 'Bewaar de postbussen' }))
  expect(await main()).toContain('wacht op bevestiging')
  await nextMailTo(loket, 'onthaal@sociaalhuis-zottegem.example')
  const link = linkIn(await nextMailTo(loket, 'onthaal@zottegem.example'))
  expect((await stranger().post(link)).status).toBe(200)
  await open('/werkruimte/beheer/netwerk')
  expect(await page.inputValue('[name=triage]')).toBe('onthaal@zottegem.example')
})

it('voegt een aanbod toe voor wie in Zottegem woont, en iedereen leest het', async () => {
  await open('/werkruimte/beheer/aanbod/nieuw')
  await fillPage(page, {
    ...{ naam: 'Fietspunt', soort: 'dienst', levensdomeinen: 'samenleving', wat: 'Leent fietsen uit.' },
    ...{ voor_wie: 'Wie geen fiets heeft.', telefoon: '09 000 01 14', postcodes: '9620' },
  })
  await next(page)
  // Kept for half a minute.
  await loket.setClock('2026-12-14T09:00:00Z')
  const html = await (await stranger().get('/aanbod/zottegem/fietspunt')).text()
  expect(html).toContain('Leent fietsen uit.')
  expect(html).toContain('9620')
})

it('sluit Huisbezoek 80+ met Kerst', async () => {
  await open('/werkruimte/beheer/netwerk')
  await fillPage(page, {
    ...{ formulier: 'huisbezoek-80-plus', dicht_van: '24/12/2026', dicht_tot: '3/1/2027' },
    boodschap: 'Bel het onthaal: 09 000 01 10.',
  })
  await press(page, page.getByRole('button', { name: 'Sluit het formulier' }))
  expect((await stranger().post(huisbezoekStart)).status).toBe(303)
})

it('probeert de criteria uit op een adres in Grotenberge', async () => {
  await open('/werkruimte/beheer/criteria/huisbezoek-80-plus')
  await fillPage(page, { tachtig: 'ja', alleenstaand: 'ja', deelgemeente: 'grotenberge', akkoord: 'ja' })
  await next(page)
  expect(await page.locator('[data-proef]').getAttribute('data-proef')).toBe('twijfel')
})

it('zet één wijziging terug: het nieuwe aanbod is weer weg', async () => {
  await open('/werkruimte/beheer/wijzigingen')
  await press(page, page.getByRole('link', { name: /Fietspunt/ }))
  await press(page, page.getByRole('button', { name: 'Zet terug' }))
  expect(await main()).toContain('Teruggezet')
})

it('alles staat in de lijst, met wie het deed', async () => {
  await open('/werkruimte/beheer/wijzigingen')
  const words = await main()
  for (const line of ['Mo Voorbeeld', 'Postbus voor nieuwe aanvragen', 'Fietspunt', 'Even dicht: Huisbezoek 80+'])
    expect(words).toContain(line)
  expect(words.match(/Coördinator Zottegem (wijzigde|bevestigde|zette terug)/g)?.length).toBeGreaterThanOrEqual(6)
})

it('met Kerst is het dicht, erna weer open', async () => {
  await loket.setClock('2026-12-25T09:00:00Z')
  const closed = await stranger().post(huisbezoekStart)
  expect([closed.status, await closed.text()]).toEqual([409, expect.stringContaining('Bel het onthaal')])
  await loket.setClock('2027-01-04T08:00:00Z')
  expect((await stranger().post(huisbezoekStart)).status).toBe(303)
  expect((await stranger().get('/aanbod/zottegem/fietspunt')).status).toBe(404)
})
