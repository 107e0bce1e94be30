/** A dossier on paper: chosen parts, at most three A4, written down; of one that is being erased nothing. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type Filed, fileHeld, hiddenOn } from '../support/dossier.ts'
import { onPaper, pagesIn, printed } from '../support/paper.ts'
import { type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let browser: TestBrowser
let casemanager: Visitor
let filed: Filed
beforeAll(async () => {
  work = await startTestWorkspace({ serve: true })
  browser = await startBrowser()
  casemanager = await work.as('Casemanager Aalst')
  // As long as the form takes it, in the widest letters there are.
  const long = 'W'.repeat(199).concat(' ').repeat(24)
  filed = await fileHeld(work, {
    changes: { situatie: { vraag_client: long, doel: long, zelf: long, omgeving: long, ondersteuning: long } },
  })
  for (let n = 0; n < 30; n += 1)
    await casemanager.post(`${filed.path}/notitie`, { notitie: 'W '.repeat(900), eenmalig: `${n}`.padStart(22, 'E') })
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

const consultations = async (reference: string) =>
  (await work.items('loket')).filter(
    ({ pk, sk }) => pk === `DOSSIER#${reference}` && String(sk).startsWith('RAADPLEGING#'),
  )
const open = async (query = '', options: Parameters<TestBrowser['newPage']>[0] = {}) => {
  const page = await browser.newPage(options)
  await page.context().addCookies([await work.cookieOf('Casemanager Aalst')])
  await page.goto(`${work.url}${filed.path}/afdruk${query}`)
  return page
}

it('alles gekozen, zo lang als het kan: hoogstens drie A4, en alleen het blad', { timeout: 60_000 }, async () => {
  const page = await open('?deel=vraag&deel=overleg&deel=tijdlijn&deel=andere-antwoorden')
  expect(pagesIn(await printed(page))).toBeLessThanOrEqual(3)
  const texts = await onPaper(page)
  const all = texts.map(({ text }) => text).join(' ')
  expect(all).toContain('Dit is niet alles: de rest staat in Loket.')
  for (const other of ['Toon dit', 'Wat komt op papier', 'Meld af', 'Privacy']) expect(all).not.toContain(other)
  expect(texts.filter(({ points }) => points < 9.9)).toEqual([])
})

it('alleen wat gekozen is, en wat niet bestaat, wordt niet gekozen', async () => {
  const sheetOf = async (query: string) => {
    const html = await (await casemanager.get(`${filed.path}/afdruk${query}`)).text()
    return [...html.slice(html.indexOf('class="lw-vel"')).matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title)
  }
  expect(await sheetOf('?deel=tijdlijn')).toEqual(['Tijdlijn'])
  expect(await sheetOf('?deel=iets')).toEqual(await sheetOf(''))
})

it('dat het op papier kwam en wat ervan, wordt opgeschreven', async () => {
  const before = (await consultations(filed.reference)).length
  await casemanager.get(`${filed.path}/afdruk?deel=vraag`)
  await casemanager.send(`${filed.path}/afdruk`, { method: 'HEAD' })
  const after = await consultations(filed.reference)
  expect(after).toHaveLength(before + 1)
  expect(after.filter(({ printed }) => JSON.stringify(printed) === '["vraag"]')).toMatchObject([
    { who: 'casemanager-aalst' },
  ])
  const coordinator = await work.as('Coördinator Aalst')
  expect(wordsIn(await (await coordinator.get(filed.path)).text())).toMatch(/op papier/)
})

it('wie het niet mag openen, krijgt ook geen blad', async () => {
  const other = await work.as('Tweede casemanager Aalst')
  expect((await other.get(`${filed.path}/afdruk`)).status).toBe(404)
})

it('wat gewist wordt, komt niet op papier: een zin die zegt waarom', async () => {
  const { path } = await fileHeld(work)
  const coordinator = await work.as('Coördinator Aalst')
  expect((await coordinator.post(`${path}/intrekken`, await hiddenOn(coordinator, `${path}/intrekken`))).status).toBe(
    303,
  )
  const response = await coordinator.get(`${path}/afdruk`)
  const words = wordsIn(await response.text())
  expect([response.status, words.includes('D-2041')]).toEqual([409, false])
  expect(words).toContain('Wat er stond, wordt gewist. Er is niets om af te drukken.')
})

it('geen fout voor axe, en niets steekt uit op een scherm van 320 breed', async () => {
  const page = await open('', { viewport: { width: 320, height: 640 } })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
