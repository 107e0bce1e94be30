/** What whoever asked can do after sending, in a real browser: read back, add, correct; without script too, at 320 and 1280 px. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { statusPath } from '../../functions/public/link-tokens.ts'
import { linkToken } from '../../functions/shared/links.ts'
import { personalPath } from '../../functions/shared/public-paths.ts'
import { expectErrorsToLeadToTheirFields, expectFitForAll, wide } from '../journey/fit-for-all.ts'
import { press } from '../journey/walk.ts'
import { watch } from '../journey/watch.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { begin, fillIn, referenceIn } from '../support/lco.ts'
import { locationOf, readPage } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  ;[work, browser] = await Promise.all([startTestWorkspace({ serve: true }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

/** A request, and a page of the browser that sent it. */
async function sent(javaScriptEnabled: boolean) {
  const cookies = new Map<string, string>()
  const visitor = work.visitor(cookies)
  const draft = await begin(visitor)
  await fillIn(visitor, draft)
  work.clock.later(60)
  const receipt = locationOf(await visitor.post(`${draft}/controle`))
  const reference = referenceIn((await readPage(visitor, receipt)).html) ?? ''
  const page = await browser.newPage({ viewport: wide, javaScriptEnabled })
  await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: work.url })))
  return { receipt, reference, status: await statusPath(work.publicDeps.secrets, reference, 1), page }
}

it.each([true, false])('teruglezen, en wissen waar anderen meekijken; script: %s', async (script) => {
  const { receipt, page } = await sent(script)
  const problems = script ? watch(page, work.url) : []
  await page.goto(`${work.url}${receipt}/antwoorden`)
  expect(await page.locator('[data-own-copy]').textContent()).toContain('Tigrinya')
  expect(await page.locator('[data-print]').isVisible()).toBe(script)
  if (script) await expectFitForAll(page)
  await page.setViewportSize(wide)
  await page.getByText('Wis deze kopie', { exact: true }).click()
  await press(page, page.getByRole('button', { name: 'Ja, wis deze kopie' }))
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Deze kopie is gewist.')
  if (script) await expectFitForAll(page)
  // The page that says so is 410, which a browser notes.
  expect(problems.filter((problem) => !String(problem).includes('410'))).toEqual([])
  await page.context().close()
})

it('op papier: wat men schreef, met het bericht dat erbij hoort, en geen knop', async () => {
  const { receipt, page } = await sent(true)
  await page.goto(`${work.url}${receipt}/antwoorden`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('Laat het blad niet liggen').isVisible()).toBe(true)
  expect(await page.locator('[data-own-copy]').isVisible()).toBe(true)
  expect(await page.getByRole('button').count()).toBe(0)
  await page.context().close()
})

it.each([true, false])('toevoegen: een fout, en dan goed; script: %s', async (script) => {
  const { status, page } = await sent(script)
  await page.goto(work.url + status)
  if (script) await expectFitForAll(page)
  await page.setViewportSize(wide)
  await press(page, page.getByRole('button', { name: 'Voeg toe' }))
  if (script) await expectErrorsToLeadToTheirFields(page)
  if (script) await expectFitForAll(page)
  await page.getByLabel('Wat wilt u nog meegeven?').fill('Bel liefst na zes uur.')
  await page.setViewportSize(wide)
  await press(page, page.getByRole('button', { name: 'Voeg toe' }))
  expect(new URL(page.url()).pathname).toBe(status)
  expect(await page.locator('[data-toegevoegd]').textContent()).toContain('U voegde iets toe')
  expect(await page.content()).not.toContain('na zes uur')
  if (script) await expectFitForAll(page)
  await page.context().close()
})

it.each([true, false])('een ander adres: gevraagd, bevestigd; script: %s', async (script) => {
  const { status, reference, page } = await sent(script)
  await page.goto(work.url + status)
  await press(page, page.getByRole('link', { name: 'Verbeter uw gegevens' }))
  if (script) await expectFitForAll(page)
  await page.setViewportSize(wide)
  await press(page, page.getByRole('button', { name: 'Verbeter' }))
  if (script) await expectErrorsToLeadToTheirFields(page)
  if (script) await expectFitForAll(page)
  await page.setViewportSize(wide)
  await page.getByLabel('Nieuw e-mailadres').fill('noor.nieuw@caw.example')
  await press(page, page.getByRole('button', { name: 'Verbeter' }))
  expect(await page.getByRole('status').textContent()).toContain('We mailden naar n…w@caw.example')
  if (script) await expectFitForAll(page)
  const change = (await work.items('drafts')).find(({ id }) => id === `gegevens#${reference}`)
  const token = linkToken(work.secrets.linkKeys, 'adres', { id: reference, version: Number(change?.asked) })
  await page.goto(work.url + personalPath('adres', token))
  if (script) await expectFitForAll(page)
  await page.setViewportSize(wide)
  await press(page, page.getByRole('button', { name: 'Ja, mail mij op dit adres' }))
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Dit adres telt nu.')
  if (script) await expectFitForAll(page)
  await page.context().close()
})
