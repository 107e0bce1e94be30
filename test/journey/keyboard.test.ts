/** The whole request with nothing but a keyboard: Tab, Space, arrows, Enter (docs/promises.md, "Pages"). */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { aanvraag, type Slug } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import type { Fields } from '../support/visitor.ts'
import { openDraft } from './person.ts'
import { monday, passTime, pathOf, pressTo, referenceOn, slugs, typedOn } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

interface Focused {
  name: string
  value: string
  type: string
  words: string
  checked: boolean
  isNext: boolean
  /** Whether a sighted person can tell where they are. */
  seen: boolean
}

const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const field = element instanceof HTMLInputElement ? element : undefined
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const { left, top, width, height } = element.getBoundingClientRect()
    return {
      name: element.getAttribute('name') ?? '',
      value: element.getAttribute('value') ?? '',
      type: field?.type ?? element.localName,
      words: element.textContent?.trim() ?? '',
      checked: field?.checked ?? false,
      isNext: element.matches('[data-next]'),
      seen:
        outlineStyle !== 'none' &&
        Number.parseFloat(outlineWidth) >= 2 &&
        width * height > 100 &&
        left >= 0 &&
        top + height > 0 &&
        top < innerHeight,
    }
  })

/** Presses Tab until it is there. Every stop on the way must show itself, and none may be a field nobody should meet. */
async function tabTo(page: Page, wanted: (stop: Focused) => boolean): Promise<Focused> {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop.type === 'body') continue // past the end: the browser's own buttons
    expect(stop).toMatchObject({ seen: true })
    expect(stop.name).not.toBe(trapField)
    if (wanted(stop)) return stop
  }
  throw new Error('Tab never got there')
}

async function choose(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, (stop) => stop.name === name)
  await page.keyboard.press('Space')
  for (let steps = 0; steps < 25; steps += 1) {
    const stop = await focused(page)
    if (stop.value === value && stop.checked) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrows never reached ${name}=${value}`)
}

async function type(page: Page, name: string, text: string): Promise<void> {
  const fold = page.locator('details:not([open])', { has: page.locator(`[name="${name}"]`) })
  if ((await fold.count()) > 0) {
    const words = (await fold.locator('> summary').textContent())?.trim()
    await tabTo(page, (one) => one.type === 'summary' && one.words === words)
    await page.keyboard.press('Enter')
  }
  const stop = await tabTo(page, (one) => one.name === name)
  // Tab selects what stands in a field of one line, so typing replaces it.
  if (stop.type === 'textarea') await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(text)
}

/** Fills in a page in the order in which it is read. */
async function fill(page: Page, fields: Fields): Promise<void> {
  const order = await page.locator('main [name]').evaluateAll((all) => all.map((one) => one.getAttribute('name')))
  for (const name of new Set(order)) {
    const answer = name === null ? undefined : fields[name]
    if (name === null || answer === undefined) continue
    const kind = await page.locator(`[name="${name}"]`).first().getAttribute('type')
    if (kind === 'radio') await choose(page, name, String(answer))
    else if (kind === 'checkbox')
      for (const value of [answer].flat()) {
        await tabTo(page, (stop) => stop.name === name && stop.value === value)
        await page.keyboard.press('Space')
      }
    else await type(page, name, String(answer))
  }
}

async function goOn(page: Page): Promise<void> {
  await tabTo(page, (stop) => stop.isNext)
  await pressTo(page, 'Enter')
}

const openPage = async (slug: Slug): Promise<Page> => (await openDraft(loket, browser, slug)).page

it('vult en verzendt de hele aanvraag, van de voordeur tot het stoppen', async () => {
  const page = await browser.newPage()
  await page.goto(loket.url)
  await tabTo(page, ({ words }) => words.startsWith('Vraag een lokaal cliëntoverleg aan'))
  await pressTo(page, 'Enter')
  await goOn(page)
  for (const slug of slugs) {
    expect(pathOf(page)).toMatch(new RegExp(`/${slug}$`))
    await fill(page, aanvraag[slug])
    await goOn(page)
  }
  expect(await page.locator('main').textContent()).toContain('Wijkgezondheidscentrum Voorbeeld')
  await passTime(loket, 10)
  await goOn(page)
  expect(await referenceOn(page)).toMatch(/^LCO-/)
  await tabTo(page, ({ words }) => words === 'Volg uw aanvraag')
  await pressTo(page, 'Enter')
  await tabTo(page, ({ words }) => words === 'Stop deze aanvraag')
  await pressTo(page, 'Enter')
  await tabTo(page, ({ words }) => words === 'Ja, stop deze aanvraag')
  await pressTo(page, 'Space')
  expect(await page.locator('[data-state]').getAttribute('data-state')).toBe('ingetrokken')
}, 60_000)

describe('Enter in een tekstveld', () => {
  it('gaat verder, ook op de pagina met de rijen: er komt geen rij bij', async () => {
    const page = await openPage('tafel')
    await fill(page, aanvraag.tafel)
    await page.locator('[name="betrokkenen[2].dienst"]').focus()
    await pressTo(page, 'Enter')
    expect(pathOf(page)).toMatch(/\/praktisch$/)
  })

  it('toont op een pagina die niet af is de fouten, met de focus erop', async () => {
    const page = await openPage('tafel')
    await page.locator('[name="betrokkenen[0].rol"]').focus()
    await pressTo(page, 'Enter')
    expect(await page.locator('[name="betrokkenen[3].dienst"]').count()).toBe(0)
    expect(await focused(page)).toMatchObject({ seen: true, words: expect.stringContaining('Er is een probleem') })
    // From the summary: one Tab to its first line, Enter to the field, and typing goes on there.
    await page.keyboard.press('Tab')
    const { words } = await focused(page)
    await page.keyboard.press('Enter')
    const { name } = await focused(page)
    expect([words, name]).toEqual(['Noem minstens 2 diensten', 'betrokkenen[1].dienst'])
  })

  it.each(['gegevens', 'praktisch'] as const)('verstuurt pagina %s', async (slug) => {
    const page = await openPage(slug)
    await fill(page, aanvraag[slug])
    await page.locator(slug === 'gegevens' ? '[name="email"]' : '[name="voor_datum"]').focus()
    await pressTo(page, 'Enter')
    expect(pathOf(page)).not.toContain(slug)
  })
})

it('de knop Nog een dienst werkt met de spatiebalk en houdt alles vast', async () => {
  const page = await openPage('tafel')
  await fill(page, aanvraag.tafel)
  await page.locator('main').focus()
  await tabTo(page, ({ words }) => words === 'Nog een dienst')
  await pressTo(page, 'Space')
  expect(await typedOn(page)).toMatchObject({ 'betrokkenen[1].dienst': ['OCMW Voorbeeld'], spilfiguur: ['1'] })
})

it('wie een dienst bijvraagt, kan er meteen in typen en zoekt ze niet van bovenaan', async () => {
  const page = await openPage('tafel')
  await tabTo(page, ({ words }) => words === 'Nog een dienst')
  await pressTo(page, 'Enter')
  expect((await focused(page)).name).toBe('betrokkenen[3].dienst')
})

it('de eerste Tab slaat de kop over', async () => {
  const page = await openPage('gegevens')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatchObject({ seen: true, words: 'Naar de inhoud' })
  await page.keyboard.press('Enter')
  await page.locator('main:focus').waitFor()
  await page.keyboard.press('Tab')
  expect((await focused(page)).name).toBe('naam')
})
