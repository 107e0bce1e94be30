/** The form of an event in a real browser: without JavaScript, on phone and desk, by keyboard, without a fault axe can find. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { expectErrorsToLeadToTheirFields, expectFitForAll } from '../journey/fit-for-all.ts'
import { next, press } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { putEvent, respond } from '../support/events.ts'
import { tabTo } from '../support/keyboard.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
let work: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  ;[work, browser] = await Promise.all([startTestWorkspace({ serve: true, now: april }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})
beforeEach(() => {
  work.clock.now = april
})

const home = '/werkruimte/activiteiten'
async function open(path: string, options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options)
  await page.context().addCookies([await work.cookieOf('Organisator')])
  await page.goto(work.url + path)
  return page
}

async function fillNew(page: Page): Promise<void> {
  await page.getByLabel('Titel', { exact: true }).fill('Vorming in de browser')
  await page.getByLabel('Vorming', { exact: true }).check()
  await page.getByLabel('Voor wie?').fill('Hulpverleners')
  await page.getByLabel('Omschrijving').fill('We oefenen samen.')
  await page.getByLabel('Datum').fill('8/6/2021')
  await page.getByLabel('Van', { exact: true }).fill('9')
  await page.getByLabel('Tot', { exact: true }).fill('12.30')
  await page.getByLabel('Allebei').check()
  await page.getByLabel('Plaats en adres').fill('Zaal 1, Voorbeeldstraat 12, Gent')
  await page.getByLabel('Antwoorden kan tot en met').fill('21/5/2021')
  await page.getByLabel('Iedereen, via de publieke pagina').check()
}

it('zonder JavaScript: een dag en een vraag erbij, bekijken, en dan pas bewaren', async () => {
  const page = await open(`${home}/nieuw`, { javaScriptEnabled: false })
  await fillNew(page)
  await press(page, page.getByRole('button', { name: 'Nog een dag erbij' }))
  const second = page.getByRole('group', { name: 'Dag 2' })
  await second.getByLabel('Datum').fill('15/6/2021')
  await second.getByLabel('Van').fill('9')
  await second.getByLabel('Tot').fill('12')
  await page.getByLabel('Wat iemand eet').check()
  await press(page, page.getByRole('button', { name: 'Schrijf zelf een vraag' }))
  await page.getByLabel('Uw vraag').fill('Hoe komt u?')
  await page.getByLabel('Met één keuze').check()
  await page.getByLabel('De keuzes').fill('trein\nfiets')
  await press(page, page.getByRole('button', { name: 'Bekijk' }))
  const proof = page.getByRole('complementary', { name: 'Zo zien mensen het' })
  expect(await proof.innerText()).toContain('Dinsdag 15 juni 2021, van 9 tot 12 uur')
  expect(await proof.innerText()).toContain('Wat eet u? · Hoe komt u?')
  await next(page)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Vorming in de browser')
  expect(await page.getByText('Nog geen link.').count()).toBe(1)
  expect(work.failures).toEqual([])
})

it('met het toetsenbord: Enter in een veld bewaart, en voegt geen dag toe', async () => {
  const page = await open(`${home}/nieuw`)
  await fillNew(page)
  await page.getByLabel('Titel', { exact: true }).focus()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Vorming in de browser')
  const again = await open(`${home}/nieuw`)
  await tabTo(again, '[value="dag"]')
  await Promise.all([again.waitForEvent('load'), again.keyboard.press('Enter')])
  // The focus is where the new day is.
  expect(await again.evaluate(() => document.activeElement?.querySelector('legend')?.textContent)).toBe('Dag 2')
})

it.each([320, 390, 1280])(
  'op %i pixels breed: alles past, axe vindt niets, en elke fout leidt naar haar veld',
  async (width) => {
    const event = await putEvent(work.connection, {
      vorm: 'hybride',
      plaats: 'Zaal 1, Voorbeeldstraat 12, Gent',
      capaciteit: 12,
    })
    await respond(work, event)
    const page = await open(`${home}/nieuw`, { viewport: { width, height: 844 } })
    await page.getByText('Begin van een kopie').click()
    const look = async () => {
      await page.setViewportSize({ width, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await expectFitForAll(page)
      await page.setViewportSize({ width, height: 844 })
    }
    await look()
    await press(page, page.getByRole('button', { name: 'Nog een dag erbij' }))
    await press(page, page.getByRole('button', { name: 'Schrijf zelf een vraag' }))
    await page.getByRole('group', { name: 'Dag 2' }).getByLabel('Van').fill('half tien')
    await page.getByLabel('De keuzes').fill('één')
    await next(page)
    expect(await page.locator('.error').count()).toBeGreaterThan(5)
    await expectErrorsToLeadToTheirFields(page)
    await look()
    await page.goto(`${work.url}${home}/${event.slug}/wijzigen`)
    await look()
    await page.getByLabel('Datum').fill('9/6/2021')
    await next(page)
    expect(await page.getByRole('heading', { name: '1 mens krijgt een mail' }).count()).toBe(1)
    await look()
    await page.goto(`${work.url}${home}/${event.slug}/annuleren`)
    await look()
  },
)
