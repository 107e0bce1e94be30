/** Own tasks in a real browser: without JavaScript, on the smallest phone, by keyboard, without a fault axe can find. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { press } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fileHeld } from '../support/dossier.ts'
import { given } from '../support/own-tasks.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  ;[work, browser] = await Promise.all([
    startTestWorkspace({ serve: true, now: new Date('2026-11-25T09:00:00Z') }),
    startBrowser(),
  ])
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

async function open(options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options)
  await page.context().addCookies([await work.cookieOf('Casemanager Aalst')])
  return page
}

it('zonder JavaScript: geven, wijzigen, klaar in de week, en toch niet klaar', async () => {
  const { path } = await fileHeld(work, { nextOn: '2026-12-01' })
  const page = await open({ javaScriptEnabled: false })
  await page.goto(work.url + path)
  await page.getByText('Nieuwe taak').click()
  await page.getByLabel('Wat moet er gebeuren?').fill('Bel de school')
  await page.getByLabel('Tegen wanneer?').fill('28/11/2026')
  expect(await page.locator('#taken').getByLabel('Casemanager Aalst').isChecked()).toBe(true)
  await press(page, page.getByRole('button', { name: 'Voeg de taak toe' }))
  expect(await page.locator('.error').allInnerTexts()).toEqual([expect.stringContaining('is een zaterdag')])
  await press(page, page.getByRole('button', { name: 'Voeg de taak toe' }))
  await press(page, page.getByRole('link', { name: /^Wijzig.*Bel de school/ }))
  await page.getByLabel('Tegen wanneer?').fill('27/11/2026')
  await press(page, page.getByRole('button', { name: 'Bewaar de taak' }))
  expect(await page.getByRole('status').innerText()).toBe('De taak is gewijzigd.')
  await page.goto(`${work.url}/werkruimte/week`)
  await press(page, page.getByRole('button', { name: /^Klaar.*Bel de school/ }))
  await press(page, page.getByRole('button', { name: 'Toch niet klaar' }))
  expect(await page.getByRole('button', { name: /^Klaar.*Bel de school/ }).count()).toBe(1)
  expect(work.failures).toEqual([])
})

it.each([320, 1280])('op %i pixels breed: alles past, en axe vindt geen fout', async (width) => {
  const filed = await fileHeld(work, { nextOn: '2026-12-01' })
  const casemanager = await work.as('Casemanager Aalst')
  await given(work, casemanager, filed, { taak: 'Bel de school', tegen: '25/11/2026' })
  await given(work, casemanager, filed, { taak: 'x'.repeat(200), tegen: '27/11/2026', wie: 'coordinator-aalst' })
  const page = await open({ viewport: { width, height: 800 } })
  for (const path of [filed.path, `${filed.path}/taak`, `${filed.path}/taak/01`, '/werkruimte/week']) {
    await page.goto(work.url + path)
    for (const one of await page.locator('#taken details > summary').all()) await one.click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  }
})
