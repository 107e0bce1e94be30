/** The same person without a browser, for what a test only needs to be there; the browser can go on with it. */
import type { Page } from 'playwright-core'
import type { TestBrowser } from '../support/browser.ts'
import { begin, fillIn, type Slug } from '../support/lco.ts'
import type { RunningLoket } from '../support/loket.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

export interface Person {
  visitor: Visitor
  /** Gives a browser this person's cookie. */
  lendTo(page: Page): Promise<void>
}

export function createPerson({ url }: RunningLoket): Person {
  let cookie: { name: string; value: string } | undefined
  const visitor = createVisitor(url, async (request) => {
    const response = await fetch(request)
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(response.headers.getSetCookie()[0] ?? '') ?? []
    if (name && value) cookie = { name, value }
    return response
  })
  return {
    visitor,
    lendTo: async (page) => {
      if (!cookie) throw new Error('This person has no cookie yet')
      await page.context().addCookies([{ ...cookie, url, httpOnly: true, sameSite: 'Lax' }])
    },
  }
}

/** A browser with a draft that is filled in up to a page, which is open; without `until` it is ready to send. */
export async function openDraft(loket: RunningLoket, browser: TestBrowser, until?: Slug) {
  const person = createPerson(loket)
  const draft = await begin(person.visitor)
  await fillIn(person.visitor, draft, until ? { until } : {})
  const page = await browser.newPage()
  await person.lendTo(page)
  await page.goto(`${loket.url}${draft}/${until ?? 'controle'}`)
  return { page, draft, person }
}
