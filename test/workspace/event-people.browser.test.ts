/** The pages of who organises an event, in a real browser: on a phone and a desk, without a fault axe can find, without JavaScript. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { createMailFates } from '../../functions/shared/store/mail-fates.ts'
import { outboxItemSchema } from '../../functions/shared/store/outbox-item.ts'
import { createReturnedInvitees } from '../../functions/shared/store/returned-invitees.ts'
import { press } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { answer, invite, inviteeOf, mailsOf, openForm, pathOf, putEvent, respond } from '../support/events.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
const may = new Date('2021-05-25T08:00:00Z')
let work: TestWorkspace
let browser: TestBrowser
let event: LoketEvent
const home = () => `/werkruimte/activiteiten/${event.slug}`
const person = async (email: string) => `${home()}/genodigden/${(await inviteeOf(work, event, email))?.id}`

beforeAll(async () => {
  ;[work, browser] = await Promise.all([startTestWorkspace({ serve: true, now: april }), startBrowser()])
  event = await putEvent(work.connection, {
    capaciteit: 24,
    vragen: [{ id: 'eigen_1', soort: 'keuze', vraag: 'Maaltijd', keuzes: ['alles', 'halal'] }],
  })
  const long = 'Wouters-Van den Bossche de Kerckhove'.repeat(3)
  await respond(work, event, { naam: long, organisatie: `Centrum voor ${long}`, opmerking: long })
  await respond(work, event, { email: 'nee@caw.example', antwoord: 'nee' })
  await respond(work, event, { email: 'op@caw.example', antwoord: 'op_de_hoogte' })
  for (let number = 0; number < 9; number += 1) await invite(work, event, `genodigde${number}@dienst.example`)
  const organiser = await work.as('Organisator')
  await organiser.post(`${home()}/uitnodigen`)
  const [mail] = (await mailsOf(work, event)).filter(({ mailId }) => mailId === 'uitnodiging')
  const item = outboxItemSchema.parse(mail)
  await createMailFates(work.connection).mark(item, { fate: 'niet_aangekomen', at: april.toISOString() })
  await createReturnedInvitees(work.connection).note(event.slug, item.subject, april)
  work.clock.now = may
  for (const email of ['laat1@caw.example', 'laat2@caw.example']) {
    const visitor = work.visitor()
    const path = `${pathOf(event)}/te-laat`
    await visitor.post(path, { ...(await openForm(work, visitor, path)), ...answer, email })
  }
}, 60_000)
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

async function open(path: string, options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options)
  await page.context().addCookies([await work.cookieOf('Organisator')])
  await page.goto(work.url + path)
  return page
}

const pages: [string, () => Promise<string>, Date][] = [
  ['overzicht', async () => home(), may],
  ['overzicht, voorbij', async () => home(), new Date('2021-06-09T08:00:00Z')],
  ['genodigden', async () => `${home()}/genodigden`, may],
  ['te laat', async () => `${home()}/genodigden?lijst=laat`, may],
  ['niet aangekomen', async () => `${home()}/genodigden?lijst=niet-aangekomen`, may],
  ['één mens', () => person(answer.email), may],
  ['één mens, te laat', () => person('laat1@caw.example'), may],
  ['weghalen', async () => `${await person(answer.email)}/weghalen`, may],
  ['uitnodigen', async () => `${home()}/uitnodigen`, april],
  ['mail aan velen', async () => `${home()}/bericht`, may],
  ['nieuws', async () => `${home()}/nieuws`, new Date('2021-06-09T08:00:00Z')],
  ['wat volgt', async () => `${home()}/volgende`, new Date('2021-06-09T08:00:00Z')],
]

it.each(pages)('%s: voor iedereen te gebruiken, op 320, 390 en 1280', async (_, pathOfPage, now) => {
  work.clock.now = now
  const page = await open(await pathOfPage())
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
    // One thing goes on, or nothing does.
    expect(await page.locator('[data-next]').count()).toBeLessThanOrEqual(1)
  }
})

it('het overzicht begint met de aantallen en één gevulde knop, op een telefoon op het eerste scherm', async () => {
  work.clock.now = may
  const page = await open(home(), { viewport: { width: 390, height: 844 } })
  expect(await page.locator('.lw-do .btn:not(.plain, .warn)').allTextContents()).toEqual(['Laat alle 2 toe'])
  const box = await page.getByRole('button', { name: 'Laat alle 2 toe' }).boundingBox()
  expect(box && box.y + box.height).toBeLessThan(844)
})

it('een rij is één regel op een scherm, een kaart op een telefoon; de knop ligt boven de link van de kaart', async () => {
  work.clock.now = may
  const page = await open(`${home()}/genodigden`, { viewport: { width: 1280, height: 900 } })
  const heights = async () =>
    page.locator('.lp-mensen tbody tr').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height))
  expect(Math.max(...(await heights()))).toBeLessThanOrEqual(48)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(Math.max(...(await heights()))).toBeLessThanOrEqual(116)
  await press(page, page.getByRole('button', { name: 'Weiger' }).first())
  expect(await page.locator('[role=status]').textContent()).toContain('laat het zelf weten')
})

it('zonder JavaScript: zoeken, verbeteren en opnieuw bekijken', async () => {
  work.clock.now = may
  const page = await open(`${home()}/genodigden`, { javaScriptEnabled: false })
  await page.getByLabel('Zoek een genodigde').fill('nee@caw')
  await press(page, page.getByRole('button', { name: 'Zoek' }))
  await page.getByLabel('Naam').fill('Noor Verbeterd')
  await press(page, page.locator('[data-next]'))
  expect(await page.locator('h1').textContent()).toBe('Noor Verbeterd')
})
