/** The home page as it is seen: counters high enough to be found, awnings that do not smear, drawings in other people's colours. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receivingNetworks } from '../../forms/index.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { monday, pathOf, press } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

async function home(width: number, height: number, options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ ...options, viewport: { width, height } })
  await page.goto(loket.url)
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** Where each counter stands, and the shoulders of its awning. */
const counters = (page: Page) =>
  page.locator('.lp-front').evaluateAll((all) =>
    all.map((one) => {
      const { top, bottom, width } = one.getBoundingClientRect()
      return { top, bottom, width, shoulders: getComputedStyle(one).borderTopLeftRadius }
    }),
  )

it('op een breed scherm zijn vier toonbanken gedaan bij 1.030, op een telefoon begint de eerste bij 510', async () => {
  const wide = await counters(await home(1280, 900))
  expect(wide).toHaveLength(receivingNetworks.length)
  expect(wide.slice(0, 4).filter(({ bottom }) => bottom > 1030)).toEqual([])
  const [first] = await counters(await home(390, 844))
  expect(first?.top).toBeLessThanOrEqual(510)
})

describe.each([320, 390, 768, 940, 1280])('%s px breed', (width) => {
  it.each([1, 5])('met %s netwerken: geen schuiven opzij, en een luifel met vaste schouders', async (amount) => {
    const page = await home(width, 900)
    await page.locator('.lp-straat').evaluate((street, wanted) => {
      const [first] = street.children
      if (first) street.replaceChildren(...Array.from({ length: wanted }, () => first.cloneNode(true)))
    }, amount)
    const seen = await counters(page)
    expect(seen).toHaveLength(amount)
    expect(new Set(seen.map(({ shoulders }) => shoulders))).toEqual(new Set(['80px 27.2px']))
    // Room for a name between the shoulders.
    expect(Math.min(...seen.map((one) => one.width))).toBeGreaterThan(200)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})

it('met eigen kleuren van het toestel blijven boog, toonbank en wat erachter staat te zien', async () => {
  const page = await home(1280, 900, { forcedColors: 'active' })
  const [arch, inside, counter] = await page
    .locator('.lp-boog')
    .first()
    .evaluate((svg) => ['.a', '.b', '.c'].map((part) => getComputedStyle(svg.querySelector(part) ?? svg).fill))
  expect(new Set([arch, inside, counter]).size).toBe(3)
})

it('met alleen het toetsenbord: eerst verdergaan, dan de streken in hun volgorde', async () => {
  const page = await home(1280, 900)
  const stops: string[] = []
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab')
    stops.push(await page.evaluate(() => document.activeElement?.getAttribute('href') ?? ''))
  }
  const wanted = ['/verder', '/#waar', 'tel:112', ...receivingNetworks.map(({ slug }) => `/${slug}`)]
  expect(stops.filter((stop, index) => wanted.includes(stop) && stops.indexOf(stop) === index)).toEqual(wanted)
})

it('wie voor zichzelf komt, is in twee drukken bij zijn eigen streek, ook zonder script', async () => {
  const page = await home(390, 844, { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'Kies uw streek, wij bellen u' }).click()
  await press(page, page.getByRole('link', { name: 'Laat ons u bellen in Zottegem' }))
  expect(pathOf(page)).toMatch(/^\/zottegem\//)
})

it('zoekt in het aanbod vanaf een netwerk, zonder script, en komt bij wie kan helpen', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(`${loket.url}/zottegem`)
  await page.getByLabel('Waarover gaat het?').fill('mantelzorg')
  await press(page, page.getByRole('button', { name: 'Zoek' }))
  expect(new URL(page.url()).search).toBe('?q=mantelzorg&netwerk=zottegem')
  await press(page, page.getByRole('link', { name: 'Mantelzorgdag' }))
  expect(pathOf(page)).toBe('/aanbod/zottegem/mantelzorgdag')
})
