/** Fills in one page in a real browser, by field name, as a person does. */
import type { Page } from 'playwright-core'
import type { Fields } from './visitor.ts'

export async function fillPage(page: Page, fields: Fields): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`)
    if (await field.first().evaluate((element) => element instanceof HTMLSelectElement)) {
      await field.selectOption(String(value))
      continue
    }
    // What stands in a fold is opened first.
    const fold = page.locator('details:not([open])', { has: field }).locator('> summary')
    if ((await fold.count()) > 0) await fold.click()
    const type = await field.first().getAttribute('type')
    if (type !== 'radio' && type !== 'checkbox') {
      await field.fill(String(value))
      continue
    }
    for (const one of [value].flat()) await page.locator(`[name="${name}"][value="${one}"]`).check()
  }
}
