/**
 * A hulpverlener files a request on a phone between two visits: the connection goes on page 4, the page is closed, and all of it is
 * there again from the home page on. Afterwards the answers are read and printed, and what was forgotten is added.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { aanvraag } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { expectFitForAll } from './fit-for-all.ts'
import { begin, monday, next, passTime, press, referenceOn, typedOn, walk } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
let page: Page
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const { situatie } = aanvraag
/** Milliseconds in which something is kept again, or tried to (docs/decisions/027), and a bit. */
const timeout = 40_000
/** What the phone kept is on the server. */
const kept = () =>
  page
    .locator('.count')
    .getByText(/^Bewaard om \d+\.\d\d uur$/)
    .first()
    .waitFor({ timeout })

describe('tussen twee huisbezoeken', () => {
  it('valt op pagina 4 de verbinding weg: dat wordt gezegd, en de tekst staat er nog', async () => {
    await begin(page, loket)
    await walk(page, { until: 'situatie' })
    await fillPage(page, { vraag_client: situatie.vraag_client, zelf: situatie.zelf })
    await kept()
    await page.context().setOffline(true)
    await fillPage(page, { omgeving: situatie.omgeving })
    await page.getByText('U bent even niet verbonden.').waitFor({ timeout })
    expect(await typedOn(page)).toMatchObject({ zelf: [situatie.zelf], omgeving: [situatie.omgeving] })
  })

  it('komt ze terug, dan is ook dat bewaard', async () => {
    await page.context().setOffline(false)
    await kept()
    await page.getByText('U bent even niet verbonden.').waitFor({ state: 'hidden', timeout })
  })

  it('vindt ze later alles terug, van de beginpagina af', async () => {
    await page.goto('about:blank')
    await passTime(loket, 3 * 3600)
    await page.goto(loket.url)
    await press(page, page.getByRole('link', { name: 'Ga verder met uw aanvraag' }))
    expect(await page.locator('main').textContent()).toContain('Stap 4 van 7.')
    await press(page, page.getByRole('link', { name: 'Ga verder met Lokaal cliëntoverleg Aalst' }))
    const { vraag_client, zelf, omgeving } = situatie
    expect(await typedOn(page)).toMatchObject({ vraag_client: [vraag_client], zelf: [zelf], omgeving: [omgeving] })
  })

  it('kijkt ze alles na, verzendt het, en leest wat ze schreef', async () => {
    await walk(page)
    await expectFitForAll(page)
    await passTime(loket, 60)
    await next(page)
    const reference = await referenceOn(page)
    await press(page, page.getByRole('link', { name: 'Bekijk en druk uw antwoorden' }))
    const words = await page.locator('main').textContent()
    for (const text of [reference, situatie.doel, situatie.omgeving, aanvraag.gegevens.naam])
      expect(words).toContain(text)
    await expectFitForAll(page)
    await page.goBack()
  })

  it('voegt ze een nummer toe dat ze vergat', async () => {
    await press(page, page.getByRole('link', { name: 'Volg uw aanvraag' }))
    await page.getByLabel('Wat wilt u nog meegeven?').fill('De school: 053 11 22 33.')
    await press(page, page.getByRole('button', { name: 'Voeg toe' }))
    expect(await page.locator('[data-toegevoegd]').count()).toBe(1)
    expect(await page.locator('main').textContent()).not.toContain('053 11 22 33')
  })
})
