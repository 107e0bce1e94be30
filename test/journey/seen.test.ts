/** What is shown and what is not: conditional questions by style alone, print, forced colours, wide text. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { aanvraag, begin, fillIn } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { makePast, type Past } from './every-page.ts'
import { createPerson } from './person.ts'
import { monday, next } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
let past: Past
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
  past = await makePast(loket, '/aalst/lco-aanvraag')
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

async function open(path: string, options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options)
  await past.lendTo(page)
  await page.goto(loket.url + path)
  return page
}

const isSeen = (page: Page, name: string): Promise<boolean> => page.locator(`[name="${name}"]`).first().isVisible()

describe.each([true, false])('een vraag die van een andere afhangt, met script %s', (javaScriptEnabled) => {
  it.each([
    ['client', 'tolk', 'ja', 'nee', ['taal']],
    ['client', 'toestemming_gegevens', 'ja', 'nog_niet', ['toestemming_hoe']],
    ['tafel', 'vertrouwensfiguur', 'genodigd', 'brengt_mee', ['vertrouwensfiguur_naam', 'vertrouwensfiguur_email']],
  ] as const)('op pagina %s: %s = %s toont ze, %s verbergt ze', async (slug, question, shows, hides, fields) => {
    const page = await open(`${past.upTo[slug]}/${slug}`, { javaScriptEnabled })
    const seen = () => Promise.all(fields.map((field) => isSeen(page, field)))
    const all = (state: boolean) => fields.map(() => state)
    expect(await seen()).toEqual(all(false))
    await page.locator(`[name="${question}"][value="${shows}"]`).check()
    expect(await seen()).toEqual(all(true))
    await page.locator(`[name="${question}"][value="${hides}"]`).check()
    expect(await seen()).toEqual(all(false))
  })

  it('staat open als het antwoord er al was, en na een fout in het veld zelf', async () => {
    const filled = await open(`${past.ready}/client`, { javaScriptEnabled })
    expect([await isSeen(filled, 'taal'), await isSeen(filled, 'toestemming_hoe')]).toEqual([true, true])
    await filled.locator('[name="taal"]').fill('')
    await next(filled)
    expect(await filled.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Vul in voor welke taal een tolk nodig is',
    ])
    expect(await isSeen(filled, 'taal')).toBe(true)
  })
})

it('wat verborgen werd nadat het ingevuld was, telt niet meer mee', async () => {
  const page = await open(`${past.ready}/client`)
  expect(await page.locator('[name="taal"]').inputValue()).toBe(aanvraag.client.taal)
  await page.locator('[name="tolk"][value="nee"]').check()
  await next(page)
  await page.goto(`${loket.url}${past.ready}/controle`)
  expect(await page.locator('main').textContent()).not.toContain(aanvraag.client.taal)
})

describe('het ontvangstbewijs', () => {
  it('op papier: de referentie en wie u belt, zonder knoppen', async () => {
    const page = await open(past.receipt)
    await page.emulateMedia({ media: 'print' })
    expect(await contrast(page.locator('[data-reference]'))).toBeGreaterThan(7)
    expect(await page.locator('.btn:visible').count()).toBe(0)
    expect(await page.locator('main').getByText('053 00 00 00').first().isVisible()).toBe(true)
    expect(await sheetsOf(page)).toBe(1)
  })

  it.each(['receipt', 'status'] as const)('op papier: alles wat er staat is te lezen (%s)', async (which) => {
    const page = await open(past[which])
    await page.emulateMedia({ media: 'print' })
    const pale: string[] = []
    for (const words of await page.locator('a:visible, p:visible, li:visible').all())
      if ((await contrast(words)) < 4.5) pale.push((await words.textContent()) ?? '')
    expect(pale).toEqual([])
  })

  it('met de kleuren die iemand zelf koos: de referentie en alle knoppen staan er', async () => {
    const page = await open(past.receipt)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme })
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
      expect(await contrast(page.locator('[data-reference]'))).toBeGreaterThan(7)
      for (const button of await page.locator('.btn').all()) {
        const border = await button.evaluate((one) => getComputedStyle(one).borderTopStyle)
        expect([await button.isVisible(), border]).toEqual([true, 'solid'])
      }
    }
  })

  it('heeft met script een knop om af te drukken, en die drukt af', async () => {
    const page = await open(past.receipt)
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'ja')
    })
    await page.getByRole('button', { name: 'Druk af' }).click()
    expect(await page.locator('[data-printed]').count()).toBe(1)
  })
})

it('de browser mag u helpen met uw eigen gegevens, en teruggeven wat u typte', async () => {
  const hints = async (path: string) => {
    const page = await open(path)
    const fields = page
      .locator('.sheet')
      .locator('input[type="text"], input[type="email"], input[type="tel"], textarea')
    const found = await fields.evaluateAll((all) =>
      all.map((one) => [one.getAttribute('name'), one.getAttribute('autocomplete')]),
    )
    expect(await page.locator('form.sheet:not([novalidate])').count()).toBe(0)
    return Object.fromEntries(found)
  }
  expect(await hints(`${past.ready}/gegevens`)).toEqual({
    naam: 'name',
    functie: 'organization-title',
    organisatie: 'organization',
    email: 'email',
    telefoon: 'tel',
    [trapField]: 'off',
  })
  // Nothing but the trap says `off`: a browser then would not give back what was typed (docs/decisions/027-typed-text.md).
  for (const slug of ['criteria', 'client', 'situatie', 'tafel', 'praktisch'])
    expect([slug, new Set(Object.values(await hints(`${past.ready}/${slug}`)))]).toEqual([slug, new Set([null, 'off'])])
})

describe('op 320 pixels', () => {
  const narrow = { viewport: { width: 320, height: 640 } }
  const width = (page: Page) => page.evaluate(() => document.scrollingElement?.scrollWidth)

  it.each(['criteria', 'situatie', 'praktisch'] as const)(
    'past pagina %s ook met ruimere tekst (WCAG 1.4.12)',
    async (slug) => {
      const page = await open(`${past.ready}/${slug}`, narrow)
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet()
        const spacing = 'line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em'.replaceAll(';', ' !important;')
        sheet.replaceSync(`* { ${spacing} !important } p { margin-bottom: 2em !important }`)
        document.adoptedStyleSheets = [sheet]
      })
      expect(await width(page)).toBeLessThanOrEqual(320)
    },
  )

  it('passen de lange woorden waarmee diensten zich noemen', async () => {
    const long = 'Gezinsondersteuningscoördinatiecentrum'
    const person = createPerson(loket)
    const draft = await begin(person.visitor)
    await fillIn(person.visitor, draft, {
      changes: {
        gegevens: {
          ...aanvraag.gegevens,
          naam: long,
          organisatie: long,
          email: `${long.replace('ö', 'o')}@caw.example`,
        },
        situatie: { ...aanvraag.situatie, doel: long.repeat(3) },
        tafel: { ...aanvraag.tafel, 'betrokkenen[1].dienst': long },
      },
    })
    const page = await browser.newPage(narrow)
    await person.lendTo(page)
    const tooWide: string[] = []
    for (const path of ['gegevens', 'situatie', 'tafel', 'controle', 'later']) {
      await page.goto(`${loket.url}${draft}/${path}`)
      if (((await width(page)) ?? 0) > 320) tooWide.push(path)
    }
    expect(tooWide).toEqual([])
  })
})

/** WCAG contrast of the text with what is painted behind it. */
const contrast = (words: Locator): Promise<number> =>
  words.evaluate((element) => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    let behind: Element | null = element
    while (behind && (channels(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) behind = behind.parentElement
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((one) => {
        const part = one / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    // Paper is white where nothing is painted.
    const paper = behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)'
    const [light = 0, dark = 0] = [luminance(getComputedStyle(element).color), luminance(paper)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  })

/** How many sheets of A4 the page takes. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
