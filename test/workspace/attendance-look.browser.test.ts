/** At the door, on a phone: with a keyboard, without a script, without a connection, for everybody; and what comes out of the printer. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { rowId, tickField } from '../../forms/kit/events/presence.ts'
import { expectErrorsToLeadToTheirFields, expectFitForAll, wide } from '../journey/fit-for-all.ts'
import { press } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { inviteeOf, personalPath, putEvent, respond } from '../support/events.ts'
import { onPaper, pagesIn, printed } from '../support/paper.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
const phone = { width: 390, height: 844 }
let loket: TestWorkspace
let browser: TestBrowser
let event: LoketEvent
const names = ['Hafida Amrani', 'Els Baert', 'Zoë D’Hondt', 'Ruth De Backer', 'Nele Wouters']
const mail = (index: number) => `p${index}@caw.example`

beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startTestWorkspace({ serve: true, now: april }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})
beforeEach(async () => {
  loket.clock.now = april
  event = await putEvent(loket.connection, {
    ...{ soort: 'vorming', titel: 'Cultuursensitief hulpverlenen: de basis', capaciteit: 4 },
    ...{ online: false, plaats: 'Huis van de Jeugd, lokaal 3, Voorbeeldstraat 12, 9000 Gent' },
  })
  for (const [index, naam] of names.entries()) await respond(loket, event, { email: mail(index), naam, volzet: 'ja' })
  loket.clock.now = new Date(event.start)
})

const at = (page = '') => `${loket.url}/werkruimte/activiteiten/${event.slug}/aanwezigheid${page && `/${page}`}`
async function open(options: Parameters<TestBrowser['newPage']>[0] = {}) {
  const page = await browser.newPage({ viewport: phone, ...options })
  await page.context().addCookies([await loket.cookieOf('Organisator')])
  await page.goto(at())
  return page
}
const tickOn = async (index: number) => {
  const { id = '' } = (await inviteeOf(loket, event, mail(index))) ?? {}
  return tickField(rowId(id))
}
const isThere = async (index: number) => (await inviteeOf(loket, event, mail(index)))?.aanwezig ?? []

describe('voor iedereen', () => {
  it.each(['', 'lijst', 'attesten', 'nakijken'])('%s', async (path) => {
    const page = await open()
    await page.locator(`[name="${await tickOn(0)}"]`).check()
    await page.locator('[data-kept]', { hasText: 'Bewaard om' }).waitFor()
    await page.goto(at(path))
    for (const fold of await page.locator('main details > summary').all()) await fold.click()
    for (const viewport of [wide, phone]) {
      await page.setViewportSize(viewport)
      await expectFitForAll(page)
    }
    await page.context().close()
  })

  it('een rij is 58 px, het vakje 30', async () => {
    const page = await open()
    const label = await page.locator('.lp-aanwezig label').first().boundingBox()
    const box = await page.locator('.lp-aanwezig input').first().boundingBox()
    expect(label?.height).toBeGreaterThanOrEqual(58)
    expect(label?.height).toBeLessThanOrEqual(64)
    expect(box).toMatchObject({ width: 30, height: 30 })
    await page.context().close()
  })

  it('een fout brengt u bij het veld', async () => {
    const page = await open()
    await page.getByText('Iemand die niet op de lijst staat').click()
    await page.getByLabel('E-mailadres').fill('geen adres')
    await press(page, page.getByRole('button', { name: 'Schrijf in, aanwezig' }))
    await expectErrorsToLeadToTheirFields(page)
    await expectFitForAll(page)
    await page.context().close()
  })
})

it.each([true, false])('met alleen het toetsenbord; script: %s', async (javaScriptEnabled) => {
  const page = await open({ javaScriptEnabled, viewport: { width: 320, height: 640 } })
  await page.locator(`[name="${await tickOn(1)}"]`).focus()
  await page.keyboard.press('Space')
  if (javaScriptEnabled) {
    await page.locator('[data-kept]', { hasText: 'Bewaard om' }).waitFor()
    expect(await isThere(1)).toEqual(['1'])
  }
  await page.locator('[data-next]').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/klaar=bewaard/)
  expect(await isThere(1)).toEqual(['1'])
  expect(await page.locator('.lp-tel').innerText()).toBe('1 van 4 zijn er')
  await page.getByText('Iemand die niet op de lijst staat').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Naam', { exact: true }).focus()
  await page.keyboard.type('Wies Walk')
  await page.keyboard.press('Enter')
  await page.waitForURL(/klaar=erbij/)
  expect(await page.locator('main [role=status]').first().innerText()).toContain(
    'Wies Walk is ingeschreven, en aanwezig.',
  )
  await page.context().close()
})

it('elke tik wordt bewaard; zonder verbinding zegt de pagina het, en later gaat het vanzelf', async () => {
  const page = await open()
  await page.locator(`[name="${await tickOn(0)}"]`).check()
  await page.locator('[data-kept]', { hasText: 'Bewaard om' }).waitFor()
  expect(await page.locator('.lp-tel').innerText()).toBe('1 van 4 zijn er')
  await page.context().setOffline(true)
  await page.locator(`[name="${await tickOn(2)}"]`).check()
  await page.locator('[data-offline]').waitFor()
  expect(await isThere(2)).toEqual([])
  await page.context().setOffline(false)
  await page.locator('[data-offline]').waitFor({ state: 'hidden' })
  expect(await isThere(2)).toEqual(['1'])
  expect(await isThere(0)).toEqual(['1'])
  await page.context().close()
})

it('zoeken toont meteen wie zo heet, en Enter verstuurt niets', async () => {
  const page = await open()
  await page.getByLabel('Zoek een naam').fill('zoe')
  expect(await page.locator('.lp-aanwezig li:visible').count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByLabel('Zoek een naam').fill('')
  expect(await page.locator('main > .wrap > form > .lp-aanwezig li:visible').count()).toBe(4)
  await page.context().close()
})

describe('op papier', () => {
  it('de aftekenlijst: één A4, zwart op wit en zonder logo; met meer mensen elk blad één, en het zegt welk', async () => {
    const page = await open()
    await page.goto(at('lijst'))
    expect(pagesIn(await printed(page))).toBe(1)
    const shown = await onPaper(page)
    expect(shown.every(({ inSheet }) => inSheet)).toBe(true)
    expect(shown.map(({ text }) => text)).toContain('D’Hondt, Zoë')
    event = await putEvent(loket.connection, { titel: 'Lang', plaats: 'Online' })
    loket.clock.now = april
    const long = 'Anna-Maria Van den Bossche-Vandenbroucke de la Fontaine'
    for (let index = 0; index < 30; index += 1)
      await respond(loket, event, { email: mail(index), naam: index % 2 ? long : `Jan Peeters${index}` })
    await page.context().addCookies([await loket.cookieOf('Organisator')])
    await page.goto(at('lijst'))
    const sheets = await page.locator('.lp-af').count()
    expect(sheets).toBeGreaterThan(1)
    expect(pagesIn(await printed(page))).toBe(sheets)
    expect(await page.locator('.lp-af').first().innerText()).toContain(`blad 1 van ${sheets}`)
    await page.context().close()
  })

  it('een attest is één A4, van de organisator en met de eigen link; alle samen één blad per mens', async () => {
    const page = await open()
    for (const index of [0, 1, 2]) await page.locator(`[name="${await tickOn(index)}"]`).check()
    await page.locator('.lp-tel', { hasText: '3 van 4' }).waitFor()
    await page.goto(at('attesten'))
    expect(pagesIn(await printed(page))).toBe(3)
    await page.getByRole('link', { name: 'Hafida Amrani' }).click()
    expect(pagesIn(await printed(page))).toBe(1)
    const own = await browser.newPage({ viewport: phone })
    await own.goto(`${loket.url}${await personalPath(loket, event, mail(0))}/attest`)
    await expectFitForAll(own)
    expect(pagesIn(await printed(own))).toBe(1)
    const shown = await onPaper(own)
    expect(shown.every(({ inSheet, points }) => inSheet && points >= 10)).toBe(true)
    expect(shown.map(({ text }) => text)).toContain('Hafida Amrani')
    await own.context().close()
    await page.context().close()
  })
})
