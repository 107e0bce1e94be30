/** The agenda and the phone list in a real browser: on one screen, on a phone, with a keyboard, without JavaScript. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillForm, ota, otaStart, type Soort } from '../support/forms.ts'
import { referenceIn } from '../support/lco.ts'
import { locationOf } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const agenda = '/werkruimte/agenda/2026-11-24'
const desk = { width: 1280, height: 900 }

let loket: TestWorkspace
let browser: TestBrowser
const references: string[] = []
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startTestWorkspace({ serve: true }), startBrowser()])
  for (const soort of ['traject', 'intervisie', 'vorming', 'helpdesk'] as const) references.push(await file(soort))
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

async function file(soort: Soort): Promise<string> {
  const visitor = loket.visitor()
  const check = await fillForm(visitor, otaStart, ota[soort])
  loket.clock.later(60)
  const receipt = locationOf(await visitor.post(check))
  return referenceIn(await (await visitor.get(receipt)).text()) ?? ''
}
async function pageOf(name: string, options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: desk, ...options })
  await page.context().addCookies([await loket.cookieOf(name)])
  return page
}
const card = (page: Page, reference: string | undefined) => page.locator(`[data-reference="${reference}"]`)

/** A decision of each kind, all that each asks filled in. */
async function decideThree(page: Page): Promise<void> {
  const [one, two, three] = references
  await card(page, one).getByLabel('Bemiddelaar', { exact: true }).check()
  await card(page, one)
    .getByLabel(/^Bemiddelaar OTA/)
    .check()
  await card(page, two).getByLabel('Advies', { exact: true }).check()
  await card(page, two)
    .getByLabel(/^Welk advies/)
    .fill('Bespreek eerst wat hulp voor hen betekent.')
  await card(page, two)
    .getByLabel(/^Bemiddelaar OTA/)
    .check()
  await card(page, three).getByLabel('Doorverwijzen', { exact: true }).check()
  await card(page, three).getByLabel('Naar welk aanbod?').selectOption('jac')
  await card(page, three).getByLabel('Wie belt die dienst mee?').selectOption({ label: 'Bemiddelaar OTA' })
  await card(page, three)
    .getByLabel(/^Welk advies/)
    .fill('Dat past beter.')
  await card(page, three).getByLabel('Wachtlijst').check()
}

it('drie beslissingen staan op één scherm van 1280 bij 900, met de knop', async () => {
  const page = await pageOf('Coördinator OTA')
  await page.goto(loket.url + agenda)
  const heights = await page
    .locator('.lw-punt')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(Math.max(...heights)).toBeLessThanOrEqual(126)
  await decideThree(page)
  await card(page, references[0]).evaluate((first) => first.scrollIntoView({ block: 'start' }))
  for (const reference of references.slice(0, 3)) {
    const box = await card(page, reference).boundingBox()
    const save = await page.locator('.lw-save').boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(save?.y ?? 0)
    expect(Math.round(box?.y ?? -1)).toBeGreaterThanOrEqual(0)
  }
  // What a decision does not ask is not there.
  expect(await card(page, references[0]).getByLabel('Geen drempel').isVisible()).toBe(false)
  expect(await page.locator('[data-next]').count()).toBe(1)
  await page.context().close()
})

it.each<[name: string, path: string]>([
  ['Coördinator OTA', agenda],
  ['Coördinator OTA', `${agenda}/beslist`],
  ['Bemiddelaar OTA', agenda],
  ['Coördinator OTA', '/werkruimte/telefoon'],
  ['Bemiddelaar OTA', '/werkruimte/telefoon'],
  ['Bemiddelaar OTA', '/werkruimte/telefoon/nieuw'],
  ['Bemiddelaar OTA', 'het dossier'],
])('%s op %s: geen fouten, en niets valt van het scherm', async (name, path) => {
  const page = await pageOf(name)
  await page.goto(loket.url + (path === 'het dossier' ? `/werkruimte/dossier/${references[0]}` : path))
  if (path === agenda && name.startsWith('Coördinator')) await decideThree(page)
  await page.locator('main details').evaluateAll((all) => all.map((one) => one.setAttribute('open', '')))
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 700 })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await page.context().close()
})

it('op een telefoon, zonder JavaScript: bellen, niet bereikt, en drie beslissingen in één keer', async () => {
  const page = await pageOf('Coördinator OTA', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  await page.goto(`${loket.url}/werkruimte/telefoon`)
  await card(page, references[0]).getByRole('button', { name: 'Ik bel' }).click()
  expect(await card(page, references[0]).textContent()).toContain('U belt, sinds')
  await card(page, references[0]).getByRole('button', { name: 'Niet bereikt' }).click()
  expect(await card(page, references[0]).textContent()).toContain('Niet bereikt: ')
  await page.goto(loket.url + agenda)
  await decideThree(page)
  await page.getByRole('button', { name: 'Bewaar alle beslissingen' }).click()
  expect(await page.locator('main').textContent()).toContain('3 beslissingen zijn bewaard.')
  await page.goto(`${loket.url}${agenda}/beslist`)
  expect(await page.locator('main [data-besluit]').count()).toBe(3)
  await page.context().close()
})

it('wie iets vergat, komt met het toetsenbord bij het veld', async () => {
  const reference = await file('vorming')
  const page = await pageOf('Coördinator OTA')
  await page.goto(loket.url + agenda)
  await card(page, reference).getByLabel('Bemiddelaar', { exact: true }).check()
  await page.getByRole('button', { name: 'Bewaar alle beslissingen' }).click()
  await page.getByRole('link', { name: 'Kies wie dit dossier krijgt' }).click()
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('radio')
  expect(await page.title()).toMatch(/^Fout: /)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.context().close()
})
