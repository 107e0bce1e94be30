/**
 * Every page, in every state, in both networks' colours: WCAG 2.2 AA as far as a machine can see it, 320 px, 400 % zoom,
 * errors that take you to the field, and nothing from anywhere else (docs/promises.md, "Pages").
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { makePast, networkSights, open, type Past, type Sight, sharedSights } from './every-page.ts'
import { expectErrorsToLeadToTheirFields, expectFitForAll, wide } from './fit-for-all.ts'
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

    for (const id of await expectFitForAll(page)) looked.add(id)
    expect(problems.splice(0)).toEqual([])
  })
})

it('is echt gemeten: contrast, namen, taal en de grootte van wat u aanraakt', () => {
  expect([...looked]).toEqual(
    expect.arrayContaining(['color-contrast', 'target-size', 'label', 'link-name', 'button-name', 'html-has-lang']),
  )
})
