/** An LCO request from the door to its end, in a real browser with real mails (docs/local.md, docs/domain.md §4). */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { aanvraag } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { linkIn, mailsTo, nextMailTo, triage } from './mail.ts'
import { begin, fileRequest, monday, next, now, passTime, pathOf, press, referenceOn, slugs, walk } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const reference = /^LCO-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/
/** Somebody of their own for each test, so that nobody reads another's mail. */
const from = (email: string) => ({ gegevens: { ...aanvraag.gegevens, email } })

describe('van de voordeur tot de statuspagina', () => {
  const applicant = 'noor@caw.example'
  let page: Page
  let ref: string

  it('brengt telkens dezelfde ene knop u een stap verder, tot het ontvangstbewijs', async () => {
    page = await browser.newPage()
    await page.goto(loket.url)
    await press(page, page.getByRole('link', { name: 'Vraag een lokaal cliëntoverleg aan in Aalst' }))
    expect(pathOf(page)).toBe('/aalst/lco-aanvraag')
    await next(page)
    for (const [index, slug] of slugs.entries()) {
      expect(pathOf(page)).toMatch(new RegExp(`^/aalst/lco-aanvraag/d/[^/]+/${slug}$`))
      expect(await page.locator('.eyebrow').textContent()).toBe(
        `Vraag een lokaal cliëntoverleg aan · stap ${index + 1} van 7`,
      )
      await fillPage(page, aanvraag[slug])
      await next(page)
    }
    expect(await page.locator('h1').textContent()).toBe('Controleer uw antwoorden')
    await passTime(loket, 10)
    await next(page)
    expect(pathOf(page)).toMatch(/^\/ontvangen\//)
    ref = await referenceOn(page)
    expect(ref).toMatch(reference)
    const words = (await page.locator('main').textContent()) ?? ''
    expect(words).toContain('Uw aanvraag is ontvangen')
    expect(words).toContain('ten laatste op maandag 8 maart 2021')
    expect(words).toContain('053 00 00 00')
    expect(words).not.toContain('Tigrinya')
  })

  it('stuurt precies twee mails: één naar u, één naar de coördinator', async () => {
    await loket.waitForMails(2)
    await passTime(loket, 3600)
    const mails = await loket.mails()
    expect(mails.map(({ to, subject }) => [...to, subject]).sort()).toEqual([
      [triage, `Nieuwe aanvraag · ${ref}`],
      [applicant, `Uw aanvraag is ontvangen · ${ref}`],
    ])
    for (const mail of mails) {
      expect(mail.headers['auto-submitted']).toBe('auto-generated')
      for (const answer of ['Tigrinya', 'D-2041', 'Noor', 'CAW Voorbeeld', 'schulden'])
        expect(mail.text + mail.html + mail.subject).not.toContain(answer)
    }
  })

  it('leidt de knop in de bevestiging naar de statuspagina, ook in een andere browser', async () => {
    const mailbox = await browser.newPage()
    await mailbox.goto(`${loket.url}/_local/inbox`)
    await press(mailbox, mailbox.getByRole('link', { name: `Uw aanvraag is ontvangen · ${ref}` }))
    await press(mailbox, mailbox.frameLocator('iframe').getByRole('link', { name: 'Volg uw aanvraag' }))
    expect(pathOf(mailbox)).toMatch(/^\/status\//)
    expect(await referenceOn(mailbox)).toBe(ref)
    expect(await mailbox.locator('[data-state]').textContent()).toBe(
      'De coördinator leest uw aanvraag. Antwoord ten laatste op maandag 8 maart 2021.',
    )
    // The receipt leads to the same page.
    await press(page, page.getByRole('link', { name: 'Volg uw aanvraag' }))
    expect(pathOf(page)).toBe(pathOf(mailbox))
    await mailbox.context().close()
  })

  it('brengt de link van de coördinator die na het aanmelden in de werkruimte', async () => {
    const mail = await nextMailTo(loket, triage)
    const desk = await browser.newPage()
    await desk.goto(loket.url + linkIn(mail))
    await desk.getByRole('button', { name: 'Meld aan als Coördinator Aalst' }).click()
    expect(pathOf(desk)).toBe(linkIn(mail))
    const words = (await desk.locator('main').textContent()) ?? ''
    expect(words).toContain('Coördinator Aalst')
    expect(words).toContain('Wijs een casemanager toe')
    await desk.context().close()
  })

  it('laat een buitenstaander niet binnen, en zegt wie toegang geeft', async () => {
    const desk = await browser.newPage()
    await desk.goto(`${loket.url}/werkruimte`)
    const [answer] = await Promise.all([
      desk.waitForResponse((response) => response.url() === `${loket.url}/werkruimte`),
      desk.getByRole('button', { name: 'Meld aan als Buitenstaander' }).click(),
    ])
    expect(answer.status()).toBe(403)
    expect(await desk.locator('main').textContent()).toContain('hoort nog niet bij dit netwerk')
    await desk.context().close()
  })

  it('stopt de aanvraag pas als u op de knop drukt, en mailt het beide kanten', async () => {
    const status = pathOf(page)
    await press(page, page.getByRole('link', { name: 'Stop deze aanvraag' }))
    expect(await page.locator('main').textContent()).toContain('De cliënt mag altijd stoppen.')
    await press(page, page.getByRole('link', { name: 'Nee, ga terug' }))
    await page.goto(`${loket.url}${status}/stoppen`)
    await page.goto(`${loket.url}${status}`)
    expect(await page.locator('[data-state]').getAttribute('data-state')).toBe('ingediend')

    await press(page, page.getByRole('link', { name: 'Stop deze aanvraag' }))
    await press(page, page.getByRole('button', { name: 'Ja, stop deze aanvraag' }))
    expect(pathOf(page)).toBe(status)
    expect(await page.locator('[data-state]').textContent()).toContain('Deze aanvraag is gestopt.')
    expect(await page.getByRole('link', { name: 'Stop deze aanvraag' }).count()).toBe(0)

    const mails = (await loket.waitForMails(4)).slice(2)
    expect(mails.map(({ to, subject }) => [...to, subject]).sort()).toEqual([
      [triage, `Gestopte aanvraag · ${ref}`],
      [applicant, `Uw aanvraag is gestopt · ${ref}`],
    ])
    // The back button and a second press stop nothing twice.
    await page.goBack()
    await page.goto(`${loket.url}${status}/stoppen`)
    expect(pathOf(page)).toBe(status)
    await passTime(loket, 3600)
    expect(await loket.mails()).toHaveLength(4)
  })
})

describe('wie sneller is dan een mens', () => {
  const subjects = async () => (await mailsTo(loket, triage)).map(({ subject }) => subject)
  const coordinatorHears = (ref: string) =>
    expect.poll(subjects, { timeout: 10_000 }).toContain(`Nieuwe aanvraag · ${ref}`)

  it('krijgt hetzelfde ontvangstbewijs; de coördinator hoort het, de bevestiging wacht', async () => {
    const slow = await browser.newPage()
    await fileRequest(slow, loket, from('mens@caw.example'))
    const usual = await slow.locator('main').textContent()
    await nextMailTo(loket, 'mens@caw.example')

    const page = await browser.newPage()
    const start = await now(loket)
    await begin(page, loket)
    await walk(page, { changes: from('machine@caw.example') })
    // As if all of it had taken two seconds.
    await loket.setClock(new Date(start.getTime() + 2_000).toISOString())
    await next(page)
    const ref = await referenceOn(page)
    expect(ref).toMatch(reference)
    // Each reads their own address, masked.
    const without = (text: string | null, own: string) => text?.replaceAll(own, '').replace(/\w…\w@/, '@')
    expect(without(await page.locator('main').textContent(), ref)).toBe(without(usual, await referenceOn(slow)))
    await coordinatorHears(ref)
    await passTime(loket, 73 * 3600)
    expect(await mailsTo(loket, 'machine@caw.example')).toEqual([])
    // Never dropped: it can be followed like any other.
    await press(page, page.getByRole('link', { name: 'Volg uw aanvraag' }))
    expect(await page.locator('[data-state]').getAttribute('data-state')).toBe('ingediend')
  })

  it('geldt ook voor wie het veld invult dat niemand ziet', async () => {
    const page = await browser.newPage()
    await begin(page, loket)
    await page.locator(`[name="${trapField}"]`).fill('https://spam.example', { force: true })
    await walk(page, { changes: from('robot@caw.example') })
    await passTime(loket, 60)
    await next(page)
    await coordinatorHears(await referenceOn(page))
    await passTime(loket, 3600)
    expect(await mailsTo(loket, 'robot@caw.example')).toEqual([])
  })
})
