/** The dossier in a real browser: without JavaScript, on the smallest phone, with a keyboard, without a fault axe can find. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { press, pressTo } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { dossierOf, type Filed, fileRequest, hiddenOn } from '../support/dossier.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  ;[work, browser] = await Promise.all([startTestWorkspace({ serve: true }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

async function open(options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options)
  await page.context().addCookies([await work.cookieOf('Coördinator Aalst')])
  return page
}
const aboutOcmw = () => fileRequest(work, { changes: { tafel: { 'betrokkenen[1].dienst': 'OCMW Aalst' } } })

it('zonder JavaScript: lezen, noteren, toewijzen ondanks de waarschuwing, teruggeven', async () => {
  const filed = await aboutOcmw()
  const page = await open({ javaScriptEnabled: false })
  await page.goto(work.url + filed.path)
  await press(page, page.getByRole('button', { name: 'Niet bereikt' }))
  await page.getByLabel('Notitie').fill('Bel donderdag\nna 14 uur')
  await press(page, page.getByRole('button', { name: 'Bewaar de notitie' }))
  expect(await page.locator('#tijdlijn [data-contact]').allInnerTexts()).toEqual([
    expect.stringContaining('Bel donderdag\nna 14 uur'),
    expect.stringContaining('Niet bereikt'),
  ])
  await press(page, page.getByRole('link', { name: 'Wijs een casemanager toe' }))
  await page.getByLabel(/^Tweede casemanager/).check()
  await press(page, page.getByRole('button', { name: 'Wijs een casemanager toe' }))
  await press(page, page.getByRole('button', { name: 'Toch toewijzen' }))
  expect(await page.getByRole('status').innerText()).toBe('Toegewezen. De aanvrager krijgt een mail.')
  await page.locator('.lw-meer > summary').click()
  await press(page, page.getByRole('link', { name: 'Geef terug aan de coördinator' }))
  await page.getByLabel('Waarom geeft u dit dossier terug?').fill('Ik werk bij een betrokken dienst.')
  await press(page, page.getByRole('button', { name: 'Geef terug aan de coördinator' }))
  expect((await dossierOf(work, filed.reference)).state).toBe('ingediend')
  expect(work.failures).toEqual([])
})

it('met het toetsenbord: de fout krijgt de aandacht, en haar link gaat naar het veld', async () => {
  const { path } = await fileRequest(work)
  const page = await open()
  await page.goto(`${work.url}${path}/doorverwijzen`)
  await page.getByRole('button', { name: 'Verwijs door' }).focus()
  await pressTo(page, 'Enter')
  expect(await page.title()).toMatch(/^Fout: /)
  expect(await page.evaluate(() => document.activeElement?.firstElementChild?.getAttribute('role'))).toBe('alert')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('aanbod')
  await page.keyboard.press('Space')
  expect(await page.locator('[name=aanbod]:checked').count()).toBe(1)
})

interface Sight {
  name: string
  path: (filed: Filed) => string
  button?: string
}
const sights: Sight[] = [
  { name: 'dossier', path: ({ path }) => path },
  { name: 'net gedaan', path: ({ path }) => `${path}?klaar=toewijzen` },
  { name: 'doorverwijzen', path: ({ path }) => `${path}/doorverwijzen` },
  { name: 'doorverwijzen, fout', path: ({ path }) => `${path}/doorverwijzen`, button: 'Verwijs door' },
  { name: 'toewijzen', path: ({ path }) => `${path}/toewijzen` },
  { name: 'afsluiten, fout', path: ({ path }) => `${path}/afsluiten`, button: 'Sluit af' },
  { name: 'intrekken', path: ({ path }) => `${path}/intrekken` },
  { name: 'adres', path: ({ path }) => `${path}/adres` },
  { name: 'zelfde gezin, fout', path: ({ path }) => `${path}/verwant`, button: 'Verbind de dossiers' },
  { name: 'notitie, fout', path: ({ path }) => `${path}/notitie`, button: 'Bewaar de notitie' },
  { name: 'kan nu niet', path: ({ path }) => `${path}/heropenen` },
  { name: 'niet gevonden', path: () => '/werkruimte/dossier/LCO-0000-0000-00' },
]

it('elke pagina: geen fout voor axe, en niets steekt uit op een scherm van 320 breed', {
  timeout: 120_000,
}, async () => {
  const filed = await aboutOcmw()
  const coordinator = await work.as('Coördinator Aalst')
  const other = await fileRequest(work, { fast: true })
  const hidden = await hiddenOn(coordinator, `${filed.path}/verwant`)
  await coordinator.post(`${filed.path}/verwant`, { ...hidden, referentie: other.reference })
  await coordinator.post(`${filed.path}/notitie`, { notitie: 'w'.repeat(300), eenmalig: 'A'.repeat(22) })
  const page = await open({ viewport: { width: 320, height: 640 } })
  const found: string[] = []
  const inspect = async (name: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    found.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`))
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push(`${name}: steekt uit`)
  }
  for (const { name, path, button } of [...sights, { name: 'verdacht', path: () => other.path }]) {
    await page.goto(work.url + path(filed))
    if (button) await press(page, page.locator('main').getByRole('button', { name: button }))
    await inspect(name)
  }
  await page.goto(`${work.url}${filed.path}/toewijzen`)
  await page.getByLabel(/^Tweede casemanager/).check()
  await press(page, page.locator('main .sheet').getByRole('button'))
  await inspect('eigen dienst')
  await page.goto(`${work.url}${filed.path}/advies`)
  await page.getByLabel('Welk advies gaf u?').fill('Veel getypt')
  await coordinator.post(`${filed.path}/toewijzen`, {
    ...(await hiddenOn(coordinator, `${filed.path}/toewijzen`)),
    ...{ persoon: 'casemanager-aalst', toch: 'ja' },
  })
  await press(page, page.locator('main .sheet').getByRole('button'))
  expect(await page.locator('h1').innerText()).toBe('Al genomen door Casemanager Aalst')
  await inspect('al genomen')
  expect(found).toEqual([])
})
