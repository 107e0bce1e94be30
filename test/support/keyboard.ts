/** Going through a page with the keyboard alone. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Presses Tab until this has the focus; every stop on the way shows itself. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab')
    const { there, seen } = await page.evaluate((wanted) => {
      const element = document.activeElement ?? document.body
      // The three answers show the focus on what is around them.
      const shown = element.closest('.lo-drie label') ?? element
      const { outlineStyle, outlineWidth } = getComputedStyle(shown)
      return {
        there: element.matches(wanted),
        seen: element === document.body || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2),
      }
    }, selector)
    expect(seen).toBe(true)
    if (there) return
  }
  throw new Error(`Tab never got to ${selector}`)
}
