/** How much of the list is on one screen, measured in a real browser (docs/promises.md, "Pages"). */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { place } from '../support/place-dossiers.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let loket: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startTestWorkspace({ serve: true }), startBrowser()])
  const services = ['OCMW Aalst', 'CAW De Pont', 'Thuiszorg De Brem', 'Wijkcentrum De Spil', 'School De Kade']
  const states = [
    'ingediend',
    'toegewezen',
    'overleg_gepland',
    'overleg_gehouden',
    'in_opvolging',
    'wacht_op_aanvrager',
  ]
  for (let count = 0; count < 25; count += 1) {
    const state = states[count % states.length] ?? 'ingediend'
    await place(loket, {
      state,
      ...(state === 'ingediend' ? {} : { holder: count % 2 ? 'casemanager-aalst' : 'casemanager-aalst-2' }),
      nextOn: `2026-${count < 4 ? 11 : 12}-${String((count % 27) + 1).padStart(2, '0')}`,
      stateSince: '2026-11-09T09:00:00.000Z',
      ...(count % 3 ? { openedAt: '2026-11-10T09:00:00.000Z' } : {}),
      toont: { over: `D-${2000 + count}`, organisatie: services[count % services.length] ?? '', gemeente: '9300' },
    })
  }
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

async function listAt(viewport: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport })
  await page.context().addCookies([await loket.cookieOf('Coördinator Aalst')])
  await page.goto(`${loket.url}/werkruimte`)
  return page
}

/** Top and height of each row; of what sticks at the bottom, its top. */
async function boxesOn(page: Page) {
  const rows = await page.locator('.lw-list tbody tr').evaluateAll((found) =>
    found.map((row) => {
      const { top, bottom, height } = row.getBoundingClientRect()
      return { top, bottom, height }
    }),
  )
  const floor = await page.locator('.lw-save').evaluate((save) => save.getBoundingClientRect().top)
  return { rows, whole: rows.filter(({ bottom }) => bottom <= floor).length }
}

it('1280 × 900: minstens 12 hele rijen, van hoogstens 40 beeldpunten', async () => {
  const page = await listAt({ width: 1280, height: 900 })
  const { rows, whole } = await boxesOn(page)
  expect(whole).toBeGreaterThanOrEqual(12)
  expect(Math.max(...rows.map(({ height }) => height))).toBeLessThanOrEqual(40)
  await page.context().close()
})

it('390 × 844: de eerste kaart staat boven 260, minstens 5 hele kaarten van twee regels', async () => {
  const page = await listAt({ width: 390, height: 844 })
  const { rows, whole } = await boxesOn(page)
  expect(rows[0]?.top).toBeLessThanOrEqual(260)
  expect(whole).toBeGreaterThanOrEqual(5)
  expect(Math.max(...rows.map(({ height }) => height))).toBeLessThanOrEqual(76)
  await page.context().close()
})

it.each([1280, 390])('op %s breed is geen tekst kleiner dan 14 beeldpunten', async (width) => {
  const page = await listAt({ width, height: 900 })
  const sizes = await page
    .locator('body *')
    .evaluateAll((found) =>
      found
        .filter(
          (element) => element.checkVisibility() && [...element.childNodes].some(({ nodeType }) => nodeType === 3),
        )
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14)
  await page.context().close()
})

it('lager dan 512 beeldpunten plakt er niets', async () => {
  const page = await listAt({ width: 900, height: 500 })
  expect(await page.locator('.lw-save').evaluate((save) => getComputedStyle(save).position)).toBe('static')
  await page.context().close()
})

it('de stijl van de werkruimte is met die van iedereen samen hoogstens 12 KB', () => {
  const sheets = ['loket', 'staff'].map((name) =>
    readFileSync(new URL(`../../functions/shared/web/assets/${name}.css`, import.meta.url)),
  )
  expect(sheets.reduce((sum, sheet) => sum + gzipSync(sheet).byteLength, 0)).toBeLessThanOrEqual(12 * 1024)
})

it('een pagina van de lijst is hoogstens 100 KB', async () => {
  const visitor = await loket.as('Coördinator Aalst')
  for (const path of ['/werkruimte', '/werkruimte?sorteer=langst', '/werkruimte/week']) {
    const html = await (await visitor.get(path)).text()
    expect([path, Buffer.byteLength(html) <= 100 * 1024]).toEqual([path, true])
  }
})
