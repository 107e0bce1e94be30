/** The lists in a real browser: on a phone, with a keyboard, without JavaScript (docs/promises.md, "Pages"). */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { outboxItem } from '../../functions/shared/store/outbox-item.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { place } from '../support/place-dossiers.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let loket: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startTestWorkspace({ serve: true }), startBrowser()])
  const long = {
    over: 'Gezin-met-een-heel-lange-aanduiding-zonder-spaties-2041',
    organisatie: 'Wijkgezondheidscentrum',
  }
  await place(loket, { nextOn: '2026-11-20', outcome: 'twijfel', toont: long })
  await place(loket, { nextOn: '2026-11-27', state: 'wacht_op_aanvrager', holder: 'casemanager-aalst' })
  await place(loket, { suspect: true })
  for (let count = 0; count < 25; count += 1) await place(loket, { nextOn: '2027-01-04', state: 'overleg_gehouden' })
  const { client, PutCommand } = await loket.connection.dynamo()
  const about = { network: 'aalst', form: 'lco-aanvraag', reference: 'LCO-7K3M-9QX2-4T', linkVersion: 1 }
  const Item = {
    ...outboxItem({
      subject: about.reference,
      mailId: 'mail1',
      now: loket.clock.now,
      held: 'dagplafond',
      notification: { kind: 'ingetrokken', to: 'aanvrager', ...about },
    }),
    fate: 'niet_aangekomen',
  }
  await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item }))
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

async function pageOf(name: string, options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options })
  await page.context().addCookies([await loket.cookieOf(name)])
  return page
}

it.each<[name: string, path: string, typed?: string]>([
  ['Coördinator Aalst', '/werkruimte'],
  ['Coördinator Aalst', '/werkruimte?stand=ingediend&wie=niemand'],
  ['Coördinator Aalst', '/werkruimte', 'niets'],
  ['Coördinator Aalst', '/werkruimte?toon=gesloten&sorteer=langst&stand=weg'],
  ['Coördinator Aalst', '/werkruimte/lijst?toon=bij-iemand'],
  ['Coördinator Aalst', '/werkruimte/week'],
  ['Coördinator Aalst', '/werkruimte/week?week=2026-11-30'],
  ['Coördinator Aalst', '/werkruimte/post?klaar=opnieuw'],
  ['Coördinator OTA', '/werkruimte'],
  ['Coördinator Limburg', '/werkruimte/week'],
  ['Casemanager Aalst', '/werkruimte'],
  ['Organisator', '/werkruimte'],
])('%s op %s: geen fouten, en niets valt van het scherm', async (name, path, typed) => {
  const page = await pageOf(name)
  await page.goto(loket.url + path)
  if (typed !== undefined) {
    await page.getByLabel('Zoek op naam').fill(typed)
    await Promise.all([page.waitForURL(`${loket.url}/werkruimte/zoek`), page.keyboard.press('Enter')])
    expect(await page.getByLabel('Zoek op naam').inputValue()).toBe(typed)
  }
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 640 })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBeLessThanOrEqual(width)
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth && element.checkVisibility())
        .map((element) => element.outerHTML.slice(0, 100)),
    )
    expect(outside).toEqual([])
  }
  await page.context().close()
})

it.each([1280, 320])('op %s breed: een lijst van keuzes en het menu gaan open binnen het scherm', async (width) => {
  const page = await pageOf('Coördinator Aalst', { viewport: { width, height: 640 } })
  await page.goto(`${loket.url}/werkruimte`)
  for (const summary of await page.locator('main .lw-chip summary, .lw-menu summary').all()) {
    await summary.click()
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('details[open] a')]
        .filter((link) => link.checkVisibility())
        .map((link) => link.getBoundingClientRect())
        .filter(({ left, right }) => left < 0 || right > innerWidth),
    )
    expect(outside).toEqual([])
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBeLessThanOrEqual(width)
    await summary.click()
  }
  await page.locator('main .lw-chip summary').first().click()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await page.context().close()
})

it('zonder JavaScript: aanvinken, iemand kiezen, toewijzen', async () => {
  const page = await pageOf('Coördinator Aalst', { javaScriptEnabled: false })
  await page.goto(`${loket.url}/werkruimte?toon=te-verdelen`)
  const reference = await page.locator('tbody tr').first().getAttribute('data-dossier')
  await page.locator('tbody tr input[type=checkbox]').first().check()
  await page.getByLabel('Wijs de aangevinkte toe aan').selectOption('casemanager-aalst-2')
  await page.getByRole('button', { name: 'Wijs toe' }).click()
  await page.waitForURL('**/werkruimte?toon=te-verdelen&klaar=toegewezen*')
  expect(await page.getByRole('status').textContent()).toContain('1 aanvraag ging naar Tweede casemanager Aalst.')
  expect(await page.locator(`tbody tr[data-dossier="${reference}"]`).count()).toBe(0)
  await page.context().close()
})

it('werkt met alleen het toetsenbord en zonder JavaScript: filteren, bladeren, een mail opnieuw versturen', async () => {
  const page = await pageOf('Coördinator Aalst', { javaScriptEnabled: false })
  const focusOn = async (selector: string) => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press('Tab')
      if (await page.locator(`${selector}:focus`).count()) return
    }
    throw new Error(`No way to ${selector} with the keyboard`)
  }
  await page.goto(`${loket.url}/werkruimte`)
  await focusOn('.lw-chip:nth-of-type(2) summary')
  await page.keyboard.press('Enter')
  await focusOn('a[href*="stand=wacht_op_aanvrager"]')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/werkruimte?*stand=wacht_op_aanvrager*')
  expect(await page.locator('tbody tr').count()).toBe(1)

  await page.goto(`${loket.url}/werkruimte`)
  await focusOn('a[rel=next]')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/werkruimte?na=*')
  expect(await page.locator('tbody tr').count()).toBe(2)

  await page.goto(`${loket.url}/werkruimte/post`)
  await focusOn('.lw-post button')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/werkruimte/post?klaar=opnieuw')
  expect(await page.getByRole('status').textContent()).toContain('We versturen de mail opnieuw.')
})
