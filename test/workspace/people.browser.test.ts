/** People and personal data in a real browser: on a phone, with a keyboard, without JavaScript (docs/promises.md, "Pages"). */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { bindingItems } from '../../functions/shared/store/identities.ts'
import { press, pressTo } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fileRequest } from '../support/dossier.ts'
import { aanvraag, begin, fillIn } from '../support/lco.ts'
import { dossierOf, place, placeMany } from '../support/place-dossiers.ts'
import { refOf, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const mensen = '/werkruimte/beheer/mensen'
const gegevens = '/werkruimte/gegevens'
const { email } = aanvraag.gegevens

let loket: TestWorkspace
let browser: TestBrowser
let ofColleague: string
/** By the name in the table below. */
const paths: Record<string, string> = {}
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startTestWorkspace({ serve: true }), startBrowser()])
  const { client, PutCommand } = await loket.connection.dynamo()
  const account = {
    issuer: 'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0',
    name: `\u202e${'Noor'.repeat(24)}`,
    email: `${'voorbeeld'.repeat(8)}@organisatie.example`,
  }
  for (const Item of bindingItems(refOf('Coördinator Aalst'), 'account', loket.clock.now.toISOString(), account))
    await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item }))
  for (const state of ['toegewezen', 'wacht_op_aanvrager', 'overleg_gehouden'])
    ofColleague = (await place(loket, { state, holder: 'casemanager-aalst', nextOn: '2026-11-24' })).reference
  await loket.deps.absences.set(
    refOf('Casemanager Aalst'),
    { from: '2026-11-23', until: '2026-11-27', standIn: 'casemanager-aalst-2' },
    { by: 'coordinator-aalst', auditId: 'a', now: loket.clock.now, auditDays: 365 },
  )
  const { reference } = await fileRequest(loket, { changes: { tafel: { 'betrokkenen[1].dienst': 'OCMW te Aalst' } } })
  const erased = (await fileRequest(loket)).reference
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  await fillIn(visitor, draft, { until: 'situatie' })
  await visitor.post(`${draft}/later`, { email })
  const coordinator = await loket.as('Coördinator Aalst')
  await coordinator.post(`${gegevens}/dossier/${erased}/wissen`)
  const invited = await coordinator.post(`${mensen}/casemanager-aalst-2/uitnodigen`)
  Object.assign(paths, {
    uitgenodigd: new URL(invited.headers.get('location') ?? '', loket.url).pathname,
    bewaard: `${gegevens}/dossier/${reference}`,
    gewist: `${gegevens}/dossier/${erased}`,
    keuze: `${gegevens}/persoon/${addressHmac(loket.secrets.addressKey, email)}/wissen`,
    verslag: `${mensen}/casemanager-aalst?over=2&bleef=dienst+${reference}`,
  })
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

async function expectFine(page: Page) {
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
}

// In a state that test/workspace/staff-pages.browser.test.ts does not have: a very long name, somebody just invited, what is erased.
it.each([`${mensen}/coordinator-aalst`, `${mensen}/niemand`, 'verslag', 'uitgenodigd', 'gewist', 'keuze'])(
  '%s: geen fouten, en niets valt van het scherm',
  async (name) => {
    const page = await pageOf('Coördinator Aalst')
    await page.goto(loket.url + (paths[name] ?? name))
    await expectFine(page)
    const shots = process.env.LOKET_SHOTS
    if (shots) {
      const file = name.replaceAll('/', '_')
      await page.screenshot({ path: `${shots}/${file}-phone.png`, fullPage: true })
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.screenshot({ path: `${shots}/${file}-wide.png`, fullPage: true })
    }
    await page.context().close()
  },
)

it('wie vervangt: lijst, week en dossier van de collega zonder fouten, en niets valt van het scherm', async () => {
  const page = await pageOf('Tweede casemanager Aalst')
  for (const path of ['/werkruimte', '/werkruimte/week', `/werkruimte/dossier/${ofColleague}`]) {
    await page.goto(loket.url + path)
    expect(await page.locator('[data-voor]').count()).toBeGreaterThan(0)
    await expectFine(page)
    const shots = process.env.LOKET_SHOTS
    if (shots) await page.screenshot({ path: `${shots}/vervanger${path.replaceAll('/', '_')}.png`, fullPage: true })
  }
  await page.context().close()
})

it.each([
  [`${mensen}/casemanager-aalst`, 'Bewaar de afwezigheid'],
  [`${mensen}/casemanager-aalst`, 'Draag alles over'],
  [gegevens, 'Zoek'],
])('%s, na een fout bij “%s”: ook dan geen fouten, en de aandacht gaat naar wat er scheelt', async (path, button) => {
  const page = await pageOf('Coördinator Aalst')
  await page.goto(loket.url + path)
  // Open by itself for who is away.
  const closed = page.locator('details:not([open]) > summary', { hasText: 'Draag dossiers over' })
  if (button === 'Draag alles over' && (await closed.count()) > 0) await closed.click()
  await press(page, page.getByRole('button', { name: button }))
  await page.waitForSelector(':focus [role=alert]')
  await expectFine(page)
  await page.context().close()
})

/** Moves the focus with the Tab key, as whoever uses no mouse. */
async function focusOn(page: Page, selector: string) {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await page.locator(`${selector}:focus`).count()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No way to ${selector} with the keyboard`)
}

it('met alleen het toetsenbord en zonder JavaScript: iemand afwezig melden en dossiers overdragen', async () => {
  const page = await pageOf('Coördinator Aalst', { javaScriptEnabled: false })
  await page.goto(loket.url + mensen)
  await focusOn(page, `a[href$="/casemanager-aalst"]`)
  await pressTo(page, 'Enter')
  expect(page.url()).toMatch(/\/casemanager-aalst$/)
  await focusOn(page, 'input[name=van]')
  await page.keyboard.type('24/11/2026')
  await pressTo(page, 'Enter')
  await page.waitForSelector('[role=alert]')
  expect(await page.title()).toMatch(/^Fout: /)
  await focusOn(page, 'input[name=tot]')
  await page.keyboard.type('30/11/2026')
  await pressTo(page, 'Enter')
  await page.waitForSelector('text=tot en met maandag 30 november 2026')

  // The hand-over of who is away is open.
  await focusOn(page, 'input[name=dossier]')
  await page.keyboard.press('Space')
  await focusOn(page, 'input[name=naar]')
  await page.keyboard.press('ArrowDown')
  await focusOn(page, 'button[name=alles]')
  await page.keyboard.press('Shift+Tab')
  await pressTo(page, 'Enter')
  await page.waitForSelector('text=1 dossier is overgedragen.')
  await page.context().close()
})

it('zonder JavaScript: zoeken op adres, bewaren als bestand, kiezen en wissen', async () => {
  const page = await pageOf('Coördinator Aalst', { javaScriptEnabled: false, acceptDownloads: true })
  await page.goto(loket.url + gegevens)
  await press(page, page.getByRole('button', { name: 'Zoek' }))
  await page.waitForSelector('[role=alert]')
  await page.getByLabel('Referentie, e-mailadres, telefoonnummer of naam').fill(email)
  await press(page, page.getByRole('button', { name: 'Zoek' }))
  expect(page.url()).not.toContain('@')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Bewaar alles als bestand' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('loket-persoonsgegevens.json')
  await page.getByRole('link', { name: 'Kies wat u wist' }).click()
  await page.getByRole('button', { name: 'Wis wat gekozen is' }).click()
  await page.waitForSelector('text=heeft geen aanvraag')
  await page.context().close()
})

it('zoeken op een naam, zonder JavaScript: verder tot alles bekeken is, zonder fouten op geen enkel scherm', async () => {
  await fileRequest(loket, { changes: { tafel: { 'betrokkenen[1].contactpersoon': 'Wilhelmina Voorbeeld' } } })
  await placeMany(loket, await dossierOf(loket), 110)
  const page = await pageOf('Coördinator Aalst')
  const plain = await pageOf('Coördinator Aalst', { javaScriptEnabled: false })
  for (const one of [page, plain]) {
    await one.goto(loket.url + gegevens)
    await one.getByLabel('Referentie, e-mailadres, telefoonnummer of naam').fill('wilhelmina')
    await press(one, one.getByRole('button', { name: 'Zoek' }))
    if (one === page) await expectFine(one)
    await press(one, one.getByRole('button', { name: 'Zoek verder' }))
    expect(await one.locator('[data-gevonden]').count()).toBe(1)
    expect(await one.getByRole('status').innerText()).toContain('Alles bekeken')
    if (one === page) await expectFine(one)
    expect(one.url()).toBe(loket.url + gegevens)
    await one.context().close()
  }
})

it('een agenda-adres, zonder JavaScript: op het scherm, en het past er op', async () => {
  const page = await pageOf('Casemanager Aalst')
  const plain = await pageOf('Tweede casemanager Aalst', { javaScriptEnabled: false })
  for (const one of [page, plain]) {
    await one.goto(`${loket.url}/werkruimte/ik`)
    await press(one, one.getByRole('button', { name: 'Maak een agenda-adres' }))
    expect(await one.locator('[data-agenda-adres]').innerText()).toMatch(/\/werkruimte\/kalender\/[\w-]{43}\.ics$/)
    expect(one.url()).not.toContain('.ics')
    if (one === page) await expectFine(one)
    await press(one, one.getByRole('link', { name: 'Klaar' }))
    if (one === page) await expectFine(one)
    await one.context().close()
  }
})
