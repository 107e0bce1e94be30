/**
 * Every form that is one file, and what the werkruimte adds for it: each page empty, wrong and filled in, in the colours
 * of its network, without JavaScript (docs/promises.md, "Pages"). LCO is walked through in accessible.test.ts.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import {
  fillForm,
  huisbezoek,
  huisbezoekStart,
  katrol,
  katrolStart,
  ota,
  otaStart,
  type Pages,
} from '../support/forms.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { expectErrorsToLeadToTheirFields, expectFitForAll, wide } from './fit-for-all.ts'
import { mailsTo } from './mail.ts'
import { createPerson } from './person.ts'
import { next, passTime, press, referenceOn } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: '2026-11-23T09:00:00Z' }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

async function look(page: Page): Promise<void> {
  await page.setViewportSize(wide)
  await expectFitForAll(page)
  await page.setViewportSize(wide)
}

describe.each<[string, string, Pages, string, number]>([
  ['OTA, helpdesk', otaStart, ota.helpdesk, 'aanmeldingen@ota.example', 1],
  ['OTA, traject', otaStart, ota.traject, 'aanmeldingen@ota.example', 2],
  ['OTA, vorming', otaStart, ota.vorming, 'aanmeldingen@ota.example', 2],
  ['De Katrol', katrolStart, katrol, 'onthaal@sociaalhuis-zottegem.example', 2],
  ['Huisbezoek 80+', huisbezoekStart, huisbezoek, 'onthaal@sociaalhuis-zottegem.example', 2],
])('%s', (_, start, pages, triage, mails) => {
  it('van begin tot status, elke bladzijde leeg, fout en ingevuld', async () => {
    const page = await browser.newPage({ viewport: wide, javaScriptEnabled: true })
    const before = (await loket.mails()).length
    await page.goto(loket.url + start)
    await look(page)
    await next(page)
    for (const [slug, fields] of Object.entries(pages)) {
      expect(page.url()).toMatch(new RegExp(`/${slug}$`))
      await look(page)
      if (Object.values(fields).some(Boolean) && slug !== 'beschikbaarheid') {
        await next(page)
        await expectErrorsToLeadToTheirFields(page)
        await look(page)
      }
      await fillPage(page, fields)
      await next(page)
    }
    await look(page)
    await passTime(loket, 60)
    await next(page)
    await look(page)
    const reference = await referenceOn(page)
    await press(page, page.getByRole('link', { name: /^Volg uw/ }))
    await look(page)
    await loket.waitForMails(before + mails)
    await passTime(loket, 60)
    expect(await loket.mails()).toHaveLength(before + mails)
    expect((await mailsTo(loket, triage)).at(-1)?.subject).toContain(reference)
  }, 120_000)
})

describe('doorverwezen', () => {
  it.each<[string, string, string, Record<string, Record<string, string>>, string[]]>([
    [
      ...(['OTA', otaStart, 'criteria'] as const),
      { ...ota.traject, criteria: { ...ota.traject.criteria, provincie: 'andere' } },
      ['provincie'],
    ],
    [
      ...(['De Katrol', katrolStart, 'criteria'] as const),
      { ...katrol, criteria: { ...katrol.criteria, klas: 'een_andere_klas' } },
      ['klas'],
    ],
    [
      ...(['Huisbezoek 80+', huisbezoekStart, 'criteria'] as const),
      { ...huisbezoek, criteria: { ...huisbezoek.criteria, alleenstaand: 'nee', tachtig: 'nee' } },
      ['leeftijd', 'alleenstaand'],
    ],
  ])('%s noemt elke reden met een aanbod', async (_, start, until, pages, criteria) => {
    const page = await browser.newPage({ viewport: wide })
    await page.goto(loket.url + start)
    await next(page)
    for (const [slug, fields] of Object.entries(pages)) {
      await fillPage(page, fields)
      await next(page)
      if (slug === until) break
    }
    const names = await page
      .locator('[data-criterium]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-criterium')))
    expect(names).toEqual(criteria)
    const offers = await page.locator('[data-outcome="doorverwezen"] .offer').allTextContents()
    expect(offers.length).toBeGreaterThan(0)
    expect(new Set(offers).size, 'each offer once').toBe(offers.length)
    await look(page)
  })
})

describe('de werkruimte van OTA', () => {
  it('de agenda en de telefoon, leeg, met werk en met fouten', async () => {
    const page = await browser.newPage({ viewport: wide })
    await page.goto(`${loket.url}/werkruimte/agenda/2026-12-01`)
    await press(page, page.getByRole('button', { name: 'Meld aan als Coördinator OTA' }))
    await look(page)
    for (const pages of [ota.traject, ota.helpdesk]) {
      const { visitor } = createPerson(loket)
      const check = await fillForm(visitor, otaStart, pages)
      await passTime(loket, 60)
      await visitor.post(check)
    }
    await page.goto(`${loket.url}/werkruimte/agenda`)
    await look(page)
    for (const radio of await page.locator('[value="doorverwijzen"]').all()) await radio.check()
    await look(page)
    await press(page, page.getByRole('button', { name: 'Bewaar alle beslissingen' }))
    await expectErrorsToLeadToTheirFields(page)
    await look(page)
    // Another tab decides first: what was typed here stays in sight.
    const other = await page.context().newPage()
    for (const tab of [other, page]) await tab.goto(`${loket.url}/werkruimte/agenda`)
    const reference = await page.locator('[data-reference]').first().getAttribute('data-reference')
    for (const tab of [other, page]) {
      const card = tab.locator(`[data-reference="${reference}"]`)
      await card.locator('[value="advies_vragen"]').check()
      await card
        .getByLabel(/^Bemiddelaar OTA/)
        .first()
        .check()
      await card.getByRole('textbox').fill(tab === page ? 'Een ander advies.' : 'Een advies.')
      await press(tab, tab.getByRole('button', { name: 'Bewaar alle beslissingen' }))
    }
    expect(await page.getByLabel('niet bewaard').inputValue()).toContain('Een ander advies.')
    await look(page)
    await other.close()
    await page.goto(`${loket.url}/werkruimte/telefoon`)
    await look(page)
    await page.goto(`${loket.url}/werkruimte/agenda/2026-11-25`)
    await look(page)
  }, 120_000)
})
