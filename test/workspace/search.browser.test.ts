/** Looking for a dossier in a real browser: without JavaScript, with a keyboard, on a phone (docs/promises.md, "Pages"). */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { placeAnswered, searchBeside } from '../support/search.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let loket: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startTestWorkspace({ serve: true }), startBrowser()])
  const toont = { over: 'Gezin-met-een-heel-lange-aanduiding-zonder-spaties-2041', organisatie: 'OCMW' }
  await placeAnswered(loket, { naam: 'Jan Janssens', organisatie: 'OCMW' }, { toont })
  await placeAnswered(loket, { naam: 'Mia Janssens' }, { state: 'afgesloten', ttl: 4_000_000_000 })
  for (let n = 0; n < 51; n += 1) await placeAnswered(loket, { naam: 'Sam Peeters' })
  await searchBeside(loket).sweep()
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

it.each([
  ['twee rijen', 'janssens', '2 aanvragen gevonden'],
  ['niets', 'maes', 'We vinden niets'],
  ['te veel', 'peeters', 'Voeg een woord toe'],
  ['te kort', 'a', 'Typ minstens 2 letters'],
])('%s: met Enter, geen fouten, en niets valt van het scherm', async (_, typed, sentence) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.context().addCookies([await loket.cookieOf('Coördinator Aalst')])
  await page.goto(`${loket.url}/werkruimte`)
  await page.getByLabel('Zoek op naam').fill(typed)
  await Promise.all([page.waitForURL(`${loket.url}/werkruimte/zoek`), page.keyboard.press('Enter')])
  expect(await page.locator('main').innerText()).toContain(sentence)
  expect(await page.getByLabel('Zoek op naam').inputValue()).toBe(typed)
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 640 })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBeLessThanOrEqual(width)
  }
})

it('zonder JavaScript: van een naam naar het dossier in één druk', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.context().addCookies([await loket.cookieOf('Coördinator Aalst')])
  await page.goto(`${loket.url}/werkruimte`)
  await page.getByLabel('Zoek op naam').fill('mia janssens')
  await Promise.all([page.waitForURL(/\/werkruimte\/dossier\//), page.keyboard.press('Enter')])
  expect(page.url()).not.toMatch(/janssens/i)
})
