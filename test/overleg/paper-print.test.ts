/** What comes out of the printer: one A4, large enough to read, and nothing but the sheet (docs/overleg.md §4). */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { press } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { startFiled, type TestOverleg } from '../support/overleg.ts'
import { spanAt, type TestRow } from '../support/overleg-tables.ts'
import { onPaper, pagesIn, printed } from '../support/paper.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z'), serve: true })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

const places = {
  long: 'Dienstencentrum De Lange Naam van de Voorbeeldwijk, tweede verdieping, zaal 12, Langestraat 100, Aalst',
  longest: `Zaal 2 ${'van het gebouw achter de kerk '.repeat(6)}`.trim(),
}

/** A client, somebody they trust, and services with names as long as services have. */
const rows = (others: number, dienst: string): readonly TestRow[] => [
  { wie: 'client', bereik: 'brief' },
  { wie: 'vertrouwensfiguur', naam: 'Samira Kaddour', bereik: 'brief', beroepsgeheim: 'nee' },
  ...Array.from(
    { length: others },
    (_, at): TestRow => ({
      naam: `Persoon ${at}`,
      dienst: `${dienst} ${at + 1}`,
      beroepsgeheim: at % 3 === 0 ? 'weet_niet' : 'ja',
      bereik: 'telefoon',
      telefoon: '+32478123456',
    }),
  ),
]

async function atTable(table: readonly TestRow[], place: string, vorm: 'fysiek' | 'hybride' = 'hybride') {
  const at = await startFiled(work, { table, speaksFreely: 'weet_niet' })
  await at.moments([spanAt('2026-12-15T14:00')])
  await at.fix('m1', { vorm, tolk: 'bevestigd', place, onlineLink: '' })
  return at
}

async function open(at: TestOverleg, part: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  await page.context().addCookies([await work.cookieOf('Casemanager Aalst')])
  await page.goto(`${work.url}${at.path}/${part}`)
  return page
}

describe('de brief op papier', () => {
  it.each([
    ['een gewone tafel', 5, 'CAW Voorbeeld', 'Zaal 2, Voorbeeldlaan 10', 'fysiek'],
    ['tien diensten', 10, 'Dienst Voorbeeld', places.long, 'hybride'],
    ['22 aan tafel', 20, 'Centrum voor Geestelijke Gezondheidszorg', places.long, 'hybride'],
    [
      '22 aan tafel met de langste namen',
      20,
      `Dienst ${'voor iedereen in de streek '.repeat(3)}`.trim(),
      places.longest,
      'hybride',
    ],
  ] as const)('is één A4, ook met %s', async (_, others, dienst, place, vorm) => {
    const at = await atTable(rows(others, dienst), place, vorm)
    for (const query of ['', '?met_wie=ja', '?voor=p1']) {
      const page = await open(at, `brief${query}`)
      expect([query, pagesIn(await printed(page))]).toEqual([query, 1])
      await page.context().close()
    }
  })

  it('blijft één A4 na een verzet', async () => {
    const at = await atTable(rows(20, 'Centrum voor Geestelijke Gezondheidszorg'), places.long)
    await at.moveTo(spanAt('2026-12-16T14:00'))
    await at.arrange({ vorm: 'hybride', tolk: 'bevestigd', place: places.long, onlineLink: '' })
    const page = await open(at, 'brief?met_wie=ja')
    expect(pagesIn(await printed(page))).toBe(1)
    await page.context().close()
  })

  it('telt bladzijden die er zijn', async () => {
    const at = await atTable(rows(2, 'CAW'), 'Zaal 2', 'fysiek')
    const page = await open(at, 'brief')
    await page.evaluate(() =>
      document.querySelector('.lo-vel')?.append(
        ...Array.from({ length: 80 }, () => {
          const line = document.createElement('p')
          line.textContent = 'te veel'
          return line
        }),
      ),
    )
    expect(pagesIn(await printed(page))).toBeGreaterThan(1)
    await page.context().close()
  })

  it.each(['brief', 'brief?met_wie=ja', 'brief?voor=p1', 'agenda'])(
    'toont van %s niets dan het blad, in letters van minstens 14 punt',
    async (part) => {
      const at = await atTable(rows(20, 'Centrum voor Geestelijke Gezondheidszorg'), places.long)
      const page = await open(at, part)
      const texts = await onPaper(page)
      expect(texts.length).toBeGreaterThan(10)
      expect(texts.filter(({ inSheet }) => !inSheet)).toEqual([])
      expect(texts.filter(({ points }) => points < 13.99)).toEqual([])
      await page.context().close()
    },
  )

  it('drukt niet af zolang een andere keuze nog niet getoond is', async () => {
    const at = await atTable(rows(2, 'CAW'), 'Zaal 2', 'fysiek')
    const page = await open(at, 'brief')
    const print = page.getByRole('button', { name: 'Druk de brief af' })
    expect(await print.isVisible()).toBe(true)
    await page.getByLabel('ja', { exact: true }).check()
    expect(await print.isVisible()).toBe(false)
    await press(page, page.getByRole('button', { name: 'Toon de brief zo' }))
    expect(await print.isVisible()).toBe(true)
    expect(await page.locator('.lo-vel').textContent()).toContain('CAW 1')
    await page.context().close()
  })
})

describe('de agenda op papier', () => {
  it.each([2, 10, 20])('is één A4 met %i diensten aan tafel', async (others) => {
    const at = await atTable(rows(others, 'Centrum voor Geestelijke Gezondheidszorg'), places.long)
    const page = await open(at, 'agenda')
    expect(pagesIn(await printed(page))).toBe(1)
    await page.context().close()
  })
})

describe('op het scherm', () => {
  it.each([320, 390, 1280])('past alles in %i punten, zonder klachten van axe', async (width) => {
    const at = await atTable(rows(20, 'Centrum voor Geestelijke Gezondheidszorg'), places.longest)
    for (const part of ['brief?met_wie=ja', 'agenda']) {
      const page = await open(at, part, width)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([part, wide <= width]).toEqual([part, true])
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
      await page.context().close()
    }
  })
})
