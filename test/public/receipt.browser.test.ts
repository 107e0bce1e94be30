/**
 * The receipt, the leaflet and the page on which a request is followed, as a person sees them: the first screen of a phone, every state
 * without a complaint of axe, without a script, and on paper (docs/promises.md, "Pages").
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type Filed, fileForm, fileRequest, fileVraag, place } from '../support/dossier.ts'
import { huisbezoek, huisbezoekStart, katrol, katrolStart, ota, otaStart } from '../support/forms.ts'
import { onPaper, pagesIn, printed } from '../support/paper.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  ;[work, browser] = await Promise.all([
    startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z'), serve: true }),
    startBrowser(),
  ])
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

const phone = { width: 390, height: 844 }

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: phone, ...options })
  await page.goto(work.url + path)
  return page
}

/** Where an element ends, from the top of the page. */
const endOf = async (page: Page, what: string): Promise<number> => {
  const box = await page.locator(what).first().boundingBox()
  return box ? box.y + box.height : Number.POSITIVE_INFINITY
}
const topOf = async (page: Page, what: string): Promise<number> =>
  (await page.locator(what).first().boundingBox())?.y ?? Number.POSITIVE_INFINITY

const holder = 'casemanager-aalst'
const mark = { number: '01', applicantInvited: true, moved: false } as const
const referral = { aanbod: 'caw', checkOn: '2026-11-20' }
/** What an LCO can be, as whoever asked sees it. */
const states: Record<string, Partial<Dossier>> = {
  ontvangen: { state: 'ingediend', nextOn: '2026-11-30', answerBefore: '2026-11-30' },
  'te laat': { answerBefore: '2026-11-20', nextOn: '2026-11-20' },
  toegewezen: { state: 'toegewezen', holder, nextOn: '2026-11-25', reached: { toegewezen: '2026-11-23' } },
  'een vraag': {
    state: 'wacht_op_aanvrager',
    holder,
    paused: { from: 'toegewezen', on: '2026-11-23' },
    reached: { toegewezen: '2026-11-23' },
  },
  gepland: { state: 'overleg_gepland', holder, nextOn: '2026-12-08', overleg: { ...mark, state: 'vastgelegd' } },
  'het plan loopt': {
    state: 'in_opvolging',
    holder,
    nextOn: '2027-02-17',
    actionPlan: { state: 'loopt', version: '01', evaluationOn: '2027-02-17' },
  },
  doorverwezen: { state: 'doorverwezen', nextOn: '2026-11-20', ttl: 1_900_000_000, referral },
  gestopt: { state: 'ingetrokken', ttl: 1_900_000_000 },
  afgesloten: {
    state: 'afgesloten',
    ttl: 1_900_000_000,
    reached: { toegewezen: '2026-11-23', overleg_gepland: '2026-11-24' },
  },
}

describe('op een telefoon', () => {
  it('staat de referentie heel op het eerste scherm: boven y 300', async () => {
    const page = await open((await fileRequest(work)).receipt)
    expect(await endOf(page, '[data-reference]')).toBeLessThanOrEqual(300)
    await page.context().close()
  })

  it('staat wat er nu is boven y 160, en begint de weg boven y 345', async () => {
    const page = await open((await fileRequest(work)).status)
    expect(await topOf(page, '.lp-nu')).toBeLessThanOrEqual(160)
    expect(await topOf(page, '.lp-pad')).toBeLessThanOrEqual(345)
    await page.context().close()
  })

  it('komt daar ook de vraag of de cliënt er geraakt is', async () => {
    const { reference, status } = await fileRequest(work)
    await place(work, reference, states.doorverwezen ?? {})
    const page = await open(status)
    expect(await endOf(page, 'form')).toBeLessThanOrEqual(phone.height)
    await page.context().close()
  })
})

it('de boog smeert niet uit: op elk scherm dezelfde schouder', async () => {
  const { receipt } = await fileRequest(work)
  for (const width of [390, 1280, 2000]) {
    const page = await open(receipt, { viewport: { width, height: 900 } })
    const [radius, high] = await page.locator('.lp-bewijs').evaluate((arch) => {
      const { borderTopLeftRadius } = getComputedStyle(arch)
      return [borderTopLeftRadius, arch.getBoundingClientRect().width] as const
    })
    expect([width, radius, high <= 640]).toEqual([width, 'min(50%, 208px) 54.4px', true])
    await page.context().close()
  }
})

describe('de referentie kopiëren', () => {
  it('kan met één druk, en dat wordt gezegd', async () => {
    const { receipt, reference } = await fileRequest(work)
    const page = await open(receipt, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: 'Kopieer' }).click()
    await page.getByText('Gekopieerd').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(reference)
    await page.context().close()
  })

  it('is er niet zonder script', async () => {
    const page = await open((await fileRequest(work)).receipt, { javaScriptEnabled: false })
    expect(await page.getByRole('button', { name: 'Kopieer' }).isVisible()).toBe(false)
    expect(await page.getByRole('link', { name: 'Volg uw aanvraag' }).isVisible()).toBe(true)
    await page.context().close()
  })
})

it('“Lukte dit?” is één druk, ook zonder script, en bedankt', async () => {
  const { receipt } = await fileRequest(work)
  const page = await open(receipt, { javaScriptEnabled: false })
  await page.getByRole('button', { name: 'gaat zo' }).click()
  expect(await page.getByText('Bedankt. We telden uw antwoord, zonder naam.').isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'vlot' }).count()).toBe(0)
  await page.context().close()
})

describe('zonder klachten van axe, en niets opzij', () => {
  let filed: Filed
  beforeAll(async () => {
    filed = await fileRequest(work)
  })

  async function fits(path: string, forcedColors: 'none' | 'active' = 'none'): Promise<void> {
    const page = await open(path, { forcedColors })
    // In the reader's own colours the contrast is the reader's.
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    if (forcedColors === 'active') axe.disableRules('color-contrast')
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([path, width, wide <= width]).toEqual([path, width, true])
      const { violations } = await axe.analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
    await page.context().close()
  }

  it('het bewijs, en het blad voor de cliënt', async () => {
    await fits(filed.receipt)
    await fits(`${filed.receipt}/blad`)
  })

  it.each(Object.entries(states))('de pagina van wat %s is', async (_, changes) => {
    await place(work, filed.reference, { ...states.ontvangen, ...changes })
    await fits(filed.status)
  })

  it('het bewijs van wat verder is, en de bladen om te stoppen', async () => {
    const other = await fileRequest(work)
    await fits(`${other.status}/stoppen`)
    await place(work, other.reference, { state: 'toegewezen', holder })
    await fits(`${other.status}/niet-meer-mee`)
    await fits(other.receipt)
    await fits(other.status, 'active')
  })
})

describe('op papier', () => {
  const forms: [string, () => Promise<Filed>][] = [
    ['een LCO', () => fileRequest(work)],
    ['De Katrol', () => fileForm(work, katrolStart, katrol)],
    ['een huisbezoek', () => fileForm(work, huisbezoekStart, huisbezoek)],
    ['een traject van OTA', () => fileForm(work, otaStart, ota.traject)],
  ]

  it.each(forms)('het bewijs en de pagina van %s zijn elk één A4', async (_, file) => {
    const filed = await file()
    for (const path of [filed.receipt, filed.status]) {
      const page = await open(path)
      expect([path, pagesIn(await printed(page))]).toEqual([path, 1])
      await page.context().close()
    }
  })

  it.each(forms)(
    'het blad voor de cliënt van %s is één A4 met niets anders, in letters van minstens 12 punt',
    async (_, file) => {
      const filed = await file()
      const page = await open(`${filed.receipt}/blad`)
      expect(pagesIn(await printed(page))).toBe(1)
      const texts = await onPaper(page)
      expect(texts.length).toBeGreaterThan(10)
      expect(texts.filter(({ inSheet }) => !inSheet)).toEqual([])
      expect(texts.filter(({ points }) => points < 11.99)).toEqual([])
      await page.context().close()
    },
  )

  it('wat doorverwezen is, staat met dienst en nummer op papier; de knoppen niet', async () => {
    const { reference, status } = await fileRequest(work)
    await place(work, reference, states.doorverwezen ?? {})
    const page = await open(status)
    expect(pagesIn(await printed(page))).toBe(1)
    const words = (await onPaper(page)).map(({ text }) => text).join(' ')
    expect(words).toContain('CAW Oost-Vlaanderen, onthaal Aalst')
    expect(words).toContain('053 00 00 14')
    expect(words).not.toContain('Nee, help me')
    await page.context().close()
  })
})

it('een vraag zegt nergens “uw cliënt”, en heeft geen blad', async () => {
  const { receipt, status } = await fileVraag(work)
  for (const path of [receipt, status]) {
    const page = await open(path)
    expect(await page.locator('main').textContent()).not.toMatch(/cliënt/)
    await page.context().close()
  }
  const answer = await work.visitor().get(`${receipt}/blad`)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, receipt])
})
