/**
 * A family comes to the table, as docs/overleg.md promises it: four services by mail, the client by letter, somebody they trust by
 * phone; three moments fail and the fourth fits; one service is taken off after the invitations; the meeting moves once. In a real
 * browser without JavaScript, with the clock; nobody needed anything else than Loket.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mail } from '../../functions/local/mail-folder.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { aanvraag } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { linkIn, mailsTo } from './mail.ts'
import { chooseAll, fill, follow, signIn, wordsOn } from './table.ts'
import { fileRequest, monday, next, press } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
let desk: Page
let guest: Page
let ref: string
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
  guest = await browser.newPage({ javaScriptEnabled: false })
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

/** Words of the family and of the table that never leave in a mail or a calendar. */
const secrets = [
  'D-2041',
  'Tigrinya',
  'Buurvrouw',
  'Welzijnshuis',
  'meet.example',
  'CLB De Dender',
  'Wonen De Poort',
  'griepje',
]
const services = {
  caw: 'noor@caw.example',
  ocmw: 'els@ocmw.example',
  wonen: 'mia@wonen.example',
  clb: 'jan@clb.example',
}
const mine = 'casemanager@lco-aalst.example'

const at = (page?: string) => `${loket.url}/werkruimte/dossier/${ref}/overleg${page ? `/${page}` : ''}`
const stateOn = (page: Page) => page.locator('[data-overleg]').first().getAttribute('data-overleg')
const clock = (iso: string) => loket.setClock(iso)
const subjects = async (address: string) =>
  (await mailsTo(loket, address)).map(({ subject }) => subject.replace(` · ${ref}`, ''))

async function rowOf(dienst: string): Promise<number> {
  const fields = desk.locator('input[name$=".dienst"]')
  for (let row = 0; row < (await fields.count()); row += 1) {
    const field = fields.nth(row)
    if ((await field.inputValue()) === dienst)
      return Number(/\[(\d+)\]/.exec((await field.getAttribute('name')) ?? '')?.[1])
  }
  throw new Error(`Nobody of ${dienst} is at the table`)
}

/** One stands empty behind those that are filled in. */
async function firstEmptyRow(): Promise<number> {
  return (await desk.locator('input[name$=".naam"]').count()) - 1
}

const moment = (row: number, datum: string, van = '14u', tot = '15u30') => ({
  [`momenten[${row}].datum`]: datum,
  [`momenten[${row}].van`]: van,
  [`momenten[${row}].tot`]: tot,
})

/** `only`: one moment, by its id. */
async function answerAll(page: Page, answer: string, only = ''): Promise<void> {
  const names = await page
    .locator('input[type=radio][name^="antwoord."]')
    .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('name') ?? ''))])
  for (const name of names.filter((one) => one.endsWith(only)))
    await page.locator(`input[name="${name}"][value="${answer}"]`).check()
  await press(page, page.locator('[data-next]'))
}

describe('een gezin aan tafel', () => {
  it('wordt aangevraagd en krijgt een casemanager', async () => {
    const applicant = await browser.newPage({ javaScriptEnabled: false })
    ref = await fileRequest(applicant, loket, {
      tafel: {
        ...aanvraag.tafel,
        'betrokkenen[1].email': services.ocmw,
        'betrokkenen[2].dienst': 'Wonen De Poort',
        'betrokkenen[2].email': services.wonen,
        vertrouwensfiguur: 'genodigd',
        vertrouwensfiguur_naam: 'Buurvrouw Voorbeeld',
      },
    })
    await applicant.context().close()
    const coordinator = await signIn(browser, loket, 'Coördinator Aalst')
    await coordinator.goto(`${loket.url}/werkruimte/dossier/${ref}/toewijzen`)
    await coordinator.getByLabel('Casemanager Aalst', { exact: false }).first().check()
    await press(coordinator, coordinator.locator('[data-next], main form button.btn').first())
    if (await coordinator.getByRole('button', { name: 'Toch toewijzen' }).count())
      await press(coordinator, coordinator.getByRole('button', { name: 'Toch toewijzen' }))
    await coordinator.context().close()
    desk = await signIn(browser, loket, 'Casemanager Aalst')
    await desk.goto(`${loket.url}/werkruimte/dossier/${ref}`)
    await press(desk, desk.getByRole('link', { name: 'Maak de tafel' }).first())
    expect(new URL(desk.url()).pathname).toMatch(/\/overleg\/tafel$/)
  })

  it('zit pas aan tafel na het woord van de cliënt', async () => {
    const [confidant, added] = [await rowOfName('Buurvrouw Voorbeeld'), await firstEmptyRow()]
    await fill(desk, {
      [`deelnemers[${confidant}].bereik`]: 'telefoon',
      [`deelnemers[${confidant}].telefoon`]: '0470 12 34 56',
      [`deelnemers[${added}].wie`]: 'dienst',
      [`deelnemers[${added}].dienst`]: 'CLB De Dender',
      [`deelnemers[${added}].naam`]: 'Jan Cools',
      [`deelnemers[${added}].bereik`]: 'mail',
      [`deelnemers[${added}].email`]: services.clb,
      [`deelnemers[${added}].beroepsgeheim`]: 'nee',
      vrij_spreken: 'nee',
    })
    const before = (await loket.mails()).length
    // Nothing is agreed to: the button says so, and keeps all of it.
    await next(desk)
    expect(await desk.locator('[role=alert]').textContent()).toContain('Er is een probleem')
    await fill(desk, { besproken_op: '1/3/2021' })
    await next(desk)
    expect(await wordsOn(desk)).toContain('De cliënt ging akkoord op maandag 1 maart 2021')
    expect(await stateOn(desk)).toBe('voorbereiden')
    expect(await loket.mails()).toHaveLength(before)
  })

  it('eerst past het voor de cliënt, dan pas krijgen vier diensten een mail', async () => {
    await desk.goto(at('momenten'))
    await fill(desk, {
      ...moment(0, '22/3/2021'),
      ...moment(1, '23/3/2021'),
      ...moment(2, '25/3/2021'),
      besproken_op: '1/3/2021',
    })
    await next(desk)
    await desk.goto(at())
    await press(desk, desk.locator('button[name=actie][value=stel_voor]'))
    expect(await stateOn(desk)).toBe('gepolst')
    for (const address of Object.values(services)) {
      await expect.poll(() => subjects(address)).toContain('Wanneer kunt u?')
    }
  })

  it('niemand kan: het overleg zegt het, en een vierde moment past voor iedereen', async () => {
    for (const address of Object.values(services)) {
      await follow(guest, loket, address)
      expect(await stateOn(guest)).toBe('gepolst')
      expect(await guest.locator('main').textContent()).not.toContain('D-2041')
      await answerAll(guest, 'kan_niet')
      expect(await wordsOn(guest)).toContain('Uw antwoorden zijn bewaard')
    }
    await desk.goto(at())
    expect(await wordsOn(desk)).toContain('Geen moment past voor iedereen')
    await desk.goto(at('momenten'))
    await fill(desk, { ...moment(3, '30/3/2021'), besproken_op: '1/3/2021' })
    await next(desk)
    for (const address of Object.values(services)) {
      await expect.poll(() => subjects(address)).toContain('Nieuwe momenten')
      await follow(guest, loket, address)
      await answerAll(guest, 'kan', '.m4')
    }
    // The confidant says it on the phone.
    await desk.goto(at())
    const noted = desk.locator('input[type=radio][name^="antwoord."][value=kan]')
    for (let one = 0; one < (await noted.count()); one += 1) {
      const radio = noted.nth(one)
      if (/\.m4$/.test((await radio.getAttribute('name')) ?? '') && (await radio.isVisible())) await radio.check()
    }
    await press(desk, desk.getByRole('button', { name: 'Bewaar deze antwoorden' }))
    expect(await desk.locator('[data-moment="m4"][data-antwoord="kan"]').count()).toBe(6)
  })

  it('het vierde ligt vast: vier uitnodigingen, één telefoon, één brief', async () => {
    await press(desk, desk.locator('button[name=kies][value=m4]'))
    expect(new URL(desk.url()).pathname).toMatch(/\/overleg\/praktisch$/)
    await fill(desk, {
      vorm: 'hybride',
      plaats: 'Welzijnshuis, lokaal 2',
      online_link: 'https://meet.example/kamer',
      tolk: 'aangevraagd',
    })
    await next(desk)
    expect(await stateOn(desk)).toBe('vastgelegd')
    for (const address of Object.values(services)) {
      await expect.poll(() => subjects(address)).toContain('Uitnodiging voor een overleg')
    }
    await desk.goto(`${loket.url}/werkruimte/week`)
    const week = await wordsOn(desk)
    expect(week).toContain('Bel Buurvrouw Voorbeeld: nodig uit')
    expect(week).toMatch(/[Bb]ezorg de brief/)
    expect(week).toMatch(/[Tt]olk/)
  })

  it('de brief is bezorgd, de telefoon gebeld, de tolk bevestigd: de taken zijn weg', async () => {
    await desk.goto(at('brief'))
    expect(await wordsOn(desk)).toContain('We zitten samen op dinsdag 30 maart')
    await fill(desk, { bezorgd_op: '1/3/2021', bezorgd_hoe: 'voorgelezen' })
    await next(desk)
    await desk.goto(at('praktisch'))
    await fill(desk, { tolk: 'bevestigd' })
    await next(desk)
    await desk.goto(at())
    await chooseAll(desk, 'komt', 'ja')
    await press(desk, desk.getByRole('button', { name: 'Bewaar deze antwoorden' }))
    await desk.goto(`${loket.url}/werkruimte/week`)
    const week = await wordsOn(desk)
    expect(week).not.toContain('Bel Buurvrouw')
    expect(week).not.toMatch(/[Bb]ezorg de brief/)
  })

  it('een dienst van tafel: de link is meteen dood, één mail, geen reden', async () => {
    const link = linkIn((await mailsTo(loket, services.wonen)).at(-1) as Mail)
    await desk.goto(at('tafel'))
    await fill(desk, {})
    await desk.locator(`input[name="deelnemers[${await rowOf('Wonen De Poort')}].weg"]`).check()
    await next(desk)
    expect(await wordsOn(desk)).toContain('Wonen De Poort zit niet meer aan tafel')
    const answer = await guest.goto(loket.url + link)
    expect(answer?.status()).toBe(404)
    await expect.poll(() => subjects(services.wonen)).toContain('U hoeft niet te komen')
    const last = (await mailsTo(loket, services.wonen)).at(-1)
    expect(last?.calendar).toContain('METHOD:CANCEL')
    expect(last?.text).not.toMatch(/https?:/)
  })

  it('het overleg verhuist één keer: dezelfde links, een hogere SEQUENCE', async () => {
    await desk.goto(at('verzetten'))
    await fill(desk, { datum: '1/4/2021', van: '10u', tot: '11u30', besproken_op: '1/3/2021' })
    await next(desk)
    for (const address of [services.caw, services.ocmw, services.clb]) {
      await expect.poll(() => subjects(address)).toContain('Het overleg is verplaatst')
      const [invited, moved] = (await mailsTo(loket, address)).flatMap(({ calendar }) => (calendar ? [calendar] : []))
      expect(sequenceIn(moved)).toBeGreaterThan(sequenceIn(invited))
      expect(uidIn(moved)).toBe(uidIn(invited))
      await follow(guest, loket, address)
      expect(await wordsOn(guest)).toContain('Donderdag 1 april 2021')
    }
    await follow(guest, loket, services.caw)
    await press(guest, guest.locator('button[name=komt][value=ja]'))
    await follow(guest, loket, services.clb)
    await press(guest, guest.locator('button[name=komt][value=nee]'))
    await expect.poll(() => subjects(mine)).toContain('Iemand kan niet komen')
  })

  it('de dag ervoor en de dag erna klopt elke mail, precies één keer', async () => {
    await clock('2021-04-02T12:00:00Z')
    expect((await subjects(services.caw)).filter((one) => one === 'Morgen is het overleg')).toHaveLength(1)
    expect((await subjects(services.ocmw)).filter((one) => one === 'Morgen is het overleg')).toHaveLength(1)
    // Who said no, and who left, hears nothing more.
    expect(await subjects(services.clb)).not.toContain('Morgen is het overleg')
    expect((await subjects(services.wonen)).at(-1)).toBe('U hoeft niet te komen')
    expect((await subjects(mine)).filter((one) => one === 'Is het overleg gehouden?')).toHaveLength(1)
    // A month later one signs in again.
    desk = await signIn(browser, loket, 'Casemanager Aalst')
    await desk.goto(at('verslag'))
    await chooseAll(desk, 'aanwezig', 'aanwezig')
    await fill(desk, { besluiten: 'We bellen elkaar over twee weken.' })
    await next(desk)
    expect(await stateOn(desk)).toBe('gehouden')
    await desk.goto(`${loket.url}/werkruimte/dossier/${ref}`)
    expect(await desk.locator('[data-stand]').first().getAttribute('data-stand')).toBe('overleg_gehouden')
    await follow(guest, loket, services.caw)
    expect(await wordsOn(guest)).toContain('Dit overleg is voorbij')
  })

  it('geen enkele mail en geen agenda zei iets over het gezin', async () => {
    const about = (await loket.mails()).filter(({ to }) => Object.values(services).some((one) => to.includes(one)))
    expect(about.length).toBeGreaterThan(20)
    for (const mail of about) {
      const all = [mail.subject, mail.text, mail.html, mail.calendar ?? '', JSON.stringify(mail.headers)].join(' ')
      for (const secret of secrets) expect(all, mail.subject).not.toContain(secret)
    }
  })
})

async function rowOfName(naam: string): Promise<number> {
  const fields = desk.locator('input[name$=".naam"]')
  for (let row = 0; row < (await fields.count()); row += 1)
    if ((await fields.nth(row).inputValue()) === naam)
      return Number(/\[(\d+)\]/.exec((await fields.nth(row).getAttribute('name')) ?? '')?.[1])
  throw new Error(`Nobody called ${naam} is at the table`)
}

const sequenceIn = (calendar = '') => Number(/SEQUENCE:(\d+)/.exec(calendar)?.[1])
const uidIn = (calendar = '') => /UID:(\S+)/.exec(calendar)?.[1]
