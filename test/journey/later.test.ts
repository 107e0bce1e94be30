/** Stopping half-way: the mailed link, the warning, the end after 14 days, and "Wis en stop" (docs/domain.md §4). */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { aanvraag, type Slug } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { linkIn, mailsTo, nextMailTo } from './mail.ts'
import { openDraft as openDraftOf } from './person.ts'
import { day, monday, next, now, passTime, pathOf, press, referenceOn, typedOn, walk } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const openDraft = (until?: Slug) => openDraftOf(loket, browser, until)

/** Asks for the link on the page that is open. */
async function mailLink(page: Page, email: string): Promise<{ link: string; at: Date }> {
  await press(page, page.getByRole('button', { name: 'Mail me een link' }))
  await fillPage(page, { email })
  await passTime(loket, 10)
  const count = (await mailsTo(loket, email)).length
  await press(page, page.getByRole('button', { name: 'Mail me de link' }))
  expect(await page.locator('h1').textContent()).toBe('De link is onderweg')
  const mail = await nextMailTo(loket, email, count + 1)
  expect(mail.subject).toBe('Ga verder met uw aanvraag')
  return { link: linkIn(mail), at: await now(loket) }
}

const status = async (page: Page, path: string): Promise<number> => (await page.goto(loket.url + path))?.status() ?? 0
const at = (instant: Date, seconds: number): string => new Date(instant.getTime() + seconds * 1000).toISOString()
const half = { client_aanduiding: 'D-2041', veilig_contact: 'Niet bellen', tolk: 'ja', taal: 'Tigrinya' }

describe('de gemailde link', () => {
  it('doet niets tot u op de knop drukt; dan staat alles er, ook wat half was, tot en met verzenden', async () => {
    const { page: first, draft } = await openDraft('client')
    await fillPage(first, half)
    await press(first, first.getByRole('button', { name: 'Mail me een link' }))
    // The address typed on an earlier page need not be typed again.
    expect(await first.locator('[name="email"]').inputValue()).toBe('noor@caw.example')
    await first.goto(`${loket.url}${draft}/client`)
    const { link } = await mailLink(first, 'noor@caw.example')

    const second = await browser.newPage()
    expect(await status(second, link)).toBe(200)
    expect(await status(second, `${draft}/client`)).toBe(404)
    expect(await status(first, `${draft}/client`)).toBe(200)
    expect(await typedOn(first)).toMatchObject({ client_aanduiding: ['D-2041'] })

    await second.goto(loket.url + link)
    await next(second)
    expect(pathOf(second)).toBe(`${draft}/client`)
    expect(await second.title()).toBe('De cliënt · LCO aanvraag – Loket')
    expect(await typedOn(second)).toMatchObject({
      client_aanduiding: ['D-2041'],
      veilig_contact: ['Niet bellen'],
      tolk: ['ja'],
      taal: ['Tigrinya'],
    })
    // Who took over is the one who can read it now.
    expect(await status(first, `${draft}/client`)).toBe(404)

    await walk(second)
    await passTime(loket, 10)
    await next(second)
    const ref = await referenceOn(second)
    // The link leads to the same receipt from then on, and nobody is warned about what is sent.
    const third = await browser.newPage()
    await third.goto(loket.url + link)
    expect(await third.locator('h1').textContent()).toBe('Al verzonden. Nieuwe aanvraag starten?')
    await press(third, third.getByRole('link', { name: 'Bekijk uw ontvangstbewijs' }))
    expect(await referenceOn(third)).toBe(ref)
    await passTime(loket, 13 * day)
    expect((await mailsTo(loket, 'noor@caw.example')).map(({ subject }) => subject)).toEqual([
      'Ga verder met uw aanvraag',
      `Uw aanvraag is ontvangen · ${ref}`,
    ])
  })

  it('komt met een waarschuwing twee dagen voor het einde, en werkt tot het einde van dag 14', async () => {
    const { page } = await openDraft('client')
    await fillPage(page, half)
    const before = await now(loket)
    const { link, at: after } = await mailLink(page, 'warm@caw.example')

    await loket.setClock(at(before, 12 * day - 60))
    expect(await mailsTo(loket, 'warm@caw.example')).toHaveLength(1)
    await loket.setClock(at(after, 12 * day))
    const [, warning, ...more] = await mailsTo(loket, 'warm@caw.example')
    expect(more).toEqual([])
    expect(warning?.subject).toBe('We wissen uw aanvraag binnenkort')
    expect(warning && linkIn(warning)).toBe(link)

    const other = await browser.newPage()
    await loket.setClock(at(before, 14 * day - 60))
    expect(await status(other, link)).toBe(200)
    const words = await other.locator('main').textContent()
    expect(words).toContain('U kunt verdergaan tot')
    expect(words).not.toContain('D-2041')
    const leftOpen = await other.context().newPage()
    await leftOpen.goto(loket.url + link)

    await loket.setClock(at(after, 14 * day + 1))
    expect(await status(other, link)).toBe(410)
    expect(await other.locator('h1').textContent()).toBe('Deze link is verlopen.')
    expect(await other.locator('main').textContent()).toContain(
      'We hebben uw antwoorden gewist, om uw cliënt te beschermen.',
    )
    // So do the button of a page that stood open, and the browser that began it.
    await next(leftOpen)
    expect(await leftOpen.locator('h1').textContent()).toBe('Deze link is verlopen.')
    expect(await status(page, pathOf(page))).toBe(410)
    await passTime(loket, 30 * day)
    expect(await mailsTo(loket, 'warm@caw.example')).toHaveLength(2)
  })

  it('laat ook deze browser de volgende dag verder typen; zonder link is alles na 24 uur weg', async () => {
    const { page: kept, draft } = await openDraft('situatie')
    const { page: lost, draft: other } = await openDraft('situatie')
    await fillPage(kept, { vraag_client: 'Rust in huis.\n\nEn een plan.' })
    await mailLink(kept, 'morgen@caw.example')
    await passTime(loket, day + 1)
    expect(await status(kept, draft)).toBe(200)
    expect(pathOf(kept)).toBe(`${draft}/situatie`)
    expect(await kept.locator('[name="vraag_client"]').inputValue()).toBe('Rust in huis.\n\nEn een plan.')
    expect(await status(lost, `${other}/situatie`)).toBe(410)
    expect(await lost.locator('h1').textContent()).toBe('Deze link is verlopen.')
  })

  it('die met één teken anders is, werkt niet', async () => {
    const { page } = await openDraft('gegevens')
    const { link } = await mailLink(page, 'teken@caw.example')
    const other = link.slice(0, -2) + (link.at(-2) === 'A' ? 'B' : 'A') + link.slice(-1)
    expect(await status(page, other)).toBe(404)
    expect(await page.locator('h1').textContent()).toBe('Deze link werkt niet.')
  })
})

describe('Wis en stop', () => {
  it('vraagt het eerst, en wist dan alles: formulier, link en waarschuwing', async () => {
    const { page, draft } = await openDraft('client')
    const { link } = await mailLink(page, 'weg@caw.example')
    await page.goto(`${loket.url}${draft}/client`)
    await press(page, page.getByText('Wis en stop', { exact: true }))
    await press(page, page.getByRole('link', { name: 'Nee, ga verder' }))
    expect(pathOf(page)).toBe(`${draft}/client`)
    await press(page, page.getByText('Wis en stop', { exact: true }))
    await press(page, page.getByRole('button', { name: 'Wis alles en stop' }))
    expect(await page.locator('h1').textContent()).toBe('Alles is gewist.')

    for (const path of [draft, `${draft}/criteria`, `${draft}/controle`])
      expect([404, 410]).toContain(await status(page, path))
    expect(await status(page, link)).toBe(410)
    // Nobody finds it with the back button of a shared computer.
    await page.goBack()
    expect(await page.locator('main').textContent()).not.toContain('Noor')
    await passTime(loket, 15 * day)
    expect(await mailsTo(loket, 'weg@caw.example')).toHaveLength(1)
  })
})

describe('een aanvraag van een andere browser', () => {
  it('is niet te lezen, niet te wijzigen en niet te verzenden', async () => {
    const { page: owner, draft } = await openDraft('praktisch')
    const stranger = await browser.newPage()
    // A browser with a cookie of its own, and one without any.
    for (const page of [(await openDraft('gegevens')).page, stranger]) {
      for (const path of ['', '/gegevens', '/praktisch', '/controle', '/later', '/wissen', '/uitkomst', '/gemaild'])
        expect([path, await status(page, draft + path)]).toEqual([path, 404])
      expect(await page.locator('main').textContent()).not.toContain('Noor')
      const origin = loket.url
      for (const path of ['/gegevens', '/controle', '/wissen', '/later']) {
        const form = path === '/gegevens' ? { ...aanvraag.gegevens, naam: 'Iemand anders' } : { email: 'x@x.example' }
        const answer = await page.request.post(loket.url + draft + path, { form, headers: { origin } })
        expect([path, answer.status()]).toEqual([path, 404])
      }
    }
    expect(await status(owner, `${draft}/gegevens`)).toBe(200)
    expect(await owner.locator('[name="naam"]').inputValue()).toBe('Noor Voorbeeld')
  })
})
