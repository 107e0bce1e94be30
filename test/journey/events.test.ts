/** An invitation from mail to calendar and back, and the organiser who sent it: in a real browser, also without JavaScript. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { nextMailTo } from './mail.ts'
import { type OpenLoket, startOpenLoket } from './open-loket.ts'
import { next, passTime, press } from './walk.ts'

const event = '/activiteiten/verkennend-overleg-gedeelde-zorg'
const home = `/werkruimte${event}`
const rsvp = { antwoord: 'ja', naam: 'Noor Voorbeeld', organisatie: 'CAW Voorbeeld', email: 'noor@caw.example' }
let loket: OpenLoket
let browser: TestBrowser

beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startOpenLoket({ now: '2021-04-26T08:00:00Z' }), startBrowser()])
}, 60_000)
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const linkTo = (text: string, part: string): string => {
  const [link] = new RegExp(`https?://\\S+/${part}/\\S+`).exec(text) ?? []
  if (!link) throw new Error(`No link to ${part}`)
  return new URL(link).pathname
}
const antwoordOn = (page: Page) => page.locator('[data-antwoord]').getAttribute('data-antwoord')

/** Nothing axe finds, and nothing to scroll sideways to on a small phone. */
async function fine(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id} ${nodes[0]?.html.slice(0, 100)}`)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320)
  await page.setViewportSize({ width: 1280, height: 900 })
}

it('zonder JavaScript: antwoorden, wijzigen met de link uit de mail, en geen mails meer', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(loket.url + event)
  await fillPage(page, rsvp)
  await passTime(loket, 10)
  await next(page)
  expect(await page.locator('[data-reference]').textContent()).toMatch(/ACT-/)

  const mail = await nextMailTo(loket, rsvp.email)
  expect(mail.calendar).toContain('METHOD:REQUEST')
  await page.goto(loket.url + linkTo(mail.text, 'uitnodiging'))
  expect(await antwoordOn(page)).toBe('ja')
  await fillPage(page, { antwoord: 'nee' })
  await next(page)
  expect(await antwoordOn(page)).toBe('nee')
  expect((await nextMailTo(loket, rsvp.email, 2)).calendar).toContain('METHOD:CANCEL')

  await page.goto(loket.url + linkTo(mail.text, 'afmelden'))
  await next(page)
  expect(await page.textContent('h1')).toBe('U krijgt geen mails meer')
}, 60_000)

it('de organisator nodigt uit, en elke bladzijde is voor iedereen te gebruiken', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(loket.url + home)
  await press(page, page.getByText('Meld aan als Organisator'))
  for (const path of ['', '/wijzigen', '/annuleren', '/importeren', '/namens', '/bericht', '/genodigden?lijst=nee']) {
    await page.goto(loket.url + home + path)
    await fine(page)
  }
  await page.goto(`${loket.url}/werkruimte/activiteiten/nieuw`)
  await next(page)
  await fine(page)

  await page.goto(`${loket.url + home}/importeren`)
  await fillPage(page, { csv: 'naam;e-mail\nSam;sam@ocmw.example' })
  await next(page)
  await fine(page)
  await next(page)
  await press(page, page.getByText('Nodig 1 mens uit'))
  await fine(page)
  // Read first, then the number in the button.
  await press(page, page.getByRole('button', { name: 'Nodig 1 mens uit' }))
  const mail = await nextMailTo(loket, 'sam@ocmw.example')
  expect(mail.subject).toBe('Uitnodiging: Online verkennend overleg naar gedeelde zorg')
  for (const path of [linkTo(mail.text, 'uitnodiging'), linkTo(mail.text, 'afmelden'), event]) {
    await page.goto(loket.url + path)
    await fine(page)
  }
}, 120_000)
