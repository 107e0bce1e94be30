/** At the table of a family, as its casemanager and its guests do: sign in, follow a link, read, fill in, press. */
import type { Page } from 'playwright-core'
import type { TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import type { RunningLoket } from '../support/loket.ts'
import { linkIn, mailsTo } from './mail.ts'
import { press } from './walk.ts'

export async function signIn(browser: TestBrowser, loket: RunningLoket, name: string): Promise<Page> {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(`${loket.url}/werkruimte`)
  await press(page, page.getByRole('button', { name: `Meld aan als ${name}`, exact: true }))
  return page
}

/** Somebody follows the link of the newest mail to an address. */
export async function follow(guest: Page, loket: RunningLoket, address: string): Promise<void> {
  const mail = (await mailsTo(loket, address)).at(-1)
  if (!mail) throw new Error(`No mail to ${address}`)
  await guest.goto(loket.url + linkIn(mail))
}

/** Fields by name, also of what is folded. */
export async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  await fillPage(page, fields)
}

/** Chooses one answer in every row that has it. */
export async function chooseAll(page: Page, prefix: string, value: string): Promise<void> {
  for (const radio of await page.locator(`input[type=radio][name^="${prefix}."][value="${value}"]`).all())
    await radio.check()
}

export const wordsOn = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ')
