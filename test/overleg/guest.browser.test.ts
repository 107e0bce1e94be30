import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectErrorsToLeadToTheirFields, expectFitForAll, wide } from '../journey/fit-for-all.ts'
import { next, press } from '../journey/walk.ts'
import { watch } from '../journey/watch.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { tabTo } from '../support/keyboard.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { spanAt } from '../support/overleg-tables.ts'
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

let overleg: TestOverleg
let path: string
beforeEach(async () => {
  work.clock.now = new Date('2026-11-23T09:00:00Z')
  overleg = await startOverleg(work)
  await overleg.asked()
  path = await overleg.link('OCMW')
})

const answer = (fields: Record<string, string>) => work.visitor().post(path, fields)
const span = spanAt('2026-12-14T10:00')

/** Each state of the page, by what was done before. */
const sights: Record<string, () => Promise<unknown>> = {
  gepolst: async () => {},
  bewaard: () =>
    answer({ 'antwoord.m1': 'kan', 'antwoord.m2': 'bel_mij', telefoon: '053 00 00 09', eigen_nummer: 'D-7' }),
  'doet niet mee': () => answer({ actie: 'doet_niet_mee' }),
  'momenten voorbij': async () => {
    work.clock.now = new Date('2026-12-20T09:00:00Z')
  },
  vastgelegd: () => overleg.fix(),
  komt: async () => {
    await overleg.fix()
    await answer({ komt: 'ja' })
    work.clock.now = new Date('2026-12-06T09:00:00Z')
  },
  'komt niet': async () => {
    await overleg.fix()
    await answer({ komt: 'nee' })
  },
  verplaatst: async () => {
    await overleg.fix()
    await overleg.moveTo(span)
  },
  afgelast: async () => {
    await overleg.fix()
    await overleg.cancel()
  },
  gehouden: async () => {
    await overleg.fix()
    work.clock.now = new Date('2026-12-07T11:00:00Z')
    await overleg.hold()
  },
  'een dode link': () => overleg.leaves('OCMW'),
}

describe('voor iedereen', () => {
  it.each(Object.entries(sights))('%s', async (_, before) => {
    await before()
    const page = await browser.newPage({ viewport: wide })
    const problems = watch(page, work.url)
    await page.goto(work.url + path)
    await expectFitForAll(page)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('een fout brengt u bij het veld', async () => {
    const page = await browser.newPage({ viewport: wide })
    await page.goto(work.url + path)
    await page.getByLabel('Bel mij').first().check()
    await page.getByLabel('Uw eigen dossiernummer').fill('85.07.30-033.28')
    await press(page, page.getByRole('button', { name: 'Verstuur mijn antwoorden' }))
    await expectErrorsToLeadToTheirFields(page)
    expect(await page.getByLabel('Bel mij').first().isChecked()).toBe(true)
    await expectFitForAll(page)
    await page.context().close()
  })

  it('niets aangeduid: ook die fout', async () => {
    const page = await browser.newPage({ viewport: wide })
    await page.goto(work.url + path)
    await press(page, page.getByRole('button', { name: 'Verstuur mijn antwoorden' }))
    await expectErrorsToLeadToTheirFields(page)
    await page.context().close()
  })

  it('te laat: wat nu vastligt, en wat u had gekozen', async () => {
    const page = await browser.newPage({ viewport: wide })
    await page.goto(work.url + path)
    await page.getByLabel('Ik kan', { exact: true }).first().check()
    await overleg.fix()
    await press(page, page.getByRole('button', { name: 'Verstuur mijn antwoorden' }))
    expect(await page.getByRole('alert').textContent()).toContain('er ligt intussen een moment vast')
    await expectFitForAll(page)
    await page.context().close()
  })
})

it.each([true, false])('met alleen het toetsenbord, op een telefoon; script: %s', async (javaScriptEnabled) => {
  const own = await browser.newPage({ viewport: { width: 320, height: 640 }, javaScriptEnabled })
  await own.goto(work.url + path)
  const keyboard = own.keyboard
  if (javaScriptEnabled) {
    expect(await own.getByLabel('Op welk nummer bellen we u?').isVisible()).toBe(false)
    await tabTo(own, '[name="antwoord.m1"]')
    await keyboard.press('Space')
    await tabTo(own, '[name="antwoord.m2"]')
    await keyboard.press('Space')
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    expect(await own.getByLabel('Op welk nummer bellen we u?').isVisible()).toBe(true)
    await tabTo(own, '[name="telefoon"]')
    await keyboard.type('0478 12 34 56')
    await tabTo(own, '[data-next]')
    await keyboard.press('Enter')
  } else {
    await own.locator('[name="antwoord.m1"][value="kan"]').check()
    await own.locator('[name="antwoord.m2"][value="bel_mij"]').check()
    await own.locator('[name="telefoon"]').fill('0478 12 34 56')
    await next(own)
  }
  await own.getByText('Uw antwoorden zijn bewaard.').waitFor()
  await overleg.fix()
  await own.reload()
  if (javaScriptEnabled) {
    await tabTo(own, '[data-next]')
    await keyboard.press('Enter')
  } else await next(own)
  await own.getByRole('heading', { name: 'U komt' }).waitFor()
  const said = (await overleg.now()).said.get(await overleg.idOf('OCMW'))
  expect(said).toMatchObject({
    moments: { m1: { answer: 'kan' }, m2: { answer: 'bel_mij' } },
    comes: { '1': { answer: 'ja' } },
  })
  await own.context().close()
})

it('een open venster doet niets', async () => {
  const page = await browser.newPage()
  const before = await work.items('loket')
  await page.goto(work.url + path)
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)))
  expect(await work.items('loket')).toEqual(before)
  await page.context().close()
})
