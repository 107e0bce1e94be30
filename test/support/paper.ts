/** What comes out of the printer. */
import type { Page } from 'playwright-core'

export const printed = (page: Page): Promise<Buffer> => page.pdf({ preferCSSPageSize: true })

/** Pages of a PDF: its page objects, and not the one that lists them (ISO 32000-1, 7.7.3). */
export const pagesIn = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-z])/g) ?? []).length

/** Of what is seen when it is printed: every text, with the size of its letters in points. */
export async function onPaper(page: Page) {
  await page.emulateMedia({ media: 'print' })
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: { text: string; points: number; inSheet: boolean }[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: of, textContent } = node
      const text = textContent?.trim() ?? ''
      if (!text || !of?.checkVisibility() || of.closest('.hidden-visually, script, style')) continue
      const points = (Number.parseFloat(getComputedStyle(of).fontSize) * 72) / 96
      found.push({ text, points, inSheet: of.closest('.lo-vel') !== null })
    }
    return found
  })
}
