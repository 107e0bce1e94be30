/** What comes out of the printer: at most two A4, large enough to read, and nothing but the sheet (docs/overleg.md §9). */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noGoalTexts } from '../../forms/kit/plan/plan-texts.ts'
import type { PlanInput } from '../../forms/kit/plan/write-plan.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { pagesIn, printed } from '../support/paper.ts'
import type { TestAfspraak, TestPlan } from '../support/plan.ts'
import { planOf } from '../support/plan.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { heldOverleg, sheetAfspraken, sheetGoals, writtenPlanOf } from './sheet-plans.ts'

let work: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-30T09:00:00Z'), serve: true })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

async function open(plan: Pick<TestPlan, 'path'>, part: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  await page.context().addCookies([await work.cookieOf('Casemanager Aalst')])
  await page.goto(`${work.url}${plan.path}/${part}`)
  return page
}

const sheetsOf = async (page: Page): Promise<number> => pagesIn(await printed(page))

const isCalledLong = (page: Page) => page.getByText("Dit blad is langer dan twee pagina's.").isVisible()

/** So many of a kind of sentence, each a little longer than the one before. */
const longer = (text: string, times: number): string => Array.from({ length: times }, () => text).join(' ')

const goalsOf = (count: number, words: number): PlanInput['goals'] =>
  [
    'wonen_energie',
    'inkomen_schulden',
    'gezondheid',
    'gezin_familie',
    'persoon',
    'samenleving',
    'vrije_tijd',
    'anders_1',
  ]
    .slice(0, count)
    .map((domein, at) => ({
      domein,
      wanneer: at % 2 === 0 ? 'eerst' : 'later',
      texts: {
        ...noGoalTexts,
        doel: longer('Dat de kinderen elk een eigen bed hebben.', words),
        goed: longer('De buren helpen graag.', words),
      },
    }))

const who = ['client', 'OCMW', 'CAW', 'vertrouwensfiguur', 'CLB'] as const

const afsprakenOf = (count: number, words: number, goals: PlanInput['goals']): TestAfspraak[] =>
  Array.from({ length: count }, (_, at) => ({
    wat: `${longer('Samen de papieren van de mutualiteit invullen en', words)} opsturen ${at}`,
    wie: who[at % who.length] ?? 'client',
    met: who[(at + 1) % who.length] ?? 'client',
    waarom: goals[at % goals.length]?.domein ?? '',
    tegen: '2027-02-24',
  }))

describe('het blad voor de cliënt op papier', () => {
  it('is met zes afspraken en vier doelen in gewone woorden hoogstens twee A4, voor en na het akkoord', async () => {
    const plan = await writtenPlanOf(work, { absent: ['CLB'] })
    const before = await open(plan, 'client')
    expect([await sheetsOf(before), await isCalledLong(before)]).toEqual([2, false])
    const id = await plan.afspraak('verhuurder')
    const client = await plan.overleg.idOf('client')
    await plan.agree({ disagreed: { [id]: { [client]: 'Ik wil eerst zelf met de verhuurder bellen.' } } })
    const after = await open(plan, 'client')
    expect([await sheetsOf(after), await isCalledLong(after)]).toEqual([2, false])
    for (const page of [before, after]) await page.context().close()
  })

  it('begint geen tweede blad voor enkele regels: wat dichter gezet past, is één A4', async () => {
    const { plan } = await heldOverleg(work)
    await plan.write({
      goals: sheetGoals.slice(0, 2),
      afspraken: sheetAfspraken.slice(0, 5),
      evaluationOn: '2027-03-08',
    })
    const page = await open(plan, 'client')
    expect(await page.locator('.lo-blad.lo-dicht').count()).toBe(1)
    expect(await sheetsOf(page)).toBe(1)
    await page.locator('.lo-blad').evaluate((sheet) => sheet.classList.remove('lo-dicht'))
    expect(await sheetsOf(page)).toBe(2)
    await page.context().close()
  })

  // The sizes around where it is set closer, and where two pages are full.
  const sizes = [
    ...[3, 6, 8].map((count) => [count, 3] as const),
    ...[8, 12, 16, 18, 20].map((count) => [count, 1] as const),
  ]
  it('blijft op twee A4 zolang niet gezegd is dat het langer is, en wie dat leest heeft er echt te veel', async () => {
    const { overleg } = await heldOverleg(work)
    const plan = planOf(work, overleg)
    const seen = new Set<boolean>()
    for (const [count, words] of sizes) {
      const goals = goalsOf(Math.min(count, 8), words)
      await plan.write({ goals, afspraken: afsprakenOf(count, words, goals), evaluationOn: '2027-03-08' })
      const page = await open(plan, 'client')
      const [pages, long] = [await sheetsOf(page), await isCalledLong(page)]
      seen.add(long)
      expect([count, words, long || pages <= 2]).toEqual([count, words, true])
      const filled = await heightInPages(page)
      if (long) expect([count, words, filled > 1.9]).toEqual([count, words, true])
      await page.context().close()
    }
    expect([...seen].sort()).toEqual([false, true])
  })

  it.each([
    ['hoofdletters', (text: string) => text.toUpperCase()],
    ['veel korte regels', (text: string) => text.replaceAll(' ', '\n')],
    ['woorden zonder einde', (text: string) => text.replaceAll(' ', '')],
    ['tekens van elders', (text: string) => text.replace(/[a-z]/g, '家')],
  ])('weet ook met %s of het past', async (_, typed) => {
    const { overleg } = await heldOverleg(work)
    const plan = planOf(work, overleg)
    for (const count of [8, 12]) {
      const goals = goalsOf(2, 1).map((goal) => ({ ...goal, texts: { ...goal.texts, doel: typed(goal.texts.doel) } }))
      const afspraken = afsprakenOf(count, 1, goals).map((one) => ({ ...one, wat: typed(one.wat) }))
      await plan.write({ goals, afspraken, evaluationOn: '2027-03-08' })
      const page = await open(plan, 'client')
      const [pages, long] = [await sheetsOf(page), await isCalledLong(page)]
      expect([count, pages, long || pages <= 2]).toEqual([count, pages, true])
      await page.context().close()
    }
  })

  /** Of the sheet as it is printed, in A4 between its margins. */
  async function heightInPages(page: Page): Promise<number> {
    const inPixels = (mm: number) => (mm * 96) / 25.4
    await page.setViewportSize({ width: Math.floor(inPixels(178)), height: 900 })
    await page.emulateMedia({ media: 'print' })
    const height = await page.locator('.lo-vel').evaluate((sheet) => sheet.getBoundingClientRect().height)
    return height / inPixels(273)
  }

  it('telt bladzijden die er zijn', async () => {
    const plan = await writtenPlanOf(work)
    const page = await open(plan, 'client')
    await page.evaluate(() =>
      document.querySelector('.lo-vel')?.append(
        ...Array.from({ length: 80 }, () => {
          const line = document.createElement('p')
          line.textContent = 'te veel'
          return line
        }),
      ),
    )
    expect(await sheetsOf(page)).toBeGreaterThan(2)
    await page.context().close()
  })

  it('toont niets dan het blad, in letters van minstens 14 punt, hoe dicht ook gezet', async () => {
    const goals = goalsOf(8, 1)
    for (const count of [6, 10, 24]) {
      const plan = await writtenPlanOf(work, { goals, afspraken: afsprakenOf(count, 1, goals) })
      const page = await open(plan, 'client')
      const texts = await onPaper(page)
      expect(texts.length).toBeGreaterThan(20)
      expect(texts.filter(({ inSheet }) => !inSheet)).toEqual([])
      expect(texts.filter(({ points }) => points < 13.99)).toEqual([])
      await page.context().close()
    }
  })
})

/** Of what is seen when it is printed: every text, with the size of its letters in points. */
async function onPaper(page: Page) {
  await page.emulateMedia({ media: 'print' })
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: { text: string; points: number; inSheet: boolean }[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: of, textContent } = node
      const text = textContent?.trim() ?? ''
      if (!text || !of?.checkVisibility() || of.closest('.hidden-visually, script, style')) continue
      const points = (Number.parseFloat(getComputedStyle(of).fontSize) * 72) / 96
      found.push({ text, points, inSheet: of.closest('.lo-vel') !== null })
    }
    return found
  })
}

describe('het hele plan op papier', () => {
  it('toont niets dan het plan', async () => {
    const plan = await writtenPlanOf(work)
    const page = await open(plan, 'heel')
    const texts = await onPaper(page)
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.filter(({ inSheet }) => !inSheet)).toEqual([])
    await page.context().close()
  })
})

describe('op het scherm', () => {
  it.each([320, 1280])('past alles in %i punten, zonder klachten van axe', async (width) => {
    const afspraken = sheetAfspraken.map((one) => ({ ...one, wat: `${one.wat} ${'x'.repeat(80)} traject` }))
    const plan = await writtenPlanOf(work, { goals: sheetGoals, afspraken, speaksFreely: 'ja', absent: ['CLB'] })
    const id = await plan.afspraak('verhuurder')
    const client = await plan.overleg.idOf('client')
    await plan.agree({ disagreed: { [id]: { [client]: `Ik wil eerst zelf bellen. ${'y'.repeat(80)}` } } })
    for (const part of ['client', 'heel']) {
      const page = await open(plan, part, width)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([part, wide <= width]).toEqual([part, true])
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id: rule }) => rule)).toEqual([])
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/${part}-${width}.png`, fullPage: true })
      await page.context().close()
    }
  })
})
