/**
 * Every page, in every state, in both networks' colours: WCAG 2.2 AA as far as a machine can see it, 320 px, 400 % zoom,
 * errors that take you to the field, and nothing from anywhere else (quality.md, "Pages").
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { makePast, networkSights, open, type Past, type Sight, sharedSights } from './every-page.ts'
import { monday } from './walk.ts'
import { watch } from './watch.ts'

let loket: RunningLoket
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const wide = { width: 1280, height: 1024 }
const narrow = { width: 320, height: 640 }
/** What is left of 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 }
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Rules that looked at something on any page: one that never did proves nothing. */
const looked = new Set<string>()

describe.each([
  { start: '/aalst/lco-aanvraag', sights: [...sharedSights, ...networkSights] },
  // The same pages in other colours, with other questions.
  { start: '/limburg/lco-aanvraag', sights: networkSights.filter(({ otherColours }) => otherColours) },
])('$start', ({ start, sights }) => {
  let past: Past
  let page: Page
  let problems: string[]
  beforeAll(async () => {
    past = await makePast(loket, start)
    page = await browser.newPage({ viewport: wide })
    problems = watch(page, loket.url)
    await past.lendTo(page)
  })

  it.each(sights)('$name', async (sight: Sight) => {
    await page.setViewportSize(wide)
    expect(await open(page, loket.url, past, sight)).toBe(sight.status ?? 200)
    if (sight.status === 422) await expectErrorsToLeadToTheirFields(page)
    else expect(await page.title()).not.toMatch(/^Fout/)

    // Without a doctype a browser lays out by rules of the nineties.
    expect(await page.evaluate(() => document.compatMode)).toBe('CSS1Compat')
    // No page has frames, so axe need not look for them: that is what legacy mode leaves out.
    expect(page.frames()).toHaveLength(1)
    const { violations, passes } = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    for (const { id } of passes) looked.add(id)

    for (const viewport of [narrow, zoomed]) {
      await page.setViewportSize(viewport)
      expect(await misfits(page)).toEqual([])
    }
    expect(problems.splice(0)).toEqual([])
  })
})

it('is echt gemeten: contrast, namen, taal en de grootte van wat u aanraakt', () => {
  expect([...looked]).toEqual(
    expect.arrayContaining(['color-contrast', 'target-size', 'label', 'link-name', 'button-name', 'html-has-lang']),
  )
})

/** The title says it first, the summary has the focus, and each of its links moves to the field it is about. */
async function expectErrorsToLeadToTheirFields(page: Page): Promise<void> {
  expect(await page.title()).toMatch(/^Fout: /)
  const summary = page.getByRole('alert')
  expect(await summary.textContent()).toContain('Er is een probleem')
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
  const links = await summary.getByRole('link').all()
  expect(links.length).toBeGreaterThan(0)
  const reached: string[] = []
  for (const link of links) {
    await link.click()
    const field = await page.evaluate(() => {
      const { activeElement: element } = document
      const wrong = element?.closest('.wrong') ?? element?.closest('.field')
      const seen = element instanceof HTMLElement && element.checkVisibility()
      return { id: element?.id ?? '', isField: element?.matches('input, textarea') && seen, words: wrong?.textContent }
    })
    expect([await link.getAttribute('href'), field.isField]).toEqual([`#${field.id}`, true])
    // The words of the summary stand at the field too.
    expect(field.words).toContain(await link.textContent())
    reached.push(field.id)
  }
  expect(new Set(reached).size).toBe(links.length)
}

/** Sideways scroll, and links, buttons and fields that cannot be seen or hit in this window once scrolled to. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth = 0 } = document.scrollingElement ?? {}
    const controls = [...document.querySelectorAll('a[href], button, input, textarea')].filter(
      (control) => control.checkVisibility() && !control.closest('[aria-hidden="true"], .skip'),
    )
    const covered = controls.flatMap((control) => {
      control.scrollIntoView({ block: 'center' })
      const [{ left, top, width, height } = new DOMRect()] = control.getClientRects()
      const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20))
      const own = hit && hit !== document.body && (control.contains(hit) || hit.contains(control))
      return own && left >= 0 && left + width <= innerWidth ? [] : [control.outerHTML.slice(0, 120)]
    })
    return [...(scrollWidth > innerWidth ? [`${scrollWidth} px wide`] : []), ...covered]
  })
