/** Who comes presses Nee in their calendar, as the inbox of this machine lets a person do, and reads on their own page that it counts. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { nextMailTo } from './mail.ts'
import { type OpenLoket, startOpenLoket } from './open-loket.ts'
import { next, passTime } from './walk.ts'

const event = '/activiteiten/verkennend-overleg-gedeelde-zorg'
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

it('ja op de pagina, Misschien en dan Nee in de agenda', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(loket.url + event)
  await fillPage(page, rsvp)
  await passTime(loket, 10)
  await next(page)
  const invited = await nextMailTo(loket, rsvp.email)
  expect(invited.calendar?.replaceAll(/\r?\n /g, '')).toContain('of druk op Nee in uw agenda.')

  await passTime(loket, 60)
  await page.goto(`${loket.url}/_local/inbox/${invited.id}`)
  await page.getByRole('button', { name: 'Misschien in de agenda' }).click()
  const told = await nextMailTo(loket, rsvp.email, 2)
  expect(told.subject).toMatch(/^Er is niets gewijzigd: /)
  expect(told.calendar).toBeNull()

  await page.goto(`${loket.url}/_local/inbox/${invited.id}`)
  await page.getByRole('button', { name: 'Nee in de agenda' }).click()
  const out = await nextMailTo(loket, rsvp.email, 3)
  expect(out.subject).toMatch(/^U kunt er niet bij zijn: /)
  expect(out.calendar).toContain('METHOD:CANCEL')
  const [link = ''] = /https?:\/\/\S+\/uitnodiging\/\S+/.exec(out.text) ?? []
  await page.goto(link)
  expect(await page.locator('[data-antwoord]').getAttribute('data-antwoord')).toBe('nee')
})
