/** Whoever asks for themselves, in a real browser: with the keyboard alone, without script, and away from it without a trace in the tab. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { belMij, belMijPath } from '../support/bel-mij.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { expectErrorsToLeadToTheirFields, expectFitForAll, wide } from './fit-for-all.ts'
import { mailsTo, nextMailTo } from './mail.ts'
import { monday, next, passTime, pathOf, press, pressTo, referenceOn, typedOn } from './walk.ts'

const triage = 'aanvragen@lco-aalst.example'
const weather = 'https://www.meteo.be/nl'
let loket: RunningLoket
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

/** The page, with the neutral page played by us: nothing of a test goes out. */
async function open(options: Parameters<TestBrowser['newPage']>[0] = {}) {
  const page = await browser.newPage(options)
  const seen: { referer: string | undefined; url: string }[] = []
  await page.route(`${weather}**`, (route) => {
    const request = route.request()
    seen.push({ referer: request.headers().referer, url: request.url() })
    return route.fulfill({ contentType: 'text/html', body: '<title>Het weer</title><p>Zon' })
  })
  await page.goto(loket.url + belMijPath)
  return { page, seen }
}

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 40 && (await focusedName(page)) !== name; stops += 1) await page.keyboard.press('Tab')
  expect(await focusedName(page)).toBe(name)
}

describe.each([
  ['met script', true],
  ['zonder script', false],
])('%s', (_, javaScriptEnabled) => {
  it('fout, verbeterd en verzonden; één mail, en niets in de browser', async () => {
    const { page } = await open({ javaScriptEnabled })
    expect(Object.keys(await typedOn(page)).sort()).toEqual(
      [...['formulier', trapField], 'naam', 'taal', 'telefoon', 'vraag', 'wanneer_anders'].sort(),
    )
    await fillPage(page, { naam: 'Nadia', ander: 'mag' })
    await next(page)
    expect(await page.title()).toMatch(/^Fout: Laat ons u bellen/)
    expect(await typedOn(page)).toMatchObject({ naam: ['Nadia'], ander: ['mag'] })
    if (javaScriptEnabled) await expectErrorsToLeadToTheirFields(page)
    await fillPage(page, { telefoon: belMij.telefoon })
    await passTime(loket, 10)
    const before = (await loket.mails()).length
    const heard = (await mailsTo(loket, triage)).length
    await next(page)
    const reference = await referenceOn(page)
    expect([await page.locator('h1').innerText(), reference.slice(0, 4)]).toEqual(['We bellen u', 'VRG-'])
    expect(await page.locator('.receipt').innerText()).toContain('Ten laatste op woensdag 3 maart 2021')
    expect((await nextMailTo(loket, triage, heard + 1)).subject).toBe(`Nieuwe vraag · ${reference}`)
    await passTime(loket, 3600)
    expect(await loket.mails()).toHaveLength(before + 1)
    expect(await page.context().cookies()).toEqual([])

    await press(page, page.getByRole('link', { name: 'Verander het of stop' }))
    await press(page, page.getByRole('link', { name: 'Stop deze vraag' }))
    await press(page, page.locator('main form button'))
    expect(await page.locator('[data-state]').innerText()).toContain('we bellen u niet')
  }, 60_000)

  it('Verlaat deze pagina: naar het weerbericht, dat niet weet vanwaar', async () => {
    const { page, seen } = await open({ javaScriptEnabled })
    await fillPage(page, { telefoon: belMij.telefoon, naam: 'Nadia', vraag: 'Iets' })
    await press(page, page.getByRole('link', { name: 'Verlaat deze pagina' }))
    expect(page.url()).toBe(weather)
    expect(seen).toEqual([{ referer: undefined, url: weather }])
    await page.goBack()
    // With script the page is not in the tab any more; without, it is there empty.
    if (javaScriptEnabled) expect(page.url()).not.toContain(belMijPath)
    else
      expect(
        Object.values(await typedOn(page))
          .flat()
          .filter((one) => /Nadia|0478|Iets/.test(one)),
      ).toEqual([])
  })
})

it('na een fout leidt Terug met script ook niet naar wat getypt was', async () => {
  const { page } = await open({ javaScriptEnabled: true })
  await fillPage(page, { naam: 'Nadia', vraag: 'Iets' })
  await next(page)
  await press(page, page.getByRole('link', { name: 'Verlaat deze pagina' }))
  await page.goBack()
  const typed = page.url().includes(belMijPath) ? Object.values(await typedOn(page)).flat() : []
  expect(typed.filter((one) => /Nadia|Iets/.test(one))).toEqual([])
})

it('met het toetsenbord alleen, en nergens zit wat de focus heeft onder de balk', async () => {
  const { page } = await open({ viewport: { width: 390, height: 844 } })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  for (const [name, text] of [
    ['telefoon', belMij.telefoon],
    ['naam', belMij.naam],
  ] as const) {
    await tabTo(page, name)
    await page.keyboard.insertText(text)
  }
  for (const name of ['wanneer', 'inspreken', 'ander']) {
    await tabTo(page, name)
    await page.keyboard.press('Space')
  }
  await tabTo(page, 'vraag')
  await page.keyboard.insertText(belMij.vraag)
  for (let back = 0; back < 6; back += 1) {
    await page.keyboard.press('Shift+Tab')
    const clear = await page.evaluate(() => {
      const bar = document.querySelector('.lp-uit')?.getBoundingClientRect().bottom ?? 0
      return (document.activeElement?.getBoundingClientRect().bottom ?? 0) > bar
    })
    expect(clear).toBe(true)
  }
  await tabTo(page, 'taal')
  await page.keyboard.press('Tab')
  await passTime(loket, 10)
  await pressTo(page, 'Enter')
  expect(await referenceOn(page)).toMatch(/^VRG-/)
})

it('het eerste veld staat op een telefoon in het eerste scherm, en alles past voor iedereen', async () => {
  const { page } = await open({ viewport: { width: 390, height: 844 }, javaScriptEnabled: true })
  expect(await page.locator('#telefoon').evaluate((field) => field.getBoundingClientRect().top)).toBeLessThanOrEqual(
    510,
  )
  expect(await page.locator('.lp-uit').evaluate((bar) => getComputedStyle(bar).position)).toBe('sticky')
  await page.setViewportSize(wide)
  await expectFitForAll(page)
  expect(pathOf(page)).toBe(belMijPath)
})
