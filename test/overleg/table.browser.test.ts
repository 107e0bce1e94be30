/** The table in a real browser: without JavaScript, on the smallest phone and a large screen, by keyboard, without a fault axe can find. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seated } from '../../forms/kit/overleg/overleg.ts'
import { press, pressTo } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type Filed, fileHeld, place } from '../support/dossier.ts'
import { overlegOf } from '../support/overleg.ts'
import { cells, rowNamed, sendTable, tableOn } from '../support/table.ts'
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

async function open(options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options)
  await page.context().addCookies([await work.cookieOf('Casemanager Aalst')])
  return page
}
const assigned = () =>
  fileHeld(work, {
    changes: { tafel: { 'betrokkenen[2].dienst': 'Politie Aalst', 'betrokkenen[2].email': 'wijk@politie.example' } },
  })
const tafel = ({ path }: Filed) => `${work.url}${path}/overleg/tafel`

it('zonder JavaScript, van het dossier tot het akkoord van de cliënt', async () => {
  const filed = await assigned()
  const page = await open({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  await page.goto(work.url + filed.path)
  await press(page, page.getByRole('link', { name: 'Maak de tafel' }).first())
  await press(page, page.getByRole('button', { name: 'De cliënt gaat akkoord' }))
  // What is missing is open, with its error beside it.
  expect(await page.getByRole('alert').innerText()).toContain('Vul een telefoonnummer in voor OCMW Voorbeeld')
  await page.getByLabel('Telefoonnummer, rij 4').fill('053 12 34 56')
  await page.getByLabel('Besproken met de cliënt op').fill('23/11/2026')
  await page
    .getByRole('group', { name: /vrij kan spreken/ })
    .getByLabel('nee', { exact: true })
    .check()
  await press(page, page.getByRole('button', { name: 'De cliënt gaat akkoord' }))
  expect(await page.getByRole('status').innerText()).toContain('U kunt nu momenten kiezen')
  await page.getByText('Wijzig, of nodig niet meer uit: Sam Voorbeeld').click()
  await page.getByLabel('Van tafel.').and(page.locator('#deelnemers-3-weg')).check()
  await press(page, page.getByRole('button', { name: 'Bewaar de tafel' }))
  expect(await page.getByRole('status').innerText()).toContain('OCMW Voorbeeld zit niet meer aan tafel.')
  expect(seated((await overlegOf(work, filed.reference).now()).overleg)).toHaveLength(5)
  expect(work.failures).toEqual([])
})

it('met het toetsenbord: de fout krijgt de aandacht, haar link gaat naar het veld, ook in wat dicht was', async () => {
  const filed = await assigned()
  const page = await open()
  await page.goto(tafel(filed))
  await page.getByRole('button', { name: 'De cliënt gaat akkoord' }).focus()
  await pressTo(page, 'Enter')
  expect(await page.title()).toMatch(/^Fout: /)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('deelnemers[3].telefoon')
  await page.keyboard.type('053123456')
  await page.getByRole('button', { name: 'Nog iemand aan tafel' }).focus()
  await pressTo(page, 'Enter')
  expect(await page.getByLabel('Rol van rij 10').count()).toBe(1)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('deelnemers[9].wie')
  expect(await page.locator('[name="deelnemers[3].telefoon"]').inputValue()).toBe('053123456')
})

it('elke bladzijde: geen fout voor axe, en niets steekt uit op 320 en 1280 breed', { timeout: 180_000 }, async () => {
  const fresh = await assigned()
  const filed = await assigned()
  const visitor = await work.as('Casemanager Aalst')
  const agreement = { ...cells(3, { telefoon: '053123456' }), besproken_op: '23/11/2026', vrij_spreken: 'ja' }
  expect((await sendTable(visitor, filed.path, agreement)).status).toBe(303)
  const changed = cells(7, { dienst: 'w'.repeat(60), naam: 'Huis van het Kind', bereik: 'brief' })
  await sendTable(visitor, filed.path, { ...changed, actie: 'bewaar' })
  const fields = tableOn(await (await visitor.get(`${filed.path}/overleg/tafel`)).text())
  const off = cells(rowNamed(fields, 'wijk@politie.example'), { weg: 'ja' })
  const gone = await sendTable(visitor, filed.path, { ...off, actie: 'bewaar' })
  const closed = await assigned()
  await place(work, closed.reference, { state: 'wacht_op_aanvrager', holder: 'casemanager-aalst' })

  const found: string[] = []
  for (const width of [320, 1280]) {
    const page = await open({ viewport: { width, height: 800 } })
    const inspect = async (name: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      found.push(...violations.map(({ id, nodes }) => `${width} ${name}: ${id} ${nodes[0]?.html}`))
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        found.push(`${width} ${name}: steekt uit`)
    }
    await page.goto(tafel(fresh))
    await inspect('eerste keer')
    await press(page, page.getByRole('button', { name: 'De cliënt gaat akkoord' }))
    await inspect('fout')
    await page.goto(tafel(filed))
    await inspect('opnieuw')
    await page.goto(work.url + (gone.headers.get('location') ?? ''))
    await inspect('van tafel')
    await page.goto(tafel(closed))
    await inspect('kan nu niet')
    await page.goto(work.url + filed.path)
    await inspect('dossier')
    await page.goto(tafel(filed))
    await sendTable(visitor, filed.path, { actie: 'bewaar' })
    await press(page, page.getByRole('button', { name: 'Bewaar de tafel' }))
    expect(await page.locator('h1').innerText()).toBe('Dit is intussen veranderd')
    await inspect('intussen veranderd')
  }
  expect(found).toEqual([])
})
