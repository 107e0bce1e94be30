/** The same person without a browser, for what a test only needs to be there; the browser can go on with it. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { TestBrowser } from '../support/browser.ts'
import { begin, fillIn, type Slug } from '../support/lco.ts'
import type { RunningLoket } from '../support/loket.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

export interface Person {
  visitor: Visitor
  /** Gives a browser this person's cookies. */
  lendTo(page: Page): Promise<void>
}

export function createPerson({ url }: RunningLoket): Person {
  const cookies = new Map<string, string>()
  return {
    visitor: createVisitor(url, fetch, cookies),
    lendTo: async (page) => {
      if (cookies.size === 0) throw new Error('This person has no cookie yet')
      const about = { url, httpOnly: true, sameSite: 'Lax' } as const
      await page.context().addCookies([...cookies].map(([name, value]) => ({ ...about, name, value })))
    },
  }
}

/** A browser with a draft that is filled in up to a page, which is open; without `until` it is ready to send. */
export async function openDraft(
  loket: RunningLoket,
  browser: TestBrowser,
  until?: Slug,
  options?: BrowserContextOptions,
) {
  const person = createPerson(loket)
  const draft = await begin(person.visitor)
  await fillIn(person.visitor, draft, until ? { until } : {})
  const page = await browser.newPage(options)
  await person.lendTo(page)
  await page.goto(`${loket.url}${draft}/${until ?? 'controle'}`)
  return { page, draft, person }
}
