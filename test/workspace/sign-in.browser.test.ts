/** Signing in with a real browser: its cookies, its security policy, its tabs. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { press as pressOn } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type SignInTest, startSignInTest } from '../support/sign-in.ts'

let loket: SignInTest
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startSignInTest(), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const press = (page: Page, name: string) => pressOn(page, page.getByRole('button', { name, exact: true }))
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const faults = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)

it('without JavaScript: in, away too long, in again in another tab, and the text is sent', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(`${loket.url}/werkruimte/schrijf`)
  await press(page, 'Meld aan als Casemanager Aalst')
  await page.getByLabel('Tekst').fill('Eerste regel\nTweede "regel" & <meer>')
  loket.later(31 * 60)
  await press(page, 'Bewaar')
  expect(await page.title()).toBe('U was even weg. – Loket')

  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    link(page, 'Meld opnieuw aan in een nieuw tabblad').click(),
  ])
  await tab.waitForLoadState()
  await press(tab, 'Meld aan als Casemanager Aalst')
  expect(await tab.title()).toBe('U bent opnieuw aangemeld. – Loket')
  await press(page, 'Verstuur opnieuw')
  expect(JSON.parse((await page.textContent('body')) ?? '')).toEqual({
    tekst: 'Eerste regel\r\nTweede "regel" & <meer>',
    actie: 'bewaar',
  })
})

it('an outsider accepts an invitation; every page on the way is in order', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } })
  await page.goto(`${loket.url}/werkruimte`)
  expect(await faults(page)).toEqual([])
  await press(page, 'Meld aan als Buitenstaander')
  expect(await page.title()).toContain('U bent aangemeld, maar hoort nog niet bij dit netwerk.')
  expect(await faults(page)).toEqual([])
  await press(page, 'Afmelden')
  expect(await faults(page)).toEqual([])

  await page.goto(loket.url + (await loket.invite({ network: 'aalst', person: 'casemanager-aalst-2' })))
  expect(await faults(page)).toEqual([])
  await pressOn(page, link(page, 'Meld aan'))
  await press(page, 'Meld aan als Buitenstaander')
  expect(await faults(page)).toEqual([])
  await press(page, 'Ja, ik ben Tweede casemanager Aalst')
  expect(await page.textContent('body')).toBe('Tweede casemanager Aalst · aalst')
})

it('without a second factor: told what to do, in order on a phone, and in with one', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } })
  await page.goto(`${loket.url}/werkruimte`)
  await page.getByLabel('Met alleen een wachtwoord, zonder tweede stap').check()
  await press(page, 'Meld aan als Organisator')
  expect(await page.title()).toBe('U hebt een tweede stap nodig. – Loket')
  expect(await faults(page)).toEqual([])
  await pressOn(page, link(page, 'Meld opnieuw aan'))
  await press(page, 'Meld aan als Organisator')
  expect(await page.textContent('body')).toBe('Organisator · aalst')
})

it('two tabs can each be another person at the provider, without stumbling over each other', async () => {
  const first = await browser.newPage()
  const second = await first.context().newPage()
  for (const tab of [first, second]) await tab.goto(`${loket.url}/werkruimte`)
  await press(first, 'Meld aan als Coördinator OTA')
  await press(second, 'Meld aan als Organisator')
  expect(await second.textContent('body')).toBe('Organisator · aalst')
})
