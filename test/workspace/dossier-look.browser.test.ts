/** The first screen of a dossier on a phone, and every screen it is read on: what must be in sight is. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type Filed, fileHeld } from '../support/dossier.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let browser: TestBrowser
let filed: Filed
beforeAll(async () => {
  ;[work, browser] = await Promise.all([startTestWorkspace({ serve: true }), startBrowser()])
  const veilig_contact = 'Bel alleen tussen 9 en 15 uur. Spreek geen bericht in: de ex-partner luistert mee.'
  filed = await fileHeld(work, { changes: { criteria: { verblijf: 'weet_niet' }, client: { veilig_contact } } })
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

async function open(width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, javaScriptEnabled: false })
  await page.context().addCookies([await work.cookieOf('Casemanager Aalst')])
  await page.goto(work.url + filed.path)
  return page
}
const bottomOf = async (page: Page, selector: string): Promise<number> => {
  const box = await page.locator(selector).first().boundingBox()
  return box ? box.y + box.height : Number.POSITIVE_INFINITY
}

/** Pixels from the top of a screen of 390 × 844. */
const firstScreen = { '.lw-tel': 230, '#veilig': 360, '.lw-do [data-next]': 500 }

it('op 390 × 844 staan het nummer, waarop u let en de volgende stap op het eerste scherm', async () => {
  const page = await open(390, 844)
  for (const [selector, most] of Object.entries(firstScreen))
    expect(await bottomOf(page, selector), selector).toBeLessThanOrEqual(most)
})

it('wie naar beneden leest, houdt het nummer en de weg naar waarop u let in beeld', async () => {
  const page = await open(390, 844)
  await page.mouse.wheel(0, 1_500)
  await page.locator('.lw-call').waitFor()
  const box = await page.locator('.lw-tel').boundingBox()
  expect(box?.y).toBeLessThan(120)
  expect(await page.locator('.let-op').isVisible()).toBe(true)
})

it.each([320, 390, 1280])('op %i breed: geen fout voor axe, open en dicht, en niets steekt uit', async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 844 } })
  await page.context().addCookies([await work.cookieOf('Casemanager Aalst')])
  await page.goto(work.url + filed.path)
  for (const opened of [false, true]) {
    if (opened)
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '')
      })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})

it('één gevulde knop op de bladzijde', async () => {
  const page = await open(1280, 900)
  expect(await page.locator('main .btn:not(.plain, .warn):visible').count()).toBe(1)
})
