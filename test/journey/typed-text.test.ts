/** What is typed on a page of a form comes back after whatever happens to the page, with a script and without (docs/promises.md). */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { openDraft } from './person.ts'
import { monday, next, press, typedOn } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const story = 'Ik wil dat het rustig wordt in huis, en één persoon die ik mag bellen.'

async function typing(options?: BrowserContextOptions): Promise<Page> {
  const { page } = await openDraft(loket, browser, 'situatie', options)
  await page.getByLabel('Wat wil de cliënt zelf verbeterd zien?').fill(story)
  await page.getByText('Gezondheid', { exact: true }).click()
  await page.locator('[name="loopt_goed.gezondheid"]').fill('De huisarts helpt.')
  return page
}
/** Below the field that was typed in. */
const kept = (page: Page) =>
  page
    .locator('.count')
    .getByText(/^Bewaard om \d+\.\d\d uur$/)
    .first()
    .waitFor()

async function expectAllThere(page: Page) {
  expect(await typedOn(page)).toMatchObject({ vraag_client: [story], 'loopt_goed.gezondheid': ['De huisarts helpt.'] })
}

type Way = [string, (page: Page) => Promise<unknown>]
const ways: readonly Way[] = [
  [
    'een link, en terug',
    async (page) => {
      await press(page, page.getByRole('link', { name: 'Privacy' }))
      await page.goBack()
    },
  ],
  [
    'terug, en vooruit',
    async (page) => {
      await page.goBack()
      await page.goForward()
    },
  ],
]

// Chromium gives back after Back what it does not after a reload: docs/known-limits.md.
describe('zonder script: het geheugen van de browser', () => {
  it.each(ways)('%s', async (_, leave) => {
    const page = await typing({ javaScriptEnabled: false })
    await leave(page)
    expect(await page.getByLabel('Wat wil de cliënt zelf verbeterd zien?').inputValue()).toBe(story)
    expect(await page.locator('[name="loopt_goed.gezondheid"]').inputValue()).toBe('De huisarts helpt.')
  })
})

describe('met script: bewaard op de server', () => {
  it('zegt wanneer, en houdt het vast in een nieuw tabblad', async () => {
    const page = await typing()
    await kept(page)
    const tab = await page.context().newPage()
    await tab.goto(page.url())
    await expectAllThere(tab)
    // Of a domain in which something stands.
    expect(await tab.getByText('1 ingevuld').count()).toBe(1)
  })

  const more: readonly Way[] = [
    ['herladen', (page) => page.reload()],
    ['weggaan', (page) => page.goto('about:blank')],
  ]
  it.each([...ways, ...more])('%s', async (_, leave) => {
    const page = await typing()
    const context = page.context()
    const url = page.url()
    await leave(page)
    const tab = await context.newPage()
    // What leaves with the page arrives a moment after it.
    await expect
      .poll(
        async () => {
          await tab.goto(url)
          return (await typedOn(tab)).vraag_client
        },
        { timeout: 10_000 },
      )
      .toEqual([story])
    await expectAllThere(tab)
  })

  it('zonder verbinding staat het er nog, wordt dat gezegd, en gaat het mee zodra het kan', async () => {
    const { page } = await openDraft(loket, browser, 'situatie')
    const offline = page.getByText('U bent even niet verbonden.')
    await page.context().setOffline(true)
    // At that moment, not at the next time that something is kept.
    await offline.waitFor({ timeout: 1_000 })
    await page.getByLabel('Wat wil de cliënt zelf verbeterd zien?').fill(story)
    await expect.poll(() => page.getByText('Nog niet bewaard').count(), { timeout: 10_000 }).toBeGreaterThan(0)
    await page.context().setOffline(false)
    await kept(page)
    expect(await offline.isVisible()).toBe(false)
    const tab = await page.context().newPage()
    await tab.goto(page.url())
    expect((await typedOn(tab)).vraag_client).toEqual([story])
  })

  it('niets in het geheugen van de browser zelf', async () => {
    const page = await typing()
    await kept(page)
    const stored = () => [localStorage.length, sessionStorage.length, document.cookie]
    expect(await page.evaluate(stored)).toEqual([0, 0, ''])
    expect(await page.evaluate(async () => (await indexedDB.databases()).length + (await caches.keys()).length)).toBe(0)
  })

  it('Volgende neemt alles mee, ook terwijl er nog bewaard wordt', async () => {
    const page = await typing()
    await page.route('**/situatie', async (route) => {
      const isKeeping = route.request().postData()?.includes('actie=bewaar')
      if (isKeeping) await new Promise((done) => setTimeout(done, 1000))
      await route.continue()
    })
    await page.locator('[name=doel]').fill('Eén plan')
    // On its way when the button is pressed.
    await page.waitForRequest((request) => request.postData()?.includes('actie=bewaar') ?? false)
    await page.locator('[name=doel]').fill('Eén plan, en rust')
    await next(page)
    expect(page.url()).toMatch(/\/tafel$/)
    await page.goBack()
    await page.reload()
    expect((await typedOn(page)).doel).toEqual(['Eén plan, en rust'])
  })

  it('telt, zegt het als het bijna vol is, en laat nooit tekst weg', async () => {
    const { page } = await openDraft(loket, browser, 'situatie')
    const field = page.locator('[name=vraag_client]')
    const count = page.locator('.field', { has: field }).locator('.count > span').last()
    for (const [length, words] of [
      [136, '136 van 5.000 tekens'],
      [4936, 'nog 64 tekens'],
      [4999, 'nog 1 teken'],
      [5000, 'nog 0 tekens'],
      [5012, '12 tekens te veel'],
    ] as const) {
      await field.fill('x'.repeat(length))
      expect(await count.textContent()).toBe(words)
    }
    await field.fill('👨‍👩‍👧‍👦'.repeat(7))
    expect(await count.textContent()).toBe('7 van 5.000 tekens')
    await field.fill('x'.repeat(5012))
    await next(page)
    expect((await field.inputValue()).length).toBe(5012)
    expect(await page.title()).toMatch(/^Fout: /)
  })
})
