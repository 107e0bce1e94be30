/**
 * Verslag, plan, agreement and sheet at the table, on one laptop: how much is asked of who types (docs/overleg.md §9), and whether the
 * pages of it are for everybody. In a real browser.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectErrorsToLeadToTheirFields, expectFitForAll, wide } from '../journey/fit-for-all.ts'
import { press } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fileHeld } from '../support/dossier.ts'
import { aanvraag } from '../support/lco.ts'
import { startOverleg } from '../support/overleg.ts'
import { spanAt, type TestRow } from '../support/overleg-tables.ts'
import { planOf } from '../support/plan.ts'
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

const service = (dienst: string): TestRow => ({ naam: 'Noor Voorbeeld', dienst, email: `noor@${dienst}.example` })

/** Eight people. */
const table: readonly TestRow[] = [
  { wie: 'client', bereik: 'brief' },
  { wie: 'vertrouwensfiguur', naam: 'Samira Voorbeeld', email: 'samira@mail.example', beroepsgeheim: 'nee' },
  { wie: 'spilfiguur', naam: 'Els Baert', dienst: 'ocmw', email: 'els@ocmw.example' },
  ...['caw', 'clb', 'wonen', 'thuiszorg', 'bank'].map(service),
]

/** Four of them; nobody said yet whether they come. */
async function begun() {
  work.clock.now = new Date('2026-11-30T09:00:00Z')
  const levensdomeinen = ['inkomen_schulden', 'gezondheid', 'wonen_energie', 'gezin_familie']
  const at = await fileHeld(work, { changes: { criteria: { ...aanvraag.criteria, levensdomeinen } } })
  const overleg = await startOverleg(work, { at, table })
  await overleg.asked([spanAt('2026-12-07T09:30')])
  await overleg.fix()
  work.clock.now = new Date('2026-12-07T10:00:00Z')
  const ids = Object.keys((await overleg.now()).overleg.participants)
  return { overleg, ids, plan: planOf(work, overleg) }
}

async function open(options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: wide, ...options })
  await page.context().addCookies([await work.cookieOf('Casemanager Aalst')])
  return page
}

const wishes = {
  inkomen_schulden: ['Geen deurwaarder meer aan de deur.', 'eerst'],
  wonen_energie: ['Een droge kamer voor de kinderen.', 'eerst'],
  gezin_familie: ['Rust na school.', 'later'],
  gezondheid: ['', 'niet'],
} as const

/** What is done, by whom, for which levensdomein. */
const afspraken = [
  ['Alle brieven in één map steken', 'De cliënt', 'inkomen_schulden'],
  ['Een afbetaalplan vragen', 'ocmw', 'inkomen_schulden'],
  ['De verhuurder schrijven over de schimmel', 'caw', 'wonen_energie'],
  ['Op woensdag op de kinderen passen', 'Samira', 'gezin_familie'],
  ['Een plaats zoeken in de huiswerkklas', 'clb', 'gezin_familie'],
  ['Nagaan of er recht is op een premie', 'wonen', 'wonen_energie'],
] as const

it('acht mensen, vier levensdomeinen, zes afspraken: hoogstens 60 keer typen of drukken tot het blad', async () => {
  const { overleg, ids } = await begun()
  const page = await open({ javaScriptEnabled: false })
  let inputs = 0
  const one = async (does: Promise<unknown>) => {
    inputs += 1
    await does
  }
  const go = (target: Locator) => one(press(page, target))
  const onward = () => go(page.locator('[data-next]'))
  const field = (name: string) => page.locator(`[name="${name}"]`)
  const choose = (name: string, value: string) => one(page.locator(`[name="${name}"][value="${value}"]`).check())

  await page.goto(`${work.url}${overleg.path}`)
  await go(page.getByRole('link', { name: 'Ja, schrijf het verslag' }))
  for (const id of ids) await choose(`aanwezig.${id}`, 'aanwezig')
  await one(field('besluiten').fill('Eerst de woning en de schulden.'))
  await onward()
  const domains = await page
    .locator('input[type=hidden][name$=".domein"]')
    .evaluateAll((all) => all.map((input) => input.getAttribute('value')))
  for (const [at, domein] of domains.entries()) {
    const [doel, wanneer] = wishes[domein as keyof typeof wishes]
    if (doel) await one(field(`doelen[${at}].doel`).fill(doel))
    await choose(`doelen[${at}].wanneer`, wanneer)
  }
  for (const [at, [wat, wie, waarom]] of afspraken.entries()) {
    if ((await field(`afspraken[${at}].wat`).count()) === 0)
      await go(page.getByRole('button', { name: 'Nog een afspraak' }))
    await one(field(`afspraken[${at}].wat`).fill(wat))
    const who = page.locator(`[name="afspraken[${at}].wie"] option`, { hasText: wie })
    await one(field(`afspraken[${at}].wie`).selectOption(await who.getAttribute('value')))
    await one(field(`afspraken[${at}].waarom`).selectOption(waarom))
    await one(field(`afspraken[${at}].tegen`).fill('18/1/2027'))
  }
  await one(field('evaluatie_op').fill('8/3/2027'))
  await onward()
  expect(await page.locator('h1').innerText()).toBe('Gaat de cliënt akkoord?')
  await one(page.locator('main summary').nth(2).click())
  await one(page.locator('[name^="oneens."]').nth(2).fill('Ik wil eerst zelf bellen.'))
  await one(page.locator('[name^="heel_plan."]').first().check())
  await onward()
  expect(await page.getByRole('status').innerText()).toContain('Versie 01 ligt vast.')
  await go(page.getByRole('link', { name: 'Druk het blad voor de cliënt af' }))
  const sheet = await page.locator('.lo-blad').innerText()
  for (const [wat] of afspraken) expect(sheet).toContain(wat)
  // And the printer.
  expect(inputs + 1).toBeLessThanOrEqual(60)
  expect(work.failures).toEqual([])
})

it('plan, akkoord en wat vastligt zijn voor iedereen, ook met een fout', async () => {
  const { overleg, ids, plan } = await begun()
  await overleg.hold({ present: Object.fromEntries(ids.map((id) => [id, 'aanwezig'])) })
  const page = await open()
  const look = async (path: string, button?: string) => {
    await page.setViewportSize(wide)
    await page.goto(`${work.url}${path}`)
    if (button) {
      await press(page, page.getByRole('button', { name: button }))
      await expectErrorsToLeadToTheirFields(page)
    }
    await expectFitForAll(page)
  }
  await look(plan.path)
  await look(plan.path, 'Bewaar en lees na met de cliënt')
  await plan.write({ evaluationOn: '2027-03-08', afspraken: [{ wat: 'De verhuurder schrijven', wie: 'caw' }] })
  await look(plan.path)
  await look(`${plan.path}/akkoord`)
  await page.setViewportSize(wide)
  await page.locator('[name=besproken_op]').fill('')
  await press(page, page.getByRole('button', { name: 'Leg vast en deel' }))
  await expectErrorsToLeadToTheirFields(page)
  await expectFitForAll(page)
  await plan.agree()
  await look(`${plan.path}?klaar=vast`)
  await look(`${plan.path}/client`)
  expect(work.failures).toEqual([])
})
