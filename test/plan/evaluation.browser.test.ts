/** The evaluation and the plan on its dossier in a real browser: without JavaScript, on a phone, without a fault axe can find. */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectErrorsToLeadToTheirFields, expectFitForAll, wide } from '../journey/fit-for-all.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { startFiled } from '../support/overleg.ts'
import { spanAt, usualTable } from '../support/overleg-tables.ts'
import { planOf, type TestAfspraak, type TestPlan } from '../support/plan.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  const now = new Date('2026-11-30T09:00:00Z')
  ;[work, browser] = await Promise.all([startTestWorkspace({ now, serve: true }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

const at = (instant: string) => {
  work.clock.now = new Date(instant)
}

/** A plan that was agreed on 7 December 2026; the clock stands at its evaluation, on 1 March 2027. */
async function agreed(afspraken: readonly TestAfspraak[]) {
  at('2026-11-30T09:00:00Z')
  const overleg = await startFiled(work, { table: usualTable })
  await overleg.asked([spanAt('2026-12-07T09:30')])
  await overleg.fix()
  at('2026-12-07T10:00:00Z')
  const { overleg: fixed } = await overleg.now()
  await overleg.hold({ present: Object.fromEntries(Object.keys(fixed.participants).map((id) => [id, 'aanwezig'])) })
  const plan = planOf(work, overleg)
  await plan.agreed({ evaluationOn: '2027-03-01', afspraken })
  at('2027-03-01T09:00:00Z')
  return { overleg, plan }
}

const usual: readonly TestAfspraak[] = [
  { wat: 'Brieven in één map steken', wie: 'client', tegen: '2026-12-10' },
  { wat: 'De verhuurder schrijven', wie: 'CAW', met: 'OCMW', tegen: '2026-12-18' },
  { wat: 'Op de kinderen passen', wie: 'OCMW' },
]
const many = Array.from(
  { length: 30 },
  (_, index): TestAfspraak => ({
    wat: `Afspraak over iets dat de cliënt en de diensten samen aanpakken, nummer ${index + 1}`.padEnd(200, ' en nog'),
    wie: ['client', 'CAW', 'OCMW'][index % 3] ?? 'client',
    met: ['OCMW', 'Buur', 'CAW'][index % 3] ?? 'CAW',
    tegen: `2027-02-${String((index % 28) + 1).padStart(2, '0')}`,
  }),
)

async function open(options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: wide, ...options })
  await page.context().addCookies([await work.cookieOf('Casemanager Aalst')])
  return page
}
const pageOf = ({ path }: TestPlan, part = '') => `${work.url}${path}${part}`
const evaluationOf = (plan: TestPlan) => pageOf(plan, '/evaluatie')

it('zonder JavaScript, op een gsm: van het dossier naar een nieuw overleg', async () => {
  const { plan } = await agreed(usual)
  await plan.says('CAW', 'a2', 'gedaan')
  const page = await open({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  await page.goto(`${work.url}/werkruimte/dossier/${plan.reference}`)
  await page.getByRole('link', { name: 'Doe de evaluatie' }).first().click()
  expect(await page.locator('h1').innerText()).toBe('Wat is gelukt?')
  await page.getByLabel('Wat is gelukt, volgens de cliënt?').fill('De brieven zitten in één map.')
  await page.getByLabel('Kostprijs').check()
  const outcome = (number: number) => page.getByRole('group', { name: `Afspraak ${number}:` })
  expect(await outcome(2).getByLabel('gelukt', { exact: true }).isChecked()).toBe(true)
  await outcome(1).getByLabel('deels', { exact: true }).check()
  await page.getByLabel('Besproken met de cliënt op').fill('1/3/2027')
  await page.getByLabel('Een nieuw overleg').check()
  await page.getByRole('button', { name: 'Bewaar en ga verder' }).click()
  // One afspraak is open: what was typed is still there.
  expect(await page.getByRole('alert').innerText()).toContain('Afspraak 3: kies wat ervan kwam')
  await outcome(3).getByLabel('niet', { exact: true }).check()
  await page.getByRole('button', { name: 'Bewaar en ga verder' }).click()
  expect(await page.locator('h1').innerText()).toBe('Wie zit aan tafel?')
  expect((await plan.now()).plan.evaluations).toMatchObject([{ next: 'overleg', drempels: ['kostprijs'] }])
  expect(work.failures).toEqual([])
})

it('elke bladzijde is voor iedereen, ook met een fout, met 30 afspraken en na het afsluiten', async () => {
  const { plan, overleg } = await agreed(usual)
  await plan.says('CAW', 'a2', 'lukt_niet')
  await overleg.leaves('OCMW')
  const large = await agreed(many)
  const page = await open()
  for (const [path, press] of [
    [`${work.url}/werkruimte/dossier/${plan.reference}`],
    [evaluationOf(plan)],
    [evaluationOf(plan), 'Bewaar en ga verder'],
    [evaluationOf(large.plan)],
    [`${work.url}/werkruimte/dossier/${large.plan.reference}`],
    [`${work.url}/werkruimte/week`],
  ] as const) {
    await page.setViewportSize(wide)
    await page.goto(path)
    if (press) {
      await page.getByRole('button', { name: press }).click()
      await expectErrorsToLeadToTheirFields(page)
    }
    await expectFitForAll(page)
  }
  await large.plan.evaluate('afsluiten', { all: 'gelukt' })
  for (const [path, press] of [
    [`${work.url}/werkruimte/dossier/${large.plan.reference}`],
    [evaluationOf(large.plan)],
    [evaluationOf(large.plan), 'Bewaar de dag'],
  ] as const) {
    await page.setViewportSize(wide)
    await page.goto(path)
    if (press) {
      await page.getByRole('button', { name: press }).click()
      await expectErrorsToLeadToTheirFields(page)
    }
    await expectFitForAll(page)
  }
  expect(work.failures).toEqual([])
})

it('ook het plan zelf en het akkoord', async () => {
  const { plan } = await agreed(many)
  // As it was on the day after the overleg.
  at('2026-12-08T09:00:00Z')
  const page = await open()
  for (const part of ['', '/akkoord']) {
    await page.setViewportSize(wide)
    await page.goto(pageOf(plan, part))
    await expectFitForAll(page)
  }
  await page.setViewportSize(wide)
  await page.getByLabel('Besproken met de cliënt op').fill('')
  await page.getByRole('button', { name: 'Leg vast en deel' }).click()
  await expectErrorsToLeadToTheirFields(page)
  await expectFitForAll(page)
  expect(work.failures).toEqual([])
})

it('30 afspraken: één bladzijde van hoogstens 20 KB, die in één keer bewaard wordt', async () => {
  const { plan } = await agreed(many)
  const tom = await work.as('Casemanager Aalst')
  const html = await (await tom.get(`${plan.path}/evaluatie`)).text()
  expect(html.match(/data-afspraak=/g)).toHaveLength(30)
  expect(gzipSync(html).length).toBeLessThanOrEqual(20 * 1024)
  const page = await open()
  await page.goto(evaluationOf(plan))
  for (const group of await page.getByRole('group', { name: /^Afspraak \d+:/ }).all())
    await group.getByLabel('deels', { exact: true }).check()
  await page.getByLabel('Wat is gelukt, volgens de cliënt?').fill('Nog niets')
  await page.getByLabel('Besproken met de cliënt op').fill('1/3/2027')
  await page.getByLabel('Verder met dit plan').check()
  await page.getByLabel('Volgende evaluatie op').fill('1/6/2027')
  await page.getByRole('button', { name: 'Bewaar en ga verder' }).click()
  expect(await page.getByRole('status').innerText()).toContain('Versie 02 ligt vast.')
})
