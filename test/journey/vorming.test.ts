/**
 * A vorming from a list pasted out of Outlook to an attest, on a phone and without JavaScript; and somebody of Zottegem who comes to
 * the infoavond with three, without an e-mail address. What every page and mail says is held against the clock.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { mailsTo, nextMailTo } from './mail.ts'
import { type OpenLoket, startOpenLoket } from './open-loket.ts'
import { next, passTime, press } from './walk.ts'

const event = '/activiteiten/vorming-cultuursensitief-hulpverlenen'
const home = `/werkruimte${event}`
const coordinator = 'coordinator@ota.example'
const [jan, an, zoe] = ['jan@clb-wilg.example', 'an@caw-brug.example', 'zoe@ocmw-x.example']
const pasted = `Jan Peeters <${jan}>; "Maes, An" <${an}>; Zoë D’Hondt <${zoe}>; Jan Peeters <${jan}>`
let loket: OpenLoket
let browser: TestBrowser
/** Of the organiser, and of everybody else. */
let desk: Page
let phone: Page

beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startOpenLoket({ now: '2021-08-23T08:00:00Z' }), startBrowser()])
  const onPhone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }
  ;[desk, phone] = [await browser.newPage(onPhone), await browser.newPage(onPhone)]
}, 60_000)
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const words = async (page: Page) => (await page.textContent('main'))?.replace(/\s+/g, ' ') ?? ''
const open = (page: Page, path: string) => page.goto(loket.url + path)
const subjectsTo = async (address: string) =>
  (await mailsTo(loket, address)).map(({ subject }) => subject.split(':')[0])

/** The personal link of a mail. */
async function follow(address: string): Promise<void> {
  const mail = (await mailsTo(loket, address)).at(-1)
  const [link = ''] = /https?:\/\/\S+\/uitnodiging\/\S+/.exec(mail?.text ?? '') ?? []
  await phone.goto(link)
}

/** A page of the werkruimte; whoever was away too long signs in first. */
async function atDesk(path: string, name = 'Coördinator OTA'): Promise<void> {
  await open(desk, path)
  const way = desk.getByText(`Meld aan als ${name}`)
  if ((await way.count()) > 0) await press(desk, way)
}

it('een vorming, van de geplakte lijst tot het attest', async () => {
  await atDesk(`${home}/importeren`)
  await fillPage(desk, { csv: pasted })
  await next(desk)
  // The same address twice is one person, said with its place.
  expect(await words(desk)).toMatch(/3 goed, 1 om na te kijken/)
  await next(desk)
  await press(desk, desk.getByText('Nodig 3 mensen uit'))
  expect(await words(desk)).toContain('omdat u met jongeren en hun gezinnen werkt')
  await press(desk, desk.getByRole('button', { name: 'Nodig 3 mensen uit' }))
  await nextMailTo(loket, zoe)

  // Jan comes with a colleague; Zoë cannot, and need not say who she is; An says nothing yet.
  await nextMailTo(loket, jan)
  await follow(jan)
  await fillPage(phone, {
    antwoord: 'ja',
    organisatie: 'CLB De Wilg',
    'collega[0].naam': 'Samir Aydin',
    eigen_1: 'Halal',
  })
  await next(phone)
  expect(await words(phone)).toContain('U komt, samen met Samir Aydin')
  await follow(zoe)
  await fillPage(phone, { antwoord: 'nee' })
  await next(phone)
  expect(await phone.locator('[data-antwoord]').getAttribute('data-antwoord')).toBe('nee')

  // The deadline passes: An was reminded, the organiser reads how it stands.
  await loket.setClock('2021-09-11T08:00:00Z')
  expect(await subjectsTo(an)).toEqual(['Uitnodiging', ...Array(2).fill('Laat u nog iets weten? Vorming')])
  expect(await subjectsTo(zoe)).toEqual(['Uitnodiging', 'U kunt er niet bij zijn'])
  const closed = (await mailsTo(loket, coordinator)).at(-1)
  expect(closed?.text).toContain('2 van 12 plaatsen')

  await follow(an)
  expect(await words(phone)).toContain('U kon antwoorden tot en met vrijdag 10 september 2021')
  await next(phone)
  await fillPage(phone, { antwoord: 'ja', organisatie: 'CAW De Brug' })
  await next(phone)
  expect(await words(phone)).toContain('Genoteerd als te laat.')
  await atDesk(home)
  await press(desk, desk.getByRole('button', { name: 'Laat 1 mens toe' }))
  expect(await words(desk)).toContain('1 mens toegelaten')
  await follow(an)
  expect(await words(phone)).toContain('U neemt deel')

  // The day before, and the day itself.
  await loket.setClock('2021-09-22T08:00:00Z')
  expect((await mailsTo(loket, jan)).at(-1)?.text).toContain('Tot morgen om 9.30 uur')
  await loket.setClock('2021-09-23T07:20:00Z')
  await atDesk(`${home}/aanwezigheid`)
  const row = (name: string) => desk.locator('label', { hasText: name })
  await row('Jan Peeters').locator('input').check()
  await row('Samir Aydin').locator('input').check()
  await next(desk)
  await fillPage(desk, { naam: 'Ruth De Backer', organisatie: 'Jeugdhulp' })
  await press(desk, desk.getByRole('button', { name: 'Schrijf in, aanwezig' }))
  expect(await words(desk)).toMatch(/3 van \d zijn er/)

  await loket.setClock('2021-09-23T08:00:00Z')
  await follow(an)
  expect(await words(phone)).toContain('Nu bezig, tot 16.30 uur')
  await loket.setClock('2021-09-25T08:00:00Z')
  await open(phone, event)
  expect(await words(phone)).toContain('begonnen, gaat verder op donderdag 30 september 2021')

  await loket.setClock('2021-09-30T15:00:00Z')
  await open(phone, event)
  expect(await words(phone)).toContain('De vorming is geweest, met 3 mensen')
  await atDesk(`${home}/aanwezigheid/attesten`)
  expect(await words(desk)).toContain('Ruth De Backer')
  await follow(jan)
  await press(phone, phone.getByText('Druk uw attest'))
  const attest = await words(phone)
  expect(attest).toContain('Attest van aanwezigheid')
  expect(attest).toContain('Jan Peeters')
  expect(attest).toContain('Samir Aydin')
  // Who was not there has none.
  await follow(an)
  expect(await phone.getByText('Druk uw attest').count()).toBe(0)
}, 180_000)

it('een inwoner komt met drie naar de infoavond, zonder e-mailadres', async () => {
  await loket.setClock('2021-10-04T08:00:00Z')
  const evening = '/activiteiten/infoavond-huren-zonder-zorgen'
  await open(phone, evening)
  await fillPage(phone, { antwoord: 'ja', aantal: '3', naam: 'Maria', telefoon: '09 360 00 00' })
  await passTime(loket, 10)
  const before = (await loket.mails()).length
  await next(phone)
  expect(await words(phone)).toContain('U krijgt geen mail. We bellen u als er iets verandert.')
  // Another person, at another desk.
  desk = await browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  await atDesk(`/werkruimte${evening}/genodigden`, 'Coördinator Zottegem')
  expect(await words(desk)).toMatch(/Maria.*komt, met 3/)
  await passTime(loket, 60)
  expect((await loket.mails()).length).toBe(before)
}, 120_000)
