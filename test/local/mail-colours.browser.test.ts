/**
 * Every kind of mail, in the colours of every network, as a real browser shows it: light, dark, and where a client changes the colours,
 * or takes the styles away. Every text is measured against what lies behind it.
 */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contrast } from '../../emails/colours.ts'
import { findForm, findNetwork, networks } from '../../forms/index.ts'
import type { MailedKind } from '../../forms/kit/post/notifications.ts'
import { kinds, link, render, sampleEventMail, sampleOf } from '../emails/samples.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { contrasts, drawnContrasts, type Measured } from '../support/contrast.ts'

const form = findForm('lco-aanvraag')
const aalst = findNetwork('aalst')
let browser: TestBrowser
/** Makes every page dark by itself that does not say it can be, as some programs do with mail. */
let darkening: TestBrowser
beforeAll(async () => {
  browser = await startBrowser()
  darkening = await startBrowser('--blink-settings=forceDarkModeEnabled=true')
})
afterAll(async () => {
  await darkening.stop()
  await browser.stop()
})

/** A mail of Aalst, in the colours of any network. */
async function htmlOf(kind: MailedKind, colours = aalst?.colours): Promise<string> {
  if (!form || !aalst || !colours) throw new Error('The data files changed')
  const about = { network: { ...aalst, colours }, form, link, held: 7, event: sampleEventMail }
  return (await render(sampleOf(kind), about)).html
}

type Look<Found> = (page: Page) => Promise<Found>

async function inPage<Found>(options: BrowserContextOptions, look: Look<Found>, on = browser): Promise<Found> {
  const page = await on.newPage({ viewport: { width: 680, height: 900 }, ...options })
  try {
    return await look(page)
  } finally {
    await page.context().close()
  }
}

/** What is read less well than that, over all kinds of mail. */
const worseThan = (
  least: number,
  options: BrowserContextOptions,
  { change = (html: string) => html, measure = contrasts, colours = aalst?.colours, only = kinds, on = browser },
) => {
  const look = async (page: Page) => {
    const found: string[] = []
    for (const kind of only) {
      await page.setContent(change(await htmlOf(kind, colours)))
      const measured = await measure(page)
      if (measured.length < 5) found.push(`${kind}: hardly any text`)
      found.push(...worst(measured, least).map((line) => `${kind}: ${line}`))
    }
    return found
  }
  return inPage(options, look, on)
}

const worst = (measured: readonly Measured[], least: number): string[] =>
  measured
    .filter(({ ratio }) => ratio < least)
    .map(({ text, ratio, colours }) => `${ratio.toFixed(2)}, ${colours}: ${text}`)

const withoutStyles = (html: string) => html.replace(/<style>.*?<\/style>/gs, '')
/** Without a word that it can be dark. */
const withoutHead = (html: string) => html.replace(/<head>.*?<\/head>/s, '<head><meta charset="utf-8"></head>')

/** Small, as a picture is taken of all of it. */
const sharp = { deviceScaleFactor: 2, viewport: { width: 480, height: 700 } }

const schemes = ['light', 'dark'] as const

describe.each(networks)('in de kleuren van $slug', ({ colours }) => {
  it.each(schemes)('leest elke tekst van elke mail minstens 7 : 1 (%s)', async (colorScheme) => {
    expect(await worseThan(7, { colorScheme }, { colours })).toEqual([])
  })

  it.each(schemes)('zijn knop en boog van het netwerk, en vallen ze op (%s)', async (colorScheme) => {
    const [button = '', arch = '', card = ''] = await inPage({ colorScheme }, async (page) => {
      await page.setContent(await htmlOf('ontvangen', colours))
      return page.evaluate(() => {
        const hex = (colour: string) =>
          `#${(colour.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
        const of = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body)
        return [of('a.button').backgroundColor, of('.card').borderTopColor, of('.card').backgroundColor].map(hex)
      })
    })
    expect(button).toBe(arch)
    if (colorScheme === 'light') expect(button).toBe(colours.brand)
    expect(contrast(button, card)).toBeGreaterThanOrEqual(7)
  })
})

describe('een programma dat', () => {
  it.each(schemes)('de stijlen weglaat, houdt de kleuren bij de tekst (%s)', async (colorScheme) => {
    expect(await worseThan(7, { colorScheme }, { change: withoutStyles })).toEqual([])
    expect(await worseThan(7, { colorScheme }, { change: withoutHead })).toEqual([])
  })

  const some: MailedKind[] = ['ontvangen', 'activiteit-uitnodiging', 'dagoverzicht', 'overleg-uitnodiging']

  it('alles omkeert, toont niets onleesbaars', async () => {
    const inverted = (html: string) =>
      withoutStyles(html).replace('</head>', '<style>html { filter: invert(1) hue-rotate(180deg) }</style></head>')
    for (const { colours } of networks)
      expect(await worseThan(4.5, sharp, { change: inverted, measure: drawnContrasts, colours, only: some })).toEqual(
        [],
      )
  })

  it('het donker zelf maakt, toont niets onleesbaars', async () => {
    const forced = { change: withoutHead, measure: drawnContrasts, only: some, on: darkening }
    for (const { colours } of networks) expect(await worseThan(4.5, sharp, { ...forced, colours })).toEqual([])
  })
})

describe('controle', () => {
  /** As the links were: their colour stood on them alone, and the dark card left it there. */
  const asItWas = (html: string) =>
    html.replaceAll('class="link"', '').replaceAll('class="soft" style="color', 'style="color')

  it('de meting ziet een kleur die in het donker blijft staan', async () => {
    const only: MailedKind[] = ['activiteit-uitnodiging']
    const found = await worseThan(4.5, { colorScheme: 'dark' }, { change: asItWas, only })
    expect(found).toEqual([expect.stringMatching(/Voor een collega/), expect.stringMatching(/Geen mails meer/)])
    expect(await worseThan(4.5, { colorScheme: 'light' }, { change: asItWas, only })).toEqual([])
  })

  it('en de getekende meting komt overeen met de berekende', async () => {
    const [computed, drawn] = await inPage(sharp, async (page) => {
      await page.setContent(await htmlOf('activiteit-uitnodiging'))
      return [await contrasts(page), await drawnContrasts(page)]
    })
    expect(drawn.map(({ text }) => text)).toEqual(computed.map(({ text }) => text))
    for (const [at, { ratio }] of computed.entries()) expect(drawn[at]?.ratio).toBeCloseTo(ratio, 1)
  })

  it('en wie het donker zelf maakt, maakt het echt donker', async () => {
    const ground = async (on: TestBrowser) => {
      const look = async (page: Page) => {
        await page.setContent(withoutHead(await htmlOf('ontvangen')))
        return drawnContrasts(page)
      }
      return (await inPage(sharp, look, on))[0]?.colours.replace(/.* on /, '')
    }
    expect(await ground(browser)).toBe('rgb(255 255 255)')
    expect(await ground(darkening)).not.toBe('rgb(255 255 255)')
  })

  it('een tekst van 4,3 : 1 is te slecht', async () => {
    const faded = (html: string) => html.replaceAll('color:#1b2a2e', 'color:#7a7a7a')
    expect(await worseThan(4.5, {}, { change: faded, only: ['ontvangen'] })).not.toEqual([])
  })
})
