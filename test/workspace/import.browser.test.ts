/** Putting people on the list in a real browser: a file chosen with script, a list pasted without, on a phone and on a desk. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { createInviteeLists } from '../../functions/shared/store/invitee-lists.ts'
import { next, press } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { inviteeOf, putEvent } from '../support/events.ts'
import { fillPage } from '../support/fill-page.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-26T08:00:00Z')
let loket: TestWorkspace
let browser: TestBrowser
let event: LoketEvent
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startTestWorkspace({ serve: true, now: april }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const stored = async () => (await createInviteeLists(loket.connection).count(event, april)).counts.nieuw

/** Signed in as the organiser, on the page of a new event's list. */
async function open(width: number, javaScriptEnabled = true): Promise<Page> {
  event = await putEvent(loket.connection)
  const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled })
  await page.context().addCookies([await loket.cookieOf('Organisator')])
  await page.goto(`${loket.url}/werkruimte/activiteiten/${event.slug}/importeren`)
  return page
}

/** Nothing axe finds, and nothing to scroll sideways to. */
async function fine(page: Page, width: number): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 100)}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

const header = 'First Name,Last Name,Company,Job Title,Business Street,Business City,E-mail Address,E-mail Display Name'
const people = [
  'Zoë,D’Hondt,CAW De Pont,Begeleider,Voorbeeldlaan 10,Aalst,zoe.dhondt@caw-de-pont.example,Zoë',
  'Jan,Cools,CLB De Dender,Medewerker,Voorbeeldstraat 2,Aalst,jan.cools@clb,Jan',
  `Mia,${'Van Acker'.repeat(10)},Wonen De Poort,,,,,Mia`,
  'Els,Baert,OCMW,,,,zoe.dhondt@caw-de-pont.example,Els',
]
const buffer = Buffer.from([header, ...people].join('\r\n').replace('’', '\u0092'), 'latin1')

it.each([320, 1280])('op %i px: een bestand kiezen, een adres verbeteren, toevoegen', async (width) => {
  const page = await open(width)
  await fine(page, width)
  await page
    .getByLabel('Of kies een bestand')
    .setInputFiles({ name: 'genodigden juni.csv', mimeType: 'text/csv', buffer })
  await page.getByText('Gekozen: genodigden juni.csv').waitFor()
  await fine(page, width)
  await next(page)
  expect(await page.textContent('h1')).toBe('1 goed, 3 om na te kijken')
  expect(await page.textContent('main')).toContain('Gelezen als Outlook, in Windows-1252.')
  expect(await stored()).toBe(0)
  await page.getByText('Staan er vreemde tekens?').click()
  await fine(page, width)
  await page.getByLabel('E-mailadres voor regel 3').fill('jan.cools@clb-de-dender')
  await next(page)
  await fine(page, width)
  await page.getByLabel('E-mailadres voor regel 3').fill('jan.cools@clb-de-dender.example')
  await next(page)
  expect(await page.textContent('main')).toContain('2 mensen toegevoegd.')
  expect(await inviteeOf(loket, event, 'zoe.dhondt@caw-de-pont.example')).toMatchObject({ naam: 'Zoë D’Hondt' })
})

it('een bestand dat te groot is, of toch geen: gezegd voor er iets vertrekt', async () => {
  const page = await open(1280)
  const file = page.getByLabel('Of kies een bestand')
  await file.setInputFiles({ name: 'groot.csv', mimeType: 'text/csv', buffer: Buffer.alloc(2_000_001, 'a') })
  await page.getByText('Dit bestand is te groot').waitFor()
  expect(await page.inputValue('input[name=bestand]')).toBe('')
  await file.setInputFiles([])
  await fillPage(page, { csv: 'jan@x.example' })
  await next(page)
  expect(await page.textContent('h1')).toBe('1 goed, 0 om na te kijken')
})

it('zonder JavaScript: plakken, een kolom verbeteren, toevoegen', async () => {
  const page = await open(320, false)
  expect(await page.getByLabel('Of kies een bestand').isVisible()).toBe(false)
  await fillPage(page, { csv: 'Wie ben ik;E-mail\nJan Peeters;jan@x.example' })
  await next(page)
  await page.getByLabel('Kolom Wie ben ik is').selectOption('naam')
  await press(page, page.getByRole('button', { name: 'Lees opnieuw zo' }).last())
  await next(page)
  expect(await inviteeOf(loket, event, 'jan@x.example')).toMatchObject({ naam: 'Jan Peeters' })
})
