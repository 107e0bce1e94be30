import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { erasedPlanKey, tablePartition } from '../../functions/shared/store/keys.ts'
import { expectFitForAll, wide } from '../journey/fit-for-all.ts'
import { watch } from '../journey/watch.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { hiddenOn } from '../support/dossier.ts'
import { startHeld } from '../support/held.ts'
import { tabTo } from '../support/keyboard.ts'
import type { TestOverleg } from '../support/overleg.ts'
import { usualTable } from '../support/overleg-tables.ts'
import type { TestPlan } from '../support/plan.ts'
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

const long = 'Nagaan-of-er-recht-is-op-een-verwarmingstoelage-en-dat-samen-met-de-cliënt-aanvragen-bij-de-dienst'
const afspraken = [
  { wat: 'De verhuurder schrijven over de schimmel', wie: 'CAW', met: 'OCMW', tegen: '2026-12-18' },
  { wat: long, wie: 'OCMW', tegen: '2026-12-21' },
  { wat: 'Meegaan naar de bank', wie: 'OCMW', met: 'client' },
  { wat: 'Een afbetaalplan vragen', wie: 'OCMW' },
]

let overleg: TestOverleg
let plan: TestPlan
let path: string
beforeEach(async () => {
  ;({ overleg, plan } = await startHeld(work, { table: usualTable, absent: ['OCMW'] }))
  const [client, ocmw] = await Promise.all(['client', 'OCMW'].map((called) => overleg.idOf(called)))
  await plan.agreed(
    { afspraken },
    { whole: [ocmw ?? ''], disagreed: { a3: { [client ?? '']: 'Dat wil ik zelf doen, met mijn zus.' } } },
  )
  path = await plan.link('OCMW')
})

const answer = (fields: Record<string, string>, to = path) => work.visitor().post(to, fields)

/** Each state of the page, by what was done before; where it is, when elsewhere. */
const sights: Record<string, () => Promise<string | undefined>> = {
  'nog te vragen, met een bezwaar van de cliënt': async () => undefined,
  'laat, en van alles gezegd': async () => {
    await answer({ 'stand.a1': 'lukt_niet' })
    await answer({ 'stand.a2': 'bel_mij' })
    await answer({ 'stand.a4': 'gedaan' })
    work.clock.now = new Date('2026-12-22T09:00:00Z')
    return `${path}?klaar=a2`
  },
  'niet afgesproken': async () => {
    await answer({ 'stand.a2': 'niet_afgesproken' })
    return `${path}?klaar=a2`
  },
  veranderd: async () => {
    await plan.agreed({ afspraken: [...afspraken.slice(1, 3), { wat: 'De kinderbijslag nakijken', wie: 'OCMW' }] })
    return undefined
  },
  'geen open afspraken meer': async () => {
    await plan.agreed({ afspraken: [{ wat: 'Mails lezen', wie: 'CAW' }] })
    return undefined
  },
  'het hele plan': async () => `${path}/heel`,
  gestopt: async () => {
    const coordinator = await work.as('Coördinator Aalst')
    const to = `/werkruimte/dossier/${plan.reference}/intrekken`
    const { revision = '', bij = '' } = await hiddenOn(coordinator, to)
    await coordinator.post(to, { revision, bij })
    return undefined
  },
  afgesloten: async () => {
    await plan.evaluate('afsluiten')
    return undefined
  },
  gewist: async () => {
    const { client, DeleteCommand, PutCommand } = await work.connection.dynamo()
    const TableName = work.connection.tables.loket
    for (const { pk, sk } of await work.items('loket'))
      if (pk === tablePartition(plan.reference)) await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }))
    const Item = { ...erasedPlanKey(plan.reference), on: '2026-12-07', network: 'aalst' }
    await client.send(new PutCommand({ TableName, Item }))
    return undefined
  },
  'een dode link': async () => {
    await overleg.leaves('OCMW')
    return undefined
  },
}

describe('voor iedereen', () => {
  it.each(Object.entries(sights))('%s', async (_, before) => {
    const at = (await before()) ?? path
    const page = await browser.newPage({ viewport: wide })
    const problems = watch(page, work.url)
    await page.goto(work.url + at)
    await expectFitForAll(page)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('te laat: de fout heeft de aandacht, en er staat wat nu geldt', async () => {
    const page = await browser.newPage({ viewport: wide })
    await page.goto(work.url + path)
    await plan.agreed({ afspraken: afspraken.slice(0, 3) })
    await page.locator('[data-afspraak="a4"]').getByRole('button', { name: 'Gedaan' }).click()
    const alert = page.getByRole('alert')
    expect(await alert.textContent()).toContain('Uw antwoord is niet bewaard')
    expect(await alert.evaluate((element) => element.parentElement === document.activeElement)).toBe(true)
    expect(await page.locator('[data-afspraak]').count()).toBe(3)
    await expectFitForAll(page)
    await page.context().close()
  })

  it('niets gekozen: de fout brengt u bij de eerste afspraak', async () => {
    const page = await browser.newPage({ viewport: wide })
    await page.goto(work.url + path)
    await page.locator('[data-afspraak="a2"] form').evaluate((form: HTMLFormElement) => form.submit())
    const link = page.getByRole('alert').getByRole('link')
    await link.waitFor()
    await link.click()
    expect(await page.locator(':target').getAttribute('data-afspraak')).toBe('a1')
    await expectFitForAll(page)
    await page.context().close()
  })

  it('wie luistert, hoort bij elke knop over welke afspraak het gaat', async () => {
    const page = await browser.newPage({ viewport: wide })
    await page.goto(work.url + path)
    const described = await page.evaluate(() =>
      [...document.querySelectorAll('[data-afspraak] button')].map((button) => {
        const about = document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent
        return about === button.closest('[data-afspraak]')?.querySelector('h2')?.textContent
      }),
    )
    expect(described.length).toBeGreaterThan(8)
    expect(described).toEqual(described.map(() => true))
    await page.context().close()
  })
})

it.each([true, false])('met alleen het toetsenbord, op een telefoon; script: %s', async (javaScriptEnabled) => {
  const own = await browser.newPage({ viewport: { width: 320, height: 640 }, javaScriptEnabled })
  await own.goto(work.url + path)
  const press = async (selector: string) => {
    if (!javaScriptEnabled) return own.locator(selector).click()
    await tabTo(own, selector)
    await own.keyboard.press('Enter')
  }
  await press('[name="stand.a2"][value="lukt_niet"]')
  await own.getByText('Genoteerd: dit lukt niet.').waitFor()
  await press('[name="stand.a2"][value="gedaan"]')
  await own.getByText('Genoteerd: gedaan.').waitFor()
  await press('[name="stand.a2"][value="lukt_niet"]')
  await own.getByText('Genoteerd: dit lukt niet.').waitFor()
  await press('a[href$="/heel"]')
  await own.getByRole('heading', { name: 'Plan van aanpak, versie 01' }).waitFor()
  const said = (await plan.now()).said.get(await overleg.idOf('OCMW'))
  expect(said).toMatchObject({ revision: 3, stands: { a2: { stand: 'lukt_niet' } } })
  await own.context().close()
})

it('een open venster doet niets', async () => {
  const page = await browser.newPage()
  const before = await work.items('loket')
  for (const at of [path, `${path}?klaar=a2`, `${path}/heel`]) {
    await page.goto(work.url + at)
    await page.evaluate(() => new Promise((done) => setTimeout(done, 700)))
  }
  expect(await work.items('loket')).toEqual(before)
  await page.context().close()
})
