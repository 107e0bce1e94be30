/** The pages of the moments in a real browser: without JavaScript, on a phone and on a desk, without a fault axe can find. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seated } from '../../forms/kit/overleg/overleg.ts'
import { expectFitForAll, wide } from '../journey/fit-for-all.ts'
import { press } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { startFiled, type TestOverleg } from '../support/overleg.ts'
import { eightMoments, fullTable } from '../support/overleg-tables.ts'
import { sendPage } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  const now = new Date('2021-03-22T09:00:00Z')
  ;[work, browser] = await Promise.all([startTestWorkspace({ now, serve: true }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

async function full(): Promise<TestOverleg> {
  const table = await startFiled(work, { table: fullTable })
  await table.asked(eightMoments)
  const tom = await work.as('Casemanager Aalst')
  const said = ['kan', 'kan_niet', 'bel_mij'] as const
  const fields = seated((await table.now()).overleg)
    .slice(1, 16)
    .flatMap(({ id }, at) =>
      eightMoments.map((_, m): [string, string] => [`antwoord.${id}.m${m + 1}`, said[(at + m * m) % 3] ?? 'kan']),
    )
  expect((await sendPage(tom, table.path, Object.fromEntries(fields))).status).toBe(303)
  return table
}

async function open(options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: wide, ...options })
  await page.context().addCookies([await work.cookieOf('Casemanager Aalst')])
  return page
}

it('het rooster van 22 mensen en 8 momenten: op een groot scherm één rij per persoon, op een gsm kaarten', async () => {
  const table = await full()
  const page = await open()
  await page.goto(work.url + table.path)
  const tops = (who: string) =>
    page
      .locator(`.lo-moment [data-deelnemer="${who}"][data-moment]`)
      .evaluateAll((cells) => cells.map((cell) => Math.round(cell.closest('li')?.getBoundingClientRect().top ?? 0)))
  for (const who of ['p0', 'p7', 'p21']) {
    const rows = await tops(who)
    expect([who, rows.length, new Set(rows).size]).toEqual([who, 8, 1])
  }
  // The keyboard reaches a grid that is wider than the window.
  await page.locator('.lo-momenten').focus()
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('lo-momenten')
  await expectFitForAll(page)
  await page.setViewportSize({ width: 320, height: 640 })
  const cards = await page.locator('.lo-moment').evaluateAll((all) => all.map((card) => card.getBoundingClientRect()))
  expect(cards.every(({ left, right }) => left >= 0 && right <= 320)).toBe(true)
  expect(new Set(cards.map(({ left }) => Math.round(left))).size).toBe(1)
  // Each card says who it is about.
  expect(await page.locator('.lo-moment .wie').first().isVisible()).toBe(true)
  expect(await page.locator('.lo-namen').isVisible()).toBe(false)
})

it('zonder JavaScript: van momenten tot vastgelegd, genoteerd en verzet', async () => {
  const table = await startFiled(work)
  const page = await open({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  await page.goto(work.url + table.path)
  await press(page, page.getByRole('link', { name: 'Kies momenten' }))
  const first = page.getByRole('group', { name: 'Moment 1' })
  await first.getByLabel('Datum').fill('27/4/2021')
  await first.getByLabel('Van').fill('14u')
  await first.getByLabel('Tot').fill('15u30')
  await press(page, page.getByRole('button', { name: 'Bewaar de momenten' }))
  await press(page, page.getByRole('button', { name: 'Vraag de diensten wanneer zij kunnen' }))
  expect(await page.getByRole('status').innerText()).toContain('3 mails vertrokken.')
  // Whoever has no mail is called: theirs stands open.
  await page
    .getByRole('group', { name: 'Thuiszorg Voorbeeld' })
    .getByRole('group', { name: 'di 27 april, 14.00–15.30 uur' })
    .getByLabel('kan', { exact: true })
    .check()
  await press(page, page.getByRole('button', { name: 'Kies dit moment op di 27 april, 14.00–15.30 uur' }))
  expect(await page.locator('h1').innerText()).toBe('Dinsdag 27 april 2021, van 14 tot 15.30 uur')
  await page.getByLabel('Waar?').fill('Zaal 2, Voorbeeldlaan 10')
  await press(page, page.getByRole('button', { name: 'Leg dit moment vast en nodig uit' }))
  expect(await page.getByRole('status').innerText()).toContain('Dit moment ligt vast. 3 mails vertrokken.')
  await page
    .getByRole('group', { name: /Bart Claes/ })
    .getByLabel('komt', { exact: true })
    .check()
  await press(page, page.getByRole('button', { name: 'Bewaar deze antwoorden' }))
  await press(page, page.getByRole('link', { name: 'Verzet het overleg' }))
  await page.getByLabel('Datum').fill('28/4/2021')
  await page.getByLabel('Van', { exact: true }).fill('10')
  await page.getByLabel('Tot', { exact: true }).fill('11')
  await press(page, page.getByRole('button', { name: 'Verzet en laat het weten' }))
  expect(await page.getByRole('status').innerText()).toContain('Verzet naar woensdag 28 april 2021.')
  expect((await table.now()).overleg.fixed?.number).toBe(2)
  expect(work.failures).toEqual([])
})

it('elke bladzijde is voor iedereen, ook met een fout', async () => {
  const preparing = await startFiled(work)
  await preparing.moments(eightMoments.slice(2, 5))
  const fixed = await startFiled(work)
  await fixed.moments(eightMoments.slice(0, 1))
  await fixed.fix('m1')
  const tom = await work.as('Casemanager Aalst')
  await sendPage(tom, fixed.path, { 'komt.p1': 'nee', 'komt.p2': 'ja' })
  const page = await open()
  const sights: [path: string, button?: string][] = [
    [preparing.path],
    [`${preparing.path}/momenten`],
    [`${preparing.path}/momenten`, 'Nog een moment'],
    [`${preparing.path}/praktisch?moment=m1`],
    [`${preparing.path}/praktisch?moment=m1`, 'Leg dit moment vast en nodig uit'],
    [fixed.path],
    [`${fixed.path}/praktisch`],
    [`${fixed.path}/verzetten`],
    [`${fixed.path}/verzetten`, 'Verzet en laat het weten'],
    [`${fixed.path}/afgelasten`],
  ]
  for (const [path, button] of sights) {
    await page.setViewportSize(wide)
    await page.goto(work.url + path)
    if (button) await press(page, page.getByRole('button', { name: button }))
    await expectFitForAll(page)
  }
  work.clock.now = new Date(eightMoments[0]?.end ?? '')
  const later = await open()
  for (const [path, button] of [
    [fixed.path],
    [`${fixed.path}/verslag`],
    [`${fixed.path}/verslag`, 'Bewaar en maak het plan'],
  ] as const) {
    await later.setViewportSize(wide)
    await later.goto(work.url + path)
    if (button) await press(later, later.getByRole('button', { name: button }))
    await expectFitForAll(later)
  }
  // The line of the summary leads to the field.
  await later.getByRole('alert').getByRole('link').first().click()
  expect(await later.evaluate(() => document.activeElement?.getAttribute('name'))).toMatch(/^aanwezig\./)
  expect(work.failures).toEqual([])
})
