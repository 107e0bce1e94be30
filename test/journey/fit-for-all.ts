/**
 * What every page must be for everybody, as far as a machine can see it: WCAG 2.2 AA, 320 px, 400 % zoom (docs/promises.md,
 * "Pages").
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export const wide = { width: 1280, height: 1024 }
const narrow = { width: 320, height: 640 }
/** What is left of 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 }
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Checks the page that is open, and gives the rules that looked at something on it. */
export async function expectFitForAll(page: Page): Promise<string[]> {
  // Without a doctype a browser lays out by rules of the nineties.
  expect(await page.evaluate(() => document.compatMode)).toBe('CSS1Compat')
  // No page has frames, so axe need not look for them: that is what legacy mode leaves out.
  expect(page.frames()).toHaveLength(1)
  const { violations, passes } = await new AxeBuilder({ page }).withTags(wcag).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  for (const viewport of [narrow, zoomed]) {
    await page.setViewportSize(viewport)
    expect(await misfits(page)).toEqual([])
  }
  return passes.map(({ id }) => id)
}

/** The title says it first, the summary has the focus, and each of its links moves to the field it is about. */
export async function expectErrorsToLeadToTheirFields(page: Page): Promise<void> {
  expect(await page.title()).toMatch(/^Fout: /)
  const summary = page.getByRole('alert')
  expect(await summary.textContent()).toContain('Er is een probleem')
  expect(await summary.evaluate((element) => element.parentElement === document.activeElement)).toBe(true)
  const links = await summary.getByRole('link').all()
  expect(links.length).toBeGreaterThan(0)
  const reached: string[] = []
  for (const link of links) {
    await link.click()
    const field = await page.evaluate(() => {
      const { activeElement: element } = document
      const wrong = element?.closest('.wrong') ?? element?.closest('.field')
      const seen = element instanceof HTMLElement && element.checkVisibility()
      return {
        id: element?.id ?? '',
        isField: element?.matches('input, textarea, select') && seen,
        words: wrong?.textContent,
      }
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
    const controls = [...document.querySelectorAll('a[href], button, input, textarea, select')].filter(
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
