/** The figures of a year in a real browser: without JavaScript, on phone and desk, on paper, without a fault axe can find. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectFitForAll } from '../journey/fit-for-all.ts'
import { next } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { seedYears } from '../support/figures.ts'
import { pagesIn, printed } from '../support/paper.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  ;[work, browser] = await Promise.all([
    startTestWorkspace({ serve: true, now: new Date('2021-08-23T08:00:00Z') }),
    startBrowser(),
  ])
  await seedYears(work)
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

async function open(path: string, options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options)
  await page.context().addCookies([await work.cookieOf('Coördinator Aalst')])
  await page.goto(work.url + path)
  return page
}

it.each(['/werkruimte/cijfers', '/werkruimte/cijfers/2020', '/werkruimte/cijfers/2021'])(
  '%s is voor iedereen te gebruiken',
  async (path) => {
    await expectFitForAll(await open(path))
  },
)

it('zonder JavaScript: met één druk openbaar, en terug', async () => {
  const page = await open('/werkruimte/cijfers/2020', { javaScriptEnabled: false })
  await next(page)
  expect(await page.getByRole('status').innerText()).toContain('Het jaaroverzicht is openbaar')
  await next(page)
  expect(await page.getByRole('status').innerText()).toContain('teruggenomen')
})

it('op papier hoogstens zes bladzijden, zonder wat men drukt', async () => {
  const page = await open('/werkruimte/cijfers/2020')
  await page.emulateMedia({ media: 'print' })
  expect(pagesIn(await printed(page))).toBeLessThanOrEqual(6)
  expect(await page.getByRole('button', { name: 'Maak openbaar' }).isVisible()).toBe(false)
  expect(await page.getByRole('heading', { name: 'Jaaroverzicht 2020' }).isVisible()).toBe(true)
})

it('de balk van een verborgen cijfer is altijd even lang', async () => {
  const page = await open('/werkruimte/cijfers/2020')
  const widths = await page
    .locator('.balk .lf-streep')
    .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('width')))
  expect(widths.length).toBeGreaterThan(2)
  expect(new Set(widths).size).toBe(1)
})
