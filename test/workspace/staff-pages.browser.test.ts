/**
 * Every page that staff open, in the state in which they meet it: in one hand, small enough, for everybody and on every screen
 * (docs/promises.md, "Pages").
 */

import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { outboxItem } from '../../functions/shared/store/outbox-item.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fileForm } from '../support/dossier.ts'
import { ota, otaStart } from '../support/forms.ts'
import { place } from '../support/place-dossiers.ts'
import { type StaffPage, staffPages } from '../support/staff-pages.ts'
import { makeStaffPast } from '../support/staff-past.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let browser: TestBrowser
let pages: readonly StaffPage[]
beforeAll(async () => {
  ;[work, browser] = await Promise.all([startTestWorkspace({ serve: true }), startBrowser()])
  pages = staffPages(work, await makeStaffPast(work))
}, 120_000)
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

/** What the path of a page behind a route looks like. */
const patternOf = (route: string): RegExp =>
  new RegExp(`^${route.replace(/:\w+(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g, (_, own?: string) => own ?? '[^/]+')}$`)

/** Nobody is known there yet, or any more; or what they answer is no page: a file, or the way to another one. */
const noStaffPage = [
  /^\/werkruimte\/(aanmelden|aangemeld|afgemeld|terug)$/,
  /^\/werkruimte\/(toegang|postbus)\//,
  // Where people stood until 0.2.0: the way to where they are.
  /^\/werkruimte\/mensen(\/\*)?$/,
  /^\/werkruimte\/kalender\//,
  /\/(lijst\.csv|aanbod\.csv|bestand|overzicht|ik\/kalender|zoek|werkruimte\/toewijzen|link|bereikt|contact|ongedaan|meteen|terug|klaar|toch-niet)$/,
  /\/(mail|oproep|gesprek)\/[^/]+\//,
  // The way to the first form that judges; a file; what somebody wrote beside the figures (signals.browser.test.ts).
  /\/beheer\/criteria$/,
  /\/cijfers\/:file/,
  /\/(signaal|casussen|nalezen\/[^/]+)\/:id/,
]

it('de lijst hieronder heeft elke pagina van de werkruimte', () => {
  const routes = [...new Set(work.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))]
  const seen = (route: string) => pages.some(({ path }) => patternOf(route).test(new URL(path, work.url).pathname))
  expect(routes.filter((route) => !seen(route) && !noStaffPage.some((one) => one.test(route)))).toEqual([])
  // A control: a pattern that fits everything would prove nothing.
  expect(patternOf('/werkruimte/beheer/mensen/:person').test('/werkruimte/beheer/mensen/x/y')).toBe(false)
})

it('elke pagina staat in het kader van de werkruimte, en weegt hoogstens 100 KB', { timeout: 120_000 }, async () => {
  for (const { name, who, path, status = 200, press } of pages) {
    if (press) continue
    const answer = await (await work.as(who)).get(path)
    const html = await answer.text()
    expect([name, answer.status]).toEqual([name, status])
    expect([name, /<body class="lw( lo)?">/.test(html), html.includes(work.deps.assets.staff.path)]).toEqual([
      name,
      true,
      true,
    ])
    expect([name, Buffer.byteLength(html) <= 100 * 1024]).toEqual([name, true])
  }
})

it('geen publieke pagina laadt de stijl van de werkruimte', async () => {
  const visitor = work.visitor()
  for (const path of ['/', '/aalst/lco-aanvraag', '/aanbod', '/activiteiten', '/privacy', '/bestaat-niet'])
    expect([path, (await (await visitor.get(path)).text()).includes('/assets/staff')]).toEqual([path, false])
})

async function opened(page: Page, { path, open, press }: StaffPage): Promise<void> {
  await page.goto(work.url + path)
  // Some are open by themselves.
  const closed = page.locator('details:not([open]) > summary', { hasText: open ?? '' })
  if (open && (await closed.count()) > 0) await closed.first().click()
  if (!press) return
  await page.locator('main').getByRole('button', { name: press }).first().click()
  await page.waitForLoadState()
}

/** What does not fit, is too small, or is one button too many. */
async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    const scroll = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0)
    if (scroll > width) found.push(`${width}: ${scroll} breed`)
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility())
        .map((one) => one.outerHTML.slice(0, 80)),
    )
    found.push(...outside.map((one) => `${width}: valt van het scherm: ${one}`))
    if (width === 390) continue
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    found.push(...violations.map(({ id, nodes }) => `${width}: ${id} ${nodes[0]?.html}`))
  }
  const rest = await page.evaluate(() => {
    const shown = (selector: string) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
    const texts = shown('body *').filter(({ childNodes }) =>
      [...childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
    )
    return {
      filled: shown('main .btn:not(.plain, .warn)').map(({ textContent }) => textContent),
      smallest: Math.min(...texts.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))),
    }
  })
  if (rest.filled.length > 1) found.push(`${rest.filled.length} gevulde knoppen: ${rest.filled.join(', ')}`)
  if (rest.smallest < 14) found.push(`letters van ${rest.smallest} beeldpunten`)
  await page.setViewportSize({ width: 900, height: 500 })
  const sticks = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position) && one.checkVisibility())
      .map(({ className }) => String(className)),
  )
  if (sticks.length > 0) found.push(`blijft plakken: ${sticks.join(', ')}`)
  return found
}

it.each(['Coördinator Aalst', 'Casemanager Aalst', 'Coördinator OTA', 'Bemiddelaar OTA', 'Organisator'])(
  '%s, op 320, 390 en 1280 breed: geen fout voor axe, niets steekt uit, hoogstens één gevulde knop',
  {
    timeout: 400_000,
  },
  async (who) => {
    const found: string[] = []
    const page = await browser.newPage()
    await page.context().addCookies([await work.cookieOf(who)])
    const own = pages.filter((one) => one.who === who)
    expect(own.length).toBeGreaterThan(0)
    for (const one of own) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await opened(page, one)
      found.push(...(await faultsOf(page)).map((fault) => `${one.name}: ${fault}`))
    }
    await page.context().close()
    expect(found).toEqual([])
    expect(work.failures).toEqual([])
  },
)

it('ook met volle lijsten weegt geen pagina meer dan 100 KB', { timeout: 240_000 }, async () => {
  const { client } = await work.connection.dynamo()
  const about = { network: 'aalst', form: 'lco-aanvraag', reference: 'LCO-7K3M-9QX2-4T', linkVersion: 1 } as const
  for (let count = 0; count < 60; count += 1) {
    const notification = { kind: 'ingetrokken', to: 'aanvrager', ...about } as const
    const mail = { subject: about.reference, mailId: `vol${count}`, notification, now: work.clock.now }
    const Item = outboxItem({ ...mail, held: 'geen-adres' })
    await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
    await place(work, { state: 'toegewezen', holder: 'casemanager-aalst', nextOn: '2026-12-09' })
    if (count < 25) await fileForm(work, otaStart, ota.helpdesk)
  }
  for (const [who, path] of [
    ['Coördinator Aalst', '/werkruimte'],
    ['Coördinator Aalst', '/werkruimte/week'],
    ['Coördinator Aalst', '/werkruimte/post'],
    ['Coördinator Aalst', '/werkruimte/beheer/mensen/casemanager-aalst'],
    ['Casemanager Aalst', '/werkruimte/week'],
    ['Coördinator OTA', '/werkruimte/telefoon'],
  ] as const) {
    const kilobytes = Math.ceil(Buffer.byteLength(await (await (await work.as(who)).get(path)).text()) / 1024)
    expect([path, kilobytes, kilobytes <= 100]).toEqual([path, kilobytes, true])
  }
})
