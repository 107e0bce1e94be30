/** Mail scanners open every link, and some run scripts: looking changes nothing (docs/domain.md §3.4). */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { aanvraag } from '../support/lco.ts'
import { linkIn, nextMailTo, triage } from './mail.ts'
import { type OpenLoket, startOpenLoket } from './open-loket.ts'
import { begin, fileRequest, monday, next, passTime, pathOf, press, referenceOn, walk } from './walk.ts'

let loket: OpenLoket
let browser: TestBrowser
/** Every address of ours on a page or in a mail of these journeys. */
const links = new Set<string>()
let applicant: Page
let typist: Page
let resume: string
let status: string
let ref: string

beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startOpenLoket({ now: monday }), startBrowser()])
  applicant = collecting(await browser.newPage())
  await applicant.goto(loket.url)
  ref = await fileRequest(applicant, loket)
  await press(applicant, applicant.getByRole('link', { name: 'Volg uw aanvraag' }))
  status = pathOf(applicant)
  await press(applicant, applicant.getByRole('link', { name: 'Stop deze aanvraag' }))

  typist = collecting(await browser.newPage())
  await begin(typist, loket)
  await fillPage(typist, { ...aanvraag.criteria, meerderjarig: 'nee' })
  await next(typist)
  await press(typist, typist.getByRole('link', { name: 'Wijzig uw antwoorden' }))
  await walk(typist, { until: 'praktisch' })
  await press(typist, typist.getByText('Wis en stop', { exact: true }))
  await press(typist, typist.getByRole('link', { name: 'Nee, ga verder' }))
  await press(typist, typist.getByRole('button', { name: 'Mail me een link' }))
  await fillPage(typist, { email: 'typist@caw.example' })
  await passTime(loket, 10)
  await press(typist, typist.getByRole('button', { name: 'Mail me de link' }))
  for (const address of ['noor@caw.example', 'typist@caw.example', triage])
    links.add(linkIn(await nextMailTo(loket, address)))
  resume = linkIn(await nextMailTo(loket, 'typist@caw.example'))

  // A guest of an event: the personal link, and the one that ends all mail.
  const guest = collecting(await browser.newPage())
  await guest.goto(`${loket.url}/activiteiten/verkennend-overleg-gedeelde-zorg`)
  await fillPage(guest, { antwoord: 'ja', naam: 'Gast', organisatie: 'CAW', email: 'gast@caw.example' })
  await passTime(loket, 10)
  await next(guest)
  const invitation = await nextMailTo(loket, 'gast@caw.example')
  for (const [url] of invitation.text.matchAll(/https?:\/\/\S+/g)) links.add(new URL(url).pathname)
  for (const path of [
    '/aalst/lco-aanvraag/vraag',
    '/limburg/lco-aanvraag/vraag',
    '/aalst/bel-mij',
    resume,
    `${status}/stoppen`,
  ])
    links.add(path)
  await passTime(loket, 60)
}, 60_000)
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

/** Writes down where each page it opens is, and where its links and forms lead. */
function collecting(page: Page): Page {
  page.on('response', async (response) => {
    if (!response.request().isNavigationRequest()) return
    links.add(pathWithQuery(response.url()))
    // A redirect has no page.
    const html = await response.text().catch(() => '')
    for (const [, url = ''] of html.matchAll(/<(?:a|form) [^>]*(?:href|action)="(\/[^"#]*)"/g)) links.add(url)
  })
  return page
}

const pathWithQuery = (url: string): string => {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** With the cookie of a person, as their own mail program's preview has it, or without, as a scanner. */
const cookieOf = async (page: Page): Promise<string> =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

describe('een link openen', () => {
  it('gebeurt hier met alle links van een hele reis', () => {
    const kinds = ['/aalst/lco-aanvraag', '/d/', '/controle', '/wissen', '/later', '/uitkomst', '/gemaild', '/verder/']
    for (const kind of [
      ...kinds,
      '/uitnodiging/',
      '/afmelden/',
      '/activiteiten/',
      '/ontvangen/',
      '/status/',
      '/stoppen',
      '/werkruimte/dossier/',
      '/vraag',
      '/privacy',
    ])
      expect(
        [...links].filter((link) => link.includes(kind)),
        kind,
      ).not.toEqual([])
    expect(links.size).toBeGreaterThan(25)
  })

  it('met HEAD en driemaal GET verandert niets, wie het ook doet', async () => {
    const before = await loket.stored()
    const mails = await loket.mails()
    for (const cookie of ['', await cookieOf(applicant), await cookieOf(typist)]) {
      for (const link of links) {
        const answers: number[] = []
        for (const method of ['HEAD', 'GET', 'GET', 'GET']) {
          const headers = { cookie, ...(cookie ? {} : { origin: 'https://scanner.example' }) }
          const response = await fetch(loket.url + link, { method, redirect: 'manual', headers })
          answers.push(response.status)
          await response.text()
        }
        expect(new Set(answers).size, `${link}: ${answers}`).toBe(1)
        expect(answers[0], link).toBeLessThan(500)
      }
    }
    expect(await loket.stored()).toEqual(before)
    expect(await loket.mails()).toEqual(mails)
  })

  it('in een browser met script, die een seconde blijft kijken, verandert niets', async () => {
    const before = await loket.stored()
    const mails = await loket.mails()
    const scanner = await browser.newPage()
    for (const context of [scanner.context(), typist.context()]) {
      const posts: string[] = []
      context.on('request', (request) => {
        if (request.method() !== 'GET') posts.push(`${request.method()} ${request.url()}`)
      })
      const waiting = [...links]
      const look = async () => {
        const tab = await context.newPage()
        for (let link = waiting.pop(); link; link = waiting.pop()) {
          // A file is saved, and the page stays.
          await tab.goto(loket.url + link).catch((error: Error) => {
            if (!error.message.includes('Download is starting')) throw error
          })
          await tab.waitForTimeout(1_000)
        }
        await tab.close()
      }
      await Promise.all(Array.from({ length: 8 }, look))
      expect(posts).toEqual([])
    }
    expect(await loket.stored()).toEqual(before)
    expect(await loket.mails()).toEqual(mails)
  }, 60_000)

  it('laat de links werken: daarna gaat verdergaan, verzenden en stoppen nog', async () => {
    const elsewhere = await browser.newPage()
    await elsewhere.goto(loket.url + resume)
    await next(elsewhere)
    await walk(elsewhere)
    await passTime(loket, 10)
    await next(elsewhere)
    expect(await referenceOn(elsewhere)).not.toBe(ref)

    await elsewhere.goto(`${loket.url}${status}/stoppen`)
    await press(elsewhere, elsewhere.getByRole('button', { name: 'Ja, stop deze aanvraag' }))
    expect(await elsewhere.locator('[data-state]').getAttribute('data-state')).toBe('ingetrokken')
  })
})
